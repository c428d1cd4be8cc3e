/** From selection, emphasis and pointer to what is in focus, what is marked, and what is labelled. */
import { around, type Item, type Items, itemsOf } from './focus.ts';
import type { Scene } from './scene.ts';

/** What the reader attends to, most important first; numbers of nodes and edges. */
export interface Attention {
  /** Pointed at or selected: labelled whatever it covers. */
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  /** In focus: labelled before all others. */
  readonly nearNodes: readonly number[];
  readonly nearEdges: readonly number[];
  /** Of the near nodes, those that the view asks for: if they are few, labelled even upon discs, though not upon names. */
  readonly emphasised: ReadonlySet<number>;
  /** The node or edge under the pointer is read in full. */
  readonly pointedNode: number | undefined;
  /** Everything else recedes. */
  readonly dims: boolean;
}

export const NO_ATTENTION: Attention = {
  nodes: [],
  edges: [],
  nearNodes: [],
  nearEdges: [],
  emphasised: new Set(),
  pointedNode: undefined,
  dims: false,
};

/** What is selected; `accent` are the nodes that stand for, or carry, a selected claim. */
export interface Selection extends Items {
  readonly accent: ReadonlySet<number>;
}

/** Selected keys as items. A claim with a literal object has no line: its subject's node is marked for it. */
export function selectionOf(scene: Scene, keys: Iterable<string>): Selection {
  const known = itemsOf(scene, keys);
  const accent = new Set([...known.nodes].filter((node) => scene.nodes.bead[node] === 1));
  const nodes = new Set(known.nodes);
  for (const key of keys) {
    if (scene.nodes.index.has(key) || scene.edges.index.has(key)) continue;
    const subject = scene.subjectOfLiteral(key);
    if (subject === undefined) continue;
    nodes.add(subject);
    accent.add(subject);
  }
  return { nodes, edges: known.edges, accent };
}

/** What is drawn in full while the rest recedes; undefined where nothing recedes. */
export function focusOf(scene: Scene, emphasised: Items, pointed: Item | undefined): Items | undefined {
  const focus: Items = { nodes: new Set(emphasised.nodes), edges: new Set(emphasised.edges) };
  focus.edges.forEach((edge) => {
    focus.nodes.add(scene.edges.source[edge]!);
    focus.nodes.add(scene.edges.target[edge]!);
  });
  if (pointed !== undefined) {
    const near = around(scene, pointed);
    near.nodes.forEach((node) => {
      focus.nodes.add(node);
    });
    near.edges.forEach((edge) => {
      focus.edges.add(edge);
    });
  }
  return focus.nodes.size + focus.edges.size === 0 ? undefined : focus;
}

/** Lines near the pointer that get labels, at most: more could not be read. */
const MOST_NEAR_EDGES = 24;

/** @param emphasised nodes that the view asks for, not the pointer  @param rank of a node among all, the most important 0 */
export function labelAttention(
  scene: Scene,
  selection: Selection,
  focus: Items | undefined,
  pointed: Item | undefined,
  emphasised: ReadonlySet<number>,
  rank: (node: number) => number,
): Attention {
  const nodes = new Set<number>();
  const edges = new Set<number>();
  const endsOf = (edge: number) => {
    nodes.add(scene.edges.source[edge]!);
    nodes.add(scene.edges.target[edge]!);
  };
  const pointedEdge = pointed === undefined ? undefined : edgeOf(scene, pointed);
  if (pointed !== undefined && pointedEdge === undefined && 'node' in pointed) nodes.add(pointed.node);
  if (pointedEdge !== undefined) {
    edges.add(pointedEdge);
    endsOf(pointedEdge);
  }
  for (const node of selection.nodes) nodes.add(node);
  for (const edge of selection.edges) {
    edges.add(edge);
    endsOf(edge);
  }
  const important = (items: Iterable<number>) => [...items].sort((a, b) => rank(a) - rank(b));
  const nearEdges = [...(focus?.edges ?? [])].filter((edge) => !edges.has(edge)).slice(0, MOST_NEAR_EDGES);
  return {
    nodes: [...nodes],
    edges: [...edges],
    nearNodes: important([...(focus?.nodes ?? [])].filter((node) => !nodes.has(node))),
    emphasised,
    nearEdges,
    pointedNode:
      pointedEdge === undefined && pointed !== undefined && 'node' in pointed ? pointed.node : undefined,
    dims: focus !== undefined,
  };
}

/** The line that an item is or, for a bead, sits on. */
export function edgeOf({ nodes }: Scene, item: Item): number | undefined {
  if ('edge' in item) return item.edge;
  const own = nodes.ownEdge[item.node]!;
  return own >= 0 ? own : undefined;
}
