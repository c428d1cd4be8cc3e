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
  of(keys: ReadonlySet<string>): Int32Array {
    if (!isMarked(keys)) return Int32Array.from(keys, this.#numberOf);
    const { names, marks } = keys;
    let numbers = this.#known.get(names);
    if (numbers === undefined) {
      numbers = new Int32Array(names.length);
      for (let at = 0; at < names.length; at += 1) numbers[at] = this.#numberOf(names[at]!);
      this.#known.set(names, numbers);
    }
    const found = new Int32Array(keys.size);
    let count = 0;
    for (let at = 0; at < marks.length; at += 1) {
      if (marks[at] !== 1) continue;
      found[count] = numbers[at]!;
      count += 1;
    }
    return found;
  }
}

function isMarked(keys: ReadonlySet<string>): keys is Marked {
  return 'marks' in keys;
}
