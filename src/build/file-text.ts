/** A file's text, read as it is asked for: a large one never stands in memory whole. */
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { TextDecoder } from 'node:util';
import { decodeUtf8 } from '../corpus/index.ts';
import { ProblemError } from '../model/index.ts';

/** Bytes that are read at once. */
const LUMP = 2 ** 20;

/** UTF-8 alone. Goes through the file anew each time that it is gone through. */
export class FileText implements Iterable<string> {
  readonly #path: string;
  readonly #lump: number;

  /** @param lump bytes that are read at once */
  constructor(path: string, lump = LUMP) {
    this.#path = path;
    this.#lump = lump;
  }

  /** @throws ProblemError where the bytes are not UTF-8, with the place; Error of the file system */
  *[Symbol.iterator](): Generator<string, undefined> {
    const file = openSync(this.#path, 'r');
    try {
      const { size } = fstatSync(file);
      const decoder = new TextDecoder('utf-8', { fatal: true });
      const bytes = Buffer.alloc(Math.min(this.#lump, size));
      for (let at = 0; at < size; ) {
        const length = readSync(file, bytes, 0, bytes.length, at);
        if (length === 0) throw new Error(`${this.#path} became shorter while it was read`);
        at += length;
        yield this.#decoded(decoder, bytes.subarray(0, length), at < size);
      }
      return undefined;
    } finally {
      closeSync(file);
    }
  }

  /** The whole text at once. @throws ProblemError as above */
  whole(): string {
    const decoded = decodeUtf8(readFileSync(this.#path), this.#path);
    if ('text' in decoded) return decoded.text;
    const message = 'the file is not UTF-8 from here on';
    throw new ProblemError([{ severity: 'error', code: 'not-utf8', message, ...decoded.problem }]);
  }

  #decoded(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string {
    try {
      return decoder.decode(bytes, { stream });
    } catch {
      // Where it is can be told from the whole alone.
      return this.whole();
    }
  }
}
