/** What stays in full view while the rest dims, and what wears a label of its own accord. */
import { claimNodeKey } from '../../graph/index.ts';
import type { Scene } from './scene.ts';

/** Node and edge numbers. */
export interface Items {
  readonly nodes: Set<number>;
  readonly edges: Set<number>;
}

export type Item = { readonly node: number } | { readonly edge: number };

/** Keys to numbers: a claim is found by its edge or by its bead, and stands for both. Unknown keys are passed over. */
export function itemsOf(scene: Scene, keys: Iterable<string>): Items {
  const items: Items = { nodes: new Set(), edges: new Set() };
  for (const key of keys) {
    const edge = scene.edges.index.get(key);
    // An edge knows its bead.
    const node = edge === undefined ? nodeOf(scene, key) : scene.nodes.index.get(key);
    if (node !== undefined) addNode(scene, items, node);
    if (edge !== undefined) addEdge(scene, items, edge);
  }
  return items;
}

/** The item's neighbourhood: a node with its lines and their other ends; a claim with its ends and the claims about it. */
export function around(scene: Scene, item: Item): Items {
  const items: Items = { nodes: new Set(), edges: new Set() };
  const { nodes, edges } = scene;
  const takeNode = (node: number) => {
    items.nodes.add(node);
    for (const edge of scene.edgesAt(node)) {
      addEdge(scene, items, edge);
      addNode(scene, items, edges.source[edge]!);
      addNode(scene, items, edges.target[edge]!);
    }
  };
  const takeEdge = (edge: number) => {
    addEdge(scene, items, edge);
    addNode(scene, items, edges.source[edge]!);
    addNode(scene, items, edges.target[edge]!);
    if (edges.bead[edge]! >= 0) takeNode(edges.bead[edge]!);
  };
  if ('edge' in item) takeEdge(item.edge);
  else if (nodes.ownEdge[item.node]! >= 0) takeEdge(nodes.ownEdge[item.node]!);
  else takeNode(item.node);
  for (const node of [...items.nodes]) {
    const own = nodes.ownEdge[node]!;
    if (own < 0) continue;
    // A claim that is itself an end is shown with what it says.
    items.nodes.add(edges.source[own]!);
    items.nodes.add(edges.target[own]!);
  }
  return items;
}

function nodeOf({ nodes }: Scene, key: string): number | undefined {
  return nodes.index.get(key) ?? nodes.index.get(claimNodeKey(key));
}

function addNode({ nodes }: Scene, items: Items, node: number): void {
  items.nodes.add(node);
  if (nodes.ownEdge[node]! >= 0) items.edges.add(nodes.ownEdge[node]!);
}

function addEdge({ edges }: Scene, items: Items, edge: number): void {
  items.edges.add(edge);
  if (edges.bead[edge]! >= 0) items.nodes.add(edges.bead[edge]!);
}
