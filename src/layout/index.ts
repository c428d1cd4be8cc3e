/** Layout: places for the nodes of a graph. */
export { DEFAULTS, type LayoutOptions, type LayoutReport, layoutGraph } from './layout.ts';
export { LayoutRun, type LayoutRunOptions, type Place, RUN_DEFAULTS } from './layout-run.ts';
export { putEntities } from './put-entities.ts';
