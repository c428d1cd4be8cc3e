/** The graph is drawn before its claims are counted: the panels that count them come after the first frame. */
import type { Steps } from '../../model/index.ts';
import type { App } from './app.ts';
import type { Catalog } from './catalog.ts';
import { prepareIndex } from './claim-index.ts';
import { timeline } from './timeline.ts';

/** Entities and claims from which on the page counts them in steps. */
const LARGE = 10_000;

export function isLarge({ entities, claims }: Pick<Catalog, 'entities' | 'claims'>): boolean {
  return entities.size + claims.size > LARGE;
}

/** Whether the panels still leave their places empty. */
export function panelsWait({ checked, state, canvas }: App): boolean {
  return !checked.value || (state.value.view === 'graph' && canvas.value === 'starting');
}

/** What the panels will ask for, in steps. */
export function* preparation({ catalog, shown, state }: App): Steps<void> {
  while (prepareIndex(catalog)) yield;
  void shown.peek().facetCounts;
  yield;
  timeline(catalog, state.peek().axis);
}
