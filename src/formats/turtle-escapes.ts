/** Escapes of the Turtle family: N-Triples, N-Quads, Turtle and TriG write strings and IRIs by the same rules. */

/**
 * What the canonical form of N-Triples escapes (RDF 1.2 N-Triples section 4): controls, `"`, `\`, DEL, U+FFFE, U+FFFF.
 * A negated class is as fast to test as a short one.
 */
const SPECIAL = /[^ !#-[\]-~\u0080-\ufffd]/;
const SPECIAL_ALL = /[^ !#-[\]-~\u0080-\ufffd]/g;
/** The same, and all beyond ASCII. With the `u` flag an astral character is one match. */
const NOT_ASCII = /[^ !#-[\]-~]/;
const NOT_ASCII_ALL = /[^ !#-[\]-~]/gu;
const BEYOND_ASCII = /[^\u0000-\u007f]/;
const BEYOND_ASCII_ALL = /[^\u0000-\u007f]/gu;

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
};

/** `\n`, `\u0000` or `\U0001F600`. */
export function escapeCharacter(character: string): string {
  const short = SHORT[character];
  if (short !== undefined) return short;
  const hex = character.codePointAt(0)!.toString(16).toUpperCase();
  return hex.length > 4 ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
}

/** The content of a string between `"` and `"`. The value must be well-formed. */
export function escapeString(value: string, ascii: boolean): string {
  if (ascii) return NOT_ASCII.test(value) ? value.replace(NOT_ASCII_ALL, escapeCharacter) : value;
  return SPECIAL.test(value) ? value.replace(SPECIAL_ALL, escapeCharacter) : value;
}

/** Text that no syntax of the family escapes. */
export function isPlainText(value: string): boolean {
  return !NOT_ASCII.test(value);
}

export function isBeyondAscii(value: string): boolean {
  return BEYOND_ASCII.test(value);
}

/** An IRI that has passed the term guard, between `<` and `>`. */
export function escapeIri(iri: string, ascii: boolean): string {
  return ascii && BEYOND_ASCII.test(iri) ? escapeBeyondAscii(iri) : iri;
}

export function escapeBeyondAscii(text: string): string {
  return text.replace(BEYOND_ASCII_ALL, escapeCharacter);
}
