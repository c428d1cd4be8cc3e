/** Which labels matter most, which are set large, and on which side of its node each would rather stand. */
import type { Steps } from '../../model/index.ts';
import { newTrace, pointX, pointY } from './curve.ts';
import { LINE_STEP, type NearLine, slotOrder } from './label-slots.ts';
import { UNIT } from './projection.ts';
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
  /** Looks again where lines pass by: nodes have moved. */
  forget(): void;
}

/** Nodes set large: this share of all, but no more and no fewer than these, and only well-connected ones. */
const MAJOR_SHARE = 0.12;
const MOST_MAJOR = 14;
const FEWEST_MAJOR = 3;
/** Radius in graph units of a node with four claims. */
const MAJOR_RADIUS = 8.4;

/** In steps. @param mostEdges above this many lines none is ranked */
export function* labelRanks(scene: Scene, mostEdges: number): Steps<LabelRanks> {
  const { nodes, edges } = scene;
  const order: number[] = [];
  for (let node = 0; node < nodes.keys.length; node += 1) if (nodes.bead[node] === 0) order.push(node);
  yield;
  const compare = byBits(nodes.radius);
  order.sort((a, b) => compare(b, a) || nodes.mentions[b]! - nodes.mentions[a]! || a - b);
  yield;
  const rank = new Int32Array(nodes.keys.length).fill(order.length);
  for (let place = 0; place < order.length; place += 1) rank[order[place]!] = place;
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
        known = slotOrder(nodes.radius[node]!, nearLines(scene, node));
        slots.set(node, known);
      }
      return known;
    },
    forget: () => slots.clear(),
  };
}

/**
 * Compares numbers by their bits, which stand in the order of positive numbers (IEEE 754): a fraction that is read is an
 * object until the engine has made fast code of it, and sorting reads a million.
 */
function byBits(numbers: Float32Array): (a: number, b: number) => number {
  // Small whole numbers are no objects. The second half is the higher one wherever there is a browser.
  const halves = new Uint16Array(numbers.buffer, numbers.byteOffset, 2 * numbers.length);
  return (a, b) => halves[2 * a + 1]! - halves[2 * b + 1]! || halves[2 * a]! - halves[2 * b]!;
}

/** Lines of a node that are looked at, at most. */
const MOST_LINES = 48;
/** Points of a line that are looked at: as far as a label reaches. */
const POINTS = 14;

/** The lines of a node where they pass by it, one after the other in the same array. */
function* nearLines(scene: Scene, node: number): Generator<NearLine, void> {
  const at = scene.edgesAt(node);
  // Among very many lines no side is free: a sample says as much.
  const every = Math.ceil(at.length / MOST_LINES);
  const x = scene.nodes.x[node]!;
  const y = scene.nodes.y[node]!;
  const trace = newTrace();
  const line: number[] = [];
  for (let place = 0; place < at.length; place += every) {
    const edge = at[place]!;
    scene.trace(edge, UNIT, trace);
    const out = scene.edges.source[edge] === node;
    const step = ((out ? 1 : -1) * LINE_STEP) / (trace.radius || 1);
    let length = 0;
    let s = out ? trace.from : trace.to;
    for (let point = 0; point < POINTS && s >= trace.from && s <= trace.to; point += 1) {
      line[length] = pointX(trace, s) - x;
      line[length + 1] = pointY(trace, s) + y;
      length += 2;
      s += step;
    }
    line.length = length;
    yield line;
  }
}
