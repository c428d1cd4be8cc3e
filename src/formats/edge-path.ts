/** The line of a claim on the drawn plane: straight, bowed among parallels, or a loop; from rim to rim. */
import type { DrawnNode } from './drawing.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A cubic Bézier curve from the rim of the subject's node to the rim of the object's. */
export interface EdgePath {
  readonly from: Point;
  readonly leave: Point;
  readonly arrive: Point;
  readonly to: Point;
}

/** How far apart the middles of neighbouring parallel lines are, in graph units. */
export const LANE = 16;

/**
 * @param lane of {@link DrawnEdge}
 * @param flipped the source's key is the larger one: lanes are counted from the other side
 * @param gap left free before the object's rim, for the arrow's point
 */
export function edgePath(
  source: DrawnNode,
  target: DrawnNode,
  lane: number,
  flipped: boolean,
  gap = 0,
): EdgePath {
  const dx = target.x - source.x;
  const dy = target.y - source.y;
  const length = Math.hypot(dx, dy);
  if (length === 0) return loopPath(source, lane, gap);
  const side = (flipped ? -1 : 1) * lane * LANE;
  // The middle of a quadratic curve lies half as far out as its control point.
  const control = {
    x: (source.x + target.x) / 2 + (-dy / length) * side * 2,
    y: (source.y + target.y) / 2 + (dx / length) * side * 2,
  };
  const from = towards(source, control, Math.min(source.radius, length / 3));
  const to = towards(target, control, Math.min(target.radius + gap, length / 3));
  return { from, leave: between(from, control, 2 / 3), arrive: between(to, control, 2 / 3), to };
}

/** A drop on the upper right of the node; further loops stand further out. */
function loopPath({ x, y, radius }: DrawnNode, lane: number, gap: number): EdgePath {
  const reach = radius + 26 + lane * LANE;
  const at = (degrees: number, distance: number): Point => {
    const angle = (degrees * Math.PI) / 180;
    return { x: x + Math.cos(angle) * distance, y: y + Math.sin(angle) * distance };
  };
  return {
    from: at(80, radius),
    leave: at(95, reach * 1.35),
    arrive: at(-5, reach * 1.35),
    to: at(10, radius + gap),
  };
}

/** The point of the curve at `t` from 0 to 1. */
export function pointAt({ from, leave, arrive, to }: EdgePath, t: number): Point {
  const s = 1 - t;
  const mix = (a: number, b: number, c: number, d: number) =>
    s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
  return { x: mix(from.x, leave.x, arrive.x, to.x), y: mix(from.y, leave.y, arrive.y, to.y) };
}

/** The direction of the curve at its middle, of length 1. */
export function middleDirection({ from, leave, arrive, to }: EdgePath): Point {
  const x = to.x + arrive.x - leave.x - from.x;
  const y = to.y + arrive.y - leave.y - from.y;
  const length = Math.hypot(x, y) || 1;
  return { x: x / length, y: y / length };
}

/** The length of the curve's hull: exact where it is straight, a little more where it is bent. */
export function lengthOf({ from, leave, arrive, to }: EdgePath): number {
  const step = (a: Point, b: Point) => Math.hypot(b.x - a.x, b.y - a.y);
  return step(from, leave) + step(leave, arrive) + step(arrive, to);
}

function towards(node: DrawnNode, aim: Point, distance: number): Point {
  const length = Math.hypot(aim.x - node.x, aim.y - node.y) || 1;
  return {
    x: node.x + ((aim.x - node.x) / length) * distance,
    y: node.y + ((aim.y - node.y) / length) * distance,
  };
}

function between(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}
