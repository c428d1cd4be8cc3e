/** A press that takes hold of something: an item is dragged along, on the ground an outline is drawn. */
import type { Item } from './focus.ts';
import { goOn, type Outline, outlineOf } from './outline.ts';
import type { Outlining, Point } from './stage-face.ts';

export interface PressEvents {
  /** @param x, y in CSS pixels  @param done let go */
  onDrag(item: Item, x: number, y: number, done: boolean): void;
  /** @param done let go; an outline without corners is taken back */
  onOutline(outline: Outline, additive: boolean, done: boolean): void;
}

/** Pixels that the pointer may move before a press becomes a drag. */
const DRAG_AFTER = 4;

interface Held {
  readonly what: Item | Outlining;
  readonly additive: boolean;
  readonly way: Point[];
}

export class Press {
  readonly #events: PressEvents;
  #held: Held | undefined;
  #at: Point = { x: 0, y: 0 };
  /** It went farther than a click does. */
  dragged = false;

  constructor(events: PressEvents) {
    this.#events = events;
  }

  get taken(): boolean {
    return this.#held !== undefined;
  }

  /** @param what an item, or how an outline is drawn from here on */
  take(x: number, y: number, what: Item | Outlining, additive: boolean): void {
    this.#held = { what, additive, way: [{ x, y }] };
    this.dragged = false;
  }

  /** @returns whether this is a drag by now */
  move(x: number, y: number): boolean {
    const held = this.#held;
    if (held === undefined) return false;
    const from = held.way[0]!;
    if (!this.dragged && Math.hypot(x - from.x, y - from.y) <= DRAG_AFTER) return false;
    this.dragged = true;
    this.#at = { x, y };
    goOn(held.way, this.#at);
    this.#tell(held, false);
    return true;
  }

  /** Let go: what was dragged stays there, what the outline holds is selected. */
  release(): void {
    if (this.#held !== undefined && this.dragged) this.#tell(this.#held, true);
    this.#held = undefined;
  }

  /** Taken back: a second finger came. */
  drop(): void {
    if (typeof this.#held?.what === 'string' && this.dragged) {
      this.#events.onOutline([], true, true);
      this.#held = undefined;
    } else this.release();
    this.dragged = false;
  }

  #tell({ what, additive, way }: Held, done: boolean): void {
    const at = this.#at;
    if (typeof what !== 'string') this.#events.onDrag(what, at.x, at.y, done);
    else this.#events.onOutline(outlineOf([...way, at], what), additive, done);
  }
}
