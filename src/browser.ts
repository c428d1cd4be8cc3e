/** The rooms that run in the browser as they are. */
export * from './formats/index.ts';
export * from './graph/index.ts';
export {
  DEFAULTS as LAYOUT_DEFAULTS,
  type LayoutOptions,
  type LayoutReport,
  layoutGraph,
} from './layout/index.ts';
export * from './model/index.ts';
export * from './ontology/index.ts';
/** Quads have names of their own (Literal, Subject), so they come under one. */
export * as rdf from './rdf/index.ts';
