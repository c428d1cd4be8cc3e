/** A part of the input as plain values, with the way back from each value to its file, line and column. */
import type { Place } from '../model/index.ts';

/** Field names and list positions from the part's root down to a value. */
export type Path = readonly (string | number)[];

export interface SourcePart {
  /** Objects, lists, strings, numbers, booleans, null: nothing else. */
  readonly value: unknown;
  /** Where the value at `path` begins, or with `at: 'key'` its field name; the nearest part around it where it is missing. */
  place(path: Path, at?: 'key'): Place;
  /** The number at `path` as it is spelt; `undefined` where reading it has lost digits. */
  lexical(path: Path): string | undefined;
}

/** The three parts of an article: files of its folder, or fields of its line. `undefined`: could not be read. */
export interface ArticleSource {
  readonly article: SourcePart | undefined;
  readonly entities: SourcePart | undefined;
  readonly claims: SourcePart | undefined;
}

/** Counts code points: the columns of a Place. */
export function codePointsIn(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    count += 1;
    if ((text.codePointAt(i) ?? 0) > 0xffff) i += 1;
  }
  return count;
}
