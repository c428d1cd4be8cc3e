/** The marks of a drawing: lines in the style of their claims, arrows, bars, dots. */
import type { LineStyle } from '../graph/index.ts';
import type { DrawnEdge } from './drawing.ts';
import { type EdgePath, middleDirection, type Point, pointAt } from './edge-path.ts';
import { roundCoordinate } from './graph-table.ts';
import { ARROW } from './svg-scene.ts';

const round = roundCoordinate;
export const point = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;

/** A claim's line with its arrow, and its bar where it is denied. A denied claim's arrow is hollow. */
export function edgeMarks(
  edge: DrawnEdge & { readonly path: EdgePath },
  arrow: boolean,
  ground: string,
): string {
  const { path, style, colour, width } = edge;
  const { from, leave, arrive, to } = path;
  const straight = edge.lane === 0 && from.x !== to.x ? isStraight(path) : false;
  const d = straight
    ? `M${point(from)}L${point(to)}`
    : `M${point(from)}C${point(leave)} ${point(arrive)} ${point(to)}`;
  const faint = style.implied ? ' stroke-opacity="0.65"' : '';
  const line = `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"${dashes(style)}${faint}/>`;
  return (
    line + (arrow ? arrowHead(path, style, colour, ground) : '') + (style.denied ? bar(path, colour) : '')
  );
}

function dashes({ stroke }: LineStyle): string {
  if (stroke === 'dashed') return ' stroke-dasharray="6 4"';
  return stroke === 'dotted' ? ' stroke-dasharray="0.1 3.6" stroke-linecap="round"' : '';
}

function isStraight({ from, leave, to }: EdgePath): boolean {
  const cross = (to.x - from.x) * (leave.y - from.y) - (to.y - from.y) * (leave.x - from.x);
  return Math.abs(cross) < 1;
}

function arrowHead(
  { arrive, to }: EdgePath,
  { denied, implied }: LineStyle,
  colour: string,
  ground: string,
): string {
  const length = Math.hypot(to.x - arrive.x, to.y - arrive.y) || 1;
  const [ux, uy] = [(to.x - arrive.x) / length, (to.y - arrive.y) / length];
  const half = ARROW * (implied ? 0.32 : 0.42);
  const tip = { x: to.x + ux * ARROW, y: to.y + uy * ARROW };
  const left = { x: to.x - uy * half, y: to.y + ux * half };
  const right = { x: to.x + uy * half, y: to.y - ux * half };
  const look = denied ? `fill="${ground}" stroke="${colour}"` : `fill="${colour}"`;
  return `<path d="M${point(tip)}L${point(left)}L${point(right)}Z" ${look}/>`;
}

function bar(path: EdgePath, colour: string): string {
  const middle = pointAt(path, 0.5);
  const { x, y } = middleDirection(path);
  const from = { x: middle.x - y * 6, y: middle.y + x * 6 };
  const to = { x: middle.x + y * 6, y: middle.y - x * 6 };
  return `<path d="M${point(from)}L${point(to)}" stroke="${colour}" stroke-width="2.4"/>`;
}

/** The node of an entity: a dot with a rim in the ground's colour, so that crossing lines stay apart from it. */
export function dot(x: number, y: number, radius: number, colour: string, ground: string): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${colour}" stroke="${ground}" stroke-width="1.5"/>`;
}

/** The node of a claim: a small square on its corner. */
export function diamond(x: number, y: number, radius: number, colour: string, ground: string): string {
  const r = round(radius);
  return `<path d="M${round(x)} ${round(y - r)}l${r} ${r}l${-r} ${r}l${-r} ${-r}Z" fill="${ground}" stroke="${colour}" stroke-width="1.2"/>`;
}
