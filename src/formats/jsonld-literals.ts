/** Values of JSON as literals of RDF (JSON-LD 1.1 API section 8.6.1). */
import type { ForeignTerm } from '../rdf/index.ts';
import { canonicalJson } from './canonical-json.ts';
import { into, type Place } from './jsonld-place.ts';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
/** From here on whole numbers are xsd:double by the specification. */
const DOUBLES = 1e21;

/** What JSON has for a literal; whole numbers that no JavaScript number holds are bigint. */
export type Scalar = string | number | bigint | boolean;

function literal(value: string, datatype: string): ForeignTerm {
  return { termType: 'Literal', value, language: '', datatype: { termType: 'NamedNode', value: datatype } };
}

/** A text in a language, with a direction as RDF 1.2 has it; without a language a string. */
export function text(value: string, language: string, direction?: string): ForeignTerm {
  if (language === '') return literal(value, `${XSD}string`);
  if (direction === undefined) return { ...literal(value, `${RDF}langString`), language };
  return { ...literal(value, `${RDF}dirLangString`), language, direction };
}

/** A scalar with a datatype, or with that of its kind. */
export function typed(value: Scalar, datatype?: string): ForeignTerm {
  if (typeof value === 'string') return literal(value, datatype ?? `${XSD}string`);
  if (typeof value === 'boolean') return literal(String(value), datatype ?? `${XSD}boolean`);
  const number = Number(value);
  const whole = Number.isInteger(number) && Math.abs(number) < DOUBLES;
  if (!whole || datatype === `${XSD}double`) return literal(double(number), datatype ?? `${XSD}double`);
  return literal(String(typeof value === 'bigint' ? value : number), datatype ?? `${XSD}integer`);
}

/** A JSON literal has the numbers of JavaScript (RFC 8785). @throws JsonLdFault where it has too many levels */
export function jsonLiteral(value: unknown, place: Place): ForeignTerm {
  return literal(canonicalJson(withNumbers(value, place)), `${RDF}JSON`);
}

function double(number: number): string {
  if (!Number.isFinite(number)) return number > 0 ? 'INF' : '-INF';
  return number.toExponential(15).replace(/(\d)0*e\+?/, '$1E');
}

function withNumbers(value: unknown, place: Place): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item, i) => withNumbers(item, into(place, i)));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withNumbers(inner, into(place, key))]),
  );
}
