/** Stores: SPARQL over data in memory and over endpoints, and the way into stores of others. */
export { cutResult } from './embedded/cut-result.js';
export {
  ENGINE_DEFAULTS,
  type EngineOptions,
  QUERY_DEFAULTS,
  type QueryOptions,
  type QueryResult,
  SparqlEngine,
} from './embedded/engine.ts';
export type { GraphCount, GraphNames, QuadBytes } from './embedded/messages.ts';
export { type FailureReason, QueryFailure } from './embedded/query-failure.ts';
export {
  PREPARE_DEFAULTS,
  type PreparedQuery,
  type PrepareOptions,
  prepareQuery,
} from './query/prepare-query.ts';
export { type QueryForm, type QueryShape, queryShape } from './query/query-shape.ts';
export { readQuery } from './query/read-query.ts';
export { syntaxProblem } from './query/syntax-problem.ts';
export {
  ENDPOINT_DEFAULTS,
  type EndpointAnswer,
  type EndpointOptions,
  endpointUrl,
  queryEndpoint,
} from './query-endpoint.ts';
export { datasetSource, fileSource, isRdfFile, QUERIED_ENDINGS, type QuerySource } from './query-sources.ts';
export * from './remote/index.ts';
export { GRAPH_FORMATS, type GraphFormat, TABLE_FORMATS, type TableFormat } from './result-formats.ts';
export { turtleOf, writeResultTurtle } from './result-turtle.ts';
export { type SavedQuestion, savedQuestions } from './saved-questions.ts';
export {
  iriText,
  type ResultRow,
  type ResultTerm,
  type ResultTriple,
  type SparqlJson,
  type TermStyle,
  termText,
} from './sparql-json.ts';
export { Turns } from './turns.ts';
