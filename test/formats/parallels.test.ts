import { describe, expect, it } from 'vitest';
import { Parallels } from '../../src/formats/parallels.ts';

describe('the place of an edge among those beside it', () => {
  it.each([1, 3, 16, 40])('counts those of %i with a smaller key', (count) => {
    const keys = Array.from({ length: count }, (_, n) => `k${(n * 7) % count}-${n}`);
    const beside = new Parallels(() => keys);
    const sorted = [...keys].sort();
    for (const key of keys) {
      expect(beside.placeOf(key, 'a', 'b')).toEqual({ place: sorted.indexOf(key), count });
    }
  });

  it('asks once for many', () => {
    let asked = 0;
    const keys = Array.from({ length: 500 }, (_, n) => `k${n}`);
    const beside = new Parallels(() => {
      asked += 1;
      return keys;
    });
    for (const key of keys) beside.placeOf(key, 'a', 'b');
    expect(asked).toBe(1);
  });
});
