/** The place of an edge among those that lie beside it, found where it is asked for: of most edges nothing is kept. */
import { compareCodePoints } from '../model/index.ts';

/** Of so many the places are kept; to find them anew for each takes time by the square of their number. */
const MANY = 16;

export interface EdgePlace {
  /** How many of them have a smaller key. */
  readonly place: number;
  readonly count: number;
}

export class Parallels {
  readonly #between: (source: string, target: string, key: string) => readonly string[];
  readonly #kept = new Map<string, EdgePlace>();

  /** @param between keys of the edges that lie beside one between two nodes, itself among them */
  constructor(between: (source: string, target: string, key: string) => readonly string[]) {
    this.#between = between;
  }

  placeOf(key: string, source: string, target: string): EdgePlace {
    const known = this.#kept.size === 0 ? undefined : this.#kept.get(key);
    if (known !== undefined) return known;
    const keys = this.#between(source, target, key);
    const count = keys.length;
    if (count < MANY) return { place: smaller(keys, key), count };
    for (const [place, one] of [...keys].sort(compareCodePoints).entries()) {
      this.#kept.set(one, { place, count });
    }
    return this.#kept.get(key)!;
  }
}

function smaller(keys: readonly string[], key: string): number {
  let count = 0;
  for (const one of keys) if (one !== key && compareCodePoints(one, key) < 0) count += 1;
  return count;
}
