/** Dataset to files: which outputs there are, and all of them whole or none. */
export { AtomicFile, discardOpenFiles } from './atomic-file.ts';
export {
  type BuildOptions,
  type BuildReport,
  type BuiltFile,
  buildDataset,
  type LaidOutOptions,
  laidOutGraph,
} from './build-dataset.ts';
export {
  checkDatasetShapes,
  checkFileShapes,
  holdsRecords,
  type ShapeProblem,
  type ShapesReport,
} from './check-shapes.ts';
export { claimTurtle } from './claim-turtle.ts';
export { type ComparedDatasets, compareDatasets } from './compare-datasets.ts';
export { compareTriples as compareQuads, type TripleChanges } from './compare-triples.ts';
export { type ConvertedFile, type ConvertOptions, convertDataset } from './convert-dataset.ts';
export { type ConvertQuadsOptions, convertQuads } from './convert-quads.ts';
export { COMPARED_ENDINGS, type DiffSide, openDiffSide, openQuadSide, type QuadSide } from './diff-side.ts';
export { type MediaType, mediaTypeOf } from './media-types.ts';
export type { OutputJob, WrittenFile } from './output-job.ts';
export {
  DEFAULT_FORMATS,
  formatOf,
  OUTPUT_FORMATS,
  type OutputFormat,
  outputs,
  unfitFormats,
} from './outputs.ts';
export { placeProblems, problemsInFile } from './place-problems.ts';
export { RDF_ENDINGS, type RdfFile, readRdfFile } from './rdf-file.ts';
export { readDatasetFile } from './read-dataset-file.ts';
export { type LoadedShapes, loadShapes } from './shapes-files.ts';
