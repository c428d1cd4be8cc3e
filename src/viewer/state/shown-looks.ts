/** Colours and sizes as the canvas shows them. */
import { computed, type ReadonlySignal } from '@preact/signals';
import { once } from '../once.ts';
import type { App } from './app.ts';
import {
  type Colouring,
  entityColours,
  entityDegrees,
  entityRadii,
  measureFor,
  type Sizing,
} from './looks.ts';

type ByEntity<T> = ReadonlySignal<ReadonlyMap<string, T> | undefined>;

/** By entity; undefined where colours stand for kinds, and sizes for claims. */
export interface ShownLooks {
  /** What the colours say. */
  readonly colouring: ReadonlySignal<Colouring>;
  readonly colours: ByEntity<string>;
  readonly radii: ByEntity<number>;
}

/** The same for whoever asks: while a measure is being taken, colours and sizes stay what they were. */
export const shownLooks = once((app: Omit<App, 'arranging'>): ShownLooks => {
  const { catalog } = app;
  const measured = (look: Colouring | Sizing) => {
    const name = measureFor(look);
    return name && app.measures(name).value;
  };
  const valuesOf = (look: Colouring) => (look === 'claims' ? entityDegrees(catalog) : measured(look));
  const settled = <Look extends Colouring | Sizing>(wanted: () => Look): ReadonlySignal<Look> => {
    let present: Look | undefined;
    return computed(() => {
      const look = wanted();
      if (present === undefined || measureFor(look) === undefined || measured(look) !== undefined)
        present = look;
      return present;
    });
  };
  const colouring = settled(() => app.state.value.colouring);
  const sizing = settled(() => app.state.value.sizing);
  return {
    colouring,
    colours: computed(() => entityColours(colouring.value, valuesOf(colouring.value), app.palette.value)),
    radii: computed(() => entityRadii(sizing.value, measured(sizing.value), catalog)),
  };
});
