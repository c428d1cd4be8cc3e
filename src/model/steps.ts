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

/** Work that is done once: in steps, and what is left of it at once where its end is asked for. */
export interface Begun<T> {
  readonly value: T;
  /** Does it, in steps. */
  prepare(): Steps<void>;
}

export function begin<T>(steps: Steps<T>): Begun<T> {
  let end: { readonly value: T } | undefined;
  return {
    get value() {
      end ??= { value: finish(steps) };
      return end.value;
    },
    *prepare() {
      while (end === undefined) {
        const { done, value } = steps.next();
        if (done) end = { value };
        else yield;
      }
    },
  };
}
