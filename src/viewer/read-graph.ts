/** The page's data as a graph. */
import { type DrawnReading, readDrawnSteps, readGraphSteps } from '../formats/index.ts';
import type { ClewGraph } from '../graph/index.ts';
import type { Steps } from '../model/index.ts';

const FROM = { file: 'clew-data' };

/** @param pieces of its text  @throws ProblemError where the data is damaged */
export function readGraph(pieces: Iterable<string>): Steps<ClewGraph> {
  return readGraphSteps(pieces, FROM);
}

/** The same for the screen. */
export function readDrawn(pieces: Iterable<string>): Steps<DrawnReading> {
  return readDrawnSteps(pieces, FROM);
}
