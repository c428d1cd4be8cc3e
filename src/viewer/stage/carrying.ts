/** Entities on the move: carried by a hand or by a running layout, or put where the view says. */
import { finish, type Steps } from '../../model/index.ts';
import { inTurns, nextTask } from '../turns.ts';
import { type Bounds, boundsSteps, sceneBounds } from './bounds.ts';
import type { CameraControl } from './camera-control.ts';
import type { Fitting } from './fitting.ts';
import type { Item, Items } from './focus.ts';
import type { Frame } from './frame.ts';
import type { Occasion } from './label-plan.ts';
import type { Labels } from './labels.ts';
import type { Moves } from './moves.ts';
import type { Overview } from './overview.ts';
import { graphX, graphY } from './projection.ts';
import type { Scene } from './scene.ts';
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

/** More lines follow in turns, between which the page answers. */
const MANY = 20_000;

export class Carrying {
  readonly #moves: Moves;
  readonly #to: Followers;
  /** All have moved, and their lines are under way. */
  #following: Steps<Bounds> | undefined;

  constructor(moves: Moves, followers: Followers) {
    this.#moves = moves;
    this.#to = followers;
  }

  /** Puts entities where the view says, and all others where the data has them. */
  put(places: ReadonlyMap<string, Point>): void {
    this.#finish();
    this.#follow(this.#moves.put(places), 'afresh');
  }

  /** Puts some entities elsewhere for the moment. */
  carry(places: ReadonlyMap<string, Point>): void {
    this.#finish();
    this.#follow(this.#moves.carry(places), 'panning');
  }

  /** A hand has an entity at a place of the canvas. @param x, y in CSS pixels  @param done let go */
  drag(item: Item, x: number, y: number, done: boolean): void {
    if (!('node' in item)) return;
    this.#finish();
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

  kill(): void {
    this.#following = undefined;
  }

  /** Before anything else moves, what is under way arrives. */
  #finish(): void {
    const following = this.#following;
    if (following === undefined) return;
    this.#following = undefined;
    this.#draw('all', finish(following), 'afresh');
  }

  #follow(moved: Items | 'all' | undefined, occasion: Occasion): void {
    if (moved === undefined) return;
    const { scene } = this.#to.frame;
    if (moved !== 'all') this.#draw(moved, sceneBounds(scene), occasion);
    else if (scene.edges.keys.length <= MANY) this.#draw('all', finish(follow(scene)), occasion);
    else {
      this.#following = follow(scene);
      void this.#followInTurns(this.#following, occasion);
    }
  }

  async #followInTurns(following: Steps<Bounds>, occasion: Occasion): Promise<void> {
    const isLeft = () => this.#following !== following;
    const steps = function* (): Steps<Bounds | undefined> {
      while (!isLeft()) {
        const { done, value } = following.next();
        if (done) return value;
        yield;
      }
      return undefined;
    };
    // To find out what has moved has taken its time.
    await nextTask();
    const bounds = await inTurns(steps());
    if (bounds === undefined || isLeft()) return;
    this.#following = undefined;
    this.#draw('all', bounds, occasion);
  }

  /** Draws what has moved where it is now. */
  #draw(moved: Items | 'all', bounds: Bounds, occasion: Occasion): void {
    const { labels, sending, camera, overview, settle } = this.#to;
    overview.changed();
    labels.ranks.forget();
    sending.send(moved === 'all' ? undefined : moved);
    camera.reach(bounds);
    settle(occasion);
  }
}

function* follow(scene: Scene): Steps<Bounds> {
  yield* scene.follow();
  return yield* boundsSteps(scene);
}

const NOTHING: Items = { nodes: new Set(), edges: new Set() };
