/** Which lexical forms the XSD datatypes of our outputs have (XML Schema 1.1 Datatypes, chapter 3). */
import { STANDARD_PREFIXES } from './well-known.ts';

const ZONE = '(?:Z|[+-](?:0\\d|1[0-3]):[0-5]\\d|[+-]14:00)?';
const YEAR = '(-?(?:[1-9]\\d{3,}|0\\d{3}))';
const MONTH = '(0[1-9]|1[0-2])';
const DAY = '(0[1-9]|[12]\\d|3[01])';
const TIME = '(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)';
const DATE = new RegExp(`^${YEAR}-${MONTH}-${DAY}${ZONE}$`);
const DATE_TIME = new RegExp(`^${YEAR}-${MONTH}-${DAY}T${TIME}${ZONE}$`);

/** `least` and `most` where the type is bounded. */
function integer(least?: bigint, most?: bigint): (text: string) => boolean {
  return (text) => {
    if (!/^[+-]?\d+$/.test(text)) return false;
    if (least === undefined && most === undefined) return true;
    const value = BigInt(text.replace(/^\+/, ''));
    return (least === undefined || value >= least) && (most === undefined || value <= most);
  };
}
const pattern = (source: string) => {
  const regex = new RegExp(`^(?:${source})$`);
  return (text: string) => regex.test(text);
};
const double = pattern('[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?|[+-]?INF|NaN');

const CHECKS: ReadonlyMap<string, (text: string) => boolean> = new Map(
  Object.entries({
    boolean: pattern('true|false|0|1'),
    integer: integer(),
    nonNegativeInteger: integer(0n),
    positiveInteger: integer(1n),
    nonPositiveInteger: integer(undefined, 0n),
    negativeInteger: integer(undefined, -1n),
    long: integer(-(2n ** 63n), 2n ** 63n - 1n),
    int: integer(-(2n ** 31n), 2n ** 31n - 1n),
    short: integer(-(2n ** 15n), 2n ** 15n - 1n),
    byte: integer(-128n, 127n),
    unsignedLong: integer(0n, 2n ** 64n - 1n),
    unsignedInt: integer(0n, 2n ** 32n - 1n),
    unsignedShort: integer(0n, 65535n),
    unsignedByte: integer(0n, 255n),
    decimal: pattern('[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)'),
    double,
    float: double,
    date: (text) => isDay(DATE.exec(text)),
    dateTime: (text) => isDay(DATE_TIME.exec(text)),
    dateTimeStamp: (text) => isDay(DATE_TIME.exec(text)) && /(?:Z|[+-]\d\d:\d\d)$/.test(text),
    time: pattern(`${TIME}${ZONE}`),
    gYear: pattern(`${YEAR}${ZONE}`),
    gYearMonth: pattern(`${YEAR}-${MONTH}${ZONE}`),
    gMonth: pattern(`--${MONTH}${ZONE}`),
    gDay: pattern(`---${DAY}${ZONE}`),
    gMonthDay: pattern(
      `--(?:(?:0[13578]|1[02])-${DAY}|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|[12]\\d))${ZONE}`,
    ),
    duration: pattern(
      '-?P(?=[\\dT])(?:\\d+Y)?(?:\\d+M)?(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?',
    ),
    yearMonthDuration: pattern('-?P(?=\\d)(?:\\d+Y)?(?:\\d+M)?'),
    dayTimeDuration: pattern(
      '-?P(?=[\\dT])(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?',
    ),
    language: pattern('[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*'),
    hexBinary: pattern('(?:[0-9a-fA-F]{2})*'),
  } satisfies Record<string, (text: string) => boolean>).map(([name, check]) => [
    STANDARD_PREFIXES.xsd + name,
    check,
  ]),
);

/** True where the datatype has that lexical form; also for datatypes that are not checked (any but XSD's). */
export function isLexicalForm(text: string, datatype: string): boolean {
  const check = CHECKS.get(datatype);
  return check === undefined || check(text);
}

/** The day exists in its month; years as XSD counts them, with a year 0 (XML Schema 1.1 section 3.3.9). */
function isDay(match: RegExpExecArray | null): boolean {
  if (match === null) return false;
  const year = Number(match[1]!.slice(-4));
  const month = Number(match[2]);
  const leap = year % 4 === 0 && (year % 100 !== 0 || Number(BigInt(match[1]!) % 400n) === 0);
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return Number(match[3]) <= days;
}

/**
 * A number in the positional notation of xsd:decimal, with the fewest digits that read back as the same number.
 * @throws RangeError for what is not finite
 */
export function decimalForm(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} has no decimal form`);
  const [mantissa = '', exponent] = String(Object.is(value, -0) ? 0 : value).split('e');
  if (exponent === undefined) return mantissa;
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const shift = Number(exponent);
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - whole.length)}${whole}${fraction}`;
  return `${sign}${whole}${fraction.padEnd(shift, '0')}`;
}
