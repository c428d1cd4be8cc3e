/** The page's data as a graph. */
import { readGraphSteps } from '../formats/index.ts';
import type { ClewGraph } from '../graph/index.ts';
import type { Steps } from '../model/index.ts';

/** @param pieces of its text  @throws ProblemError where the data is damaged */
export function readGraph(pieces: Iterable<string>): Steps<ClewGraph> {
  return readGraphSteps(pieces, { file: 'clew-data' });
}
