/** Loads graphs into a store, only those that changed, each replaced as a whole, and all of it proved. */
import { randomBytes } from 'node:crypto';
import { type NamedNode, type Quad, quad, TermGuard } from '../../rdf/index.ts';
import type { EarlyAdds, EarlySent } from './early-adds.ts';
import { type GraphContent, type GraphSource, withTriples } from './graph-content.ts';
import { LoadClaim } from './load-claim.ts';
import { HASH_PROPERTY, type LoadPlan, planLoad, recordedHashes } from './load-plan.ts';
import type { Loading } from './loading.ts';
import { dropGraphs, loadBatches } from './staged-load.ts';
import type { StoreClient } from './store-client.ts';
import { StoreError } from './store-error.ts';
import type { RewriteCounts } from './verify.ts';

export interface StoreLoadOptions {
  /** Drop graphs under the dataset's base that it no longer has. */
  readonly prune: boolean;
  /** @param triples sent so far, @param of to send in all */
  readonly onProgress: (triples: number, of: number) => void;
  /** Tells this load from others in the store, in lower-case letters and digits; by chance if not given. */
  readonly run?: string;
  /** What was sent while the source was read. It names the load. */
  readonly early?: EarlyAdds | undefined;
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
  const { prune, onProgress, early } = { ...STORE_LOAD_DEFAULTS, ...options };
  const run = early?.run ?? options.run ?? randomBytes(6).toString('hex');
  let begun: EarlySent | undefined;
  const { ledger } = source;
  const rewrites: RewriteCounts = new Map();
  const sent: string[] = [];
  let plan: LoadPlan;
  let claim: LoadClaim;
  try {
    begun = await early?.settle();
    plan = await planLoad(source, client);
    const [first] = plan.graphs;
    if (first === undefined || !hasWork(changedGraphs(plan, source), plan, prune)) {
      await early?.abandon();
      return { plan, sent, pruned: [], rewrites };
    }
    claim = begun?.claim ?? new LoadClaim(ledger?.graph ?? first.graph, run, client);
    if (begun?.claim === undefined) await claim.take();
  } catch (error) {
    await early?.abandon();
    throw error;
  }
  try {
    plan = await unlessOvertaken(plan, source, client);
    const changed = changedGraphs(plan, source);
    const pruned = prune ? plan.gone : [];
    if (ledger !== undefined) await forget(plan, [...changed, ...pruned], ledger, client);
    const of = plan.graphs.reduce((sum, { graph, triples }) => sum + (changed.has(graph) ? triples : 0), 0);
    let done = 0;
    const onSent = (triples: number) => {
      done += triples;
      onProgress(Math.min(done, of), of);
    };
    const onTheWay = early && begun && { graphs: begun.graphs, handOver: early.handOver.bind(early) };
    const loading: Loading = { client, claim, rewrites, onSent, early: onTheWay };
    await sendGraphs(plan, source, changed, loading, async () => {
      if (pruned.length === 0) return;
      await claim.check();
      await dropGraphs(pruned, client);
    });
    const last = (graph: string) => (graph === ledger?.graph ? 1 : 0);
    sent.push(...[...changed].sort((a, b) => last(a) - last(b)));
    if (claim.abandoned.length > 0) await claim.endMoves();
    const leftovers = plan.leftovers.filter((graph) => !claim.owns(graph));
    await dropGraphs([...leftovers, ...claim.abandoned], client);
    await claim.release();
    return { plan, sent, pruned, rewrites };
  } catch (error) {
    // Where nothing answers, the next load takes the claim over.
    const answers = !(error instanceof StoreError) || !LOST.includes(error.code);
    if (!answers) throw error;
    await early?.dropRest();
    return claim.end(error);
  }
}

/** Ends of a connection after which nothing more is asked. */
const LOST: readonly string[] = ['store-unreachable', 'store-silent'];

/** Graphs to send, the one that vouches for the others among them wherever one of them changes. */
function changedGraphs({ graphs, gone, recorded }: LoadPlan, { ledger }: GraphSource): ReadonlySet<string> {
  const changed = new Set(graphs.filter(({ state }) => state !== 'unchanged').map(({ graph }) => graph));
  if (ledger === undefined) return changed;
  const stale = gone.some((graph) => recorded.has(graph));
  if (changed.size > 0 || stale) changed.add(ledger.graph);
  return changed;
}

function hasWork(changed: ReadonlySet<string>, { gone, leftovers }: LoadPlan, prune: boolean): boolean {
  return changed.size > 0 || leftovers.length > 0 || (prune && gone.length > 0);
}

/** The plan, or a new one where another load ended between it and the claim: it alone writes hashes. */
async function unlessOvertaken(plan: LoadPlan, source: GraphSource, client: StoreClient): Promise<LoadPlan> {
  if (source.ledger === undefined) return plan;
  const now = await recordedHashes(source.ledger.graph, client);
  const same =
    now.size === plan.recorded.size && [...now].every(([of, hash]) => plan.recorded.get(of) === hash);
  return same ? plan : planLoad(source, client);
}

/** @param between runs once all but the graph of hashes are in their place */
async function sendGraphs(
  plan: LoadPlan,
  source: GraphSource,
  changed: ReadonlySet<string>,
  loading: Loading,
  between: () => Promise<void>,
): Promise<void> {
  const { ledger } = source;
  let last: GraphContent | undefined;
  const others = function* () {
    for (const content of source.graphs()) {
      if (!changed.has(content.graph)) continue;
      if (content.graph === ledger?.graph) last = content;
      else yield content;
    }
  };
  if (changed.size > 0) {
    // No more: RDF4J takes three times as long for a MOVE of four large graphs as for four.
    await loadBatches(batches(others(), loading.client.profile.chunk.triples), loading);
  }
  await between();
  if (last !== undefined) await loadBatches([[withTriples(last, hashTriples(plan, ledger!))]], loading);
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

/** Graphs in groups of at most so many triples, where they are small enough. */
function* batches(contents: Iterable<GraphContent>, most: number): Generator<readonly GraphContent[]> {
  let batch: GraphContent[] = [];
  let count = 0;
  for (const content of contents) {
    if (batch.length > 0 && count + content.triples > most) {
      yield batch;
      batch = [];
      count = 0;
    }
    batch.push(content);
    count += content.triples;
  }
  if (batch.length > 0) yield batch;
}
