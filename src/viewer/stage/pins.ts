/** The quiet mark on a pinned node: a pinhole in its disc. */
import { EMPHASIS, PRESENCE } from './channels.ts';
import { type Frame, strength } from './frame.ts';
import { screenRadius, screenX, screenY } from './projection.ts';

/** Radius of the hole as a share of the disc's, and in CSS pixels at least. */
const SHARE = 0.34;
const LEAST = 1.3;

export function drawPins(context: CanvasRenderingContext2D, frame: Frame, pins: Iterable<number>): void {
  const { scene, projection: view, nodeStates, clock, dim, paint } = frame;
  context.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
  context.fillStyle = paint.palette.ground;
  for (const node of pins) {
    const there = nodeStates.at(node, PRESENCE, clock);
    if (there === 0) continue;
    context.globalAlpha = there * strength(nodeStates.at(node, EMPHASIS, clock), dim);
    context.beginPath();
    const radius = Math.max(LEAST, SHARE * screenRadius(view, scene.nodes.radius[node]!));
    context.arc(
      screenX(view, scene.nodes.x[node]!),
      screenY(view, scene.nodes.y[node]!),
      radius,
      0,
      2 * Math.PI,
    );
    context.fill();
  }
}
