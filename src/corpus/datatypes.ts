/** The datatypes that literals may have: their lexical forms (XSD 1.1 part 2) and which of them narrows which. */
import { EDTF_DATATYPE } from '../model/index.ts';
import { isAbsoluteIri } from './check-iri.ts';
import { isCalendarDay, isEdtf } from './check-time.ts';

export const XSD = 'http://www.w3.org/2001/XMLSchema#';
const RDFS_LITERAL = 'http://www.w3.org/2000/01/rdf-schema#Literal';
export const LANG_STRING = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString';
/** What a range of values, or a value with a unit, becomes in RDF. */
export const QUANTITY = 'https://schema.org/QuantitativeValue';

interface Datatype {
  /** The wider type, by local name. */
  readonly base?: string;
  readonly fits: (lexical: string) => boolean;
  /** For messages. */
  readonly example: string;
}

const ZONE = '(?:Z|[+-](?:0\\d|1[0-3]):[0-5]\\d|[+-]14:00)?';
const CLOCK = '(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)';
const YEAR = '-?(?:[1-9]\\d{3,}|0\\d{3})';

const like = (pattern: string, example: string, base?: string): Datatype => {
  const whole = new RegExp(`^(?:${pattern})$`, 'u');
  return { fits: (lexical) => whole.test(lexical), example, ...(base !== undefined && { base }) };
};

/** An integer within bounds; `undefined`: none on that side. */
const whole = (base: string, min: bigint | undefined, max: bigint | undefined): Datatype => ({
  base,
  example: String(min ?? max ?? 12),
  fits: (lexical) => {
    if (!/^[+-]?\d+$/.test(lexical)) return false;
    const value = BigInt(lexical.replace(/^\+/, ''));
    return (min === undefined || value >= min) && (max === undefined || value <= max);
  },
});

const day = (pattern: RegExp, example: string): Datatype => ({
  example,
  fits: (lexical) => {
    const parts = pattern.exec(lexical);
    // The calendar repeats every 400 years, so a year of any size can be tried within four digits.
    return parts !== null && isCalendarDay(`${cycleYear(parts[1]!)}-${parts[2]}`);
  },
});

function cycleYear(year: string): string {
  const inCycle = ((BigInt(year) % 400n) + 400n) % 400n;
  return String(2000n + inCycle);
}

const XSD_TYPES: Readonly<Record<string, Datatype>> = {
  string: like('[^]*', 'text'),
  normalizedString: like('[^\\t\\n\\r]*', 'text', 'string'),
  token: like('(?:[^\\t\\n\\r ]+(?: [^\\t\\n\\r ]+)*)?', 'text', 'normalizedString'),
  language: like('[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*', 'en', 'token'),
  boolean: like('true|false|1|0', 'true'),
  decimal: like('[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)', '12.5'),
  integer: like('[+-]?\\d+', '12', 'decimal'),
  nonNegativeInteger: whole('integer', 0n, undefined),
  positiveInteger: whole('nonNegativeInteger', 1n, undefined),
  nonPositiveInteger: whole('integer', undefined, 0n),
  negativeInteger: whole('nonPositiveInteger', undefined, -1n),
  long: whole('integer', -(2n ** 63n), 2n ** 63n - 1n),
  int: whole('long', -(2n ** 31n), 2n ** 31n - 1n),
  short: whole('int', -32768n, 32767n),
  byte: whole('short', -128n, 127n),
  unsignedLong: whole('nonNegativeInteger', 0n, 2n ** 64n - 1n),
  unsignedInt: whole('unsignedLong', 0n, 2n ** 32n - 1n),
  unsignedShort: whole('unsignedInt', 0n, 65535n),
  unsignedByte: whole('unsignedShort', 0n, 255n),
  double: like('[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?|[+-]?INF|NaN', '1.2e3'),
  float: like('[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?|[+-]?INF|NaN', '1.2e3'),
  date: day(new RegExp(`^(${YEAR})-(\\d\\d-\\d\\d)${ZONE}$`), '2024-08-13'),
  dateTime: day(new RegExp(`^(${YEAR})-(\\d\\d-\\d\\d)T${CLOCK}${ZONE}$`), '2024-08-13T09:30:00Z'),
  dateTimeStamp: {
    ...day(new RegExp(`^(${YEAR})-(\\d\\d-\\d\\d)T${CLOCK}${ZONE.slice(0, -1)}$`), '2024-08-13T09:30:00Z'),
    base: 'dateTime',
  },
  time: like(`${CLOCK}${ZONE}`, '09:30:00'),
  gYear: like(`${YEAR}${ZONE}`, '2024'),
  gYearMonth: like(`${YEAR}-(?:0[1-9]|1[0-2])${ZONE}`, '2024-08'),
  gMonth: like(`--(?:0[1-9]|1[0-2])${ZONE}`, '--08'),
  gMonthDay: like(
    `--(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|[12]\\d))${ZONE}`,
    '--08-13',
  ),
  gDay: like(`---(?:0[1-9]|[12]\\d|3[01])${ZONE}`, '---13'),
  duration: like(
    '-?P(?=.)(?:\\d+Y)?(?:\\d+M)?(?:\\d+D)?(?:T(?=.)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?',
    'P1Y2M',
  ),
  yearMonthDuration: like('-?P(?=.)(?:\\d+Y)?(?:\\d+M)?', 'P1Y2M', 'duration'),
  dayTimeDuration: like(
    '-?P(?=.)(?:\\d+D)?(?:T(?=.)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?',
    'P3DT4H',
    'duration',
  ),
  anyURI: { fits: isAbsoluteIri, example: 'https://example.org/' },
  hexBinary: like('(?:[0-9a-fA-F]{2})*', '0AFF'),
  base64Binary: like('(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?', 'YQ=='),
};

const NUMBERS = ['decimal', 'double', 'float'];

const TYPES = new Map<string, Datatype>([
  ...Object.entries(XSD_TYPES).map(([name, type]) => [XSD + name, type] as const),
  [EDTF_DATATYPE, { fits: isEdtf, example: '2024-08~' }],
]);

/** The datatype of an IRI, or `undefined` for one that is not known here. */
export function datatypeOf(iri: string): Datatype | undefined {
  return TYPES.get(iri);
}

/** IRIs of all datatypes. */
export function datatypeIris(): string[] {
  return [...TYPES.keys()];
}

/** True where values of the type can be compared as numbers. */
export function isNumeric(iri: string): boolean {
  return NUMBERS.some((name) => isNarrower(iri, XSD + name));
}

/** True where every value of datatype `iri` is also one of `wider`. */
function isNarrower(iri: string, wider: string): boolean {
  for (let type: string | undefined = iri; type !== undefined; ) {
    if (type === wider) return true;
    const base: string | undefined = TYPES.get(type)?.base;
    type = base === undefined ? undefined : XSD + base;
  }
  return false;
}

/**
 * True where a literal of datatype `iri` is within a range: of its own or a wider datatype, of rdfs:Literal, or, for
 * numbers with bounds or a unit, of schema:QuantitativeValue.
 */
export function literalFits(iri: string, isQuantity: boolean, range: readonly string[]): boolean {
  return range.some(
    (wanted) => wanted === RDFS_LITERAL || isNarrower(iri, wanted) || (isQuantity && wanted === QUANTITY),
  );
}

/** True where the range names no class of things, so that only a literal can be meant. */
export function isLiteralRange(iri: string): boolean {
  return TYPES.has(iri) || iri === RDFS_LITERAL || iri === LANG_STRING;
}
