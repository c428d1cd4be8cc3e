/** The graph as Sigma sees it: one that has nodes and edges and never names them, so that Sigma keeps no copy of each. */
import type { MultiDirectedGraph } from 'graphology';

export type ViewGraph = MultiDirectedGraph;

/** What Sigma 3 calls on a graph that is set after it was made. */
type Read =
  | 'order'
  | 'nodes'
  | 'edges'
  | 'hasNode'
  | 'hasEdge'
  | 'forEachNode'
  | 'forEachEdge'
  | 'on'
  | 'removeListener';

/** @param order of the graph; Sigma draws nothing where it is 0 */
export function viewGraph(order: number): ViewGraph {
  const graph: { [Name in Read]: unknown } = {
    order,
    nodes: () => [],
    edges: () => [],
    hasNode: () => false,
    hasEdge: () => false,
    forEachNode: () => {},
    forEachEdge: () => {},
    on: () => {},
    removeListener: () => {},
  };
  return graph as unknown as ViewGraph;
}
