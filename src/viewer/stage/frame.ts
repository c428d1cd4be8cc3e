/** What every part of a frame needs to know: the projection, the clock of gentle changes, the colours, the quality. */
import type { Palette } from '../../graph/index.ts';
import type { Channels } from './channels.ts';
import { type Paint, paintOf } from './paint.ts';
import { MAX_RADIUS, minRadiusFor, type Projection, UNIT } from './projection.ts';
import type { Scene } from './scene.ts';
import type { Insets } from './stage-face.ts';
import type { States } from './states.ts';

/** What is left out so that large graphs stay usable. */
export interface Quality {
  /** Lines vanish while the camera moves. */
  readonly hideEdgesOnMove: boolean;
  /** Width and opacity of a line, as a share of that in a small graph. */
  readonly finesse: number;
  /** Labels that are drawn at once, at most. */
  readonly labels: number;
  /** Lines of edges that may wear a label, at most; above it only pointed-at and selected ones do. */
  readonly edgeLabels: number;
}

export function qualityFor(nodes: number, edges: number): Quality {
  const large = edges > 15_000 || nodes > 15_000;
  return {
    hideEdgesOnMove: large,
    finesse: edges <= 600 ? 1 : edges <= 5_000 ? 0.7 : edges <= 40_000 ? 0.4 : 0.25,
    labels: large ? 120 : 260,
    edgeLabels: large ? 0 : 2_000,
  };
}

/** One object for the life of a stage; its parts change from frame to frame. */
export interface Frame {
  readonly scene: Scene;
  readonly quality: Quality;
  readonly nodeStates: Channels;
  readonly edgeStates: Channels;
  projection: Projection;
  paint: Paint;
  /** Of the channels, in `0..1`. */
  clock: number;
  /** How far all that is not emphasised has receded, in `0..1`. */
  dim: number;
  /** The camera is under way. */
  moving: boolean;
  /** What lies over the canvas, asked for anew each time. */
  covers(): readonly Insets[];
}

/** What is left of an item's colour when something else is in focus. */
export const DIMMED = 0.16;

/** How much of an item's colour is seen. @param emphasis of the item, in `0..1`  @param dim of the frame */
export function strength(emphasis: number, dim: number): number {
  return 1 - dim * (1 - emphasis) * (1 - DIMMED);
}

/** The frame of a stage that has not been drawn yet. */
export function frameOf(
  scene: Scene,
  { nodes, edges }: States,
  palette: Palette,
  covers: Frame['covers'],
): Frame {
  const size = scene.nodes.keys.length;
  return {
    scene,
    quality: qualityFor(size, scene.edges.keys.length),
    nodeStates: nodes,
    edgeStates: edges,
    projection: { ...UNIT, width: 1, height: 1, minRadius: minRadiusFor(size), maxRadius: MAX_RADIUS },
    paint: paintOf(palette),
    clock: 1,
    dim: 0,
    moving: false,
    covers,
  };
}
