/** Colours and sizes as the canvas shows them. */
import { computed, type ReadonlySignal } from '@preact/signals';
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
  readonly colours: ByEntity<string>;
  readonly radii: ByEntity<number>;
}

export function shownLooks(app: Omit<App, 'arranging'>): ShownLooks {
  const { catalog } = app;
  const measured = (look: Colouring | Sizing) => {
    const name = measureFor(look);
    return name && app.measures(name).value;
  };
  const valuesOf = (look: Colouring) => (look === 'claims' ? entityDegrees(catalog) : measured(look));
  const colouring = computed(() => app.state.value.colouring);
  const sizing = computed(() => app.state.value.sizing);
  return {
    colours: computed(() => entityColours(colouring.value, valuesOf(colouring.value), app.palette.value)),
    radii: computed(() => entityRadii(sizing.value, measured(sizing.value), catalog)),
  };
}
