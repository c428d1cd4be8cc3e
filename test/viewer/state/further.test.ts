import { expect, it } from 'vitest';
import { further } from '../../../src/viewer/state/further.ts';
import { catalog } from './sample-catalog.ts';

it('contradictions are looked for in a turn of their own, and the page gets one before anything is done', () => {
  let looked = 0;
  const watched = {
    ...catalog,
    *prepareContradictions() {
      looked += 1;
      yield* catalog.prepareContradictions();
    },
  };
  const seen: number[] = [];
  for (const _ of further(watched)) seen.push(looked);
  expect(seen.slice(0, 3)).toEqual([0, 0, 0]);
  expect(looked).toBe(1);
});
