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

/** One alternative for each kind, in the order in which they are tried; the first that fits is taken. */
const pattern = (...alternatives: string[]) => new RegExp(alternatives.join('|'), 'uy');
const BEFORE_NAMES = [
  String.raw`(?<space>\s+|#[^\n\r]*)`,
  String.raw`(?<iri><[^<>"{}|^\x60\\\x00-\x20]*>)`,
  String.raw`(?<string>"""(?:(?:"|"")?(?:[^"\\]|\\[^]))*"""|'''(?:(?:'|'')?(?:[^'\\]|\\[^]))*'''|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')`,
  String.raw`(?<unclosed>["'][^\n\r]*)`,
  String.raw`(?<blank>_:${FOLLOWING}(?:\.*${FOLLOWING})*)`,
  String.raw`(?<variable>[?$](?:[${LETTER}\p{N}_][${LETTER}\p{N}\p{M}_\u00b7]*))`,
];
const AFTER_NAMES = [
  String.raw`(?<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)`,
  '(?<tag>@[A-Za-z]+(?:-{1,2}[A-Za-z0-9]+)*)',
  String.raw`(?<word>[\p{L}_][\p{L}\p{N}_]*)`,
  String.raw`(?<sign>\^\^|&&|\|\||!=|<=|>=|[^])`,
];
const NAME = String.raw`(?<name>${PREFIX}:(?:${LOCAL_UNIT}(?:\.*${LOCAL_UNIT})*)?)`;
const WITH_NAMES = pattern(...BEFORE_NAMES, NAME, ...AFTER_NAMES);
const WITHOUT_NAMES = pattern(...BEFORE_NAMES, ...AFTER_NAMES);
/** What could be the prefix of a name, if a colon follows. */
const RUN = new RegExp(String.raw`[${LETTER}](?:\.*${FOLLOWING})*`, 'uy');

/** All words of a text, in time that grows as its length; spaces and comments are left out. Every other character is in exactly one of them. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  /** No name begins before this index: what looked like its prefix goes on to here, and no colon follows. */
  let nameless = 0;
  for (let at = 0; at < text.length; ) {
    if (at >= nameless) {
      RUN.lastIndex = at;
      if (RUN.test(text) && text[RUN.lastIndex] !== ':') nameless = RUN.lastIndex;
    }
    const pattern = at < nameless ? WITHOUT_NAMES : WITH_NAMES;
    pattern.lastIndex = at;
    const match = pattern.exec(text)!;
    const end = pattern.lastIndex;
    const kind = kindOf(match.groups!);
    if (kind !== 'space') tokens.push({ kind, text: match[0], at, end });
    at = end;
  }
  return tokens;
}

function kindOf(groups: Readonly<Record<string, string | undefined>>): TokenKind | 'space' {
  for (const kind in groups) if (groups[kind] !== undefined) return kind as TokenKind | 'space';
  throw new Error('every character is a sign, if nothing else');
}

/** Line and column of an index, both from 1; columns count code points, as everywhere in Clew. */
export function placeOf(text: string, index: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, index).split(/\r\n|\n|\r/);
  return { line: before.length, column: [...before.at(-1)!].length + 1 };
}
