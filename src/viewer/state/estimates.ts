/** How many of some claims have an estimate within a range, and how many have none. */
import type { Catalog } from './catalog.ts';
import { claimIndex } from './claim-index.ts';
import { MarkedSet } from './numbered.ts';

export interface Estimates {
  readonly within: number;
  readonly unknown: number;
}

/** @param keys of all claims of the catalog, or marked ones of them  @param min, max in `0..1`, both included */
export function estimatesOf(
  catalog: Catalog,
  keys: ReadonlySet<string>,
  min: number,
  max: number,
): Estimates {
  const { estimates } = claimIndex(catalog);
  const marks = keys instanceof MarkedSet ? keys.marks : undefined;
  let [within, unknown] = [0, 0];
  for (let claim = 0; claim < estimates.length; claim += 1) {
    if (marks !== undefined && marks[claim] === 0) continue;
    const estimate = estimates[claim]!;
    if (Number.isNaN(estimate)) unknown += 1;
    else if (estimate >= min && estimate <= max) within += 1;
  }
  return { within, unknown };
}
