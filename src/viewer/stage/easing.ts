/** The clock of gentle changes: from 0 to 1 in a fifth of a second, slowing down towards the end. */

/** Milliseconds that a change takes. */
export const CHANGE_MS = 200;
/** Milliseconds that a journey of the camera takes. */
export const JOURNEY_MS = 240;

/** Cubic, out: quick to answer, calm to arrive. @param t in `0..1` */
export function easeOut(t: number): number {
  const rest = 1 - Math.min(Math.max(t, 0), 1);
  return 1 - rest * rest * rest;
}

/** Cubic, in and out: for journeys. @param t in `0..1` */
export function easeInOut(t: number): number {
  return t < 0.5 ? 4 * t * t * t : 1 - (2 - 2 * t) ** 3 / 2;
}

export class Clock {
  #start = Number.NEGATIVE_INFINITY;
  #length: number = CHANGE_MS;

  /** @param now in milliseconds  @param still changes take no time */
  restart(now: number, still: boolean): void {
    this.#start = now;
    this.#length = still ? 0 : CHANGE_MS;
  }

  /** In `0..1`; 1 when nothing is under way. */
  at(now: number): number {
    if (this.#length === 0) return 1;
    return easeOut((now - this.#start) / this.#length);
  }

  running(now: number): boolean {
    return now - this.#start < this.#length;
  }
}
