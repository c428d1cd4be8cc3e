/** Entities on the move: carried by a hand or by a running layout, or put where the view says. */

import { sceneBounds } from './bounds.ts';
import type { CameraControl } from './camera-control.ts';
import type { Fitting } from './fitting.ts';
import type { Item, Items } from './focus.ts';
import type { Frame } from './frame.ts';
import type { Occasion } from './label-plan.ts';
import type { Labels } from './labels.ts';
import type { Moves } from './moves.ts';
import type { Overview } from './overview.ts';
import { graphX, graphY } from './projection.ts';
import type { Sending } from './sending.ts';
import type { Point, StageEvents } from './stage-face.ts';

/** What has to follow when entities move. */
export interface Followers {
  readonly frame: Frame;
  readonly labels: Labels;
  readonly sending: Sending;
  readonly camera: CameraControl;
  readonly fitting: Fitting;
  readonly overview: Overview;
  /** Plans labels anew. */
  settle(occasion: Occasion): void;
  readonly events: Pick<StageEvents, 'onMove' | 'onCamera'>;
}

export class Carrying {
  readonly #moves: Moves;
  readonly #to: Followers;

  constructor(moves: Moves, followers: Followers) {
    this.#moves = moves;
    this.#to = followers;
  }

  /** Puts entities where the view says, and all others where the data has them. */
  put(places: ReadonlyMap<string, Point>): void {
    this.#follow(this.#moves.put(places), 'afresh');
  }

  /** Puts some entities elsewhere for the moment. */
  carry(places: ReadonlyMap<string, Point>): void {
    this.#follow(this.#moves.carry(places), 'panning');
  }

  /** A hand has an entity at a place of the canvas. @param x, y in CSS pixels  @param done let go */
  drag(item: Item, x: number, y: number, done: boolean): void {
    if (!('node' in item)) return;
    const { frame, sending, camera, fitting, events } = this.#to;
    const key = frame.scene.keyOf(item);
    const place = { x: graphX(frame.projection, x), y: graphY(frame.projection, y) };
    const moved = this.#moves.carry(new Map([[key, place]]));
    if (done) {
      this.#follow(moved ?? NOTHING, 'panning');
      // Another view of the whole would be another picture: this one is kept as it is.
      fitting.release();
      events.onCamera(camera.state);
    }
    if (!done && moved !== undefined && moved !== 'all') sending.send(moved);
    events.onMove(key, place, done);
  }

  /** Draws what has moved where it is now. */
  #follow(moved: Items | 'all' | undefined, occasion: Occasion): void {
    if (moved === undefined) return;
    const { frame, labels, sending, camera, overview, settle } = this.#to;
    overview.changed();
    labels.ranks.forget();
    sending.send(moved === 'all' ? undefined : moved);
    camera.reach(sceneBounds(frame.scene));
    settle(occasion);
  }
}

const NOTHING: Items = { nodes: new Set(), edges: new Set() };
