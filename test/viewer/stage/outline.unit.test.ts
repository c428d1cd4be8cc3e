import { describe, expect, it } from 'vitest';
import { goOn, holds, outlineOf } from '../../../src/viewer/stage/outline.ts';

const at = (x: number, y: number) => ({ x, y });

describe('an outline', () => {
  it('is a frame between two corners, in whichever direction it was drawn', () => {
    for (const [from, to] of [
      [at(0, 0), at(10, 20)],
      [at(10, 20), at(0, 0)],
      [at(10, 0), at(0, 20)],
    ] as const) {
      const frame = outlineOf([from, at(500, 500), to], 'frame');
      expect([holds(frame, 5, 5), holds(frame, 11, 5), holds(frame, 5, 21)]).toEqual([true, false, false]);
    }
  });

  it('is a loop as it was drawn, joined from its end to its beginning: a bay in it is outside', () => {
    const loop = outlineOf(
      [at(0, 0), at(30, 0), at(30, 30), at(20, 30), at(20, 10), at(10, 10), at(10, 30), at(0, 30)],
      'lasso',
    );
    expect([holds(loop, 5, 25), holds(loop, 15, 25), holds(loop, 25, 25), holds(loop, 15, 5)]).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  it('takes out again what it goes around twice', () => {
    const twice = outlineOf(
      [at(0, 0), at(30, 0), at(30, 30), at(0, 30), at(0, 0), at(20, 0), at(20, 20), at(0, 20)],
      'lasso',
    );
    expect([holds(twice, 10, 10), holds(twice, 25, 25)]).toEqual([false, true]);
  });

  it('holds nothing while it has no width', () => {
    expect(holds(outlineOf([at(5, 5), at(5, 5)], 'lasso'), 5, 5)).toBe(false);
    expect(holds([], 5, 5)).toBe(false);
  });

  it('takes up a point only where it is away from the last', () => {
    const way = [at(0, 0)];
    for (const x of [1, 2, 3, 4, 5, 6]) goOn(way, at(x, 0));
    expect(way).toEqual([at(0, 0), at(3, 0), at(6, 0)]);
  });
});
