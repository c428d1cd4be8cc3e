/** Mends RDF texts before their parsers see them: what a grammar has no place for, its parser refuses, and no guard can mend. */
import type { Place, Problem } from '../model/index.ts';
import {
  isBlankLabel,
  isWellFormed,
  isWritableTag,
  mendedLabel,
  mendedTag,
  percentEncodeIri,
  toWellFormed,
} from '../rdf/index.ts';

export interface MendedText {
  readonly text: string;
  /** What was mended, as warnings with lines. */
  readonly problems: readonly Problem[];
}

/**
 * Strings of all four kinds, comments, escapes outside of both, IRIs, tags, and labels of blank nodes, which begin no
 * name's middle: whatever comes first.
 */
const TOKEN =
  /"""(?:[^"\\]+|\\[\s\S]|"(?!""))*"""|'''(?:[^'\\]+|\\[\s\S]|'(?!''))*'''|"(?:[^"\\\n\r]+|\\[\s\S])*"|'(?:[^'\\\n\r]+|\\[\s\S])*'|\\[\s\S]|#[^\n\r]*|<<|<[^>\n\r]*>|(?<=["'])@[^\s<>"'()[\]{}|,;.#^]+|(?<=^|[\s<>()[\]{}|,;~])_:[^\s<>"'()[\]{}|,;:#\\~^]*/g;
const UNWRITABLE = /[\u0000-\u0020<>"{}|^`\\]/;
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;
const NUMBERED = /\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})/g;

/**
 * A text of Turtle, TriG, N-Triples or N-Quads with illegal characters of IRIs percent-encoded, halves of surrogate pairs as
 * U+FFFD, underscores of language tags as hyphens (a tag beyond that becomes `und`), and labels of blank nodes that are none
 * as their code units. Lines stay lines. An IRI ends at its first `>`.
 *
 * @param base resolves relative IRIs here, for syntaxes that have none
 */
export function mendTurtleText(text: string, file: string, base?: string): MendedText {
  const lineAt = lines(text);
  const problems: Problem[] = [];
  const note = (code: string, message: string, value: string, hint: string, at: number) =>
    problems.push({ severity: 'warning', code, message, value, hint, place: { file, line: lineAt(at) } });
  const mended = text.replace(TOKEN, (token, at: number) => {
    if (token[0] === '<' && token !== '<<') {
      const iri = token
        .slice(1, -1)
        .replace(NUMBERED, (written, short, long) => character(short ?? long) ?? written);
      if (base !== undefined && !SCHEME.test(iri)) {
        const whole = percentEncodeIri(new URL(iri, base).href);
        note('repaired-iri', 'an IRI is relative, and there is no base', iri, `Written as <${whole}>.`, at);
        return `<${whole}>`;
      }
      if (!UNWRITABLE.test(iri) && isWellFormed(iri)) return token;
      const written = percentEncodeIri(iri);
      note('repaired-iri', 'an IRI has characters that no IRI has', iri, `Written as <${written}>.`, at);
      return `<${written}>`;
    }
    if (token[0] === '_') {
      // A full stop at its end ends the statement.
      const [, label = '', stop = ''] = /^_:(.*?)(\.*)$/s.exec(token)!;
      if (isBlankLabel(label)) return token;
      const mended = mendedLabel(label);
      const message = 'a blank node has a label that no syntax can hold';
      note('repaired-blank-node', message, label, `Written as _:${mended}.`, at);
      return `_:${mended}${stop}`;
    }
    if (token[0] === '@') {
      const given = token.slice(1);
      const [, own, direction = ''] = /^(.*?)(--(?:ltr|rtl))?$/s.exec(given)!;
      if (isWritableTag(own!)) return token;
      const tag = mendedTag(own!.replace(/[-_]+$/, '')) + direction;
      note('repaired-language', 'a language is no BCP 47 tag', given, `Written as ${tag}.`, at);
      return `@${tag}`;
    }
    if (token[0] !== '"' && token[0] !== "'") return token;
    const whole = withoutHalves(token, true);
    if (whole !== token) {
      note('repaired-text', 'a literal holds half of a surrogate pair', token, 'Replaced by U+FFFD.', at);
    }
    return whole;
  });
  return { text: mended, problems };
}

const HALVES =
  /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}|\\U0000[dD][89a-fA-F][0-9a-fA-F]{2}|\\[\s\S]/g;
const HALF = /^\\(?:u|U0000)[dD][89a-fA-F][0-9a-fA-F]{2}$/;

/**
 * The offset of the first half of a surrogate pair; `undefined` where there is none.
 * @param escapes whether the syntax escapes characters as JSON and Turtle do, so that a half may stand as an escape
 */
export function halfSurrogate(text: string, escapes: boolean): number | undefined {
  if (escapes)
    for (const { 0: sequence, index } of text.matchAll(HALVES)) if (HALF.test(sequence)) return index;
  return isWellFormed(text) ? undefined : text.search(/\p{Surrogate}/u);
}

/** Halves of surrogate pairs replaced by U+FFFD. @param escapes as for {@link halfSurrogate} */
export function withoutHalves(text: string, escapes: boolean): string {
  const whole = toWellFormed(text);
  if (!escapes) return whole;
  return whole.replace(HALVES, (sequence) => (HALF.test(sequence) ? '\ufffd' : sequence));
}

const JSON_LANGUAGE = /(?<="@language"\s*:\s*")[^"\\]+(?=")/g;

/** A text of JSON-LD with legal tags for the languages of its contexts and values; those that are keys stay. */
export function mendJsonLanguages(text: string, file: string): MendedText {
  const lineAt = lines(text);
  const problems: Problem[] = [];
  const mended = text.replace(JSON_LANGUAGE, (value, at: number) => {
    if (isWritableTag(value)) return value;
    const tag = mendedTag(value.replace(/[-_]+$/, ''));
    problems.push({
      severity: 'warning',
      code: 'repaired-language',
      message: 'a language is no BCP 47 tag',
      value,
      hint: `Written as ${tag}.`,
      place: { file, line: lineAt(at) },
    });
    return tag;
  });
  return { text: mended, problems };
}

function character(hex: string): string | undefined {
  const point = Number.parseInt(hex, 16);
  return point > 0x10ffff ? undefined : String.fromCodePoint(point);
}

/** Where a text first has a value: as it stands, as JSON or XML escape it, or its last step alone, for names that were expanded. */
export function valuePlace(text: string, value: string): Pick<Place, 'line' | 'column'> | undefined {
  const last = value.slice(
    1 + Math.max(...['/', '#', ':'].map((mark) => value.lastIndexOf(mark, value.length - 2))),
  );
  const escaped = value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const wanted = [JSON.stringify(value), value, escaped, JSON.stringify(last).slice(1), last];
  let at = -1;
  for (let n = 0; at < 0 && n < wanted.length; n += 1) if (wanted[n] !== '') at = text.indexOf(wanted[n]!);
  if (at < 0 && TAG.test(value)) at = text.search(new RegExp(value, 'i'));
  if (at < 0) return undefined;
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return { line: lines(text)(at), column: [...text.slice(start, at)].length + 1 };
}

/** RDF/XML's parser gives language tags in lower case. */
const TAG = /^[a-z0-9_-]+$/;

/** Lines, from 1, of offsets that are asked for in ascending order. */
function lines(text: string): (at: number) => number {
  let [line, from] = [1, 0];
  return (at) => {
    for (let next = text.indexOf('\n', from); next >= 0 && next < at; next = text.indexOf('\n', from)) {
      line += 1;
      from = next + 1;
    }
    return line;
  };
}
