/** Layout: places for the nodes of a graph. */
export { DEFAULTS, type LayoutOptions, type LayoutReport, layoutGraph } from './layout.ts';
