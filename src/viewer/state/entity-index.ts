/** The entities by number, in flat arrays: what the filters ask of every entity at every change. */
import { once } from '../once.ts';
import type { Catalog } from './catalog.ts';
import { claimIndex } from './claim-index.ts';
import type { Numbered } from './numbered.ts';

export interface EntityIndex extends Numbered {
  readonly kinds: readonly string[];
  /** The number of each entity's kind. */
  readonly kindOf: Uint32Array;
  /** The number that the claims know each entity by; -1 where none names it. */
  readonly inClaims: Int32Array;
}

/** Made once for each catalog. */
export const entityIndex = once((catalog: Catalog): EntityIndex => {
  const names = [...catalog.entities.keys()];
  const kinds = [...catalog.kindCounts.keys()];
  const kindNumbers = new Map(kinds.map((kind, at) => [kind, at]));
  const { numbers: claimNumbers } = claimIndex(catalog).entities;
  let numbers: Map<string, number> | undefined;
  return {
    names,
    get numbers() {
      numbers ??= new Map(names.map((name, at) => [name, at]));
      return numbers;
    },
    kinds,
    kindOf: Uint32Array.from(catalog.entities.values(), ({ kind }) => kindNumbers.get(kind)!),
    inClaims: Int32Array.from(names, (name) => claimNumbers.get(name) ?? -1),
  };
});
