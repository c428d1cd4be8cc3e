/** What lies before the reader: the page's own graph, and in its place the graph of a file that they opened; one is shown at a time. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { isReadAtOnce, type LossReport, syntaxOf } from '../../formats/index.ts';
import type { Problem } from '../../model/index.ts';
import { counted } from '../counted.ts';
import { chooseLanguage, STRINGS, type Strings } from '../strings/index.ts';
import { openBackground } from '../worker/background.ts';
import type { Progress } from '../worker/messages.ts';
import type { App } from './app.ts';
import type { Environment } from './environment.ts';
import { whyNot } from './why-not.ts';

/** Larger files are refused, in bytes: their graph and its `.json` would not be held at once. */
const MOST_BYTES = 1024 * 1024 * 1024;
/** The same for those whose text stands in memory whole as well. */
const MOST_AT_ONCE = 256 * 1024 * 1024;

/** In bytes, by the ending of the file's name. */
export function mostBytes(name: string): number {
  return isReadAtOnce(syntaxOf(name)) ? MOST_AT_ONCE : MOST_BYTES;
}

/** A file that is being opened. */
export interface OpenJob {
  readonly name: string;
  readonly progress: ReadonlySignal<Progress | undefined>;
}

/** A file whose graph is shown, and what of it is not. */
export interface OpenedGraph extends LossReport {
  readonly name: string;
  readonly app: App;
  readonly warnings: readonly Problem[];
}

export interface Desk {
  /** The graph that is shown; undefined on a page without data before a file is opened. */
  readonly app: ReadonlySignal<App | undefined>;
  /** The page's own; undefined where it carries none. */
  readonly first: App | undefined;
  /** The file whose graph is shown in place of the page's own. */
  readonly opened: ReadonlySignal<OpenedGraph | undefined>;
  readonly job: ReadonlySignal<OpenJob | undefined>;
  /** Why a file could not be used. */
  readonly failure: Signal<{ readonly name: string; readonly text: string } | undefined>;
  /** Whether what the file has and the graph has not is being told. */
  readonly telling: Signal<boolean>;
  /** Id of the dataset that the address asks for and the page does not have. */
  readonly awaited: Signal<string | undefined>;
  readonly strings: ReadonlySignal<Strings>;
  /** Reads the file in a worker of its own and shows its graph. What was under way is stopped. */
  open(file: File): Promise<void>;
  stop(): void;
  /** Shows the page's own graph, or the opened one again. */
  turn(to: 'first' | 'opened'): void;
}

export interface DeskParts {
  readonly environment: Environment;
  readonly first: App | undefined;
  /** The dataset that the address asks for, where the page does not have it. */
  readonly awaited?: string;
  /** Makes a worker; may throw, where the browser lets the page have none. */
  readonly startWorker: () => Worker;
  /** Makes the application of an opened graph. @param json its `.json`, in pieces  @throws ProblemError */
  readonly make: (json: Iterable<string>, before: App | undefined) => Promise<App>;
}

export function createDesk({ environment, first, awaited, startWorker, make }: DeskParts): Desk {
  const opened = signal<OpenedGraph | undefined>(undefined);
  const side = signal<'first' | 'opened'>('first');
  const app = computed(() => (side.value === 'opened' ? opened.value?.app : first));
  const job = signal<(OpenJob & { readonly stop: AbortController }) | undefined>(undefined);
  const failure = signal<{ readonly name: string; readonly text: string } | undefined>(undefined);
  const telling = signal(false);
  const strings = computed(() => app.value?.strings.value ?? STRINGS[chooseLanguage(environment.languages)]);
  const awaitedSignal = signal(awaited);
  const say = (text: string) => {
    const shown = app.peek();
    // A region that has just come to stand on the page is not read out: its words come a little later.
    if (shown !== undefined) setTimeout(() => (shown.announcement.value = text), 400);
  };
  const fail = (name: string, text: string) => {
    failure.value = { name, text };
    say(`${strings.peek().opening.failed(name)}. ${text}`);
  };
  const stop = () => {
    const current = job.peek();
    if (current === undefined) return;
    job.value = undefined;
    current.stop.abort();
    say(strings.peek().opening.stopped(current.name));
  };
  return {
    app,
    first,
    opened: computed(() => (side.value === 'opened' ? opened.value : undefined)),
    job,
    failure,
    telling,
    awaited: awaitedSignal,
    strings,
    async open(file) {
      stop();
      failure.value = undefined;
      const words = strings.peek();
      const most = mostBytes(file.name);
      if (file.size > most) {
        const { megabytes } = words.files;
        fail(file.name, words.opening.tooLarge(megabytes(file.size), megabytes(most)));
        return;
      }
      const progress = signal<Progress | undefined>(undefined);
      const current = { name: file.name, progress, stop: new AbortController() };
      job.value = current;
      const worker = openBackground({ start: startWorker, graph: () => '' });
      const answer = await worker.ask('open', file, {
        signal: current.stop.signal,
        onProgress: (now) => {
          progress.value = now;
        },
      });
      // A parser does not look up from its text: ending the worker is what stops it.
      worker.close();
      if (job.peek() !== current) return;
      if (!('value' in answer)) {
        job.value = undefined;
        fail(file.name, whyNot(answer, words));
        return;
      }
      const { pieces, losses, warnings } = answer.value;
      const json: string[] = [];
      for (const piece of pieces) json.push(await piece.text());
      const before = app.peek();
      const shown = counted(json, (done) => {
        progress.value = { stage: 'showing', done, total: json.length };
      });
      const made = await make(shown, before);
      if (job.peek() !== current) return;
      job.value = undefined;
      if (before !== first) before?.background.close();
      opened.value = { name: file.name, app: made, losses, warnings };
      side.value = 'opened';
      awaitedSignal.value = undefined;
      telling.value = losses.length > 0 || warnings.length > 0;
      const { claims, entities } = made.catalog;
      say(words.opening.shown(file.name, words.nowShown(claims.size, entities.size)));
    },
    stop,
    turn(to) {
      if ((to === 'first' ? first : opened.peek()) === undefined || side.peek() === to) return;
      side.value = to;
      telling.value = false;
      const { catalog } = app.peek()!;
      say(strings.peek().nowShown(catalog.claims.size, catalog.entities.size));
    },
  };
}
