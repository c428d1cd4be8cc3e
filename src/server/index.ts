/** HTTP on loopback: the viewer, linked data, pages and files. */
export { type Document, type DocumentName, Documents, OUTSTANDING_DOCUMENTS } from './documents.ts';
export type { ServedFile } from './files.ts';
export { GRAPH_STORE_DEFAULTS, type GraphStoreOptions, graphStoreHandler } from './graph-store.ts';
export type { Handler } from './handler.ts';
export { Publication, type PublicationSource, type TurtleText } from './linked/publication.ts';
export { LISTEN_DEFAULTS, type Listening, type ListenOptions, listen } from './listen.ts';
export { type LiveOptions, LiveSite, type LoadedSite, publish, type SiteSource } from './live-site.ts';
export { mediaType } from './media-types.ts';
export { Outstanding } from './outstanding.ts';
export { pageCss } from './pages/index.ts';
export { reconcileHandler } from './reconcile/handler.ts';
export { siteHandler } from './site.ts';
export { editorHandler } from './sparql/editor-handler.ts';
export { LiveEngine } from './sparql/live-engine.ts';
export { type QueryPageOptions, queryPageHandler } from './sparql/query-page-handler.ts';
export {
  OUTSTANDING_RESULTS,
  SPARQL_DEFAULTS,
  type SparqlOptions,
  sparqlHandler,
} from './sparql/sparql-handler.ts';
export { type ViewOptions, viewHandler } from './sparql/view-handler.ts';
export type { IriStyle } from './static/site-files.ts';
export { type SiteReport, type WriteSiteOptions, writeSite } from './static/write-site.ts';
