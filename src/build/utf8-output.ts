/** Text into bytes on their way to a file: encoded where they will be taken from, many small chunks as one write. */
import { CHUNK } from '../formats/index.ts';

/** Bytes that wait at the most. A chunk of a writer has three for each of its code units at the most. */
const SIZE = 4 * CHUNK;

export class Utf8Output {
  readonly #put: (bytes: Uint8Array) => void;
  readonly #bytes = Buffer.allocUnsafeSlow(SIZE);
  #length = 0;

  /** @param put takes the bytes before it returns: their place is used again */
  constructor(put: (bytes: Uint8Array) => void) {
    this.#put = put;
  }

  /** @param text that ends within no character */
  write(text: string): void {
    if (text.length > (SIZE - this.#length) / 3) {
      this.flush();
    }
    if (text.length > SIZE / 3) this.#writeLong(text);
    else this.#length += this.#bytes.write(text, this.#length);
  }

  /** Hands on what waits. */
  flush(): void {
    if (this.#length > 0) this.#put(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
  }

  #writeLong(text: string): void {
    for (let rest = text; rest !== ''; ) {
      const { read, written } = ENCODER.encodeInto(rest, this.#bytes);
      this.#put(this.#bytes.subarray(0, written));
      rest = rest.slice(read);
    }
  }
}

const ENCODER = new TextEncoder();
