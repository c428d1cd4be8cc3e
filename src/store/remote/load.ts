/** Loads graphs into a store, only those that changed, each replaced as a whole, and all of it proved. */
import { type NamedNode, type Quad, quad, TermGuard } from '../../rdf/index.ts';
import type { GraphContent, GraphSource } from './graph-content.ts';
import { HASH_PROPERTY, type LoadPlan, planLoad } from './load-plan.ts';
import { dropGraphs, loadBatch, type PreparedBatch, prepareBatch } from './staged-load.ts';
import type { StoreClient } from './store-client.ts';
import type { RewriteCounts } from './verify.ts';

export interface StoreLoadOptions {
  /** Drop graphs under the dataset's base that it no longer has. */
  readonly prune: boolean;
  /** @param triples sent so far, @param of to send in all */
  readonly onProgress: (triples: number, of: number) => void;
}
export const STORE_LOAD_DEFAULTS: StoreLoadOptions = { prune: false, onProgress: () => {} };

export interface StoreLoadReport {
  readonly plan: LoadPlan;
  /** Graphs that were sent. */
  readonly sent: readonly string[];
  readonly pruned: readonly string[];
  readonly rewrites: RewriteCounts;
}

/**
 * Hashes of graphs that are about to change are taken out of the store first and written last, so that a load which is
 * killed at any moment is finished by the next one.
 *
 * @throws StoreError; ProblemError for data that can't be written, before anything is sent
 */
export async function load(
  source: GraphSource,
  client: StoreClient,
  options: Partial<StoreLoadOptions> = {},
): Promise<StoreLoadReport> {
  const { prune, onProgress } = { ...STORE_LOAD_DEFAULTS, ...options };
  const plan = await planLoad(source, client);
  const { ledger } = source;
  const changed = new Set(plan.graphs.filter(({ state }) => state !== 'unchanged').map(({ graph }) => graph));
  const pruned = prune ? plan.gone : [];
  const stale = [...changed, ...pruned, ...plan.gone].some(
    (graph) => graph !== ledger?.graph && plan.recorded.has(graph),
  );
  // What vouches for the graphs is written anew wherever one of them is.
  if (ledger !== undefined && (changed.size > 0 || stale)) changed.add(ledger.graph);
  const rewrites: RewriteCounts = new Map();
  const sent: string[] = [];
  if (plan.leftovers.length > 0) await dropGraphs(plan.leftovers, client);
  if (ledger !== undefined) await forget(plan, [...changed, ...pruned], ledger, client);

  const of = plan.graphs.reduce((sum, { graph, triples }) => sum + (changed.has(graph) ? triples : 0), 0);
  let done = 0;
  const onSent = (triples: number) => {
    done += triples;
    onProgress(Math.min(done, of), of);
  };
  /** At most one batch is on its way while the next is made. */
  let running: Promise<void> = Promise.resolve();
  const start = async (graphs: readonly GraphContent[]) => {
    const batch: PreparedBatch = await prepareBatch(graphs, client);
    await running;
    running = loadBatch(batch, client, rewrites, onSent);
    // Its failure is heard at the next await.
    running.catch(() => {});
    sent.push(...graphs.map(({ graph }) => graph));
  };
  try {
    let last: GraphContent | undefined;
    for (const graphs of batches(source, changed, client.profile.chunk.triples)) {
      const others = graphs.filter(({ graph }) => graph !== ledger?.graph);
      last = graphs.find(({ graph }) => graph === ledger?.graph) ?? last;
      if (others.length > 0) await start(others);
    }
    await running;
    if (pruned.length > 0) await dropGraphs(pruned, client);
    if (last !== undefined) {
      await start([{ graph: last.graph, triples: [...last.triples, ...hashTriples(plan, ledger!)] }]);
      await running;
    }
  } finally {
    // Nothing goes on behind the back of who was told that it failed.
    await running.catch(() => {});
  }
  return { plan, sent, pruned, rewrites };
}

/** Takes the hashes of graphs out of the store: from now on nobody vouches for what they hold. */
async function forget(
  { recorded }: LoadPlan,
  graphs: readonly string[],
  ledger: { readonly graph: string; readonly self: string },
  client: StoreClient,
): Promise<void> {
  const subjects = graphs.map((graph) => (graph === ledger.graph ? ledger.self : graph));
  const known = subjects.filter((subject) => recorded.has(subject));
  const step = 500;
  for (let at = 0; at < known.length; at += step) {
    const lines = known
      .slice(at, at + step)
      .map(
        (subject) =>
          `<${subject}> <${HASH_PROPERTY}> "${recorded.get(subject)!.replace(/[^0-9a-f]/g, '')}" .`,
      );
    await client.update(
      `DELETE DATA { GRAPH <${ledger.graph}> {\n${lines.join('\n')}\n} }`,
      'forget hashes',
      true,
    );
  }
}

/** The hash of each graph, and that of the graph which holds them on the dataset: no graph says anything of itself. */
function hashTriples(plan: LoadPlan, ledger: { readonly graph: string; readonly self: string }): Quad[] {
  const guard = new TermGuard({ own: true, repair: false });
  const iri = (value: string): NamedNode => guard.iri(value, 'a graph');
  const property = iri(HASH_PROPERTY);
  return plan.graphs.map(({ graph, hash }) =>
    quad(iri(graph === ledger.graph ? ledger.self : graph), property, guard.string(hash, 'a hash')),
  );
}

/** Changed graphs in groups of at most a chunk, where they are small enough. */
function* batches(
  source: GraphSource,
  changed: ReadonlySet<string>,
  most: number,
): Generator<readonly GraphContent[]> {
  let batch: GraphContent[] = [];
  let count = 0;
  if (changed.size === 0) return;
  for (const content of source.graphs()) {
    if (!changed.has(content.graph)) continue;
    if (batch.length > 0 && count + content.triples.length > most) {
      yield batch;
      batch = [];
      count = 0;
    }
    batch.push(content);
    count += content.triples.length;
  }
  if (batch.length > 0) yield batch;
}
