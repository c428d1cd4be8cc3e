/** Dataset to RDF quads and back: the only mapping there is, and the guard that every term passes. */

export { isIri, isWellFormed, percentEncodeIri, toWellFormed } from '../model/index.ts';
export type { Batch } from './article-sections.ts';
export {
  articleToQuads,
  claimToTriples,
  datasetBatches,
  datasetToQuads,
  datasetToTriples,
} from './dataset-to-quads.ts';
export {
  type DescribedFile,
  type DescriptionFacts,
  descriptionQuads,
  tallied,
} from './description-quads.ts';
export { DESCRIPTION_PREFIXES } from './description-terms.ts';
export { publishingPoints } from './fair-points.ts';
export { foreignQuadsToDataset } from './foreign-dataset.ts';
export { nameOfThing } from './foreign-vocabulary.ts';
export { type ForeignQuad, type ForeignTerm, guardQuad, guardQuads } from './guard-quads.ts';
export { isLexicalForm } from './lexical-forms.ts';
export {
  type DatasetHead,
  MappingContext,
  RDF_DEFAULTS,
  RDF_MODELS,
  type RdfModel,
  type RdfOptions,
  TEXT_LEVELS,
  type TextLevel,
} from './mapping-context.ts';
export { modelLosses } from './model-losses.ts';
export {
  checkBase,
  checkPrefixes,
  isPrefixName,
  modelPrefixes,
  rdfPrefixes,
  usedPrefixes,
} from './prefixes.ts';
export type { Measured, PointStatus, PublishingPoint } from './publishing-point.ts';
export {
  type BlankNode,
  DEFAULT_GRAPH,
  type Direction,
  type Graph,
  type Literal,
  type NamedNode,
  type Quad,
  quad,
  type Subject,
  type Term,
} from './quad.ts';
export type { RecordProblem } from './quad-index.ts';
export { compareRanked, type QuadCollector, type SectionCollector } from './quad-list.ts';
export { QuadTally, type TallyCounts } from './quad-tally.ts';
export { quadsToDataset } from './quads-to-dataset.ts';
export { BadShapeError, ShapeCheck, type ShapeCheckOptions, type ShapeReport } from './shape-check.ts';
export { subclassQuads } from './shape-classes.ts';
export { termKey } from './shape-data.ts';
export type { ShapeFinding } from './shape-findings.ts';
export { type ShapeDoubt, ShapeGraph } from './shape-graph.ts';
export {
  type DataPlace,
  isBlankLabel,
  isWritableTag,
  mendedLabel,
  mendedTag,
  TERM_GUARD_DEFAULTS,
  TermGuard,
  type TermGuardOptions,
  type TermProblem,
} from './term-guard.ts';
export { compareQuads, compareTerms, compareTriples, sortedQuads, sortedTriples } from './term-order.ts';
export { CLEW_TERMS, type ClewTerm } from './vocabulary.ts';
export { CLEW, NIF_PREFIXES, STANDARD_PREFIXES } from './well-known.ts';
