/** Brings a batch of graphs into a store: beside the old ones first, proved there, then in their place. */
import { setImmediate as turn } from 'node:timers/promises';
import { chunks } from './chunks.ts';
import type { GraphContent } from './graph-content.ts';
import type { LoadClaim } from './load-claim.ts';
import { Sample } from './sample.ts';
import type { Prepared, StoreClient } from './store-client.ts';
import { StoreError } from './store-error.ts';
import { type RewriteCounts, verifyCounts, verifyStaged } from './verify.ts';

/** A load on its way. */
export interface Loading {
  readonly client: StoreClient;
  readonly claim: LoadClaim;
  readonly rewrites: RewriteCounts;
  readonly onSent: (triples: number) => void;
  /** Graphs that are on the way already, whole. */
  readonly early?: { readonly graphs: ReadonlySet<string>; handOver(staged: string): void } | undefined;
}

/** Graphs that are proved and moved together. */
interface Batch {
  readonly graphs: readonly GraphContent[];
  readonly round: number;
  readonly sample: Sample;
  /** The graphs where they are first, with their triples. */
  readonly staged: ReadonlyMap<string, number>;
  /** Once any of it may be in its place. */
  placing: boolean;
}

/** A request of a batch or, without one, its end. */
interface Step {
  readonly batch: Batch;
  readonly request?: Prepared;
}

/** How often it is asked whether a MOVE arrived whose answer was lost. */
const LOOKS = 4;
/** A batch whose MOVE was lost on the way is sent once more. */
const ROUNDS = 2;

/**
 * Loads batches one after the other. Whatever fails before the last step of a batch leaves the graphs that readers see as they
 * were. One request is on its way while the next is made of its lines and proved.
 * @throws StoreError
 */
export async function loadBatches(
  batches: Iterable<readonly GraphContent[]>,
  loading: Loading,
  round = 1,
): Promise<void> {
  const steps = stepsOf(batches, loading, round);
  let open: Batch | undefined;
  let working: Promise<void> = Promise.resolve();
  try {
    for (let step = steps.next(); !step.done; ) {
      const { batch, request } = step.value;
      open = batch;
      working = request === undefined ? finish(batch, loading) : add(request, loading);
      // Its failure is heard below. Until it waits for the store, it gets all the time there is.
      working.catch(() => {});
      await turn();
      await turn();
      step = steps.next();
      await working;
      if (request === undefined) open = undefined;
    }
  } catch (error) {
    // Nothing goes on behind the back of who was told that it failed.
    await working.catch(() => {});
    // The old graphs stand; what was on the way is in nobody's. A graph that may be moving is left to the next load.
    if (open?.placing === false) await dropGraphs([...open.staged.keys()], loading.client).catch(() => {});
    throw error;
  }
}

/** Makes the requests as they are asked for. A graph larger than a chunk is cut. */
function* stepsOf(
  batches: Iterable<readonly GraphContent[]>,
  { client, claim, onSent, early }: Loading,
  round: number,
): Generator<Step> {
  for (const graphs of batches) {
    const targets = graphs.map(({ graph, triples, texts }) => ({
      graph: claim.staging(graph, round),
      triples,
      texts,
    }));
    const staged = new Map(targets.map(({ graph, triples }) => [graph, triples]));
    const total = targets.reduce((sum, { triples }) => sum + triples, 0);
    const batch: Batch = { graphs, round, sample: new Sample(total), staged, placing: false };
    for (const name of staged.keys()) early?.handOver(name);
    const isEarly = ({ graph }: GraphContent) => round === 1 && early?.graphs.has(graph) === true;
    const [there, missing] = [true, false].map((is) =>
      targets.filter((_, at) => isEarly(graphs[at]!) === is),
    );
    for (const parts of chunks(there!, client.profile.chunk)) {
      batch.sample.see(parts);
      onSent(parts.reduce((sum, { triples }) => sum + triples, 0));
    }
    for (const parts of chunks(missing!, client.profile.chunk)) {
      batch.sample.see(parts);
      for (const request of client.prepare(parts)) yield { batch, request };
    }
    yield { batch };
  }
}

