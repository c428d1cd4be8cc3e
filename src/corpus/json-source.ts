/** One line of JSON Lines as plain values with columns; columns are looked for only when something is wrong. */
import type { Place } from '../model/index.ts';
import { findJson, firstJsonError } from './json-scan.ts';
import type { ProblemList } from './problem-list.ts';
import { codePointsIn, type Path, type SourcePart } from './source.ts';

/** Each column costs a walk through the line; after this many problems the line's number has to do. */
const COLUMNS = 200;

/** Reads one line; `undefined` after reporting where it stops being JSON. */
export function readJsonLine(
  text: string,
  file: string,
  line: number,
  problems: ProblemList,
): SourcePart | undefined {
  try {
    return new JsonPart(JSON.parse(text), text, { file, line });
  } catch {
    const at = firstJsonError(text);
    problems.error('json-syntax', 'this is not JSON', {
      place: { file, line, column: codePointsIn(text.slice(0, at)) + 1 },
      value: text.slice(at, at + 30),
      hint: 'each line holds one whole article: {"article": {...}, "entities": [...], "claims": [...]}',
    });
    return undefined;
  }
}

/** The part of `part` below one field. */
export function subPart(part: SourcePart, field: string): SourcePart {
  const { value } = part;
  return {
    value:
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined,
    place: (path, at) => part.place([field, ...path], at),
    lexical: (path) => part.lexical([field, ...path]),
  };
}

class JsonPart implements SourcePart {
  readonly value: unknown;
  readonly #text: string;
  readonly #line: Required<Pick<Place, 'file' | 'line'>>;
  #columnsLeft = COLUMNS;

  constructor(value: unknown, text: string, line: Required<Pick<Place, 'file' | 'line'>>) {
    this.value = value;
    this.#text = text;
    this.#line = line;
  }

  place(path: Path, at?: 'key'): Place {
    if (this.#columnsLeft === 0) return this.#line;
    this.#columnsLeft -= 1;
    const offset = findJson(this.#text, path, at === 'key');
    return { ...this.#line, column: codePointsIn(this.#text.slice(0, offset)) + 1 };
  }

  /** JSON.parse makes a double of every number, which keeps 15 digits for certain. */
  lexical(path: Path): string | undefined {
    let value = this.value;
    for (const step of path) value = (value as Record<string | number, unknown>)[step];
    if (typeof value !== 'number') return undefined;
    const numeral = String(value);
    const digits = numeral.replace(/e.*$/, '').replace(/\D/g, '').length;
    return Number.isSafeInteger(value) || (digits <= 15 && !numeral.includes('e')) ? numeral : undefined;
  }
}
