/** The page's end of its worker: asks for a task, hears of its progress, takes its answer, or stops waiting for it. */
import type { Answer, FromWorker, Progress, ToWorker } from './messages.ts';
import type { TaskName, Tasks } from './tasks.ts';

/** The element that holds the worker's script, inert until a worker is made of it. */
export const WORKER_ELEMENT = 'clew-worker';

/** Pieces of a graph that follow each other at once. */
const FEW = 8;
/** Milliseconds between further ones: each leaves its text behind, and collecting that garbage is not to end in one long task. */
const PAUSE = 20;

export interface AskOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Of what is asked, what need not stay with the page. */
  readonly transfer?: Transferable[];
  /** Given what tells the task something while it runs. */
  readonly onStart?: (tell: (note: unknown) => void) => void;
}

export interface Background {
  /** Never rejects: whatever goes wrong is part of the answer. */
  ask<Name extends TaskName>(
    task: Name,
    input: Tasks[Name]['input'],
    options?: AskOptions,
  ): Promise<Answer<Tasks[Name]['output']>>;
  /** Ends the worker, and with it all that it is doing; it starts anew when it is asked again. */
  close(): void;
}

interface Waiting {
  readonly onProgress: ((progress: Progress) => void) | undefined;
  readonly settle: (answer: Answer<unknown>) => void;
}

export interface BackgroundOptions {
  /** Makes the worker; may throw, where the browser lets the page have none. */
  readonly start: () => Worker;
  /** The `.json` of the graph that tasks are about, in pieces; gone through once a worker. */
  readonly graph: () => Iterable<string>;
}

/** The worker starts with the first task. */
export function openBackground({ start, graph }: BackgroundOptions): Background {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;
  /** What is still to be said to the worker: the graph, and what must come after it. */
  let pieces: Iterator<string> | undefined;
  let unsaid: [ToWorker, Transferable[]][] = [];
  let told = 0;
  let telling: ReturnType<typeof setTimeout> | undefined;

  const endAll = (answer: Answer<never>) => {
    const ended = [...waiting.values()];
    waiting.clear();
    for (const { settle } of ended) settle(answer);
  };
  const end = (answer: Answer<never>) => {
    worker?.terminate();
    worker = undefined;
    clearTimeout(telling);
    pieces = undefined;
    unsaid = [];
    endAll(answer);
  };
  const say = (message: ToWorker, transfer: Transferable[] = []) => {
    if (pieces === undefined) worker?.postMessage(message, transfer);
    else unsaid.push([message, transfer]);
  };
  /** Hands over the graph, each piece in a task of its own: it is copied. */
  const tell = () => {
    const piece = pieces!.next();
    if (!piece.done) {
      worker!.postMessage({ graph: piece.value } satisfies ToWorker);
      told += 1;
      telling = setTimeout(tell, told < FEW ? 0 : PAUSE);
      return;
    }
    pieces = undefined;
    for (const said of unsaid) say(...said);
    unsaid = [];
  };
  const open = (): boolean => {
    if (worker !== undefined) return true;
    try {
      worker = start();
    } catch {
      return false;
    }
    let heard = false;
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      heard = true;
      const asked = waiting.get(data.id);
      if (asked === undefined) return;
      if ('progress' in data) asked.onProgress?.(data.progress);
      else {
        waiting.delete(data.id);
        asked.settle('value' in data ? { value: data.value } : { problems: data.problems });
      }
    };
    // A worker that was refused, or one that ran out of memory: nothing that it was doing will be answered.
    worker.onerror = (event) => {
      event.preventDefault();
      end(
        heard
          ? { problems: [{ severity: 'error', code: 'worker-ended', message: event.message }] }
          : { ended: 'refused' },
      );
    };
    pieces = graph()[Symbol.iterator]();
    told = 0;
    tell();
    return true;
  };

  return {
    ask: (task, input, { signal, onProgress, onStart, transfer } = {}) =>
      new Promise((resolve) => {
        if (signal?.aborted) {
          resolve({ ended: 'cancelled' });
          return;
        }
        if (!open()) {
          resolve({ ended: 'refused' });
          return;
        }
        last += 1;
        const id = last;
        const cancel = () => {
          if (!waiting.delete(id)) return;
          say({ cancel: id });
          resolve({ ended: 'cancelled' });
        };
        signal?.addEventListener('abort', cancel, { once: true });
        const settle = (answer: Answer<unknown>) => {
          signal?.removeEventListener('abort', cancel);
          resolve(answer as Awaited<ReturnType<Background['ask']>> as never);
        };
        waiting.set(id, { onProgress, settle });
        say({ id, task, input }, transfer);
        onStart?.((note) => waiting.has(id) && say({ tell: id, note }));
      }),
    close: () => end({ ended: 'cancelled' }),
  };
}

/** A worker of the script that the page carries. @throws where there is none, or the browser refuses it */
export function startPageWorker(document: Document): Worker {
  const script = document.getElementById(WORKER_ELEMENT)?.textContent;
  if (!script) throw new Error('the page carries no worker');
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  try {
    return new Worker(address);
  } finally {
    // The worker has taken what it needs by the time the next task runs; file pages in older browsers take longer.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }
}
