/** Measures of the whole graph, taken in the background when they are first asked for. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Measure } from '../../graph/index.ts';
import { nextTask } from '../turns.ts';
import type { Background } from '../worker/background.ts';
import type { Answer } from '../worker/messages.ts';

export type Values = ReadonlyMap<string, number>;

/** Values by entity id; undefined until they are known. Asking begins the work. */
export type Measures = (name: Measure) => ReadonlySignal<Values | undefined>;

/** @param onProblem hears of a measure that can't be taken */
export function createMeasures(
  background: Background,
  onProblem: (answer: Exclude<Answer<Values>, { readonly value: Values }>) => void,
): Measures {
  const known = new Map<Measure, Signal<Values | undefined>>();
  return (name) => {
    let values = known.get(name);
    if (values === undefined) {
      const found = signal<Values | undefined>(undefined);
      values = found;
      known.set(name, found);
      background.ask('measure', name).then(async (answer) => {
        // Of a large graph that took its time to come: what follows from it is another task.
        await nextTask();
        if ('value' in answer) found.value = answer.value;
        else onProblem(answer);
      });
    }
    return values;
  };
}
