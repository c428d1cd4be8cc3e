/** The layout as the reader runs it: under way in the worker, shown as it goes, and taken over where it ends. */
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ArrangeNote } from '../worker/arrange.ts';
import type { App } from './app.ts';
import { marksOf } from './numbered.ts';
import { type Place, type Places, pinAt, placeOf, withPlaces } from './places.ts';
import { whyNot } from './why-not.ts';

export interface Arranging {
  readonly running: ReadonlySignal<boolean>;
  /** How far it has come at least, in `0..1`; undefined where it does not run, or has only begun. */
  readonly share: ReadonlySignal<number | undefined>;
  /** Where entities are for the moment, while the layout runs. */
  readonly carried: ReadonlySignal<Places | undefined>;
  /** Lets the shown entities move, all but the pinned ones, until they rest. */
  run(): Promise<void>;
  /** Stops it; entities stay where they are by then. */
  pause(): void;
  /** A hand drags an entity, which pins it. @param done let go */
  drag(id: string, place: Place, done: boolean): void;
}

/** Of larger graphs only the end is shown: drawing them anew takes longer than the next batch. */
const MOST_LIVE = 6_000;

/** Milliseconds of running that pass in silence: most layouts rest by then. */
const SILENCE = 1_000;
/** So many times a run says how far it has come: it can take minutes. */
const TELLINGS = 10;

export function createArranging(app: App): Arranging {
  const running = signal(false);
  const share = signal<number | undefined>(undefined);
  const carried: Signal<Places | undefined> = signal(undefined);
  let stop: AbortController | undefined;
  let tell: ((note: ArrangeNote) => void) | undefined;
  let dragged: string | undefined;
  /** The places that the run started from, or that were taken over meanwhile. */
  let own: Places | undefined;
  /** Where entities are by now, also where that is not shown. */
  let now: (() => Places) | undefined;

  /** Takes over where entities are now. */
  const settle = (last: Places | undefined) => {
    own = undefined;
    if (last !== undefined) app.change((state) => withPlaces(state, last));
    carried.value = undefined;
  };
  const end = () => {
    stop?.abort();
    stop = undefined;
    now = undefined;
    running.value = false;
    share.value = undefined;
  };
  // Undo, or another view, puts entities elsewhere: a run that goes on would take that back at once.
  effect(() => {
    const { places } = app.state.value;
    if (!running.peek() || places === own) return;
    end();
    settle(undefined);
  });

  const tellShare = (next: number) => {
    const told = Math.floor((share.peek() ?? 0) * TELLINGS);
    share.value = next;
    const words = app.strings.peek();
    if (Math.floor(next * TELLINGS) > told)
      app.announcement.value = words.arranging.cameTo(words.opening.percent(next));
  };

  return {
    running,
    share,
    carried,
    async run() {
      if (running.peek()) return;
      const { places, pinned } = app.state.peek();
      const shown = app.shown.peek();
      const { entities, claims } = app.catalog;
      const part = { entities: marksOf(entities, shown.entities), claims: marksOf(claims, shown.drawn) };
      const ids = [...entities.keys()].filter((_, at) => part.entities[at] === 1);
      const byId = (flat: Float64Array): Places => {
        const places = new Map<string, Place>();
        for (let at = 0; at < ids.length; at += 1)
          if (ids[at] !== dragged) places.set(ids[at]!, placeOf(flat[2 * at]!, flat[2 * at + 1]!));
        return places;
      };
      const current = new AbortController();
      stop = current;
      own = places;
      running.value = true;
      const strings = app.strings.peek();
      const begun = performance.now();
      app.announcement.value = strings.arranging.started;
      const answer = await app.background.ask(
        'arrange',
        { part, places, pinned },
        {
          signal: current.signal,
          onProgress: ({ places: flat, done, total }) => {
            if (flat === undefined) return;
            now = () => byId(flat);
            if (ids.length <= MOST_LIVE) carried.value = now();
            if (performance.now() - begun >= SILENCE && total) tellShare(done / total);
          },
          onStart: (say) => {
            tell = say;
          },
        },
      );
      if (stop !== current) return;
      end();
      if ('value' in answer) {
        settle(byId(answer.value.places));
        app.announcement.value = strings.arranging.rests;
      } else {
        settle(undefined);
        app.announcement.value = whyNot(answer, strings);
      }
    },
    pause() {
      const last = carried.peek() ?? now?.();
      end();
      settle(last);
      app.announcement.value = app.strings.peek().arranging.paused;
    },
    drag(id, place, done) {
      if (running.peek()) tell?.({ id, place });
      dragged = done ? undefined : id;
      if (!done) return;
      const meanwhile = carried.peek() ?? new Map();
      const state = pinAt(withPlaces(app.state.peek(), meanwhile), new Map([[id, place]]));
      if (running.peek()) own = state.places;
      app.change(() => state);
    },
  };
}
