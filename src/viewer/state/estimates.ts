/** How many of some claims have an estimate within a range, and how many have none. */
import type { Catalog } from './catalog.ts';
import { claimIndex } from './claim-index.ts';
import { MarkedSet } from './numbered.ts';

export interface Estimates {
  readonly within: number;
  readonly unknown: number;
}

/** @param keys of claims of the catalog, perhaps of all  @param min, max in `0..1`, both included */
export function estimatesOf(
  catalog: Catalog,
  keys: ReadonlySet<string>,
  min: number,
  max: number,
): Estimates {
  let [within, unknown] = [0, 0];
  const count = (value: number | undefined) => {
    if (value === undefined) unknown += 1;
    else if (value >= min && value <= max) within += 1;
  };
  if (keys instanceof MarkedSet) {
    const { claims } = claimIndex(catalog);
    for (let at = 0; at < claims.length; at += 1) if (keys.marks[at] === 1) count(claims[at]!.confidence);
  } else for (const key of keys) count(catalog.claims.get(key)?.confidence);
  return { within, unknown };
}
