/** A file's text, read as it is asked for: a large one never stands in memory whole. */
import { decodeText } from './decode-text.ts';

/** What a worker has to read a file at once, and a page has not. */
declare const FileReaderSync: new () => { readAsArrayBuffer(blob: Blob): ArrayBuffer };

/** Bytes that are read at once. */
const LUMP = 2 ** 18;

/** UTF-8 alone. Goes through the file anew each time that it is gone through. */
export class FileText implements Iterable<string> {
  readonly #file: File;
  readonly #onRead: (bytes: number) => void;

  /** @param onRead told how many bytes have been gone through */
  constructor(file: File, onRead: (bytes: number) => void) {
    this.#file = file;
    this.#onRead = onRead;
  }

  /** @throws ProblemError where the bytes are not UTF-8, as {@link decodeText} */
  *[Symbol.iterator](): Generator<string, undefined> {
    const { size } = this.#file;
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for (let at = 0; at < size; at += LUMP) {
      yield this.#decoded(decoder, at);
      this.#onRead(Math.min(at + LUMP, size));
    }
    return undefined;
  }

  /** The whole text at once. @throws ProblemError as above */
  whole(): string {
    return decodeText(bytesOf(this.#file), this.#file.name);
  }

  #decoded(decoder: TextDecoder, at: number): string {
    const bytes = bytesOf(this.#file.slice(at, at + LUMP));
    try {
      return decoder.decode(bytes, { stream: at + LUMP < this.#file.size });
    } catch {
      // Where it is can be told from the whole alone.
      return this.whole();
    }
  }
}

function bytesOf(blob: Blob): Uint8Array {
  return new Uint8Array(new FileReaderSync().readAsArrayBuffer(blob));
}
