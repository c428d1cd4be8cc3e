/** The worker's end: does what it is asked for, says how far it is, and answers with a value or with problems. */
import type { ClewGraph } from '../../graph/index.ts';
import { finish, type Problem, ProblemError } from '../../model/index.ts';
import { readGraph } from '../read-graph.ts';
import type { FromWorker, Progress, ToWorker } from './messages.ts';
import type { TaskContext, TaskName, Tasks } from './tasks.ts';

export type Handlers = {
  readonly [Name in TaskName]: (
    input: Tasks[Name]['input'],
    context: TaskContext<ClewGraph>,
  ) => Promise<Tasks[Name]['output']> | Tasks[Name]['output'];
};

/** The part of a worker's scope that is used here. */
export interface Scope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker): void;
}

/** Milliseconds between two reports of one task, so that the page has time for more than reading them. */
const REPORT_EVERY = 80;

export function serve(scope: Scope, handlers: Handlers): void {
  const running = new Map<number, { readonly stop: AbortController; readonly notes: unknown[] }>();
  const pieces: string[] = [];
  const graph = once(() => {
    const read = finish(readGraph(pieces));
    // The text is as large as the graph, and is not asked for again.
    pieces.length = 0;
    return read;
  });

  const run = async (id: number, task: TaskName, input: unknown) => {
    const stop = new AbortController();
    const notes: unknown[] = [];
    running.set(id, { stop, notes });
    const context: TaskContext<ClewGraph> = {
      graph,
      signal: stop.signal,
      notes,
      onProgress: seldom((progress) => scope.postMessage({ id, progress })),
    };
    try {
      const handler = handlers[task] as (input: unknown, context: TaskContext<ClewGraph>) => unknown;
      const value = await handler(input, context);
      if (!stop.signal.aborted) scope.postMessage({ id, value });
    } catch (error) {
      if (!stop.signal.aborted) scope.postMessage({ id, problems: problemsOf(error) });
    } finally {
      running.delete(id);
    }
  };

  scope.onmessage = ({ data }) => {
    if ('graph' in data) pieces.push(data.graph);
    else if ('cancel' in data) running.get(data.cancel)?.stop.abort();
    else if ('tell' in data) running.get(data.tell)?.notes.push(data.note);
    else void run(data.id, data.task, data.input);
  };
}

function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof ProblemError) return error.problems;
  const message = error instanceof Error ? error.message : String(error);
  return [{ severity: 'error', code: 'unexpected', message }];
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Lets a report pass where the last one is long enough ago, or is of another stage, or is the end of one. */
function seldom(report: (progress: Progress) => void): (progress: Progress) => void {
  let last: Progress['stage'] | undefined;
  let at = 0;
  return (progress) => {
    const now = performance.now();
    if (
      progress.places === undefined &&
      progress.stage === last &&
      progress.done !== progress.total &&
      now - at < REPORT_EVERY
    )
      return;
    last = progress.stage;
    at = now;
    report(progress);
  };
}
