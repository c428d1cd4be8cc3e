/** Results of SELECT and ASK as JSON has them (SPARQL 1.1 Query Results JSON Format; triple terms and directions as in 1.2). */
import type { Prefixes } from '../model/index.ts';

export type ResultTerm =
  | { readonly type: 'uri'; readonly value: string }
  | { readonly type: 'bnode'; readonly value: string }
  | {
      /** Virtuoso still says `typed-literal`. */
      readonly type: 'literal' | 'typed-literal';
      readonly value: string;
      readonly datatype?: string;
      readonly 'xml:lang'?: string;
      readonly 'its:dir'?: 'ltr' | 'rtl';
    }
  | { readonly type: 'triple'; readonly value: ResultTriple };

export interface ResultTriple {
  readonly subject: ResultTerm;
  readonly predicate: ResultTerm;
  readonly object: ResultTerm;
}

export type ResultRow = Readonly<Record<string, ResultTerm>>;

export interface SparqlJson {
  readonly head: { readonly vars?: readonly string[] };
  readonly results?: { readonly bindings: readonly ResultRow[] };
  readonly boolean?: boolean;
}

const XSD = 'http://www.w3.org/2001/XMLSchema#';
/** Datatypes whose values say by their look what they are. */
const EVIDENT = new Set(
  ['string', 'integer', 'decimal', 'double', 'boolean', 'date', 'dateTime', 'gYear', 'gYearMonth'].map(
    (name) => XSD + name,
  ),
);

/** Ways to write terms short, for people. */
export interface TermStyle {
  readonly prefixes: Prefixes;
  /** IRIs under it are written relative to it, in angle brackets. */
  readonly base?: string;
}

/**
 * A term as a table shows it: prefixed names where they are legal in SPARQL, literals without quotes, with their language
 * or, unless it is evident, datatype. Texts are as they came; whoever shows them escapes them.
 */
export function termText(term: ResultTerm, style: TermStyle): string {
  if (term.type === 'uri') return iriText(term.value, style);
  if (term.type === 'bnode') return `_:${term.value}`;
  if (term.type === 'triple') {
    const { subject, predicate, object } = term.value;
    return `<<( ${[subject, predicate, object].map((part) => termText(part, style)).join(' ')} )>>`;
  }
  const { value, datatype, 'xml:lang': language, 'its:dir': direction } = term;
  if (language) return `${value} @${language}${direction ? `--${direction}` : ''}`;
  if (datatype === undefined || EVIDENT.has(datatype)) return value;
  return `${value} ^^${iriText(datatype, style)}`;
}

export function iriText(iri: string, { prefixes, base }: TermStyle): string {
  let best: string | undefined;
  for (const [name, namespace] of Object.entries(prefixes)) {
    if (!iri.startsWith(namespace)) continue;
    const local = iri.slice(namespace.length);
    if (!/^(?:[A-Za-z0-9_](?:[\w.-]*[\w-])?)?$/.test(local)) continue;
    const short = `${name}:${local}`;
    if (best === undefined || short.length < best.length) best = short;
  }
  if (best !== undefined) return best;
  const relative = base !== undefined && iri.startsWith(base) ? iri.slice(base.length) : '';
  return relative === '' ? `<${iri}>` : `<${relative}>`;
}
