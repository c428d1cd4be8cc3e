/** Threads for queries, first come, first served: none waits for ever, and one that is stopped is replaced. */
import type { EngineThread } from './engine-thread.ts';
import { ThreadEnded } from './engine-thread.ts';
import type { Job, Reply } from './messages.ts';
import { QueryFailure } from './query-failure.ts';

export interface PoolOptions {
  readonly threads: number;
  readonly queue: number;
  /** Milliseconds. */
  readonly patience: number;
}

/** Milliseconds that a query may still take to end by itself once nobody wants it: a new thread costs about as much. */
const GRACE = 200;

interface Waiting {
  start(thread: EngineThread): void;
  fail(error: Error): void;
}

export class ThreadPool {
  readonly ready: EngineThread['ready'];
  readonly #start: () => Promise<EngineThread>;
  readonly #options: PoolOptions;
  readonly #idle: EngineThread[] = [];
  readonly #busy = new Set<EngineThread>();
  readonly #queue: Waiting[] = [];
  readonly #running = new Set<Promise<void>>();
  #starting = 0;
  #closed = false;

  constructor(first: EngineThread, start: () => Promise<EngineThread>, options: PoolOptions) {
    this.ready = first.ready;
    this.#idle.push(first);
    this.#start = start;
    this.#options = options;
  }

  /** @throws QueryFailure */
  run(job: Job, timeout: number, signal?: AbortSignal): Promise<Reply> {
    const running = this.#run(job, timeout, signal);
    const settled = running.then(
      () => {},
      () => {},
    );
    this.#running.add(settled);
    void settled.then(() => this.#running.delete(settled));
    return running;
  }

  /** Once all queries of the moment are answered or have failed. */
  async settled(): Promise<void> {
    await Promise.all(this.#running);
  }

  async #run(job: Job, timeout: number, signal?: AbortSignal): Promise<Reply> {
    const thread = await this.#thread(signal);
    let stopped: QueryFailure | undefined;
    const stop = (failure: QueryFailure) => {
      stopped ??= failure;
      void this.#drop(thread);
    };
    const timer = setTimeout(
      () => stop(new QueryFailure('timeout', `the query ran longer than ${timeout / 1000} s`, SLOW)),
      timeout,
    );
    let grace: NodeJS.Timeout | undefined;
    const abort = () => {
      grace = setTimeout(() => stop(cancelled()), GRACE);
    };
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
    try {
      const reply = await thread.run(job);
      if ('said' in reply && reply.broken) void this.#drop(thread);
      return reply;
    } catch (error) {
      if (!(error instanceof ThreadEnded)) throw error;
      void this.#drop(thread);
      throw stopped ?? (this.#closed ? closed() : new QueryFailure('exhausted', FULL, SLOW));
    } finally {
      clearTimeout(timer);
      clearTimeout(grace);
      signal?.removeEventListener('abort', abort);
      this.#release(thread);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const waiting of this.#queue.splice(0)) waiting.fail(closed());
    await Promise.all([...this.#idle.splice(0), ...this.#busy].map((thread) => thread.kill()));
  }

  /** A thread of one's own, as soon as there is one. */
  #thread(signal?: AbortSignal): Promise<EngineThread> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(closed());
      if (signal?.aborted) return reject(cancelled());
      if (this.#queue.length >= this.#options.queue) {
        return reject(new QueryFailure('busy', `${this.#queue.length} queries are waiting already`, LATER));
      }
      const settle = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        const index = this.#queue.indexOf(waiting);
        if (index >= 0) this.#queue.splice(index, 1);
      };
      const waiting: Waiting = {
        start(thread) {
          settle();
          resolve(thread);
        },
        fail(error) {
          settle();
          reject(error);
        },
      };
      const abort = () => waiting.fail(cancelled());
      const { patience } = this.#options;
      const timer = setTimeout(
        () => waiting.fail(new QueryFailure('busy', `no thread was free within ${patience / 1000} s`, LATER)),
        patience,
      );
      signal?.addEventListener('abort', abort, { once: true });
      this.#queue.push(waiting);
      this.#serve();
    });
  }

  /** Gives idle threads to those who wait, and starts another where all are busy and there may be more. */
  #serve(): void {
    while (this.#queue.length > 0 && this.#idle.length > 0) {
      const thread = this.#idle.pop()!;
      if (thread.ended) continue;
      this.#busy.add(thread);
      this.#queue.shift()!.start(thread);
    }
    const running = this.#idle.length + this.#busy.size + this.#starting;
    const wanted = this.#queue.length > this.#starting || running === 0;
    if (wanted && running < this.#options.threads && !this.#closed) void this.#grow();
  }

  async #grow(): Promise<void> {
    this.#starting += 1;
    try {
      const thread = await this.#start();
      this.#starting -= 1;
      if (this.#closed) return void (await thread.kill());
      this.#idle.push(thread);
      this.#serve();
    } catch (error) {
      this.#starting -= 1;
      // With no thread left nobody would ever be served.
      if (this.#busy.size + this.#idle.length + this.#starting > 0) return;
      const failure = new QueryFailure('closed', `the engine can’t start again: ${(error as Error).message}`);
      for (const waiting of this.#queue.splice(0)) waiting.fail(failure);
    }
  }

  #release(thread: EngineThread): void {
    if (!this.#busy.delete(thread)) return;
    if (!thread.ended && !this.#closed) this.#idle.push(thread);
    this.#serve();
  }

  async #drop(thread: EngineThread): Promise<void> {
    await thread.kill();
    this.#busy.delete(thread);
    this.#serve();
  }
}

const SLOW =
  'Make it smaller: join patterns by shared variables, give a class or a property, add a LIMIT. `clew query --timeout` gives it more time.';
const LATER = 'Ask again in a moment.';
const FULL = 'the result took more memory than it may';

function cancelled(): QueryFailure {
  return new QueryFailure('cancelled', 'the query was cancelled');
}

function closed(): QueryFailure {
  return new QueryFailure('closed', 'the engine is closed');
}
