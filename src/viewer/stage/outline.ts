/** An outline that a hand draws around what is to be selected: a frame by two corners, or a loop by its whole way. */
import { PRESENCE } from './channels.ts';
import type { Frame } from './frame.ts';
import { screenX, screenY } from './projection.ts';
import type { Outlining, Point } from './stage-face.ts';

/** Its corners one after the other, in CSS pixels, y downwards; the last is joined to the first. */
export type Outline = readonly Point[];

/** Pixels between the corners of a loop: closer ones say nothing more. */
const STEP = 3;

/** @param way of the pointer so far  @returns what it draws */
export function outlineOf(way: readonly Point[], by: Outlining): Outline {
  const from = way[0]!;
  const to = way.at(-1)!;
  if (by === 'lasso') return way;
  return [from, { x: to.x, y: from.y }, to, { x: from.x, y: to.y }];
}

/** Takes a point into the way, if it is far enough from the last one. */
export function goOn(way: Point[], point: Point): void {
  const last = way.at(-1);
  if (last === undefined || Math.hypot(point.x - last.x, point.y - last.y) >= STEP) way.push(point);
}

/** Whether a point lies within, by the even-odd rule: what a loop goes around twice is taken out again. */
export function holds(outline: Outline, x: number, y: number): boolean {
  let inside = false;
  for (let at = 0, before = outline.length - 1; at < outline.length; before = at, at += 1) {
    const a = outline[at]!;
    const b = outline[before]!;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

/** The entities whose middle lies in it, by node; hidden ones apart. */
export function nodesIn({ scene, projection, nodeStates }: Frame, outline: Outline): number[] {
  const { nodes } = scene;
  const left = Math.min(...outline.map(({ x }) => x));
  const right = Math.max(...outline.map(({ x }) => x));
  const found: number[] = [];
  for (let node = 0; node < nodes.keys.length; node += 1) {
    const x = screenX(projection, nodes.x[node]!);
    if (x < left || x > right || nodes.bead[node] === 1 || nodeStates.to(node, PRESENCE) === 0) continue;
    if (holds(outline, x, screenY(projection, nodes.y[node]!))) found.push(node);
  }
  return found;
}
