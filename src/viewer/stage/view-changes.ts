/** What differs between two views, as far as the stage has to do something about it once. */
import type { StageView } from './stage-face.ts';

export interface ViewChanges {
  /** Whether motion is wanted. */
  readonly motion: boolean;
  /** The colours of all items. */
  readonly painted: boolean;
  /** The languages of labels. */
  readonly worded: boolean;
  /** Where entities stand. */
  readonly placed: boolean;
  /** Which of them wear a pin. */
  readonly pinned: boolean;
  /** What filters leave. */
  readonly filtered: boolean;
}

export function changesBetween(before: StageView, after: StageView): ViewChanges {
  const differs = (...parts: (keyof StageView)[]) => parts.some((part) => before[part] !== after[part]);
  return {
    motion: differs('reducedMotion'),
    painted: differs('palette', 'groups', 'colours'),
    worded: before.languages.join(' ') !== after.languages.join(' '),
    placed: differs('places'),
    pinned: differs('pinned'),
    filtered: differs('hiddenNodes', 'hiddenEdges'),
  };
}
