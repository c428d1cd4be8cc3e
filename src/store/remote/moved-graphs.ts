/** Puts graphs that are proved in the place of those that readers see, and finds out whether they are there. */
import type { GraphContent } from './graph-content.ts';
import type { Loading } from './loading.ts';
import { StoreError } from './store-error.ts';
import { verifyCounts } from './verify.ts';

type Resend = (graphs: readonly GraphContent[]) => Promise<void>;

/** How often it is asked whether a MOVE arrived whose answer was lost. */
const LOOKS = 4;
/** A batch whose MOVE was lost on the way is sent once more. */
const ROUNDS = 2;

/**
 * Not sent twice: a second MOVE may find nothing to move, and leave nothing in its place.
 * @param round from 1: how often they were sent, @param resend sends graphs once more, under other names, and moves them
 * @returns whether the store answered; else it has been asked what became of it
 */
export async function moveGraphs(
  graphs: readonly GraphContent[],
  loading: Loading,
  round: number,
  resend: Resend,
): Promise<boolean> {
  const { client, claim } = loading;
  const update = claim.moving(
    graphs.map(({ graph }) => `MOVE GRAPH <${claim.staging(graph, round)}> TO GRAPH <${graph}>`),
  );
  try {
    await client.update(update, 'put graphs in their place', false);
    return true;
  } catch (error) {
    if (!(error instanceof StoreError) || !['store-unreachable', 'store-silent'].includes(error.code))
      throw error;
    await settle(graphs, loading, round, resend, error);
    return false;
  }
}

/** @throws StoreError where a MOVE that was answered did not do what it says */
export async function verifyPlaces(
  graphs: readonly GraphContent[],
  { client, claim }: Loading,
  round: number,
): Promise<void> {
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
  resend: Resend,
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
  await resend(open);
}

/** The triples of those graphs that are there. */
function countsOf(sent: ReadonlyMap<string, number>, present: { has(graph: string): boolean }) {
  return new Map([...sent].filter(([graph]) => present.has(graph)));
}

function sizes(graphs: readonly GraphContent[]): ReadonlyMap<string, number> {
  return new Map(graphs.map(({ graph, triples }) => [graph, triples]));
}