async function add(request: Prepared, { client, onSent }: Loading): Promise<void> {
  await client.add(request);
  onSent(request.triples);
}

async function finish(batch: Batch, loading: Loading): Promise<void> {
  const { client, claim, rewrites } = loading;
  const { graphs, round, sample, staged } = batch;
  await verifyStaged(staged, sample, client, rewrites);
  for (let at = 0; at < graphs.length; at += client.profile.moves) {
    await claim.check();
    batch.placing = true;
    await move(graphs.slice(at, at + client.profile.moves), loading, round);
    batch.placing = false;
  }
}

/** Not sent twice: a second MOVE may find nothing to move, and leave nothing in its place. */
async function move(graphs: readonly GraphContent[], loading: Loading, round: number): Promise<void> {
  const { client, claim } = loading;
  const update = graphs
    .map(({ graph }) => `MOVE GRAPH <${claim.staging(graph, round)}> TO GRAPH <${graph}>`)
    .join(' ;\n');
  try {
    await client.update(update, 'put graphs in their place', false);
  } catch (error) {
    if (!(error instanceof StoreError) || !['store-unreachable', 'store-silent'].includes(error.code))
      throw error;
    return settle(graphs, loading, round, error);
  }
  const waiting = graphs.map(({ graph }) => claim.staging(graph, round));
  const places = [...waiting, ...graphs.map(({ graph }) => graph)];
  // What a transaction has moved is whole. One question for both places: each is a walk through what was just moved.
  const whole = client.profile.promise === 'request';
  const kept = whole ? await client.present(places) : await client.counts(places);
  for (const graph of waiting.filter((name) => kept.has(name))) {
    throw new StoreError({
      code: 'store-lost',
      message: 'the store says that it put a graph in its place, and did not',
      hint: 'See the log of the server; the next load goes on from here.',
      said: graph,
    });
  }
  const sent = sizes(graphs);
  verifyCounts(sent, kept instanceof Map ? kept : countsOf(sent, kept), 'in place');
}

/**
 * The answer was lost. The store may still be at it: it is asked a few times. What then is not in its place is sent again under
 * other names where the request itself was lost, so that the first MOVE does no harm however late it comes.
 * @throws the first error where the store can't say, or is still silent
 */
async function settle(
  graphs: readonly GraphContent[],
  loading: Loading,
  round: number,
  error: StoreError,
): Promise<void> {
  const { client, claim } = loading;
  let open = graphs;
  for (let look = 0; look < LOOKS && open.length > 0; look += 1) {
    await client.pause(look);
    const names = open.flatMap(({ graph }) => [graph, claim.staging(graph, round)]);
    const kept = await client.counts(names).catch(() => {
      throw error;
    });
    open = open.filter(
      ({ graph, triples }) => kept.has(claim.staging(graph, round)) || kept.get(graph) !== triples,
    );
  }
  if (open.length === 0) return;
  if (error.code === 'store-silent' || round >= ROUNDS) throw error;
  claim.abandoned.push(...open.map(({ graph }) => claim.staging(graph, round)));
  await loadBatches([open], { ...loading, onSent: () => {} }, round + 1);
}

/** The triples of those graphs that are there. */
function countsOf(sent: ReadonlyMap<string, number>, present: { has(graph: string): boolean }) {
  return new Map([...sent].filter(([graph]) => present.has(graph)));
}

function sizes(graphs: readonly GraphContent[]): ReadonlyMap<string, number> {
  return new Map(graphs.map(({ graph, triples }) => [graph, triples]));
}

/** Graphs that are not there are none of its business. */
export async function dropGraphs(graphs: readonly string[], client: StoreClient): Promise<void> {
  const at = client.profile.moves;
  for (let from = 0; from < graphs.length; from += at) {
    const drops = graphs.slice(from, from + at).map((graph) => `DROP SILENT GRAPH <${graph}>`);
    await client.update(drops.join(' ;\n'), 'drop graphs', true);
  }
}
