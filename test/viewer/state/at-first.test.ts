import { expect, it } from 'vitest';
import { CHUNK, listedAtFirst } from '../../../src/viewer/state/at-first.ts';

it('a part of every long list is shown, a smaller one where there are many of them', () => {
  expect(listedAtFirst([])).toBe(CHUNK);
  expect(listedAtFirst([5_000])).toBe(CHUNK);
  expect(listedAtFirst(Array(40).fill(6))).toBe(CHUNK);
  expect(listedAtFirst(Array(8).fill(500))).toBe(30);
  expect(listedAtFirst(Array(100).fill(500))).toBe(12);
});
