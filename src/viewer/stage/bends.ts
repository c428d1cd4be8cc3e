/** How parallel edges are spread, so that every claim between two nodes has a line of its own. */

/** Distance between the middles of neighbouring parallel lines, in graph units. */
const STEP = 20;
/** Long lines part a little further, by this share of their length. */
const STEP_BY_LENGTH = 0.02;
/** The outermost line's height over its chord, at most: beyond it a line no longer reads as going there. */
const MOST_BENT = 0.42;

/** The place of each edge among those between the same two nodes. */
export interface Lanes {
  /** Lanes from the middle, in the direction of the edge: 0 is straight, the sign says on which side. Loops: 0, 1, 2 … */
  readonly lane: Float32Array;
  /** Edges between the same two nodes, this one included. */
  readonly siblings: Uint16Array;
}

/**
 * Gives every edge a lane. Edges of both directions between two nodes share the lanes, in the order in which they
 * come; the sign follows the edge's own direction, so that opposed edges never lie on each other.
 *
 * @param source node by edge  @param target node by edge
 */
export function lanesOf(source: Int32Array, target: Int32Array, nodes: number): Lanes {
  const count = source.length;
  const lane = new Float32Array(count);
  const siblings = new Uint16Array(count).fill(1);
  const pair = (edge: number) =>
    Math.min(source[edge]!, target[edge]!) * nodes + Math.max(source[edge]!, target[edge]!);
  const total = new Map<number, number>();
  for (let edge = 0; edge < count; edge += 1) total.set(pair(edge), (total.get(pair(edge)) ?? 0) + 1);
  const taken = new Map<number, number>();
  for (let edge = 0; edge < count; edge += 1) {
    const all = total.get(pair(edge))!;
    if (all === 1) continue;
    const place = taken.get(pair(edge)) ?? 0;
    taken.set(pair(edge), place + 1);
    siblings[edge] = Math.min(all, 0xffff);
    const forward = source[edge]! <= target[edge]! ? 1 : -1;
    lane[edge] = source[edge] === target[edge] ? place : forward * (place - (all - 1) / 2);
  }
  return { lane, siblings };
}

/**
 * How far an edge bends: the height of its arc over its chord, as a share of the chord's length; 0 is straight, a
 * positive bend lies to the left of the edge's direction (y upwards).
 *
 * @param chord length in graph units
 */
export function bendOf(lane: number, siblings: number, chord: number): number {
  if (lane === 0 || chord <= 0) return 0;
  const step = STEP + STEP_BY_LENGTH * chord;
  const outermost = ((siblings - 1) / 2) * step;
  const fit = Math.min(1, (MOST_BENT * chord) / outermost);
  return (lane * step * fit) / chord;
}
