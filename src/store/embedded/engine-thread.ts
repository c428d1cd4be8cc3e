/** One thread of the engine: started, asked one query at a time, killed without asking. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Job, Ready, Reply, WorkerSetup } from './messages.ts';

/** Megabytes of JavaScript's own heap in a thread; results pass through it as text. */
const HEAP = 512;

/** Says that the thread ended with a query in it; the heap of JavaScript was full, or it was killed. */
export class ThreadEnded extends Error {}

/** What the engine said of the data. */
export class LoadError extends Error {
  /** True where its memory was full. */
  readonly broken: boolean;
  /** Index of the source that it was loading. */
  readonly source: number;

  constructor(said: string, broken: boolean, source: number) {
    super(said);
    this.broken = broken;
    this.source = source;
  }
}

export class EngineThread {
  readonly #worker: Worker;
  readonly ready: Extract<Ready, { ready: true }>;
  #waiting: { resolve: (reply: Reply) => void; reject: (error: Error) => void } | undefined;
  #ended = false;

  private constructor(worker: Worker, ready: Extract<Ready, { ready: true }>) {
    this.#worker = worker;
    this.ready = ready;
    worker.on('message', (reply: Reply) => {
      const waiting = this.#waiting;
      this.#waiting = undefined;
      waiting?.resolve(reply);
    });
    worker.on('error', () => this.#end());
    worker.on('exit', () => this.#end());
    // A thread that waits for work keeps no process alive.
    worker.unref();
  }

  /** @throws LoadError */
  static async start(setup: WorkerSetup): Promise<EngineThread> {
    const worker = new Worker(workerFile(), {
      workerData: setup,
      resourceLimits: { maxOldGenerationSizeMb: HEAP },
      // What the program was started with is not for its threads.
      execArgv: [],
      env: {},
    });
    const ready = await new Promise<Ready>((resolve, reject) => {
      const fail = (error: Error) => reject(error);
      const leave = () => reject(new Error('the engine ended while it was loading'));
      worker.once('error', fail).once('exit', leave);
      worker.once('message', (message: Ready) => {
        worker.off('error', fail).off('exit', leave);
        resolve(message);
      });
    });
    if (ready.ready) return new EngineThread(worker, ready);
    await worker.terminate();
    throw new LoadError(ready.said, ready.broken, ready.source);
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** @throws ThreadEnded where the thread ends before it answers */
  run(job: Job): Promise<Reply> {
    return new Promise((resolve, reject) => {
      if (this.#ended) reject(new ThreadEnded());
      this.#waiting = { resolve, reject };
      this.#worker.ref();
      this.#worker.postMessage(job);
    }).finally(() => this.#worker.unref()) as Promise<Reply>;
  }

  async kill(): Promise<void> {
    this.#end();
    await this.#worker.terminate();
  }

  #end(): void {
    this.#ended = true;
    this.#waiting?.reject(new ThreadEnded());
    this.#waiting = undefined;
  }
}

/** Beside this file in the sources and in the library; the command, whose code lies in other folders, finds the library's. */
function workerFile(): URL {
  const library = ['worker.js', '../store/embedded/worker.js', '../../store/embedded/worker.js'];
  const files = library.map((path) => new URL(path, import.meta.url));
  return files.find((file) => existsSync(fileURLToPath(file))) ?? files[0]!;
}
