import { describe, expect, it } from 'vitest';
import { LIGHT } from '../../../src/graph/index.ts';
import { ProblemError } from '../../../src/model/index.ts';
import { openBackground } from '../../../src/viewer/worker/background.ts';
import type { FromWorker, Progress, ToWorker } from '../../../src/viewer/worker/messages.ts';
import { type Handlers, type Scope, serve } from '../../../src/viewer/worker/serve.ts';

/** A worker in this thread, whose messages are copied and come later, as those of a real one do. */
function threadless(handlers: Partial<Handlers>, sent: ToWorker[] = []): Worker {
  let living = true;
  const scope: Scope = {
    onmessage: null,
    postMessage: (message) => later(() => worker.onmessage?.({ data: message } as MessageEvent)),
  };
  const later = (act: () => void) => setTimeout(() => living && act());
  const worker = {
    onmessage: null as ((event: MessageEvent<FromWorker>) => void) | null,
    onerror: null,
    postMessage: (message: ToWorker) => {
      sent.push(structuredClone(message));
      later(() => scope.onmessage?.({ data: structuredClone(message) } as MessageEvent<ToWorker>));
    },
    terminate: () => {
      living = false;
    },
  };
  serve(scope, handlers as Handlers);
  return worker as unknown as Worker;
}

const over = (handlers: Partial<Handlers>, sent?: ToWorker[]) =>
  openBackground({ start: () => threadless(handlers, sent), graph: () => ['{}'] });

const request = { format: '.ttl', drawing: { palette: LIGHT } } as const;

describe('work in the background', () => {
  it('is answered with a value, each request with its own', async () => {
    const background = over({ turtle: (key) => `# ${key}` });
    const answers = await Promise.all([background.ask('turtle', 'a/c1'), background.ask('turtle', 'a/c2')]);
    expect(answers).toEqual([{ value: '# a/c1' }, { value: '# a/c2' }]);
  });

  it('is answered with problems where it fails, those of a reader whole', async () => {
    const problem = {
      severity: 'error',
      code: 'bad',
      message: 'it is bad',
      place: { file: 'a', line: 2 },
    } as const;
    const background = over({
      turtle: (key) => {
        throw key === 'known' ? new ProblemError([problem]) : new TypeError('oh');
      },
    });
    expect(await background.ask('turtle', 'known')).toEqual({ problems: [problem] });
    expect(await background.ask('turtle', 'other')).toEqual({
      problems: [{ severity: 'error', code: 'unexpected', message: 'oh' }],
    });
    const unread = over({ turtle: (_, { graph }) => `${graph()}` });
    const answer = await unread.ask('turtle', 'a/c1');
    expect('problems' in answer && answer.problems[0]?.code).toBe('no-dataset');
  });

  it('says how far it is, and stops where it is not wanted any more', async () => {
    const stop = new AbortController();
    const heard: Progress[] = [];
    let ended: boolean | undefined;
    const background = over({
      save: async (_, { signal, onProgress }) => {
        for (let done = 0; done < 1000 && !signal.aborted; done += 1) {
          onProgress({ stage: 'writing', done });
          await new Promise((go) => setTimeout(go, 2));
        }
        ended = signal.aborted;
        return { blob: new Blob(), ends: [], losses: [] };
      },
    });
    const answer = background.ask('save', request, {
      signal: stop.signal,
      onProgress: (progress) => {
        heard.push(progress);
        stop.abort();
      },
    });
    expect(await answer).toEqual({ ended: 'cancelled' });
    await expect.poll(() => ended).toBe(true);
    expect(heard).toEqual([{ stage: 'writing', done: 0 }]);
    expect(await background.ask('save', request, { signal: stop.signal })).toEqual({ ended: 'cancelled' });
  });

  it('gives the graph to a worker once, and to the next one again', async () => {
    const sent: ToWorker[] = [];
    const background = over({ turtle: (key) => key }, sent);
    await background.ask('turtle', 'a/c1');
    const open = background.ask('turtle', 'a/c2');
    background.close();
    expect(await open).toEqual({ ended: 'cancelled' });
    await background.ask('turtle', 'a/c3');
    expect(
      sent.map((message) => ('graph' in message ? 'graph' : 'task' in message && message.input)),
    ).toEqual(['graph', 'a/c1', 'a/c2', 'graph', 'a/c3']);
  });

  it('is told of the graph piece by piece, before the first task', async () => {
    const sent: ToWorker[] = [];
    const start = () => threadless({ turtle: (key) => key }, sent);
    const background = openBackground({ start, graph: () => ['{"a":', '1}'] });
    const stop = new AbortController();
    const stopped = background.ask('turtle', 'a/c1', { signal: stop.signal });
    const answer = background.ask('turtle', 'a/c2');
    stop.abort();
    expect([await stopped, await answer]).toEqual([{ ended: 'cancelled' }, { value: 'a/c2' }]);
    expect(sent).toEqual([
      { graph: '{"a":' },
      { graph: '1}' },
      { id: 1, task: 'turtle', input: 'a/c1' },
      { id: 2, task: 'turtle', input: 'a/c2' },
      { cancel: 1 },
    ]);
  });

  it('is refused where the browser lets the page have no worker, at once or a little later', async () => {
    const never = openBackground({
      start: () => {
        throw new Error('SecurityError');
      },
      graph: () => [''],
    });
    expect(await never.ask('turtle', 'a/c1')).toEqual({ ended: 'refused' });
    const worker = { postMessage: () => {}, terminate: () => {} } as unknown as Worker;
    const later = openBackground({ start: () => worker, graph: () => [''] });
    const answer = later.ask('turtle', 'a/c1');
    worker.onerror?.({ preventDefault: () => {}, message: '' } as ErrorEvent);
    expect(await answer).toEqual({ ended: 'refused' });
  });

  it('that dies on the way is a problem', async () => {
    let worker!: Worker;
    const background = openBackground({
      start: () => {
        worker = threadless({ turtle: (key) => (key === 'first' ? key : new Promise<string>(() => {})) });
        return worker;
      },
      graph: () => [''],
    });
    await background.ask('turtle', 'first');
    const answer = background.ask('turtle', 'second');
    worker.onerror?.({ preventDefault: () => {}, message: 'out of memory' } as ErrorEvent);
    expect(await answer).toEqual({
      problems: [{ severity: 'error', code: 'worker-ended', message: 'out of memory' }],
    });
  });
});
