/** EDTF times as intervals of whole days, for formats that know dates only, for comparing and for drawing. */

/** Both days included; a missing end is open. */
export interface DayInterval {
  readonly start?: string;
  readonly end?: string;
  /** The time was uncertain or approximate (`?`, `~`, `%`), which the days do not say. */
  readonly approximate: boolean;
}

/**
 * The days of an EDTF level 0 or 1 time: years, months, days, times of day, `/` intervals with open ends, and `X` for
 * digits that are not known. Years from 0001 to 9999, as xsd:date has them everywhere.
 *
 * @returns `undefined` for what no interval of days can say: seasons, sets, years beyond these
 */
export function edtfInterval(edtf: string): DayInterval | undefined {
  const approximate = /[?~%]/.test(edtf);
  const [from, to, ...more] = edtf.replace(/[?~%]/g, '').split('/');
  if (more.length > 0 || from === undefined) return undefined;
  const first = daysOf(from);
  const last = to === undefined ? first : daysOf(to);
  if (first === undefined || last === undefined) return undefined;
  const start = first === 'open' ? undefined : first.start;
  const end = last === 'open' ? undefined : last.end;
  if (start === undefined && end === undefined) return undefined;
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }), approximate };
}

function daysOf(date: string): 'open' | { readonly start: string; readonly end: string } | undefined {
  if (date === '..' || date === '') return 'open';
  const match = /^([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2})(?:T.*)?)?)?$/.exec(date);
  if (match === null) return undefined;
  const [year, month, day] = [match[1]!, match[2] ?? 'XX', match[3] ?? 'XX'];
  if (!/^\d+X*$/.test(year) || year === '0000') return undefined;
  const [firstMonth, lastMonth] = range(month, 1, 12);
  if (firstMonth > lastMonth) return undefined;
  const lastYear = year.replaceAll('X', '9');
  const [firstDay, lastDay] = range(day, 1, monthLength(Number(lastYear), lastMonth));
  if (firstDay > lastDay) return undefined;
  const firstYear = year.replaceAll('X', '0');
  return {
    start: `${firstYear === '0000' ? '0001' : firstYear}-${two(firstMonth)}-${two(firstDay)}`,
    end: `${lastYear}-${two(lastMonth)}-${two(lastDay)}`,
  };
}

/** The smallest and the largest number that two digits, some of them unknown, can be within bounds. */
function range(digits: string, least: number, most: number): [number, number] {
  return [
    Math.max(least, Number(digits.replaceAll('X', '0'))),
    digits.includes('X')
      ? Math.min(most, Number(digits.replaceAll('X', '9')))
      : Number(digits) <= most
        ? Number(digits)
        : 0,
  ];
}

function monthLength(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
