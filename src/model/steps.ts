/** Long work in steps: between two of them whoever drives it may do something else, show how far it is for instance. */

/** Work that gives a `T` at its end; every step is short, some milliseconds for what one item costs little. */
export type Steps<T> = Generator<void, T, void>;

/** So many items are worked off in a step, where each costs some microseconds. */
export const STEP = 1_024;

/** Does all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
