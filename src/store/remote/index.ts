/** Remote stores: which there are, how to reach them, and the way in. */
export {
  CREDENTIAL_VARIABLES,
  type Credentials,
  credentialsFromEnvironment,
  credentialsFromFile,
} from './credentials.ts';
export { detectStore } from './detect.ts';
export {
  contentHash,
  datasetGraphs,
  type GraphContent,
  type GraphSource,
  quadGraphs,
} from './graph-content.ts';
export { load, STORE_LOAD_DEFAULTS, type StoreLoadOptions, type StoreLoadReport } from './load.ts';
export { type GraphDifference, loadDifferences } from './load-diff.ts';
export { type GraphState, type LoadPlan, type PlannedGraph, planLoad } from './load-plan.ts';
export {
  type Rewrite,
  STORE_PROFILES,
  type StoreEndpoints,
  type StoreProfile,
  storeProfile,
} from './profiles.ts';
export { REWRITE_WORDS } from './rewrites.ts';
export { skolemised } from './skolem.ts';
export { StoreClient } from './store-client.ts';
export { StoreError } from './store-error.ts';
export { HTTP_DEFAULTS, type HttpOptions, StoreHttp } from './store-http.ts';
