/** Sets of keys as numbers of a scene: names that are numbered elsewhere are looked up once, however often sets of them come. */

/** A set of names that are numbered: those with the mark 1 are in it. */
interface Marked extends ReadonlySet<string> {
  readonly names: readonly string[];
  readonly marks: Uint8Array;
}

export class KeyNumbers {
  readonly #numberOf: (key: string) => number;
  readonly #known = new WeakMap<readonly string[], Int32Array>();

  /** @param numberOf of a key that is not known any negative number */
  constructor(numberOf: (key: string) => number) {
    this.#numberOf = numberOf;
  }

  /** The number of each key of a set. */
  of(keys: ReadonlySet<string>): readonly number[] {
    if (!isMarked(keys)) return Array.from(keys, this.#numberOf);
    const { names, marks } = keys;
    let numbers = this.#known.get(names);
    if (numbers === undefined) {
      numbers = Int32Array.from(names, this.#numberOf);
      this.#known.set(names, numbers);
    }
    const found: number[] = [];
    for (let at = 0; at < marks.length; at += 1) if (marks[at] === 1) found.push(numbers[at]!);
    return found;
  }
}

function isMarked(keys: ReadonlySet<string>): keys is Marked {
  return 'marks' in keys;
}
