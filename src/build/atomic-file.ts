/** Files that are whole or not there: written beside their place under another name, then renamed. */
import { createHash, type Hash, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Sink } from '../formats/index.ts';
import { Utf8Output } from './utf8-output.ts';

/**
 * A sink into a new file that takes its name only on `commit()`. Until then the old file, if any, is untouched; after
 * `discard()`, a full disk or a killed process it stays so. Writes are synchronous: a pipeline that makes text is
 * never ahead of its disk, so memory stays flat without waiting for events.
 */
export class AtomicFile implements Sink {
  readonly path: string;
  readonly #temporary: string;
  #descriptor: number | undefined;
  readonly #output = new Utf8Output((bytes) => this.#put(bytes));
  #bytes = 0;
  readonly #hash: Hash | undefined;
  #sha256: string | undefined;

  /**
   * @param options `hashed`: tell the SHA-256 of what was written
   * @throws Error of the file system where the folder can't be written
   */
  constructor(path: string, { hashed = false }: { readonly hashed?: boolean } = {}) {
    this.path = path;
    this.#hash = hashed ? createHash('sha256') : undefined;
    // The name is random so that two builds into one folder never share a temporary file; it ends up in no output.
    this.#temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
    this.#descriptor = openSync(this.#temporary, 'wx', 0o666);
    open.add(this);
  }

  /** Bytes written so far, what is still pending apart. */
  get bytes(): number {
    return this.#bytes;
  }

  /** 64 lower-case hex digits, once a hashed file has come to its end. */
  get sha256(): string | undefined {
    return this.#sha256;
  }

  write(chunk: string): void {
    if (this.#descriptor !== undefined) this.#output.write(chunk);
  }

  /** Everything is on the disk; the name is still the temporary one. */
  end(): void {
    if (this.#descriptor === undefined) return;
    this.#output.flush();
    this.#sha256 = this.#hash?.digest('hex');
    fsyncSync(this.#descriptor);
    closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  /** Gives the file its name, over the old one if there is one, in one step of the file system. */
  commit(): void {
    this.end();
    renameSync(this.#temporary, this.path);
    open.delete(this);
  }

  /** Removes what was written; the old file stays. Safe to call twice. */
  discard(): void {
    if (!open.delete(this)) return;
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
    rmSync(this.#temporary, { force: true });
  }

  #put(bytes: Uint8Array): void {
    // A short write is legal; a full disk shows as ENOSPC on the next.
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#descriptor!, bytes, at, bytes.length - at);
    this.#hash?.update(bytes);
    this.#bytes += bytes.length;
  }
}

/** Files that have no name yet. */
const open = new Set<AtomicFile>();

/** Discards every file that has not been committed: for the end of a process that was told to stop. */
export function discardOpenFiles(): void {
  for (const file of open) file.discard();
}
