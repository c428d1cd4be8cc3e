/** Where writers put their text: a file, a response, a string; anything that can say when it is full. */

/**
 * Takes text in order. A promise from `write` means "full": the writer waits for it before it goes on. `end` is
 * called once, after the last chunk, and never where the writer failed: an output without its end is not finished.
 */
export interface Sink {
  write(chunk: string): void | Promise<void>;
  end(): void | Promise<void>;
}

/** Keeps everything that was written. For small outputs: a string ends at about 536 million code units. */
export class StringSink implements Sink {
  #text = '';
  /** True once the writer has finished. */
  ended = false;

  write(chunk: string): void {
    this.#text += chunk;
  }
  end(): void {
    this.ended = true;
  }
  toString(): string {
    return this.#text;
  }
}

/**
 * Code units gathered before a sink sees them: large enough that writing costs little, small enough that a chunk with one
 * character beyond Latin-1 stays in V8's regular heap, where it is encoded twice as fast.
 */
export const CHUNK = 32 * 1024;

/**
 * Pours parts into a sink in chunks of at least {@link CHUNK}, waiting only where the sink asks for it.
 *
 * @returns what the parts return at their end, e.g. their report of losses
 */
export async function pour<R>(parts: Iterator<string, R>, sink: Sink): Promise<R> {
  let chunk = '';
  for (;;) {
    const step = parts.next();
    if (step.done) {
      if (chunk !== '') await sink.write(chunk);
      await sink.end();
      return step.value;
    }
    chunk += step.value;
    if (chunk.length >= CHUNK) {
      const full = sink.write(chunk);
      chunk = '';
      if (full !== undefined) await full;
    }
  }
}

/** Joins parts to one string, with what they return at their end. For tests and small outputs. */
export function join<R>(parts: Iterator<string, R>): { readonly text: string; readonly result: R } {
  let text = '';
  for (;;) {
    const step = parts.next();
    if (step.done) return { text, result: step.value };
    text += step.value;
  }
}
