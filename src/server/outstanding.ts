/** Bytes that clients have asked for and not taken yet, of all answers that are counted together. */
import type { ServerResponse } from 'node:http';

export class Outstanding {
  readonly #most: number;
  #bytes = 0;

  /** @param most bytes; above it nothing more should be made until clients have taken theirs */
  constructor(most: number) {
    this.#most = most;
  }

  get full(): boolean {
    return this.#bytes > this.#most;
  }

  /** Counts an answer until its connection is done with it, whatever happens. */
  hold(response: ServerResponse, bytes: number): void {
    if (response.destroyed) return;
    this.#bytes += bytes;
    response.once('close', () => {
      this.#bytes -= bytes;
    });
  }
}
