/** What changes gently: per item how present, how emphasised and how selected it is, and from which value it comes. */

/** The values of an item that are eased. */
export const PRESENCE = 0;
export const EMPHASIS = 1;
export const SELECTION = 2;
export type Channel = typeof PRESENCE | typeof EMPHASIS | typeof SELECTION;
const CHANNELS = 3;

/**
 * Values from 0 to 255 that go from where they were to where they should be; all items share one clock, so that a
 * change writes the changed items once and each frame only moves the clock. Items at rest have equal ends.
 */
export class Channels {
  /** `3 * item + channel`. */
  readonly #from: Uint8Array;
  readonly #to: Uint8Array;
  /** Items of which some channel is under way. */
  readonly #moving = new Set<number>();

  constructor(items: number) {
    this.#from = new Uint8Array(items * CHANNELS);
    this.#to = new Uint8Array(items * CHANNELS);
  }

  from(item: number, channel: Channel): number {
    return this.#from[item * CHANNELS + channel]!;
  }

  to(item: number, channel: Channel): number {
    return this.#to[item * CHANNELS + channel]!;
  }

  /** The value in `0..1` at a moment of the clock in `0..1`. */
  at(item: number, channel: Channel, clock: number): number {
    const place = item * CHANNELS + channel;
    return (this.#from[place]! + (this.#to[place]! - this.#from[place]!) * clock) / 255;
  }

  /**
   * Starts a new way for all items from where they are at `clock`; call it before {@link aim} when the clock restarts.
   *
   * @returns the items whose ends changed and must be written again
   */
  restart(clock: number): Set<number> {
    const changed = new Set(this.#moving);
    for (const item of changed) {
      let settled = true;
      for (let place = item * CHANNELS; place < (item + 1) * CHANNELS; place += 1) {
        const now = Math.round(this.#from[place]! + (this.#to[place]! - this.#from[place]!) * clock);
        this.#from[place] = now;
        settled &&= now === this.#to[place];
      }
      if (settled) this.#moving.delete(item);
    }
    return changed;
  }

  /** @param value in `0..1` @returns whether anything changed */
  aim(item: number, channel: Channel, value: number): boolean {
    const place = item * CHANNELS + channel;
    const target = Math.round(value * 255);
    if (this.#to[place] === target) return false;
    this.#to[place] = target;
    this.#moving.add(item);
    return true;
  }

  /** Ends every way that is not over. */
  settle(): void {
    for (const item of this.#moving) {
      for (let place = item * CHANNELS; place < (item + 1) * CHANNELS; place += 1)
        this.#from[place] = this.#to[place]!;
    }
    this.#moving.clear();
  }

  /** Puts an item where it should be, at once. */
  put(item: number, channel: Channel, value: number): void {
    const place = item * CHANNELS + channel;
    this.#to[place] = Math.round(value * 255);
    this.#from[place] = this.#to[place]!;
  }
}
