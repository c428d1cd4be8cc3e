/** What a load would do: each graph's content here beside what the store says that it has. */
import type { GraphSource } from './graph-content.ts';
import { stagedFor } from './load-claim.ts';
import type { StoreClient } from './store-client.ts';

/** In the graph that describes the dataset: the hash of another graph's content, or of its own on the dataset. */
export const HASH_PROPERTY = 'https://schema.org/sha256';

/**
 * `new`: the store has nothing of it. `changed`: other content, or none that is vouched for. `damaged`: the count of
 * triples is not that of the content which was recorded. `unchanged`: nothing is sent.
 */
export type GraphState = 'new' | 'changed' | 'damaged' | 'unchanged';

export interface PlannedGraph {
  readonly graph: string;
  readonly state: GraphState;
  readonly triples: number;
  /** What the store has now. */
  readonly kept: number;
  readonly hash: string;
}

export interface LoadPlan {
  readonly graphs: readonly PlannedGraph[];
  /** Hashes as the store has them, by graph or the dataset's own IRI. */
  readonly recorded: ReadonlyMap<string, string>;
  /** Graphs under the dataset's base that the dataset no longer has. */
  readonly gone: readonly string[];
  /** Left behind by loads that were killed. */
  readonly leftovers: readonly string[];
}

/** Reads only. @throws ProblemError for data that can't be written; StoreError of the store */
export async function planLoad(source: GraphSource, client: StoreClient): Promise<LoadPlan> {
  const { ledger, own } = source;
  const contents = [...measured(source)];
  const names = contents.map(({ graph }) => graph);
  const recorded =
    ledger === undefined ? new Map<string, string>() : await recordedHashes(ledger.graph, client);
  const present = names.length === 0 ? [] : await client.graphsUnder(own ?? commonStart(names));
  const kept = await client.counts(names);
  const known = new Set(names);
  const graphs = contents.map(({ graph, triples, hash }): PlannedGraph => {
    const count = kept.get(graph) ?? 0;
    const isLedger = graph === ledger?.graph;
    const expected = isLedger ? triples + contents.length : triples;
    const was = recorded.get(isLedger ? ledger.self : graph);
    const state: GraphState =
      count === 0 ? 'new' : was !== hash ? 'changed' : count === expected ? 'unchanged' : 'damaged';
    return { graph, state, triples: expected, kept: count, hash };
  });
  /** Of the graphs of others only those that ours were on the way to. */
  const isLeftover = (of: string | undefined) => of !== undefined && (own !== undefined || known.has(of));
  const strangers = present.filter((graph) => !known.has(graph));
  return {
    graphs,
    recorded,
    gone: own === undefined ? [] : strangers.filter((graph) => stagedFor(graph) === undefined).sort(),
    leftovers: strangers.filter((graph) => isLeftover(stagedFor(graph))).sort(),
  };
}

/** What names have in common at their beginning. */
function commonStart(names: readonly string[]): string {
  const [first = '', ...others] = names;
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}

/** One graph at a time. */
function* measured(source: GraphSource): Generator<{ graph: string; triples: number; hash: string }> {
  for (const { graph, triples, hash } of source.graphs()) {
    yield { graph, triples, hash: hash() };
  }
}

/** Hashes that the store keeps, by graph or the dataset's own IRI. */
export async function recordedHashes(ledger: string, client: StoreClient): Promise<Map<string, string>> {
  const rows = await client.select(
    `SELECT ?g ?h WHERE { GRAPH <${ledger}> { ?g <${HASH_PROPERTY}> ?h } }`,
    'show the hashes of its graphs',
  );
  return new Map(rows.flatMap(({ g, h }) => (g && h ? [[g.value, h.value] as const] : [])));
}
