/** What lies under the pointer, by geometry: exact on curves, as wide as the hand that points. */
import { PRESENCE } from './channels.ts';
import { distanceToTrace, newTrace, visibleLength } from './curve.ts';
import type { Item } from './focus.ts';
import type { Frame } from './frame.ts';
import { graphX, graphY, screenRadius, screenX, screenY } from './projection.ts';

/** How far off the mark still counts, in CSS pixels. */
export interface Reach {
  readonly disc: number;
  readonly bead: number;
  readonly line: number;
}

export const MOUSE: Reach = { disc: 2, bead: 5, line: 5 };
/** Of a line: there it is drawn, give or take a pixel. */
export const EXACT = 2.5;
export const FINGER: Reach = { disc: 12, bead: 12, line: 14 };

/** The node whose rim is nearest to the point, or whose disc holds it. Only items that are (or come) on screen count. */
export function nodeAt(frame: Frame, x: number, y: number, reach: Reach): Item | undefined {
  const { scene, projection: view, nodeStates } = frame;
  const { nodes } = scene;
  let best: number | undefined;
  let nearest = Number.POSITIVE_INFINITY;
  const gx = graphX(view, x);
  const gy = graphY(view, y);
  for (let node = 0; node < nodes.keys.length; node += 1) {
    const most = (Math.max(view.minRadius, nodes.radius[node]! * view.scale) + 14) / view.scale;
    if (Math.abs(nodes.x[node]! - gx) > most || Math.abs(nodes.y[node]! - gy) > most) continue;
    if (nodeStates.to(node, PRESENCE) === 0) continue;
    const distance = Math.hypot(screenX(view, nodes.x[node]!) - x, screenY(view, nodes.y[node]!) - y);
    const beyond = distance - screenRadius(view, nodes.radius[node]!);
    if (beyond > (nodes.bead[node] === 1 ? reach.bead : reach.disc) || beyond >= nearest) continue;
    best = node;
    nearest = beyond;
  }
  return best === undefined ? undefined : { node: best };
}

const trace = newTrace();

/** The edge whose visible line is nearest to the point. */
export function edgeAt(frame: Frame, x: number, y: number, reach: Reach): Item | undefined {
  const { scene, projection: view, edgeStates } = frame;
  const { box, keys } = scene.edges;
  let best: number | undefined;
  let nearest: number = reach.line;
  const gx = graphX(view, x);
  const gy = graphY(view, y);
  const margin = reach.line / view.scale;
  for (let edge = 0, at = 0; edge < keys.length; edge += 1, at += 4) {
    if (gx < box[at]! - margin || gx > box[at + 2]! + margin) continue;
    if (gy < box[at + 1]! - margin || gy > box[at + 3]! + margin) continue;
    if (edgeStates.to(edge, PRESENCE) === 0) continue;
    scene.trace(edge, view, trace);
    if (visibleLength(trace) < 1) continue;
    const distance = distanceToTrace(trace, x, y);
    if (distance >= nearest) continue;
    best = edge;
    nearest = distance;
  }
  return best === undefined ? undefined : { edge: best };
}
