import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstRows, type SortValue } from '../../../src/viewer/state/first-rows.ts';

interface Row {
  readonly name: number;
  readonly by: SortValue;
}
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const rowsOf = (values: readonly SortValue[]): Row[] => values.map((by, name) => ({ name, by }));
const value = ({ by }: Row) => by;

/** All sorted by a stable sort, then cut. */
function plainly(rows: readonly Row[], count: number, descending: boolean): Row[] {
  const turn = descending ? -1 : 1;
  return [...rows]
    .sort(({ by: a }, { by: b }) => {
      if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
      return turn * (typeof a === 'number' && typeof b === 'number' ? a - b : compare(`${a}`, `${b}`));
    })
    .slice(0, count);
}

describe('the first rows of a table', () => {
  it('are those that sorting all of them would bring first, equal ones in the order of the data', () => {
    const numbers = fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }), {
      maxLength: 60,
    });
    const texts = fc.array(fc.option(fc.string({ maxLength: 2 }), { nil: undefined }), { maxLength: 60 });
    fc.assert(
      fc.property(fc.oneof(numbers, texts), fc.nat(20), fc.boolean(), (values, count, descending) => {
        const rows = rowsOf(values as SortValue[]);
        expect(firstRows(rows, count, { value, descending, compare })).toEqual(
          plainly(rows, count, descending),
        );
      }),
    );
  });

  it('ask each row once for its value, and compare far less than a sort of all would', () => {
    const size = 100_000;
    const rows = rowsOf(Array.from({ length: size }, (_, n) => `${(n * 7919) % size}`.padStart(6, '0')));
    let asked = 0;
    let compared = 0;
    const first = firstRows(rows, 200, {
      descending: false,
      value: (row) => {
        asked += 1;
        return row.by;
      },
      compare: (a, b) => {
        compared += 1;
        return compare(a, b);
      },
    });
    expect(first.map(({ by }) => Number(by))).toEqual(Array.from({ length: 200 }, (_, n) => n));
    expect(asked).toBe(size);
    expect(compared).toBeLessThan(2 * size);
  });
});
