/** Partial dates (EDTF, ISO 8601-2) in the reader's language. */
import type { ReadingWords } from './reading-words.ts';

type Words = Pick<ReadingWords, 'locale' | 'dates'>;

/** What an EDTF string says in words; a form that has none (sets, level 2 seasons) is returned as it stands. */
export function edtfText(edtf: string, words: Words): string {
  const [start, end, ...more] = edtf.split('/');
  if (more.length > 0 || start === undefined) return edtf;
  if (end === undefined) return dateText(start, words) ?? edtf;
  const from = dateText(start, words);
  const to = dateText(end, words);
  if (isOpen(start) && to !== undefined) return words.dates.until(to);
  if (isOpen(end) && from !== undefined) return words.dates.since(from);
  return from === undefined || to === undefined ? edtf : words.dates.between(from, to);
}

function isOpen(end: string): boolean {
  return end === '' || end === '..';
}

function dateText(date: string, words: Words): string | undefined {
  const qualified = /[?~%]/.test(date);
  const plain = plainText(date.replace(/[?~%]/g, ''), words);
  if (plain === undefined || !qualified) return plain;
  const about = /[~%]/.test(date) ? words.dates.about(plain) : plain;
  return /[?%]/.test(date) ? words.dates.uncertain(about) : about;
}

function plainText(date: string, words: Words): string | undefined {
  const timed = /^(-?\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d(?::?\d\d)?)?$/.exec(date);
  if (timed) {
    const [, day, time, zone] = timed as unknown as [string, string, string, string | undefined];
    const text = plainText(day, words);
    const offset = zone === undefined ? '' : zone === 'Z' ? ' UTC' : ` UTC${zone}`;
    return text && words.dates.at(text, time + offset);
  }
  const decade = /^(-?\d{3})X$/.exec(date);
  if (decade) return words.dates.decade(`${decade[1]}0`);
  const century = /^(\d\d)XX$/.exec(date);
  if (century) return words.dates.century(Number(century[1]) + 1);
  const match = /^(-?\d{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?$/.exec(date);
  if (!match) return undefined;
  const [, year, month, day] = match;
  if (month === undefined || month === 'XX') return calendarText(words.locale, Number(year));
  const number = Number(month);
  if (number >= 21 && number <= 24 && day === undefined) {
    return words.dates.season((number - 20) as 1 | 2 | 3 | 4, calendarText(words.locale, Number(year)));
  }
  if (number < 1 || number > 12) return undefined;
  return calendarText(
    words.locale,
    Number(year),
    number,
    day === undefined || day === 'XX' ? undefined : Number(day),
  );
}

/** @param year astronomical: 0 is 1 BC (EDTF level 0) */
function calendarText(locale: string, year: number, month?: number, day?: number): string {
  const date = new Date(0);
  date.setUTCFullYear(year, (month ?? 1) - 1, day ?? 1);
  return formatOf(locale, year < 1, month !== undefined, day !== undefined).format(date);
}

/** Making one takes as long as writing a thousand dates with it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, era: boolean, month: boolean, day: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${era} ${month} ${day}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      calendar: 'gregory',
      year: 'numeric',
      ...(era && { era: 'short' }),
      ...(month && { month: 'long' }),
      ...(day && { day: 'numeric' }),
    });
    formats.set(key, format);
  }
  return format;
}
