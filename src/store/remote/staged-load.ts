/** Brings a batch of graphs into a store: beside the old ones first, proved there, then in their place. */
import type { Quad } from '../../rdf/index.ts';
import type { GraphContent } from './graph-content.ts';
import { STAGING } from './load-plan.ts';
import type { Part, Prepared, StoreClient } from './store-client.ts';
import { StoreError } from './store-error.ts';
import { type RewriteCounts, verifyCounts, verifyParts } from './verify.ts';

export interface PreparedBatch {
  readonly graphs: readonly GraphContent[];
  /** The same by the graphs where they are first. */
  readonly staged: readonly Part[];
  readonly requests: readonly Prepared[];
  readonly triples: number;
}

/** Makes the requests of a batch and proves them. A graph larger than a chunk is cut. */
export async function prepareBatch(
  graphs: readonly GraphContent[],
  client: StoreClient,
): Promise<PreparedBatch> {
  const staged = graphs.map(({ graph, triples }): Part => [graph + STAGING, triples]);
  const requests: Prepared[] = [];
  for (const parts of chunks(staged, client.profile.chunk)) requests.push(...(await client.prepare(parts)));
  const triples = graphs.reduce((sum, { triples: { length } }) => sum + length, 0);
  return { graphs, staged, requests, triples };
}

/**
 * Loads a batch. Whatever fails before the last step leaves the graphs that readers see as they were.
 * @throws StoreError
 */
export async function loadBatch(
  batch: PreparedBatch,
  client: StoreClient,
  rewrites: RewriteCounts,
  onSent: (triples: number) => void,
): Promise<void> {
  const names = batch.staged.map(([graph]) => graph);
  await dropGraphs(names, client);
  try {
    for (const request of batch.requests) {
      await client.add(request);
      if ('triples' in request) onSent(request.triples);
    }
    await verifyParts(batch.staged, client, rewrites);
  } catch (error) {
    // The old graphs stand; what was on the way is in nobody's.
    await dropGraphs(names, client).catch(() => {});
    throw error;
  }
  for (let at = 0; at < batch.graphs.length; at += client.profile.moves) {
    await move(batch.graphs.slice(at, at + client.profile.moves), client);
  }
}

/** Not sent twice: a second MOVE finds nothing to move, and would leave nothing in its place. */
async function move(graphs: readonly GraphContent[], client: StoreClient): Promise<void> {
  const sent = new Map(graphs.map(({ graph, triples }) => [graph, triples.length]));
  const update = graphs
    .map(({ graph }) => `MOVE GRAPH <${graph}${STAGING}> TO GRAPH <${graph}>`)
    .join(' ;\n');
  try {
    await client.update(update, 'put graphs in their place', false);
  } catch (error) {
    if (!(error instanceof StoreError) || !['store-unreachable', 'store-silent'].includes(error.code))
      throw error;
    await settle(graphs, client, error);
  }
  verifyCounts(sent, await client.counts([...sent.keys()]));
}

/** The answer was lost: what is still beside its place is moved again, one by one. @throws the first error where the store can't say */
async function settle(
  graphs: readonly GraphContent[],
  client: StoreClient,
  error: StoreError,
): Promise<void> {
  const waiting = await client.counts(graphs.map(({ graph }) => graph + STAGING)).catch(() => {
    throw error;
  });
  for (const { graph, triples } of graphs) {
    if (waiting.get(graph + STAGING) !== triples.length) continue;
    await client.update(
      `MOVE GRAPH <${graph}${STAGING}> TO GRAPH <${graph}>`,
      'put a graph in its place',
      false,
    );
  }
}

/** Graphs that are not there are none of its business. */
export async function dropGraphs(graphs: readonly string[], client: StoreClient): Promise<void> {
  const at = client.profile.moves;
  for (let from = 0; from < graphs.length; from += at) {
    const drops = graphs.slice(from, from + at).map((graph) => `DROP SILENT GRAPH <${graph}>`);
    await client.update(drops.join(' ;\n'), 'drop graphs', true);
  }
}

/** A line is about this long beside its terms' text: punctuation, datatype, the name of its graph. */
const LINE_OVERHEAD = 200;

/** Groups of parts within the limits of one request; what stands together stays so where it can. */
function* chunks(
  parts: readonly Part[],
  { triples: most, characters }: { readonly triples: number; readonly characters: number },
): Generator<readonly Part[]> {
  let chunk: Part[] = [];
  let count = 0;
  let length = 0;
  for (const [graph, triples] of parts) {
    let from = 0;
    for (const [at, triple] of triples.entries()) {
      const size = roughly(triple) + graph.length;
      if (count > 0 && (count + 1 > most || length + size > characters)) {
        if (at > from) chunk.push([graph, triples.slice(from, at)]);
        yield chunk;
        chunk = [];
        count = 0;
        length = 0;
        from = at;
      }
      count += 1;
      length += size;
    }
    if (from < triples.length) chunk.push([graph, triples.slice(from)]);
  }
  if (chunk.length > 0) yield chunk;
}

function roughly({ subject, predicate, object }: Quad): number {
  return LINE_OVERHEAD + subject.value.length + predicate.value.length + object.value.length;
}
