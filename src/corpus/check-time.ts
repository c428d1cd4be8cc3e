/** Checks dates: Extended Date/Time Format (ISO 8601-2, levels 0 to 2) and days. */
import edtf from 'edtf';
import type { ProblemList } from './problem-list.ts';
import type { Path, SourcePart } from './source.ts';

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** The grammar costs 0.1 ms a date, and articles repeat theirs. */
const known = new Map<string, boolean>();
const REMEMBERED = 10_000;

/** True for a legal EDTF string; an interval must not end before it begins. */
export function isEdtf(text: string): boolean {
  const simple = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (simple !== null) {
    const [, year, month, day] = simple;
    // A "month" from 21 to 41 is a season or another division of the year.
    if (day === undefined)
      return month === undefined || (month >= '01' && month <= '12') || (month >= '21' && month <= '41');
    return isDay(Number(year), Number(month), Number(day));
  }
  const remembered = known.get(text);
  if (remembered !== undefined) return remembered;
  const legal = parses(text);
  if (known.size >= REMEMBERED) known.clear();
  known.set(text, legal);
  return legal;
}

function parses(text: string): boolean {
  // The parser's time grows with the text, and no date is that long. Centuries and decades in digits alone (`20`, `202`)
  // are its own addition to EDTF, and mostly slips for a year.
  if (text.length > 200 || /^-?\d{1,3}$/.test(text)) return false;
  try {
    edtf(text);
    return true;
  } catch {
    return false;
  }
}

function isDay(year: number, month: number, day: number): boolean {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && leap ? 29 : DAYS[month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/** True for a day `2024-08-13` of the calendar, the xsd:date without a time zone. */
export function isCalendarDay(text: string): boolean {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return parts !== null && isDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** The EDTF string at `path`, where YAML may have read a year as a number; `undefined` after reporting. */
export function readEdtf(
  raw: string | number,
  part: SourcePart,
  path: Path,
  problems: ProblemList,
): string | undefined {
  const text = typeof raw === 'number' ? (part.lexical(path) ?? String(raw)) : raw;
  if (isEdtf(text)) return text;
  problems.error('bad-time', 'this is not a date in EDTF', {
    place: part.place(path),
    value: text,
    hint: 'write 2024, 2024-08, 2024-08-13, 2024-08~ (about), 2024-08/2024-09 (from, to) or ../2024-08 (until)',
  });
  return undefined;
}
