/** The data folder and JSON Lines to a Dataset and back, with every problem at its line; texts, coverage, counts. */
export {
  anchorDrift,
  articleDrift,
  type ClaimDrift,
  DRIFT_STATUSES,
  type DriftStatus,
  type SpanDrift,
} from './anchor-drift.ts';
export { type DriftEstimate, estimateDrift } from './anchor-estimate.ts';
export { articleRecord } from './article-record.ts';
export { checkAnchors } from './check-anchors.ts';
export { checkSources, type SourcesOptions } from './check-sources.ts';
export { type Coverage, coverage } from './coverage.ts';
export { decodeLines, decodeUtf8, readLines } from './decode.ts';
export { SEARCH_DEFAULTS, type SearchOptions, sourceTexts } from './find-sources.ts';
export { INIT_DEFAULTS, type InitOptions, type InitReport, initArticle } from './init-article.ts';
export { type ArticleLine, type JsonLinesOptions, readArticlesJsonl } from './jsonl.ts';
export {
  LOAD_DEFAULTS,
  type LoadedDataset,
  type LoadedSettings,
  type LoadOptions,
  loadDataset,
  loadSettings,
} from './load.ts';
export { loadJsonLines } from './load-jsonl.ts';
export { nearestWords } from './nearest.ts';
export { SourcePlaces } from './places.ts';
export { SHIPPED_ONTOLOGIES } from './read-dataset.ts';
export { type ArticleRecord, articleJsonSchema } from './schema.ts';
export { type Counts, type DatasetStats, datasetStats } from './stats.ts';
export { Vocabulary } from './vocabulary.ts';
export { articleToJsonLine, articleToYaml, datasetToYaml } from './write-data.ts';
