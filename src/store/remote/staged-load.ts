/** Brings a batch of graphs into a store: beside the old ones first, proved there, then in their place. */
import { setImmediate as turn } from 'node:timers/promises';
import { Behind } from './behind.ts';
import { chunks } from './chunks.ts';
import type { GraphContent } from './graph-content.ts';
import type { Loading } from './loading.ts';
import { moveGraphs, verifyPlaces } from './moved-graphs.ts';
import { Sample } from './sample.ts';
import type { Prepared, StoreClient } from './store-client.ts';
import { verifyStaged } from './verify.ts';

/** Graphs that are proved and moved together. */
interface Batch {
  readonly graphs: readonly GraphContent[];
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

/**
 * Loads batches one after the other. Whatever fails before the last step of a batch leaves the graphs that readers see as they
 * were. The store takes one request for changes at a time; meanwhile the next is made of its lines and proved, and the batch
 * before is compared with what was sent.
 * @throws StoreError
 */
export async function loadBatches(
  batches: Iterable<readonly GraphContent[]>,
  loading: Loading,
  round = 1,
): Promise<void> {
  const steps = stepsOf(batches, loading, round);
  /** All that is in the store and not in its place. */
  const staged = new Set<Batch>();
  const behind = new Behind();
  let compared: { readonly batch: Batch; readonly proof: Promise<void> } | undefined;
  const placeCompared = async () => {
    if (compared === undefined) return;
    const { batch, proof } = compared;
    await proof;
    for (const some of slices(batch.graphs, loading.client.profile.moves)) {
      await behind.looked();
      await loading.claim.check();
      batch.placing = true;
      const answered = await moveGraphs(some, loading, round, (open) =>
        loadBatches([open], { ...loading, onSent: () => {} }, round + 1),
      );
      if (answered) behind.look(verifyPlaces(some, loading, round));
      batch.placing = false;
    }
    staged.delete(batch);
    compared = undefined;
  };
  const next: Step[] = [];
  /** @returns whether there was one more */
  const take = (): boolean => {
    const { done, value } = steps.next();
    if (!done) next.push(value);
    return !done;
  };
  try {
    while (next.length > 0 || take()) {
      const { batch, request } = next.shift()!;
      staged.add(batch);
      if (request === undefined) {
        await placeCompared();
        const proof = verifyStaged(batch.staged, batch.sample, loading.client, loading.rewrites);
        compared = { batch, proof: behind.go(proof) };
        continue;
      }
      const added = behind.go(add(request, loading));
      // Until it waits for the store, it gets all the time there is.
      await turn();
      await turn();
      while (!next.some((step) => step.request !== undefined) && take());
      await added;
      await placeCompared();
    }
    await placeCompared();
    await behind.end();
  } catch (error) {
    // Nothing goes on behind the back of who was told that it failed.
    await behind.end().catch(() => {});
    // The old graphs stand; what was on the way is in nobody's. A graph that may be moving is left to the next load.
    const open = [...staged].filter(({ placing }) => !placing);
    await dropGraphs(
      open.flatMap((batch) => [...batch.staged.keys()]),
      loading.client,
    ).catch(() => {});
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
    const batch: Batch = { graphs, sample: new Sample(total), staged, placing: false };
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

function* slices<T>(all: readonly T[], most: number): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += most) yield all.slice(at, at + most);
}

/** Graphs that are not there are none of its business. */
export async function dropGraphs(graphs: readonly string[], client: StoreClient): Promise<void> {
  for (const some of slices(graphs, client.profile.moves)) {
    const drops = some.map((graph) => `DROP SILENT GRAPH <${graph}>`);
    await client.update(drops.join(' ;\n'), 'drop graphs', true);
  }
}
