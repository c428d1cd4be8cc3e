/** Brings a batch of graphs into a store: beside the old ones first, proved there, then in their place. */
import { chunks } from './chunks.ts';
import type { GraphContent } from './graph-content.ts';
import type { LoadClaim } from './load-claim.ts';
import type { Part, Prepared, StoreClient } from './store-client.ts';
import { StoreError } from './store-error.ts';
import { type RewriteCounts, verifyCounts, verifyParts } from './verify.ts';

export interface PreparedBatch {
  readonly graphs: readonly GraphContent[];
  /** The same by the graphs where they are first. */
  readonly staged: readonly Part[];
  readonly requests: readonly Prepared[];
}

/** A load on its way. */
export interface Loading {
  readonly client: StoreClient;
  readonly claim: LoadClaim;
  readonly rewrites: RewriteCounts;
  readonly onSent: (triples: number) => void;
}

/** How often it is asked whether a MOVE arrived whose answer was lost. */
const LOOKS = 4;
/** A batch whose MOVE was lost on the way is sent once more. */
const ROUNDS = 2;

/** Makes the requests of a batch and proves them. A graph larger than a chunk is cut. */
export async function prepareBatch(
  graphs: readonly GraphContent[],
  { client, claim }: Pick<Loading, 'client' | 'claim'>,
  round = 1,
): Promise<PreparedBatch> {
  const staged = graphs.map(({ graph, triples }): Part => [claim.staging(graph, round), triples]);
  const requests: Prepared[] = [];
  for (const parts of chunks(staged, client.profile.chunk)) requests.push(...(await client.prepare(parts)));
  return { graphs, staged, requests };
}

/**
 * Loads a batch. Whatever fails before the last step leaves the graphs that readers see as they were.
 * @throws StoreError
 */
export async function loadBatch(batch: PreparedBatch, loading: Loading, round = 1): Promise<void> {
  const { client, claim, rewrites, onSent } = loading;
  let placing = false;
  try {
    for (const request of batch.requests) {
      await client.add(request);
      onSent(request.triples);
    }
    await verifyParts(batch.staged, client, rewrites);
    for (let at = 0; at < batch.graphs.length; at += client.profile.moves) {
      await claim.check();
      placing = true;
      await move(batch.graphs.slice(at, at + client.profile.moves), loading, round);
      placing = false;
    }
  } catch (error) {
    // The old graphs stand; what was on the way is in nobody's. A graph that may be moving is left to the next load.
    if (!placing)
      await dropGraphs(
        batch.staged.map(([graph]) => graph),
        client,
      ).catch(() => {});
    throw error;
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
  // One question for both places: each is a walk through what was just moved.
  const kept = await client.counts([...waiting, ...graphs.map(({ graph }) => graph)]);
  for (const graph of waiting.filter((name) => kept.has(name))) {
    throw new StoreError({
      code: 'store-lost',
      message: 'the store says that it put a graph in its place, and did not',
      hint: 'See the log of the server; the next load goes on from here.',
      said: graph,
    });
  }
  verifyCounts(sizes(graphs), kept, 'in place');
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
      ({ graph, triples }) => kept.has(claim.staging(graph, round)) || kept.get(graph) !== triples.length,
    );
  }
  if (open.length === 0) return;
  if (error.code === 'store-silent' || round >= ROUNDS) throw error;
  claim.abandoned.push(...open.map(({ graph }) => claim.staging(graph, round)));
  const again = await prepareBatch(open, loading, round + 1);
  await loadBatch(again, { ...loading, onSent: () => {} }, round + 1);
}

function sizes(graphs: readonly GraphContent[]): ReadonlyMap<string, number> {
  return new Map(graphs.map(({ graph, triples }) => [graph, triples.length]));
}

/** Graphs that are not there are none of its business. */
export async function dropGraphs(graphs: readonly string[], client: StoreClient): Promise<void> {
  const at = client.profile.moves;
  for (let from = 0; from < graphs.length; from += at) {
    const drops = graphs.slice(from, from + at).map((graph) => `DROP SILENT GRAPH <${graph}>`);
    await client.update(drops.join(' ;\n'), 'drop graphs', true);
  }
}
