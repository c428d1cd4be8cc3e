/** Where a label can stand: eight places around a disc, two beside a line. */
import { type Box, uprightBox } from './boxes.ts';
import { pointX, pointY, type Trace, visibleLength } from './curve.ts';

/** Right, left, below, above, then the corners: x and y of the direction, y downwards. */
const PLACES = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
] as const;
export const SLOTS: readonly number[] = PLACES.map((_, slot) => slot);

/** Space between a disc and its label, in CSS pixels. */
const GAP = 4;
/** Space kept free at both ends of a label, so that two names in a row do not read as one. */
const AIR = 4;

/** The box of a node's label in a slot. */
export function nodeLabelBox(
  slot: number,
  x: number,
  y: number,
  radius: number,
  width: number,
  height: number,
): Box {
  const [right, down] = PLACES[slot]!;
  const corner = right !== 0 && down !== 0;
  const out = (radius + GAP) * (corner ? 0.72 : 1);
  const dx = right * (out + width / 2);
  const dy = down * (corner ? out + height * 0.22 : radius + GAP / 2 + height / 2);
  return uprightBox(x + dx, y + dy, width / 2 + AIR, height / 2);
}

/** How much a place is liked less than the one to its right. */
const DISLIKE = [0, 0.3, 0.55, 0.7, 0.85, 0.85, 1.05, 1.05];
/** What a line that leaves the node through the label's place costs. */
const CROSSED = 0.8;
/** An ordinary label, in pixels, beside which lines are judged: places depend on the graph, not on texts or zoom. */
const ORDINARY = { width: 88, height: 16 };

/**
 * The slots of a node from best to worst: right first, as one reads, unless the node's lines leave there.
 *
 * @param radius of the node's disc  @param angles in which its lines leave it, in radians, y upwards
 */
export function slotOrder(radius: number, angles: readonly number[]): number[] {
  const cost = SLOTS.map((slot) => {
    const box = nodeLabelBox(slot, 0, 0, radius, ORDINARY.width, ORDINARY.height);
    return angles.reduce((sum, angle) => sum + CROSSED * rayShare(box, angle), DISLIKE[slot]!);
  });
  return [...SLOTS].sort((a, b) => cost[a]! - cost[b]! || a - b);
}

/** Pixels of a line within a label's box that count as fully crossing it. */
const FULL_CROSSING = 30;

/** How much of a ray from the origin passes through an upright box, in `0..1`; found slab by slab. */
function rayShare({ x, y, halfWidth, halfHeight }: Box, angle: number): number {
  const [left, right] = slab(x, halfWidth + 2, Math.cos(angle));
  const [top, bottom] = slab(y, halfHeight + 2, -Math.sin(angle));
  const inside = Math.min(right, bottom) - Math.max(left, top, 0);
  return Math.min(Math.max(inside / FULL_CROSSING, 0), 1);
}

/** Between which lengths of a ray it is within `half` of `middle` on one axis. @param step of the ray on that axis */
function slab(middle: number, half: number, step: number): [number, number] {
  if (Math.abs(step) < 1e-9) {
    return Math.abs(middle) <= half
      ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
      : [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  }
  const a = (middle - half) / step;
  const b = (middle + half) / step;
  return a < b ? [a, b] : [b, a];
}

/** Space between a line and its label; more where a bar or a bead sits on the line. */
const LINE_GAP = 2;
const MARK_GAP = 6;

/**
 * The box of a line's label: along the line at its middle, upright for the reader, on one side of it.
 *
 * @param side 0: outside of the curve, or above a straight line; 1: the other side
 */
export function edgeLabelBox(
  trace: Trace,
  side: number,
  width: number,
  height: number,
  marked: boolean,
  loop: boolean,
): Box {
  const s = trace.from <= 0 && trace.to >= 0 ? 0 : (trace.from + trace.to) / 2;
  const x = pointX(trace, s);
  const y = pointY(trace, s);
  const gap = marked ? MARK_GAP : LINE_GAP;
  if (loop) {
    const reach = gap + (Math.abs(trace.outX) * width + Math.abs(trace.outY) * height) / 2;
    return uprightBox(x + trace.outX * reach, y + trace.outY * reach, width / 2, height / 2);
  }
  const bent = trace.radius > 0;
  const normalX = bent ? Math.sin(s) * trace.alongX + Math.cos(s) * trace.outX : trace.outX;
  const normalY = bent ? Math.sin(s) * trace.alongY + Math.cos(s) * trace.outY : trace.outY;
  const outside = bent || normalY < 0 || (normalY === 0 && normalX < 0) ? 1 : -1;
  const offset = (side === 0 ? outside : -outside) * (gap + height / 2);
  const flip = -normalY < 0 || (normalY === 0 && normalX > 0) ? -1 : 1;
  return {
    x: x + normalX * offset,
    y: y + normalY * offset,
    halfWidth: width / 2,
    halfHeight: height / 2,
    cos: -normalY * flip,
    sin: normalX * flip,
  };
}

/** True where a line is long enough on screen to carry a text. */
export function lineCarries(trace: Trace, width: number): boolean {
  return visibleLength(trace) >= width + 18;
}
