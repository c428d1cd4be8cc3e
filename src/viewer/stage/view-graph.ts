/** The view graph: the scene as Sigma reads a graph, without a second copy of its nodes and edges. */
import type { MultiDirectedGraph } from 'graphology';
import type { Scene } from './scene.ts';

export interface ViewNode {
  x: number;
  y: number;
  /** Number of the node in the scene. */
  item: number;
}
export interface ViewEdge {
  /** Number of the edge in the scene. */
  item: number;
}
export type ViewGraph = MultiDirectedGraph<ViewNode, ViewEdge>;

/** What Sigma 3 calls on a graph that is set after it was made. Nothing is ever added, so listeners are not kept. */
type Read =
  | 'order'
  | 'nodes'
  | 'edges'
  | 'hasNode'
  | 'hasEdge'
  | 'forEachNode'
  | 'forEachEdge'
  | 'getNodeAttributes'
  | 'getEdgeAttributes'
  | 'extremities'
  | 'on'
  | 'removeListener';

/** Attributes are read into one object that is filled anew at every call: Sigma copies them before it goes on. */
export function viewGraph({ nodes, edges }: Scene): ViewGraph {
  const node: ViewNode = { x: 0, y: 0, item: 0 };
  const edge: ViewEdge = { item: 0 };
  const readNode = (item: number): ViewNode => {
    node.x = nodes.x[item]!;
    node.y = nodes.y[item]!;
    node.item = item;
    return node;
  };
  const readEdge = (item: number): ViewEdge => {
    edge.item = item;
    return edge;
  };
  const graph: { [Name in Read]: unknown } = {
    order: nodes.keys.length,
    nodes: () => [...nodes.keys],
    edges: () => [...edges.keys],
    hasNode: (key: string) => nodes.index.has(key),
    hasEdge: (key: string) => edges.index.has(key),
    forEachNode: (visit: (key: string, attributes: ViewNode) => void) => {
      for (let item = 0; item < nodes.keys.length; item += 1) visit(nodes.keys[item]!, readNode(item));
    },
    forEachEdge: (visit: (key: string, attributes: ViewEdge) => void) => {
      for (let item = 0; item < edges.keys.length; item += 1) visit(edges.keys[item]!, readEdge(item));
    },
    getNodeAttributes: (key: string) => readNode(nodes.index.get(key)!),
    getEdgeAttributes: (key: string) => readEdge(edges.index.get(key)!),
    extremities: (key: string) => {
      const item = edges.index.get(key)!;
      return [nodes.keys[edges.source[item]!], nodes.keys[edges.target[item]!]];
    },
    on: () => {},
    removeListener: () => {},
  };
  return graph as unknown as ViewGraph;
}
