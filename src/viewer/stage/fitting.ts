/** Bringing items into sight, and keeping them there while the canvas changes its size, until the reader moves on. */
import { finish, type Steps } from '../../model/index.ts';
import { extentSteps, extentsOf, type LabelRoom } from './bounds.ts';
import type { CameraControl } from './camera-control.ts';
import type { Items } from './focus.ts';
import { type Extent, frameExtents, MARGIN } from './framing.ts';
import type { LabelBook } from './label-book.ts';
import type { LabelRanks } from './label-ranks.ts';
import { type Projection, screenX, screenY } from './projection.ts';
import type { Scene } from './scene.ts';
import type { Insets } from './stage-face.ts';

/** The whole graph is brought no nearer than this, in pixels per graph unit. */
const CLOSEST_WHOLE = 2;
/** A few items are brought no nearer than this: their neighbourhood should stay in sight. */
const CLOSEST_PART = 1.5;
/** Items in sight at this zoom or closer can be read: the camera stays where it is. */
const READABLE = 0.8;
/** Room for labels is kept at the most important nodes: one for so many square pixels of the canvas, and no more than 200. */
const PIXELS_PER_LABEL = 9_000;
const MOST_LABELS = 200;
/**
 * Room for one label at most: a share of the canvas's width beyond a phone's. On a phone the graph takes it all, and
 * labels that would be cut there find another side or stay away.
 */
const SHARE_FOR_LABEL = 0.16;
/** The same where a part is brought into sight, whose labels are what the reader wants. */
const SHARE_IN_PART = 0.25;
const NARROW = 400;

const SIDES = ['top', 'right', 'bottom', 'left'] as const;
const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

export class Fitting {
  readonly #scene: Scene;
  readonly #book: LabelBook;
  readonly #ranks: LabelRanks;
  readonly #camera: CameraControl;
  /** What is held in sight: undefined means nothing, no items means all. */
  #held: { items: Items | undefined; asked: boolean } | undefined = { items: undefined, asked: false };
  #journeying = false;
  #insets: Insets = NO_INSETS;
  /** The camera has been sent somewhere, or moved by hand. */
  travelled = false;

  constructor(scene: Scene, book: LabelBook, ranks: LabelRanks, camera: CameraControl) {
    this.#scene = scene;
    this.#book = book;
    this.#ranks = ranks;
    this.#camera = camera;
  }

  /** @param insets pixels along the canvas's sides that other things cover  @returns whether they are others than before */
  keepFree(insets = NO_INSETS): boolean {
    const before = this.#insets;
    this.#insets = insets;
    return SIDES.some((side) => before[side] !== insets[side]);
  }

  /** What is in sight was brought there whole: labels may not cross the border. */
  get framed(): boolean {
    return this.#held !== undefined;
  }

  /** All of the graph is held in sight. */
  get whole(): boolean {
    return this.#held !== undefined && this.#held.items === undefined;
  }

  /** The camera moves on its own account, not by hand. */
  get journeying(): boolean {
    return this.#journeying;
  }

  /** @param items none for all */
  fit(items: Items, view: Projection, still: boolean): void {
    const all = items.nodes.size + items.edges.size === 0;
    if (!all && this.#inSight(items, view)) return;
    this.travelled = true;
    this.#held = { items: all ? undefined : items, asked: true };
    finish(this.#go(view, still));
  }

  /** Brings what is held into sight of a canvas of another size, in steps. */
  *again(view: Projection): Steps<void> {
    if (this.#held !== undefined) yield* this.#go(view, true);
  }

  /** A journey is cut short: what moves the camera from now on is the reader. */
  interrupt(): void {
    this.#journeying = false;
  }

  /** The reader has taken the camera. */
  release(): void {
    this.travelled = true;
    this.#held = undefined;
    this.#journeying = false;
  }

  /** The camera came to rest. @returns whether that is news: the first fit and those after resizing are not */
  rest(): boolean {
    this.#journeying = false;
    if (this.#held === undefined) return true;
    const { asked } = this.#held;
    this.#held = { ...this.#held, asked: false };
    return asked;
  }

  *#go({ width, height }: Projection, still: boolean): Steps<void> {
    const held = this.#held?.items;
    const { top, right, bottom, left } = this.#insets;
    const wide = Math.max(width - left - right, width / 3);
    const high = Math.max(height - top - bottom, height / 3);
    const extents = yield* extentSteps(this.#scene, held, this.#labelRoom(width, height, held));
    const view = frameExtents(extents, wide, high, held === undefined ? CLOSEST_WHOLE : CLOSEST_PART);
    if (view === undefined) return;
    // The middle of what is free is not the middle of the canvas.
    const x = view.x + (right - left) / 2 / view.scale;
    const y = view.y + (top - bottom) / 2 / view.scale;
    this.#journeying = true;
    this.#camera.go(this.#camera.stateFor({ x, y, scale: view.scale }), still);
  }

  /** @param items those that are brought into sight: their labels are what is read */
  #labelRoom(width: number, height: number, items: Items | undefined): LabelRoom {
    const labels = Math.min(MOST_LABELS, (width * height) / PIXELS_PER_LABEL);
    const few = items !== undefined && items.nodes.size <= labels;
    const most = Math.max(0, width - NARROW) * (items === undefined ? SHARE_FOR_LABEL : SHARE_IN_PART);
    return (node) => {
      const wanted = few || this.#ranks.rank(node) < labels;
      if (!wanted || this.#scene.nodes.bead[node] === 1) return undefined;
      const label = this.#book.node(node);
      const slot = this.#ranks.slots(node)[0]!;
      return { width: Math.min(label.width, most), height: Math.min(label.style.height, most), slot };
    };
  }

  #inSight(items: Items, view: Projection): boolean {
    if (view.scale < READABLE) return false;
    const insets = this.#insets;
    const inside = ({ x, y, radius, left, right, up, down }: Extent) => {
      const disc = radius * view.scale;
      const px = screenX(view, x);
      const py = screenY(view, y);
      return (
        px - disc - left >= insets.left + MARGIN / 2 &&
        px + disc + right <= view.width - insets.right - MARGIN / 2 &&
        py - disc - up >= insets.top + MARGIN / 2 &&
        py + disc + down <= view.height - insets.bottom - MARGIN / 2
      );
    };
    return extentsOf(this.#scene, items, this.#labelRoom(view.width, view.height, undefined)).every(inside);
  }
}
