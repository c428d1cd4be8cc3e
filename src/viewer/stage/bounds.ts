/** The extents of what is drawn: the graph's own bounding box, and what a view must hold to show some items. */
import { finish, STEP, type Steps } from '../../model/index.ts';
import { loopRadius, newTrace, pointX, pointY, visibleLength } from './curve.ts';
import type { Items } from './focus.ts';
import { type Extent, Extents } from './framing.ts';
import { UNIT } from './projection.ts';
import type { Scene } from './scene.ts';

/** Graph units; a graph smaller than this is not blown up to fill the camera's unit square. */
const LEAST_SIDE = 300;

/** Items that are gone through in a step. */
const MANY = 2 * STEP;

/** Around a point of a line, in graph units. */
const LINE_REACH = 2;

export interface Bounds {
  readonly x: [number, number];
  readonly y: [number, number];
  /** The longer side. */
  readonly side: number;
}

/** In graph units squared. */
export function areaOf({ x, y }: Bounds): number {
  return (x[1] - x[0]) * (y[1] - y[0]);
}

/** The box around all discs and curves, in graph units: what camera coordinates refer to. */
export function sceneBounds(scene: Scene): Bounds {
  return finish(boundsSteps(scene));
}

/** The same in steps. */
export function* boundsSteps(scene: Scene): Steps<Bounds> {
  const x: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const y: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const extent of yield* extentSteps(scene, undefined, () => undefined)) {
    x[0] = Math.min(x[0], extent.x - extent.radius);
    x[1] = Math.max(x[1], extent.x + extent.radius);
    y[0] = Math.min(y[0], extent.y - extent.radius);
    y[1] = Math.max(y[1], extent.y + extent.radius);
  }
  const across = widened(x);
  const down = widened(y);
  return { x: across, y: down, side: Math.max(across[1] - across[0], down[1] - down[0]) };
}

function widened([low, high]: [number, number]): [number, number] {
  if (low > high) return [-LEAST_SIDE / 2, LEAST_SIDE / 2];
  const more = Math.max(0, LEAST_SIDE - (high - low)) / 2;
  return [low - more, high + more];
}

/** Width and height of a node's label in pixels, and the side where it will stand; undefined where it has none. */
export type LabelRoom = (node: number) => { width: number; height: number; slot: number } | undefined;

/**
 * What is drawn of some items (all where undefined), as few extents as take the same room: nodes with their labels, bent
 * lines at their apex and quarters. Straight lines lie between their ends.
 */
export function extentsOf(scene: Scene, items: Items | undefined, labelOf: LabelRoom): readonly Extent[] {
  return finish(extentSteps(scene, items, labelOf));
}

/** The same in steps: of a large scene numbers pile up that are collected meanwhile. */
export function* extentSteps(
  scene: Scene,
  items: Items | undefined,
  labelOf: LabelRoom,
): Steps<readonly Extent[]> {
  const { nodes, edges } = scene;
  const extents = new Extents();
  const addNode = (node: number) => {
    const x = nodes.x[node]!;
    const y = nodes.y[node]!;
    const radius = nodes.radius[node]!;
    const label = labelOf(node);
    if (label === undefined) {
      extents.addDisc(x, y, radius);
      return;
    }
    const { width, height, slot } = label;
    const across = width + 5;
    const high = height + 3;
    extents.add({
      x,
      y,
      radius,
      left: slot === 1 ? across : slot > 1 ? width / 2 : 0,
      right: slot === 0 ? across : slot > 1 ? width / 2 : 0,
      up: slot === 3 ? high : 0,
      down: slot === 2 ? high : 0,
    });
  };
  const trace = newTrace();
  const addEdge = (edge: number) => {
    if (edges.bend[edge] === 0) return;
    scene.trace(edge, UNIT, trace);
    if (visibleLength(trace) <= 0) return;
    for (const share of [0.2, 0.5, 0.8]) {
      const s = trace.from + (trace.to - trace.from) * share;
      extents.addDisc(pointX(trace, s), -pointY(trace, s), LINE_REACH);
    }
    if (edges.source[edge] === edges.target[edge]) {
      extents.addDisc(trace.x, -trace.y, loopRadius(nodes.radius[edges.source[edge]!]!, 1));
    }
  };
  if (items === undefined) {
    for (let node = 0; node < nodes.keys.length; node += 1) {
      addNode(node);
      if (node % MANY === 0) yield;
    }
    for (let edge = 0; edge < edges.keys.length; edge += 1) {
      addEdge(edge);
      if (edge % MANY === 0) yield;
    }
  } else {
    items.nodes.forEach(addNode);
    items.edges.forEach((edge) => {
      addNode(edges.source[edge]!);
      addNode(edges.target[edge]!);
      addEdge(edge);
    });
  }
  return extents.list;
}
