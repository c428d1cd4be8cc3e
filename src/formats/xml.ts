/** The one place where values become XML: escaping, and a guard for characters that no XML 1.0 file can hold. */
import { type Problem, ProblemError } from '../model/index.ts';
import type { LossCounter } from './losses.ts';

/** Anything that text needs escaped or refused; the common value matches nothing and is written as it stands. */
const TEXT_SPECIAL = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
const ATTRIBUTE_SPECIAL = /[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;
/**
 * Outside of XML 1.0 production 2 (Char): not even a character reference may name these. With the `u` flag a
 * surrogate is matched only where it stands alone.
 */
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
const reference = (character: string): string => ESCAPES[character]!;

/** Text content. `>` is escaped for the sake of `]]>`, CR because parsers turn it into LF (XML 1.0 section 2.11). */
export function xmlText(value: string): string {
  return TEXT_SPECIAL.test(value) ? value.replace(/[&<>\r]/g, reference) : value;
}

/** The content of a double-quoted attribute. Tab, LF and CR survive only as references (XML 1.0 section 3.3.3). */
export function xmlAttribute(value: string): string {
  return ATTRIBUTE_SPECIAL.test(value) ? value.replace(/[&<>"\t\n\r]/g, reference) : value;
}

/** True where XML 1.0 can hold the value. */
export function isXmlText(value: string): boolean {
  return !TEXT_SPECIAL.test(value) || value.search(ILLEGAL) < 0;
}

/** Where a value stands: `node`, its key, and the attribute that holds it. */
export type XmlPlace = readonly [element: string, key: string, attribute: string];

export interface XmlGuardOptions {
  /** Replace illegal characters by U+FFFD and report them, in place of refusing the file. Default false. */
  readonly repair: boolean;
}

/**
 * Escapes values and remembers what XML cannot hold. Writers call {@link finish} at their end: it throws every
 * problem at once. Values with a problem come back mended, so that what was written so far stays well-formed.
 */
export class XmlGuard {
  readonly #repair: boolean;
  readonly #losses: LossCounter;
  readonly #problems: Problem[] = [];

  constructor({ repair }: XmlGuardOptions, losses: LossCounter) {
    this.#repair = repair;
    this.#losses = losses;
  }

  text(value: string, element: string, key: string, attribute: string): string {
    return TEXT_SPECIAL.test(value) ? xmlText(this.#legal(value, element, key, attribute)) : value;
  }

  attribute(value: string, element: string, key: string, attribute: string): string {
    return ATTRIBUTE_SPECIAL.test(value) ? xmlAttribute(this.#legal(value, element, key, attribute)) : value;
  }

  /** How many values were refused so far. From the first on a file can't be finished, and nothing more need be written. */
  get refused(): number {
    return this.#problems.length;
  }

  /** @throws ProblemError with every value that was refused */
  finish(): void {
    if (this.#problems.length > 0) throw new ProblemError(this.#problems);
  }

  #legal(value: string, element: string, key: string, attribute: string): string {
    const found = value.match(ILLEGAL);
    if (found === null) return value;
    if (this.#repair) {
      this.#losses.add('characters that XML cannot hold, replaced by U+FFFD', found.length);
    } else {
      const names = [...new Set(found)].map(codePointName).join(', ');
      this.#problems.push({
        severity: 'error',
        code: 'xml-character',
        message: `${attribute} of ${element} “${key}” holds ${names}, which XML 1.0 cannot hold`,
        value,
        hint: 'remove it from the data, or let it be replaced by U+FFFD with --repair',
      });
    }
    return value.replace(ILLEGAL, '\ufffd');
  }
}

function codePointName(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
