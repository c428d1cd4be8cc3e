/** Which labels matter most, which are set large, and on which side of its node each would rather stand. */
import { slotOrder } from './label-slots.ts';
import type { Scene } from './scene.ts';

export interface LabelRanks {
  /** Entities, the most important first. */
  readonly nodes: readonly number[];
  /** Lines, those between important nodes first; empty where the graph has more than could wear labels. */
  readonly edges: readonly number[];
  /** Nodes whose labels are set large. */
  readonly major: ReadonlySet<number>;
  /** Place of a node among all, from 0. */
  rank(node: number): number;
  /** Slots of a node from best to worst. */
  slots(node: number): readonly number[];
}

/** Nodes set large: this share of all, but no more and no fewer than these, and only well-connected ones. */
const MAJOR_SHARE = 0.12;
const MOST_MAJOR = 14;
const FEWEST_MAJOR = 3;
/** Radius in graph units of a node with four claims. */
const MAJOR_RADIUS = 8.4;

/** @param mostEdges above this many lines none is ranked */
export function labelRanks(scene: Scene, mostEdges: number): LabelRanks {
  const { nodes, edges } = scene;
  const order: number[] = [];
  for (let node = 0; node < nodes.keys.length; node += 1) if (nodes.bead[node] === 0) order.push(node);
  order.sort(
    (a, b) => nodes.radius[b]! - nodes.radius[a]! || nodes.mentions[b]! - nodes.mentions[a]! || a - b,
  );
  const rank = new Int32Array(nodes.keys.length).fill(order.length);
  for (const [place, node] of order.entries()) rank[node] = place;
  const most = Math.min(MOST_MAJOR, Math.max(FEWEST_MAJOR, Math.round(order.length * MAJOR_SHARE)));
  const major = new Set(order.slice(0, most).filter((node) => nodes.radius[node]! >= MAJOR_RADIUS));
  const lines = edges.keys.length > mostEdges ? [] : [...edges.keys.keys()];
  const weight = (edge: number) => rank[edges.source[edge]!]! + rank[edges.target[edge]!]!;
  lines.sort((a, b) => weight(a) - weight(b) || a - b);
  const slots = new Map<number, number[]>();
  return {
    nodes: order,
    edges: lines,
    major,
    rank: (node) => rank[node]!,
    slots: (node) => {
      let known = slots.get(node);
      if (known === undefined) {
        known = slotOrder(nodes.radius[node]!, leavingAngles(scene, node));
        slots.set(node, known);
      }
      return known;
    },
  };
}

/** Lines of a node that are looked at, at most. */
const MOST_LINES = 48;
/** Half of the angle that a loop takes at its node. */
const LOOP_SPREAD = 0.55;

/** The angles at which lines leave a node, in radians, y upwards: a curve by its own tangent. */
function leavingAngles(scene: Scene, node: number): number[] {
  const { nodes, edges } = scene;
  const angles: number[] = [];
  const at = scene.edgesAt(node);
  // Among very many lines no side is free: a sample says as much.
  const step = Math.ceil(at.length / MOST_LINES);
  for (let place = 0; place < at.length; place += step) {
    const edge = at[place]!;
    const bend = edges.bend[edge]!;
    const out = edges.source[edge] === node;
    const other = out ? edges.target[edge]! : edges.source[edge]!;
    if (other === node) {
      angles.push(bend - LOOP_SPREAD, bend, bend + LOOP_SPREAD);
      continue;
    }
    const chord = Math.atan2(nodes.y[other]! - nodes.y[node]!, nodes.x[other]! - nodes.x[node]!);
    // The tangent leans by half of the arc's sweep: to the left of the edge's own direction where it bends to the left.
    angles.push(chord + (out ? 1 : -1) * 2 * Math.atan(2 * bend));
  }
  return angles;
}
