/** Dataset to files: which outputs there are, and all of them whole or none. */
export { AtomicFile, discardOpenFiles } from './atomic-file.ts';
export {
  type BuildOptions,
  type BuildReport,
  type BuiltFile,
  buildDataset,
  laidOutGraph,
} from './build-dataset.ts';
export { claimTurtle } from './claim-turtle.ts';
export type { OutputJob } from './output-job.ts';
export { DEFAULT_FORMATS, OUTPUT_FORMATS, type OutputFormat, outputs } from './outputs.ts';
export { placeProblems } from './place-problems.ts';
