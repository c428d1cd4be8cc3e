/** Names that are numbered once, and sets of them that are marked by number: quick to make, however many they are. */

/** By number: 1 where a name belongs to it. */
export type Marks = Uint8Array;

/** Names by number, and their numbers. */
export interface Numbered {
  readonly names: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
}

/** Which of some names, in their order, a set holds. */
export function marksOf(all: ReadonlyMap<string, unknown>, kept: ReadonlySet<string>): Marks {
  return kept instanceof MarkedSet && kept.marks.length === all.size
    ? kept.marks
    : Uint8Array.from(all.keys(), (name) => Number(kept.has(name)));
}

/** The marked names as a set that is only read. A worker can't be sent it: send its marks. */
export class MarkedSet implements ReadonlySet<string> {
  readonly #all: Numbered;
  readonly marks: Marks;
  readonly size: number;

  constructor(all: Numbered, marks: Marks) {
    this.#all = all;
    this.marks = marks;
    let size = 0;
    for (let at = 0; at < marks.length; at += 1) size += marks[at]!;
    this.size = size;
  }

  has(name: string): boolean {
    const at = this.#all.numbers.get(name);
    return at !== undefined && this.marks[at] === 1;
  }

  /** In the order of their numbers. */
  *values(): Generator<string, undefined> {
    const { names } = this.#all;
    for (let at = 0; at < names.length; at += 1) if (this.marks[at] === 1) yield names[at]!;
    return undefined;
  }

  /** All that may be in it. */
  get names(): readonly string[] {
    return this.#all.names;
  }

  /** The names that are not in it. */
  missing(): MarkedSet {
    return new MarkedSet(
      this.#all,
      this.marks.map((mark) => 1 - mark),
    );
  }

  keys(): Generator<string, undefined> {
    return this.values();
  }

  *entries(): Generator<[string, string], undefined> {
    for (const name of this.values()) yield [name, name];
    return undefined;
  }

  forEach(visit: (name: string, again: string, set: ReadonlySet<string>) => void): void {
    for (const name of this.values()) visit(name, name, this);
  }

  [Symbol.iterator](): Generator<string, undefined> {
    return this.values();
  }
}
