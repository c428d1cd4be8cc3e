/** Where things are on screen, for those who want to point at them. */
import { pointX, pointY } from './curve.ts';
import { itemsOf } from './focus.ts';
import { type Projection, screenRadius, screenX, screenY } from './projection.ts';
import type { Scene } from './scene.ts';
import type { StageSight } from './stage-face.ts';

/** The place of a node, of a claim's bead, or else of an edge's middle; undefined for unknown keys. */
export function locate(scene: Scene, view: Projection, key: string): ReturnType<StageSight['locate']> {
  const { nodes } = scene;
  const items = itemsOf(scene, [key]);
  for (const node of items.nodes) {
    const radius = screenRadius(view, nodes.radius[node]!);
    return { x: screenX(view, nodes.x[node]!), y: screenY(view, nodes.y[node]!), radius };
  }
  for (const edge of items.edges) {
    const trace = scene.trace(edge, view);
    const s = trace.from <= 0 && trace.to >= 0 ? 0 : (trace.from + trace.to) / 2;
    return { x: pointX(trace, s), y: pointY(trace, s), radius: 0 };
  }
  return undefined;
}
