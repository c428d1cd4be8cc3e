/** Claims by time: on which days each stands, and the steps of a scale on which they are counted. */
import { type DayInterval, edtfInterval } from '../../model/index.ts';
import { oncePer } from '../once.ts';
import type { Catalog } from './catalog.ts';
import { MarkedSet, type Marks } from './numbered.ts';

/** When it holds, when it was said, when its article was published. */
export const TIME_AXES = ['time', 'said', 'published'] as const;
export type TimeAxis = (typeof TIME_AXES)[number];

/** A stretch of an axis that claims have to touch. */
export interface TimeRange {
  readonly axis: TimeAxis;
  /** Days, `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
  /** Claims without a time pass too. */
  readonly undated: boolean;
}

/** A step of the scale. */
export interface Bin {
  readonly from: string;
  readonly to: string;
  /** EDTF. */
  readonly name: string;
}

export interface Timeline {
  /** Empty where no claim has such a time. */
  readonly bins: readonly Bin[];
  /** The times that claims have, each once. */
  readonly times: readonly DayInterval[];
  /** By number of the claim: the number of its time; -1 where that is not known, or is none of days. */
  readonly timeOf: Int32Array;
}

/** Finest first: the unit of a step, how many there may be, and the length in letters of the date that names it. */
const SCALES = [
  { most: 31, letters: 10 },
  { most: 48, letters: 7 },
  { most: 60, letters: 4 },
  { most: 60, letters: 3 },
  { most: 100, letters: 2 },
] as const;

/** The timeline of every claim on an axis; the same for all filters, so that a brush keeps its place. */
export function timelineOf({ claims, articles }: Catalog, axis: TimeAxis): Timeline {
  const times: DayInterval[] = [];
  const timeOf = new Int32Array(claims.size).fill(-1);
  // Many claims stand at few times.
  const read = new Map<string, number>();
  let number = 0;
  for (const claim of claims.values()) {
    const edtf = axis === 'published' ? articles.get(claim.article)?.published : claim[axis];
    if (edtf !== undefined) {
      let time = read.get(edtf);
      if (time === undefined) {
        const interval = edtfInterval(edtf);
        time = interval === undefined ? -1 : times.push(interval) - 1;
        read.set(edtf, time);
      }
      timeOf[number] = time;
    }
    number += 1;
  }
  const bounds = times
    .flatMap(({ start, end }) => [start, end])
    .filter((day) => day !== undefined)
    .sort();
  const [first, last] = [bounds[0], bounds.at(-1)];
  if (first === undefined || last === undefined) return { bins: [], times, timeOf };
  // Days only within one month, where some claim knows its day.
  const fine = first.slice(0, 7) === last.slice(0, 7) && times.some(isDay);
  for (const { most, letters } of fine ? SCALES : SCALES.slice(1)) {
    const bins = binsBetween(first, last, letters, most);
    if (bins !== undefined) return { bins, times, timeOf };
  }
  return { bins: [], times, timeOf };
}

function isDay({ start, end }: DayInterval): boolean {
  return start === end;
}

/** Steps from one day to another, months in whole years and days in whole months; undefined where they are too many. */
function binsBetween(first: string, last: string, letters: number, most: number): Bin[] | undefined {
  const name = (day: string) => day.slice(0, letters);
  const rest = 4 - letters;
  const bins: Bin[] = [];
  let at = letters === 7 ? first.slice(0, 4) : letters === 10 ? first.slice(0, 7) : name(first);
  const end = letters === 7 ? last.slice(0, 4) : letters === 10 ? last.slice(0, 7) : name(last);
  for (; at <= end; at = following(at)) {
    const parts = letters > 4 ? within(at) : [rest > 0 ? at + 'X'.repeat(rest) : at];
    for (const part of parts) {
      const days = edtfInterval(part);
      if (days === undefined) continue;
      bins.push({ from: days.start!, to: days.end!, name: part });
      if (bins.length > most) return undefined;
    }
  }
  return bins;
}

/** The months of a year, or the days of a month. */
function within(date: string): string[] {
  const count = date.length === 4 ? 12 : Number(edtfInterval(date)!.end!.slice(8));
  return Array.from({ length: count }, (_, at) => `${date}-${String(at + 1).padStart(2, '0')}`);
}

/** The next year, decade or century; a month's next is the end. */
function following(date: string): string {
  return date.length > 4 ? '~' : String(Number(date) + 1).padStart(date.length, '0');
}

/** Whether an interval has a day in common with a stretch; an open end reaches it. */
export function touches({ start, end }: DayInterval, { from, to }: Pick<TimeRange, 'from' | 'to'>): boolean {
  return (start === undefined || start <= to) && (end === undefined || end >= from);
}

export interface Standing {
  /** By step of the scale. */
  readonly counts: readonly number[];
  /** Claims without a time. */
  readonly undated: number;
}

/** How many of the claims stand at each step; one that lasts stands at several. @param marks of the claims that count, default all */
export function histogram({ bins, times, timeOf }: Timeline, marks?: Marks): Standing {
  const counts = bins.map(() => 0);
  const alike = new Int32Array(times.length);
  let undated = 0;
  for (let claim = 0; claim < timeOf.length; claim += 1) {
    if (marks !== undefined && marks[claim] === 0) continue;
    const time = timeOf[claim]!;
    if (time < 0) undated += 1;
    else alike[time]! += 1;
  }
  for (let time = 0; time < times.length; time += 1) {
    if (alike[time] === 0) continue;
    for (let at = 0; at < bins.length; at += 1) {
      if (touches(times[time]!, bins[at]!)) counts[at]! += alike[time]!;
    }
  }
  return { counts, undated };
}

const standings = new WeakMap<
  ReadonlySet<string>,
  { readonly line: Timeline; readonly standing: Standing }
>();

/** Where claims stand; worked out once as long as the same set is asked for. @param keys of all claims, or marked ones of them */
export function standingOf(line: Timeline, keys: ReadonlySet<string>): Standing {
  const known = standings.get(keys);
  if (known?.line === line) return known.standing;
  const standing = histogram(line, keys instanceof MarkedSet ? keys.marks : undefined);
  standings.set(keys, { line, standing });
  return standing;
}

/** Places of the first and last step within a range; those of all where there is none. */
export function binsOf({ bins }: Timeline, range: TimeRange | undefined): readonly [number, number] {
  if (range === undefined) return [0, bins.length - 1];
  const from = bins.findIndex(({ to }) => to >= range.from);
  const to = bins.findLastIndex((bin) => bin.from <= range.to);
  return [Math.max(0, from), to < 0 ? bins.length - 1 : to];
}

/** {@link timelineOf}, worked out once for each axis. */
export const timeline = oncePer(timelineOf);

/** Asks of a claim, by its number, whether it touches a range, or has no time where those pass too. */
export function timeTest(catalog: Catalog, range: TimeRange): (claim: number) => boolean {
  const { times, timeOf } = timeline(catalog, range.axis);
  const passes = times.map((interval) => touches(interval, range));
  return (claim) => {
    const time = timeOf[claim]!;
    return time < 0 ? range.undated : passes[time]!;
  };
}
