/** What neither the places nor the sizes of nodes change: scenes of the same lines have it in common. */
import { type Lanes, lanesOf } from './bends.ts';
import type { Incident } from './incident.ts';
import { middleOrder } from './middles.ts';
import type { SceneEdges, SceneNodes } from './read-graph.ts';

/** Edges above this number are drawn straight: their curves could not be told apart, and straight lines are cheap. */
const MOST_CURVED = 60_000;

export interface SharedParts extends Lanes {
  /** The beads that sit on edges, in the order in which they can be placed. */
  readonly placed: readonly number[];
  /** By edge: 1 where a line has a lane beside others, and for loops. */
  readonly curved: Uint8Array;
  /** Worked out where it is first asked for. */
  incident?: Incident;
}

export function sharedParts({ keys, ownEdge }: SceneNodes, edges: SceneEdges): SharedParts {
  const count = edges.keys.length;
  const lanes = count > MOST_CURVED ? noLanes(count) : lanesOf(edges.source, edges.target, keys.length);
  const curved = new Uint8Array(count);
  for (let edge = 0; edge < count; edge += 1) {
    if (edges.source[edge] === edges.target[edge] || lanes.lane[edge] !== 0) curved[edge] = 1;
  }
  return { ...lanes, curved, placed: middleOrder(ownEdge, edges.source, edges.target) };
}

function noLanes(edges: number): Lanes {
  return { lane: new Float32Array(edges), siblings: new Uint16Array(edges).fill(1) };
}
