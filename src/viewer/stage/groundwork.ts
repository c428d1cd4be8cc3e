/** What a stage works out of its scene before it opens its canvas, in steps. */
import type { Steps } from '../../model/index.ts';
import { type Bounds, boundsSteps } from './bounds.ts';
import { qualityFor } from './frame.ts';
import { type LabelRanks, labelRanks } from './label-ranks.ts';
import { Moves } from './moves.ts';
import type { Scene } from './scene.ts';
import type { Point, StageView } from './stage-face.ts';
import { States } from './states.ts';
import { Wants } from './wants.ts';

export interface Groundwork {
  readonly scene: Scene;
  /** The first view, which the rest is made for. */
  readonly view: StageView;
  readonly bounds: Bounds;
  readonly moves: Moves;
  readonly wants: Wants;
  readonly states: States;
  readonly ranks: LabelRanks;
}

/** Where a view puts no entity. */
export const NOWHERE_ELSE: ReadonlyMap<string, Point> = new Map();

export function* groundwork(scene: Scene, view: StageView): Steps<Groundwork> {
  const bounds = yield* boundsSteps(scene);
  yield;
  const moves = new Moves(scene);
  if (moves.put(view.places ?? NOWHERE_ELSE) === 'all') yield* scene.follow();
  yield;
  const wants = new Wants(scene);
  const wanted = wants.of(view, undefined);
  yield;
  const states = new States(scene, wanted);
  yield;
  const { edgeLabels } = qualityFor(scene.nodes.keys.length, scene.edges.keys.length);
  const ranks = yield* labelRanks(scene, edgeLabels);
  yield;
  return { scene, view, bounds, moves, wants, states, ranks };
}
