/** Dataset to a graphology MultiDirectedGraph, and what its nodes and edges carry. */
export * from './attributes.ts';
export * from './claim-degrees.ts';
export * from './claim-fields.ts';
export * from './contradictions.ts';
export * from './dataset-to-graph.ts';
export * from './kind-groups.ts';
export * from './line-style.ts';
export * from './metrics/index.ts';
export * from './palette.ts';
export * from './palette-css.ts';
export * from './words/index.ts';
