/** Remote stores: which there are, how to reach them, and the way in. */
export {
  CREDENTIAL_VARIABLES,
  type Credentials,
  credentialsFromEnvironment,
  credentialsFromFile,
} from './credentials.ts';
export { detectStore } from './detect.ts';
export { directFetch } from './direct-fetch.ts';
export { EarlyAdds } from './early-adds.ts';
export { type ForeignGraphOptions, foreignGraphs } from './foreign-graphs.ts';
export { datasetGraphs, type GraphContent, type GraphSource } from './graph-content.ts';
export { GraphSpill, SPILL_DEFAULTS, type SpillOptions } from './graph-spill.ts';
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
export { StoreClient } from './store-client.ts';
export { StoreError } from './store-error.ts';
export { HTTP_DEFAULTS, type HttpOptions, StoreHttp } from './store-http.ts';
