/** The words of a SPARQL text with their places (SPARQL 1.1 section 19.8), so that a query can be looked at without a parser. */

export type TokenKind =
  | 'iri'
  | 'name'
  | 'blank'
  | 'variable'
  | 'string'
  | 'tag'
  | 'number'
  | 'word'
  | 'sign'
  | 'unclosed';

export interface Token {
  readonly kind: TokenKind;
  /** As it stands in the query; a `word` may be of any case. */
  readonly text: string;
  /** Index of its first UTF-16 unit. */
  readonly at: number;
  /** Index after its last. */
  readonly end: number;
}

const LETTER = String.raw`\p{L}\p{Nl}`;
const FOLLOWING = String.raw`[${LETTER}\p{N}\p{M}_\-\u00b7]`;
const PREFIX = String.raw`(?:[${LETTER}](?:\.*${FOLLOWING})*)?`;
const LOCAL_UNIT = String.raw`(?:[${LETTER}\p{N}\p{M}_\-\u00b7:]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%])`;

/** What a kind looks like, in the order in which they are tried; the first that fits is taken. None has a group that is captured. */
type Alternative = readonly [kind: TokenKind | 'space', source: string];
const BEFORE_NAMES: readonly Alternative[] = [
  ['space', String.raw`\s+|#[^\n\r]*`],
  ['iri', String.raw`<[^<>"{}|^\x60\\\x00-\x20]*>`],
  [
    'string',
    String.raw`"""(?:(?:"|"")?(?:[^"\\]|\\[^]))*"""|'''(?:(?:'|'')?(?:[^'\\]|\\[^]))*'''|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'`,
  ],
  ['unclosed', String.raw`["'][^\n\r]*`],
  ['blank', String.raw`_:${FOLLOWING}(?:\.*${FOLLOWING})*`],
  ['variable', String.raw`[?$](?:[${LETTER}\p{N}_][${LETTER}\p{N}\p{M}_\u00b7]*)`],
];
const AFTER_NAMES: readonly Alternative[] = [
  ['number', String.raw`(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?`],
  ['tag', '@[A-Za-z]+(?:-{1,2}[A-Za-z0-9]+)*'],
  ['word', String.raw`[\p{L}_][\p{L}\p{N}_]*`],
  ['sign', String.raw`\^\^|&&|\|\||!=|<=|>=|[^]`],
];
const NAME: Alternative = ['name', String.raw`${PREFIX}:(?:${LOCAL_UNIT}(?:\.*${LOCAL_UNIT})*)?`];
/** Groups by number: objects of named ones would take most of the time. */
const pattern = (alternatives: readonly Alternative[]) => ({
  kinds: alternatives.map(([kind]) => kind),
  expression: new RegExp(alternatives.map(([, source]) => `(${source})`).join('|'), 'uy'),
});
const WITH_NAMES = pattern([...BEFORE_NAMES, NAME, ...AFTER_NAMES]);
const WITHOUT_NAMES = pattern([...BEFORE_NAMES, ...AFTER_NAMES]);
/** Signs that begin nothing longer: hostile texts are full of them. */
const ALONE = new Set('(){}[],;*+/-');
/** What could be the prefix of a name, if a colon follows. */
const RUN = new RegExp(String.raw`[${LETTER}](?:\.*${FOLLOWING})*`, 'uy');

/** All words of a text, in time that grows as its length; spaces and comments are left out. Every other character is in exactly one of them. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  /** No name begins before this index: what looked like its prefix goes on to here, and no colon follows. */
  let nameless = 0;
  for (let at = 0; at < text.length; ) {
    const sign = text[at]!;
    if (ALONE.has(sign)) {
      tokens.push({ kind: 'sign', text: sign, at, end: at + 1 });
      at += 1;
      continue;
    }
    if (at >= nameless) {
      RUN.lastIndex = at;
      if (RUN.test(text) && text[RUN.lastIndex] !== ':') nameless = RUN.lastIndex;
    }
    const { kinds, expression } = at < nameless ? WITHOUT_NAMES : WITH_NAMES;
    expression.lastIndex = at;
    const match = expression.exec(text)!;
    const end = expression.lastIndex;
    // Every character is a sign, if nothing else.
    let group = 1;
    while (match[group] === undefined) group += 1;
    const kind = kinds[group - 1]!;
    if (kind !== 'space') tokens.push({ kind, text: match[0], at, end });
    at = end;
  }
  return tokens;
}

/** Line and column of an index, both from 1; columns count code points, as everywhere in Clew. */
export function placeOf(text: string, index: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, index).split(/\r\n|\n|\r/);
  return { line: before.length, column: [...before.at(-1)!].length + 1 };
}
