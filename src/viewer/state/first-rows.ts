/** The rows of a table in the order of a column: only as many as are shown are put in order, however many there are. */

import { finish, STEP, type Steps } from '../../model/index.ts';

/** What rows are ordered by; absent values come last. */
export type SortValue = string | number | undefined;

export interface RowOrder<T> {
  value(item: T): SortValue;
  readonly descending: boolean;
  /** Compares texts in the order of the reader's language. */
  readonly compare: (a: string, b: string) => number;
}

/** A row with what it is ordered by, asked once, and its place in the data, by which equal rows are ordered. */
interface Keyed<T> {
  readonly item: T;
  readonly value: SortValue;
  readonly place: number;
}

/**
 * The first rows of a table: those that sorting all and taking the first would give.
 *
 * @param count rows that are wanted, 0 or more
 */
export function firstRows<T>(items: readonly T[], count: number, order: RowOrder<T>): T[] {
  return finish(firstRowSteps(items, count, order));
}

/** The same, in steps. */
export function* firstRowSteps<T>(
  items: readonly T[],
  count: number,
  { value, descending, compare }: RowOrder<T>,
): Steps<T[]> {
  const turn = descending ? -1 : 1;
  const order = (a: Keyed<T>, b: Keyed<T>): number => {
    if (a.value === undefined || b.value === undefined)
      return Number(a.value === undefined) - Number(b.value === undefined) || a.place - b.place;
    const apart =
      typeof a.value === 'number' && typeof b.value === 'number'
        ? a.value - b.value
        : compare(`${a.value}`, `${b.value}`);
    return turn * apart || a.place - b.place;
  };
  // What is kept is put in order when twice as much has come as is wanted; most rows are compared with the last one only.
  const room = Math.max(2 * count, 1);
  let kept: Keyed<T>[] = [];
  let last: Keyed<T> | undefined;
  for (let place = 0; place < items.length; place += 1) {
    if (place % STEP === 0) yield;
    const item = items[place]!;
    const row = { item, value: value(item), place };
    if (last !== undefined && order(row, last) > 0) continue;
    kept.push(row);
    if (kept.length < room) continue;
    kept = kept.sort(order).slice(0, count);
    last = kept.at(-1);
  }
  return kept
    .sort(order)
    .slice(0, count)
    .map(({ item }) => item);
}
