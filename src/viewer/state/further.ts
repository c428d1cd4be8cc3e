/** What is found out once a large graph can be used, so that the first who asks for it need not wait. */
import type { Steps } from '../../model/index.ts';
import type { Catalog } from './catalog.ts';
import { entityIndex } from './entity-index.ts';

/** Part by part, each small enough for the page to answer in between. */
export function* further(catalog: Catalog): Steps<void> {
  yield;
  // The first filter asks for it,
  entityIndex(catalog);
  yield;
  // a table and whatever grows,
  void catalog.degree;
  yield;
  // and the first claim that is read.
  yield* catalog.prepareContradictions();
}
