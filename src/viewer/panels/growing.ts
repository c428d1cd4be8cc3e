/** Brings more of what lies around something onto the canvas, and says how much of it is shown then. */
import { batch } from '@preact/signals';
import type { App } from '../state/app.ts';
import { claimsAround, expand, leftOut, MOST_NEW, reachOf } from '../state/expand.ts';
import { reveal } from '../state/reveal.ts';
import { keyName } from './names.ts';
import { isolate } from './words.tsx';

/** Milliseconds after which the page has drawn what has changed. */
const LATER = 150;

/** @param claims of all that are around it, those to bring in; default all */
export function grow(
  app: App,
  key: string,
  claims: readonly string[] = claimsAround(app.catalog, key),
): void {
  batch(() => {
    app.change((state) => {
      const seen = reveal(state, app.catalog, key, app.communityOf.peek());
      return expand(seen, app.catalog, claims);
    });
    app.select(key, { sight: true });
  });
  const { shown, all } = reachOf(app.shown.value, claims);
  const strings = app.strings.peek();
  const reach = strings.reachOf(isolate(keyName(app, key)), shown, all);
  const limited = leftOut(app.state.peek(), app.catalog, claims) > 0;
  const words = limited ? `${reach}. ${strings.growLimit(MOST_NEW)}` : reach;
  // After what the page says of itself whenever more or less is shown.
  setTimeout(() => {
    app.announcement.value = words;
  }, LATER);
}
