/** Work that would hold the only thread for long: one piece at a time, and the event loop turns between two of them. */

export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs it once all that came before is done and what waits for the event loop has had its turn. */
  run<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    const turn = this.#last.then(() => new Promise<void>((resolve) => setImmediate(resolve))).then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }
}
