import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { staged } from '../../src/viewer/panels/use-staged.ts';

describe('a list that comes part by part', () => {
  it('has its first items first, below them others that were there, none twice, and is as long as it was', () => {
    const items = fc.uniqueArray(fc.nat(40));
    fc.assert(
      fc.property(items, items, fc.nat(45), (before, list, count) => {
        const shown = staged(before, list, count);
        const first = list.slice(0, count);
        expect(shown.slice(0, first.length)).toEqual(first);
        const others = shown.slice(first.length);
        expect(others).toEqual(before.filter((item) => !first.includes(item) && others.includes(item)));
        expect(new Set(shown).size).toBe(shown.length);
        expect(shown.length).toBeLessThanOrEqual(
          Math.max(first.length, first.length + before.length - count),
        );
      }),
    );
    expect(staged([1, 2, 3, 4], [5, 3, 6, 7], 2)).toEqual([5, 3, 1, 2]);
  });
});
