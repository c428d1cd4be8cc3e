/** Ways between the two selected entities: those of a large graph are sought in turns, until something else is asked for. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { finish } from '../../model/index.ts';
import { inTurns } from '../turns.ts';
import { type Catalog, isClaimKey } from './catalog.ts';
import type { Shown } from './filters.ts';
import { type PathOptions, type PathStep, pathSteps } from './paths.ts';
import { isLarge } from './prepare.ts';

export type Ways = readonly (readonly PathStep[])[];

/** What is asked for is told by signals, each of which changes only where it does. */
export interface WaysAsked {
  readonly selection: ReadonlySignal<readonly string[]>;
  readonly shown: ReadonlySignal<Shown>;
  readonly directed: ReadonlySignal<boolean>;
  readonly count: ReadonlySignal<number>;
}

export interface SeekingWays {
  /** Empty while anything but two entities is selected, and until they are found. */
  readonly ways: ReadonlySignal<Ways>;
  readonly seeking: ReadonlySignal<boolean>;
}

const NONE: Ways = [];

/** @param onFound told where ways were found later than they were asked for, for which selection */
export function seekWays(
  catalog: Catalog,
  { selection, shown, directed, count }: WaysAsked,
  onFound: (selection: readonly string[]) => void,
): SeekingWays {
  /** A new object for every question. */
  const question = computed(() => {
    const [from, to, ...more] = selection.value;
    if (from === undefined || to === undefined || more.length > 0 || isClaimKey(from) || isClaimKey(to))
      return undefined;
    const options: PathOptions = { directed: directed.value, count: count.value };
    const limits = shown.value;
    return { selection: selection.value, steps: () => pathSteps(catalog, limits, from, to, options) };
  });
  if (!isLarge(catalog)) {
    const ways = computed(() => (question.value === undefined ? NONE : finish(question.value.steps())));
    return { ways, seeking: signal(false) };
  }
  const found = signal<{ readonly question: object; readonly ways: Ways } | undefined>(undefined);
  const isFound = computed(() => question.value === undefined || found.value?.question === question.value);
  effect(() => {
    const asked = question.value;
    if (asked === undefined) return;
    let stopped = false;
    const { steps, selection } = asked;
    void inTurns(untilStopped(steps(), () => stopped)).then((ways) => {
      if (ways === undefined) return;
      found.value = { question: asked, ways };
      onFound(selection);
    });
    return () => {
      stopped = true;
    };
  });
  return {
    ways: computed(() => (isFound.value ? question.value && found.value?.ways : undefined) ?? NONE),
    seeking: computed(() => !isFound.value),
  };
}

/** Goes on as long as somebody waits. @returns undefined where nobody does any more */
function* untilStopped<T>(
  steps: Generator<void, T, void>,
  stopped: () => boolean,
): Generator<void, T | undefined, void> {
  while (!stopped()) {
    const { done, value } = steps.next();
    if (done) return value;
    yield;
  }
  return undefined;
}
