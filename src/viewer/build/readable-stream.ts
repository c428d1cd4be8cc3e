/** Build time: stands for the package readable-stream in the worker; the part of a Transform that the RDF parsers use. */
import { EventEmitter } from './events.ts';

type Done = (error?: unknown, made?: unknown) => void;

/** Chunks are transformed one after another, in the order in which they were written; what is made is told at once. */
export class Transform extends EventEmitter {
  #chunks: string[] = [];
  #ending = false;
  #busy = false;
  #over = false;

  write(chunk: string): boolean {
    this.#chunks.push(chunk);
    this.#next();
    return true;
  }

  end(): this {
    this.#ending = true;
    this.#next();
    return this;
  }

  push(made: unknown): boolean {
    if (made !== null && made !== undefined) this.emit('data', made);
    return true;
  }

  destroy(error?: unknown): this {
    this.#over = true;
    if (error !== undefined) this.emit('error', error);
    return this;
  }

  _transform(_chunk: string, _encoding: string, done: Done): void {
    done();
  }

  _flush(done: Done): void {
    done();
  }

  #next(): void {
    if (this.#busy || this.#over) return;
    const chunk = this.#chunks.shift();
    if (chunk === undefined && !this.#ending) return;
    this.#busy = true;
    const done: Done = (error, made) => {
      this.#busy = false;
      if (error) {
        this.destroy(error);
        return;
      }
      this.push(made);
      if (chunk === undefined) {
        this.#over = true;
        this.emit('end');
      } else queueMicrotask(() => this.#next());
    };
    if (chunk === undefined) this._flush(done);
    else this._transform(chunk, 'utf8', done);
  }
}

export class PassThrough extends Transform {}
