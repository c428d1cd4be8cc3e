import { describe, expect, it } from 'vitest';
import {
  distanceToTrace,
  newTrace,
  pointX,
  pointY,
  RIM_GAP,
  traceEdge,
  traceLoop,
  visibleLength,
} from '../../../src/viewer/stage/curve.ts';

const straight = traceEdge(newTrace(), 0, 0, 100, 0, 10, 20, 0);
const arc = traceEdge(newTrace(), 0, 0, 100, 0, 10, 20, 0.25);

describe('a straight line', () => {
  it('runs from rim to rim, with a little air', () => {
    expect([pointX(straight, straight.from), pointX(straight, straight.to)]).toEqual([
      10 + RIM_GAP,
      100 - 20 - RIM_GAP,
    ]);
    expect(visibleLength(straight)).toBe(100 - 30 - 2 * RIM_GAP);
  });

  it('is as far away as its nearest visible point', () => {
    expect(distanceToTrace(straight, 50, 7)).toBe(7);
    expect(distanceToTrace(straight, 10 + RIM_GAP - 3, 4)).toBe(5);
  });

  it('has nothing left to see between discs that touch', () => {
    expect(visibleLength(traceEdge(newTrace(), 0, 0, 20, 0, 10, 10, 0))).toBeLessThan(0);
  });
});

describe('an arc', () => {
  it('bends to the left of its direction: upwards on screen for a line to the right', () => {
    expect(pointX(arc, 0)).toBeCloseTo(50, 9);
    expect(pointY(arc, 0)).toBeCloseTo(-25, 9);
  });

  it('bends the other way with the other sign', () => {
    expect(pointY(traceEdge(newTrace(), 0, 0, 100, 0, 10, 20, -0.25), 0)).toBeCloseTo(25, 9);
  });

  it('ends on the rims of its nodes', () => {
    const start = Math.hypot(pointX(arc, arc.from), pointY(arc, arc.from));
    const end = Math.hypot(pointX(arc, arc.to) - 100, pointY(arc, arc.to));
    expect(start).toBeCloseTo(10 + RIM_GAP, 9);
    expect(end).toBeCloseTo(20 + RIM_GAP, 9);
  });

  it('is found on the curve, not on the chord', () => {
    expect(distanceToTrace(arc, 50, -25)).toBeCloseTo(0, 9);
    expect(distanceToTrace(arc, 50, -22)).toBeCloseTo(3, 9);
    expect(distanceToTrace(arc, 50, 0)).toBeGreaterThan(20);
  });

  it('is measured to its nearer end beyond its ends', () => {
    const x = pointX(arc, arc.from);
    const y = pointY(arc, arc.from);
    expect(distanceToTrace(arc, x - 4, y + 3)).toBeCloseTo(5, 1);
  });
});

describe('a loop', () => {
  const loop = traceLoop(newTrace(), 0, 0, 10, Math.PI / 2, 12);

  it('stands in its direction, y upwards', () => {
    expect(pointX(loop, 0)).toBeCloseTo(0, 9);
    expect(pointY(loop, 0)).toBeLessThan(-20);
  });

  it('leaves and meets its node at the rim', () => {
    for (const s of [loop.from, loop.to]) {
      expect(Math.hypot(pointX(loop, s), pointY(loop, s))).toBeCloseTo(10 + RIM_GAP, 9);
    }
  });

  it('is found on its circle and not in its middle', () => {
    expect(distanceToTrace(loop, 0, pointY(loop, 0))).toBeCloseTo(0, 9);
    expect(distanceToTrace(loop, loop.x, loop.y)).toBeCloseTo(12, 9);
  });
});
