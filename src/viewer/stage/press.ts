/** A press that takes hold of something: an item is dragged along, on the ground a frame is drawn. */
import type { Item } from './focus.ts';

export interface PressEvents {
  /** @param x, y in CSS pixels  @param done let go */
  onDrag(item: Item, x: number, y: number, done: boolean): void;
  onFrame(frame: ScreenFrame, additive: boolean, done: boolean): void;
}

/** CSS pixels. */
export interface ScreenFrame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pixels that the pointer may move before a press becomes a drag. */
const DRAG_AFTER = 4;

export class Press {
  readonly #events: PressEvents;
  #held: { x: number; y: number; what: Item | 'ground'; additive: boolean } | undefined;
  #at = { x: 0, y: 0 };
  /** It went farther than a click does. */
  dragged = false;

  constructor(events: PressEvents) {
    this.#events = events;
  }

  get taken(): boolean {
    return this.#held !== undefined;
  }

  take(x: number, y: number, what: Item | 'ground', additive: boolean): void {
    this.#held = { x, y, what, additive };
    this.dragged = false;
  }

  /** @returns whether this is a drag by now */
  move(x: number, y: number): boolean {
    const held = this.#held;
    if (held === undefined) return false;
    if (!this.dragged && Math.hypot(x - held.x, y - held.y) <= DRAG_AFTER) return false;
    this.dragged = true;
    this.#at = { x, y };
    this.#tell(false);
    return true;
  }

  /** Let go: what was dragged stays there, what the frame holds is selected. */
  release(): void {
    if (this.#held !== undefined && this.dragged) this.#tell(true);
    this.#held = undefined;
  }

  /** Taken back: a second finger came. */
  drop(): void {
    if (this.#held?.what === 'ground' && this.dragged) {
      const { x, y } = this.#held;
      this.#events.onFrame({ left: x, right: x, top: y, bottom: y }, true, true);
      this.#held = undefined;
    } else this.release();
    this.dragged = false;
  }

  #tell(done: boolean): void {
    const { x, y, what, additive } = this.#held!;
    const at = this.#at;
    if (what !== 'ground') {
      this.#events.onDrag(what, at.x, at.y, done);
      return;
    }
    const frame = {
      left: Math.min(x, at.x),
      right: Math.max(x, at.x),
      top: Math.min(y, at.y),
      bottom: Math.max(y, at.y),
    };
    this.#events.onFrame(frame, additive, done);
  }
}
