/** The making of a scene from its graph, in steps. */
import type { DrawnGraph } from '../../graph/index.ts';
import type { Steps } from '../../model/index.ts';
import { type LiteralNodes, literalSteps } from './literal-nodes.ts';
import { readEdges, readNodes, type SceneEdges, type SceneNodes, sizeByClaims } from './read-graph.ts';
import { claimOfBead, Scene } from './scene.ts';

export interface SceneOptions {
  /** By entity, in place of those by claims. */
  readonly radii?: ReadonlyMap<string, number> | undefined;
  /** Whether literals have nodes. Default false. */
  readonly literals?: boolean | undefined;
}

/** The scene of a graph, in steps. */
export function* sceneSteps(graph: DrawnGraph, options: SceneOptions = {}): Steps<Scene> {
  const { radii, literals = false } = options;
  const valued: LiteralNodes = literals ? yield* literalSteps(graph) : new Map();
  const nodes = yield* readNodes(graph, valued);
  yield;
  const edges = yield* readEdges(graph, nodes, valued);
  yield;
  size(nodes, radii);
  yield;
  const beads = joinBeads(nodes, edges);
  yield;
  const scene = new Scene(graph, { nodes, edges, beads, literals: valued });
  yield;
  yield* scene.shape();
  return scene;
}

/**
 * A scene of the same graph with other sizes, in steps: of a large graph what these do not change takes longer to be read
 * than all the rest, and to be collected. Literals have nodes where they had.
 */
export function* resizedSteps(like: Scene, radii: SceneOptions['radii']): Steps<Scene> {
  const scene = like.unsized();
  sizeByClaims(scene.nodes);
  yield;
  size(scene.nodes, radii);
  yield;
  yield* scene.shape();
  return scene;
}

function size(nodes: SceneNodes, radii: SceneOptions['radii'] = new Map()): void {
  radii.forEach((radius, key) => {
    nodes.radius[nodes.index.get(key)!] = radius;
  });
}

/** Puts beads and the edges of their claims together. @returns the beads */
function joinBeads(nodes: SceneNodes, edges: SceneEdges): number[] {
  const beads: number[] = [];
  for (let node = 0; node < nodes.keys.length; node += 1) {
    if (nodes.bead[node] === 0) continue;
    beads.push(node);
    const own = edges.index.get(claimOfBead(nodes.keys[node]!));
    nodes.ownEdge[node] = own ?? -1;
    if (own !== undefined) edges.bead[own] = node;
  }
  return beads;
}
