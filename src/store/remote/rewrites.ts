/** Values that stores keep in a form of their own: known, counted and told, and no failure of the load. */
import type { Literal, Quad, Term } from '../../rdf/index.ts';
import type { Rewrite } from './profiles.ts';
import type { JsonTerm } from './sparql-json.ts';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const LANG_STRING = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString';

/** For reports. */
export const REWRITE_WORDS: Readonly<Record<Rewrite, string>> = {
  'language-case': 'language tags in another case',
  'number-form': 'numbers and truth values in another form or type',
  'moment-form': 'dates and times in another form',
  'duration-form': 'durations as numbers',
};

const NUMERIC =
  /^(?:integer|decimal|double|float|boolean|long|int|short|byte|unsigned(?:Long|Int|Short|Byte)|(?:non)?(?:Negative|Positive|negative|positive)Integer)$/;
const MOMENT = /^(?:dateTime|dateTimeStamp|date|time|gYear|gYearMonth|gMonth|gMonthDay|gDay)$/;

/**
 * Whether a store's term is the one that was sent: `true`, the name of the rewriting that lies between them, or `false`.
 * @param rewrites those that the store is known for
 */
export function sameTerm(sent: Term, kept: JsonTerm, rewrites: readonly Rewrite[]): boolean | Rewrite {
  if (sent.termType === 'NamedNode') return kept.type === 'uri' && kept.value === sent.value;
  if (sent.termType === 'Quad') return sameTriple(sent, kept, rewrites);
  if (sent.termType !== 'Literal' || kept.type !== 'literal') return false;
  if (sent.language !== '' || kept.language !== '') return sameText(sent, kept, rewrites);
  const type = kept.datatype ?? `${XSD}string`;
  if (sent.value === kept.value && sent.datatype.value === type) return true;
  const [was, is] = [localType(sent.datatype.value), localType(type)];
  if (rewrites.includes('number-form') && NUMERIC.test(was) && NUMERIC.test(is)) {
    return sameNumber(sent.value, kept.value) && 'number-form';
  }
  if (rewrites.includes('moment-form') && MOMENT.test(was) && was === is) {
    return sameMoment(sent.value, kept.value) && 'moment-form';
  }
  return rewrites.includes('duration-form') && /duration/i.test(was) && 'duration-form';
}

function sameTriple(sent: Quad, { parts }: JsonTerm, rewrites: readonly Rewrite[]): boolean | Rewrite {
  if (parts === undefined) return false;
  const { subject, predicate } = parts;
  if (subject.value !== sent.subject.value || predicate.value !== sent.predicate.value) return false;
  return sameTerm(sent.object, parts.object, rewrites);
}

function sameText(sent: Literal, kept: JsonTerm, rewrites: readonly Rewrite[]): boolean | Rewrite {
  if (kept.datatype !== undefined && kept.datatype !== LANG_STRING) return false;
  if (sent.value !== kept.value || sent.language.toLowerCase() !== kept.language.toLowerCase()) return false;
  return sent.language === kept.language || (rewrites.includes('language-case') && 'language-case');
}

function localType(iri: string): string {
  return iri.startsWith(XSD) ? iri.slice(XSD.length) : '';
}

/** Fifteen digits are what Virtuoso keeps of a decimal. */
function sameNumber(sent: string, kept: string): boolean {
  const truth: Readonly<Record<string, string>> = { true: '1', false: '0' };
  const [a, b] = [sent, kept].map((text) => Number((truth[text] ?? text).replace(/INF$/, 'Infinity'))) as [
    number,
    number,
  ];
  if (Object.is(a, b) || a === b) return true;
  return Math.abs(a - b) <= 1e-14 * Math.max(Math.abs(a), Math.abs(b));
}

/** The same but for digits of the fraction beyond microseconds, and for leading noughts of the year. */
function sameMoment(sent: string, kept: string): boolean {
  const plain = (text: string) =>
    text
      .replace(/(\.\d{1,6})\d*/, '$1')
      .replace(/\.(\d*?)0*(?=Z|[+-]\d\d:\d\d|$)/, (_, digits: string) => (digits === '' ? '' : `.${digits}`))
      .replace(/^(-?)0+/, '$1')
      .replace(/\+00:00$/, 'Z');
  return plain(sent) === plain(kept);
}
