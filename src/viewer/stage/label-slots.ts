/** Where a label can stand: eight places around a disc, two beside a line. */
import { type Box, boxMeetsDisc, turnedBox, uprightBox } from './boxes.ts';
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
/** Below and above, pushed aside where the border of the canvas would cut the label: for what the reader asks for. */
export const KEPT_INSIDE: readonly number[] = [8, 9];

/** Space between a disc and its label, in CSS pixels. */
const GAP = 4;
/** Space kept free at both ends of a label, so that two names in a row do not read as one. */
const AIR = 4;

/** Space between a label and the border of the canvas, in CSS pixels. */
export const BORDER = 4;

/** The box of a node's label in a slot. @param canvas its width, asked for by the slots that are kept inside */
export function nodeLabelBox(
  slot: number,
  x: number,
  y: number,
  radius: number,
  width: number,
  height: number,
  canvas = Number.POSITIVE_INFINITY,
): Box {
  const kept = KEPT_INSIDE.indexOf(slot);
  const [right, down] = PLACES[kept < 0 ? slot : kept + 2]!;
  const corner = right !== 0 && down !== 0;
  const out = (radius + GAP) * (corner ? 0.72 : 1);
  const dx = right * (out + width / 2);
  const dy = down * (corner ? out + height * 0.22 : radius + GAP / 2 + height / 2);
  const half = width / 2 + AIR;
  const aside = kept < 0 ? 0 : asideFor(x, half, canvas);
  return uprightBox(x + dx + aside, y + dy, half, height / 2);
}

/** How far a label moves along its disc to stay on the canvas: no farther than that the disc is still beside it. */
function asideFor(x: number, half: number, canvas: number): number {
  if (x < 0 || x > canvas) return 0;
  const low = half + BORDER;
  return Math.max(Math.min(x, canvas - low), Math.min(low, canvas / 2)) - x;
}

/** How much a place is liked less than the one to its right. */
const DISLIKE = [0, 0.3, 0.55, 0.7, 0.85, 0.85, 1.05, 1.05];
/** What a line that passes through the label's place costs. */
const CROSSED = 0.8;
/** An ordinary label, in pixels, against which lines are judged: places depend on the graph, not on texts or zoom. */
const ORDINARY = { width: 88, height: 18 };
/** Distance between the points that stand for a line, in graph units, and how many within a box are a full crossing. */
export const LINE_STEP = 8;
const FULL_CROSSING = 4;

/** Points on a line near a node, from its centre, y downwards: `x0, y0, x1, y1 …`. */
export type NearLine = readonly number[];

/**
 * The slots of a node from best to worst: right first, as one reads, unless the node's lines pass there.
 *
 * @param lines each is looked at before the next one is asked for
 */
export function slotOrder(radius: number, lines: Iterable<NearLine>): number[] {
  const cost = [...DISLIKE];
  const boxes = SLOTS.map((slot) => nodeLabelBox(slot, 0, 0, radius, ORDINARY.width, ORDINARY.height));
  for (const line of lines) {
    for (const slot of SLOTS) cost[slot]! += CROSSED * shareInside(boxes[slot]!, line);
  }
  return [...SLOTS].sort((a, b) => cost[a]! - cost[b]! || a - b);
}

/** How much of a line passes through an upright box, in `0..1`. */
function shareInside({ x, y, halfWidth, halfHeight }: Box, line: NearLine): number {
  let inside = 0;
  for (let at = 0; at < line.length; at += 2) {
    if (Math.abs(line[at]! - x) <= halfWidth && Math.abs(line[at + 1]! - y) <= halfHeight) inside += 1;
  }
  return Math.min(1, inside / FULL_CROSSING);
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
  return turnedBox(
    x + normalX * offset,
    y + normalY * offset,
    width / 2,
    height / 2,
    -normalY * flip,
    normalX * flip,
  );
}

/** True where a line is long enough on screen to carry a text. */
export function lineCarries(trace: Trace, width: number): boolean {
  return visibleLength(trace) >= width + 18;
}

/** Half the width of a selected line's arrow head, and the distance between the points that stand for the line, in CSS pixels. */
const ARROW = 4;
const POINT_STEP = 6;

/** True where a line, or the arrow head at its end, passes through a box. */
export function lineMeets(trace: Trace, box: Box): boolean {
  const step = POINT_STEP / (trace.radius || 1);
  for (let s = trace.to; s >= trace.from; s -= step) {
    if (boxMeetsDisc(box, pointX(trace, s), pointY(trace, s), ARROW)) return true;
  }
  return false;
}
