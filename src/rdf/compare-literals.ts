/** Which of two literals is the smaller, by value, as `<` of SPARQL 1.1 has it (section 17.3). */
import { compareCodePoints } from '../model/index.ts';
import { isLexicalForm } from './lexical-forms.ts';
import type { Literal } from './quad.ts';
import { STANDARD_PREFIXES } from './well-known.ts';

const EXACT: ReadonlySet<string> = new Set([
  ...['decimal', 'integer', 'nonNegativeInteger', 'positiveInteger', 'nonPositiveInteger', 'negativeInteger'],
  ...['long', 'int', 'short', 'byte', 'unsignedLong', 'unsignedInt', 'unsignedShort', 'unsignedByte'],
]);
const FLOATING: ReadonlySet<string> = new Set(['double', 'float']);
const DATE_TIME =
  /^(?:(-?\d{4,})(?:-(\d\d)(?:-(\d\d))?)?)?(?:T?(\d\d):(\d\d):(\d\d)(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/;
const MOMENTS: ReadonlySet<string> = new Set([
  'date',
  'dateTime',
  'dateTimeStamp',
  'time',
  'gYear',
  'gYearMonth',
]);
const DURATION = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Negative, zero or positive; `undefined` where the two have no order: numbers and texts, what is no form of its datatype, NaN. */
export function compareLiterals(a: Literal, b: Literal): number | undefined {
  const [x, y] = [typeOf(a), typeOf(b)];
  if (x === undefined || y === undefined) return undefined;
  if (EXACT.has(x) && EXACT.has(y)) return compareDecimals(a.value, b.value);
  if ((EXACT.has(x) || FLOATING.has(x)) && (EXACT.has(y) || FLOATING.has(y))) {
    return difference(floating(a.value), floating(b.value));
  }
  if (x !== y) return undefined;
  if (x === 'string') return compareCodePoints(a.value, b.value);
  if (x === 'boolean') return difference(truth(a.value), truth(b.value));
  if (MOMENTS.has(x)) return compareMoments(a.value, b.value);
  // Of years and days together there is no order: a month has no one length.
  if (x === 'dayTimeDuration' || x === 'yearMonthDuration') {
    return difference(duration(a.value), duration(b.value));
  }
  return undefined;
}

/** Local name of a datatype of XSD whose form the literal has. */
function typeOf({ value, datatype }: Literal): string | undefined {
  const { xsd } = STANDARD_PREFIXES;
  if (!datatype.value.startsWith(xsd!) || !isLexicalForm(value, datatype.value)) return undefined;
  return datatype.value.slice(xsd!.length);
}

function difference(a: number, b: number): number | undefined {
  if (Number.isNaN(a) || Number.isNaN(b)) return undefined;
  return a === b ? 0 : a < b ? -1 : 1;
}

const truth = (text: string) => (text === 'true' || text === '1' ? 1 : 0);
const floating = (text: string) => Number(text.replace('INF', 'Infinity'));

/** Digit by digit: a number of JavaScript would round what has more than 15 of them. */
function compareDecimals(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text)!);
  const places = Math.max(x![3]?.length ?? 0, y![3]?.length ?? 0);
  const scaled = ([, sign, whole, fraction = '']: RegExpExecArray) =>
    BigInt(`${whole}${fraction.padEnd(places, '0')}` || '0') * (sign === '-' ? -1n : 1n);
  const [m, n] = [scaled(x!), scaled(y!)];
  return m < n ? -1 : m > n ? 1 : 0;
}

/** Where one has a time zone and the other none, nothing is said (XML Schema 1.1 section 3.3.7.3 allows up to 14 hours either way). */
function compareMoments(a: string, b: string): number | undefined {
  const [x, y] = [DATE_TIME.exec(a)!, DATE_TIME.exec(b)!];
  if ((x[8] === undefined) !== (y[8] === undefined)) return undefined;
  return difference(seconds(x), seconds(y));
}

function seconds([
  ,
  year = '1972',
  month = '01',
  day = '01',
  h = '0',
  m = '0',
  s = '0',
  part = '',
  zone,
]: RegExpExecArray) {
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d):(\d\d)$/.exec(zone ?? '') ?? [];
  const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60 : 60);
  return date.getTime() / 1000 + Number(h) * 3600 + Number(m) * 60 + Number(s) + Number(`0${part}`) - ahead;
}

/** Months or seconds: a duration that has an order has only one of them. */
function duration(text: string): number {
  const [, sign, ...parts] = DURATION.exec(text)!;
  const [years, months, days, hours, minutes, secs] = parts.map((part) => Number(part ?? 0));
  const size = years! * 12 + months! + days! * 86400 + hours! * 3600 + minutes! * 60 + secs!;
  return sign === '-' ? -size : size;
}
