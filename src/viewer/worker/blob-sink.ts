/** Gathers what a writer writes as a blob, lets messages in between, and stops where nobody waits for the file. */
import type { Sink } from '../../formats/index.ts';

/** Milliseconds of writing after which the worker hears what else is said to it. */
const BREATH = 40;
/** Bytes of a piece: a blob's bytes are kept by the browser, and no longer in the page's own memory, which has narrow bounds. */
const PIECE = 2 ** 23;

export interface BlobSinkOptions {
  readonly signal: { readonly aborted: boolean };
  /** @param bytes so far */
  readonly onWritten?: (bytes: number) => void;
}

export class BlobSink implements Sink {
  readonly #options: BlobSinkOptions;
  readonly #encoder = new TextEncoder();
  readonly #pieces: Blob[] = [];
  /** What is in no piece yet. */
  #chunks: Uint8Array<ArrayBuffer>[] = [];
  #gathered = 0;
  /** So far. */
  bytes = 0;
  #since = performance.now();

  constructor(options: BlobSinkOptions) {
    this.#options = options;
  }

  /** @throws Error named `AbortError`, after a breath, where the signal is aborted */
  write(chunk: string): void | Promise<void> {
    const bytes = this.#encoder.encode(chunk);
    this.#chunks.push(bytes);
    this.bytes += bytes.length;
    this.#gathered += bytes.length;
    if (this.#gathered >= PIECE) this.#cut();
    if (performance.now() - this.#since >= BREATH) return this.#breathe();
  }

  end(): void {}

  blob(type: string): Blob {
    this.#cut();
    return new Blob(this.#pieces, { type });
  }

  #cut(): void {
    this.#pieces.push(new Blob(this.#chunks));
    this.#chunks = [];
    this.#gathered = 0;
  }

  async #breathe(): Promise<void> {
    this.#options.onWritten?.(this.bytes);
    await new Promise((go) => setTimeout(go));
    if (this.#options.signal.aborted) throw new DOMException('the file is not wanted any more', 'AbortError');
    this.#since = performance.now();
  }
}
