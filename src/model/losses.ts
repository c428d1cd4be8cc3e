/** What a format could not hold, counted: nothing is dropped or changed in silence. */

/** One kind of loss. */
export interface Loss {
  /** What was lost or changed, one plain phrase. */
  readonly what: string;
  readonly count: number;
}

export interface LossReport {
  /** In the order in which they were first met; empty where the format holds everything. */
  readonly losses: readonly Loss[];
}

/** Counts losses while a file is written or read. */
export class LossCounter {
  readonly #counts = new Map<string, number>();

  add(what: string, count = 1): void {
    if (count > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + count);
  }

  report(): LossReport {
    return { losses: [...this.#counts].map(([what, count]) => ({ what, count })) };
  }
}
