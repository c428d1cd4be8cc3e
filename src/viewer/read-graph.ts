/** The page's data as a graph. */
import { readGraphJson } from '../formats/index.ts';
import type { ClewGraph } from '../graph/index.ts';

/** @throws ProblemError where the data is damaged */
export function readGraph(text: string): ClewGraph {
  return readGraphJson(text, { file: 'clew-data' });
}
