/** The plane of a drawn graph: every node at its place, every claim's line from rim to rim, y downward. */
import type { ClewGraph, EdgeAttributes, NodeAttributes } from '../graph/index.ts';
import { compareCodePoints } from '../model/index.ts';
import type { Drawing, DrawnEdge, DrawnNode } from './drawing.ts';
import { type EdgePath, edgePath, pointAt } from './edge-path.ts';

export interface SceneNode extends DrawnNode {
  readonly key: string;
  readonly attributes: NodeAttributes;
}

export interface SceneEdge extends DrawnEdge {
  readonly key: string;
  readonly attributes: EdgeAttributes;
  /** Ends where the arrow's point begins. */
  readonly path: EdgePath;
}

export interface Scene {
  /** Sorted by key. */
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
}

/** Length of an arrow's point. */
export const ARROW = 7;
/** Claims about claims about claims: beyond this the place of the layout is taken. */
const DEEPEST = 64;

/**
 * A claim's node sits on the middle of its drawn line, so that the lines to its ends need no drawing of their own;
 * where the claim has no line (its object is a literal), they are kept.
 */
export function sceneOf(graph: ClewGraph, drawn: Drawing): Scene {
  const places = new Map<string, DrawnNode>();
  const paths = new Map<string, EdgePath>();
  const placeOf = (node: string, depth: number): DrawnNode => {
    const known = places.get(node);
    if (known) return known;
    const flat = drawn.node(node);
    let placed: DrawnNode = { ...flat, y: -flat.y };
    const claim = node.slice('claim:'.length);
    if (graph.getNodeAttribute(node, 'role') === 'claim' && graph.hasEdge(claim) && depth < DEEPEST) {
      placed = { ...placed, ...pointAt(pathOf(claim, depth + 1), 0.5) };
    }
    places.set(node, placed);
    return placed;
  };
  const pathOf = (edge: string, depth: number): EdgePath => {
    const known = paths.get(edge);
    if (known) return known;
    const [source, target] = graph.extremities(edge);
    const flipped = compareCodePoints(source, target) > 0;
    const gap = graph.getEdgeAttribute(edge, 'role') === 'about' ? 0 : ARROW;
    // With y downward left becomes right: the lanes are counted from the other side.
    const path = edgePath(
      placeOf(source, depth),
      placeOf(target, depth),
      drawn.edge(edge).lane,
      !flipped,
      gap,
    );
    paths.set(edge, path);
    return path;
  };
  const nodes = graph.mapNodes((key, attributes): SceneNode => ({ ...placeOf(key, 0), key, attributes }));
  const edges: SceneEdge[] = [];
  graph.forEachEdge((key, attributes, source) => {
    if (attributes.role === 'about' && graph.hasEdge(source.slice('claim:'.length))) return;
    edges.push({ ...drawn.edge(key), key, attributes, path: pathOf(key, 0) });
  });
  const byKey = (a: { key: string }, b: { key: string }) => compareCodePoints(a.key, b.key);
  return { nodes: nodes.sort(byKey), edges: edges.sort(byKey) };
}
