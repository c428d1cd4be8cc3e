/** What `--repair` mends of the data before it is read: IRIs, language tags, characters, values that their datatype does not have; each told at its place. */
import { expandCurie, isIri, percentEncodeIri } from '../model/index.ts';
import { usualTag, withoutForbidden } from './check-text.ts';
import { datatypeOf } from './datatypes.ts';
import type { ProblemList } from './problem-list.ts';
import type { Path, SourcePart } from './source.ts';
import { DATATYPE_PREFIXES } from './vocabulary.ts';

/** Fields by what stands in them. */
const IRIS: ReadonlySet<string> = new Set(['base', 'licence', 'url', 'sameAs', 'closeMatch']);
const TAGS: ReadonlySet<string> = new Set(['lang', 'language', 'languages']);
const TEXTS: ReadonlySet<string> = new Set(['title', 'description', 'label', 'digest', 'statement']);

/** The part with what can be mended without a guess; all else is left to be refused. */
export function mendPart(part: SourcePart, problems: ProblemList): SourcePart {
  const value = new Mender(part, problems).mend(part.value, [], '');
  return { value, place: (path, at) => part.place(path, at), lexical: (path) => part.lexical(path) };
}

class Mender {
  readonly #part: SourcePart;
  readonly #problems: ProblemList;

  constructor(part: SourcePart, problems: ProblemList) {
    this.#part = part;
    this.#problems = problems;
  }

  /** @param field the nearest field that the value stands in */
  mend(value: unknown, path: Path, field: string): unknown {
    if (typeof value === 'string') return this.#string(value, path, field);
    if (Array.isArray(value)) return value.map((item, n) => this.mend(item, [...path, n], field));
    if (typeof value !== 'object' || value === null) return value;
    const taken = new Set(Object.keys(value));
    const entries = Object.entries(value).map(([key, item]) => {
      const name = TEXTS.has(field) ? this.#key(key, [...path, key], taken) : key;
      return [name, this.mend(item, [...path, key], key)] as const;
    });
    return this.#literal(Object.fromEntries(entries), path);
  }

  #string(text: string, path: Path, field: string): string {
    if (IRIS.has(field)) return this.#iri(text, path);
    if (TAGS.has(field)) return this.#tag(text, path);
    const mended = withoutForbidden(text);
    if (mended === text) return text;
    const message = 'the text holds what is no character of a text';
    this.#told('repaired-text', message, path, text, 'Replaced by U+FFFD.');
    return mended;
  }

  #iri(iri: string, path: Path): string {
    if (isIri(iri)) return iri;
    const encoded = percentEncodeIri(iri);
    const mended = isIri(encoded) ? encoded : encodeRest(encoded);
    // What has no scheme or no host stays wrong.
    if (!isIri(mended)) return iri;
    const message = 'this is not an absolute IRI of legal characters';
    this.#told('repaired-iri', message, path, iri, `Written as <${mended}>.`);
    return mended;
  }

  #tag(tag: string, path: Path, at?: 'key'): string {
    const mended = mendedTag(tag);
    if (mended !== tag) {
      const message = 'this is not a language tag in its usual form';
      this.#told('repaired-language', message, path, tag, `Written as ${mended}.`, at);
    }
    return mended;
  }

  /** The tag of a text; as it is where another text has the mended one. */
  #key(tag: string, path: Path, taken: Set<string>): string {
    const mended = mendedTag(tag);
    if (mended === tag || taken.has(mended)) return tag;
    taken.add(mended);
    return this.#tag(tag, path, 'key');
  }

  /** A value that its datatype does not have is a plain text; a number with a unit, or a bound, has no meaning as one. */
  #literal(record: Readonly<Record<string, unknown>>, path: Path): unknown {
    const { value, datatype, ...others } = record;
    if (typeof datatype !== 'string' || Object.keys(others).length > 0) return record;
    const text = typeof value === 'number' ? this.#part.lexical([...path, 'value']) : value;
    const type = datatypeOf(expandCurie(datatype, DATATYPE_PREFIXES) ?? datatype);
    if (typeof text !== 'string' || type === undefined || type.fits(text)) return record;
    const message = `this is not a value of ${datatype}`;
    this.#told('repaired-literal', message, [...path, 'value'], text, 'Written as a plain string.');
    return { value: text };
  }

  #told(code: string, message: string, path: Path, value: string, hint: string, at?: 'key'): void {
    this.#problems.warn(code, message, { place: this.#part.place(path, at), value, hint });
  }
}

const mendedTag = (tag: string) => usualTag(tag) ?? usualTag(tag.replaceAll('_', '-')) ?? 'und';

const ELSEWHERE =
  /\p{Noncharacter_Code_Point}|[[\]#\u007f-\u009f\ue000-\uf8ff\ufff0-\ufffd\u{e0000}-\u{e0fff}\u{f0000}-\u{10ffff}]/gu;

/** Percent-encodes what RFC 3987 keeps for other places: brackets behind the host, a second `#`, code points that are no characters of an IRI. */
function encodeRest(iri: string): string {
  const [, start = '', rest = ''] = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?)(.*)$/isu.exec(iri) ?? [];
  const fragment = rest.indexOf('#');
  return (
    start +
    rest.replace(ELSEWHERE, (sign, at) => (sign === '#' && at === fragment ? sign : encodeURIComponent(sign)))
  );
}
