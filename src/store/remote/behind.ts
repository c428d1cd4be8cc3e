/** What goes on while a load prepares its next step: failures are heard by who waits for them, and nothing is left running. */

export class Behind {
  readonly #running = new Set<Promise<unknown>>();
  #look: Promise<void> = Promise.resolve();

  /** Starts something whose failure the caller hears when it waits for it. */
  go<T>(work: Promise<T>): Promise<T> {
    this.#running.add(work);
    const forget = () => this.#running.delete(work);
    work.then(forget, forget);
    return work;
  }

  /** Starts a look back; the one before has to be over. */
  look(work: Promise<void>): void {
    this.#look = this.go(work);
  }

  /** @throws what the last look back found */
  looked(): Promise<void> {
    return this.#look;
  }

  /** Waits for all of it. @throws what the last look back found */
  async end(): Promise<void> {
    await Promise.allSettled(this.#running);
    await this.#look;
  }
}
