import { describe, expect, it } from 'vitest';
import { boxesOf } from '../../src/layout/boxes.ts';
import { scaleToBoxes, turnLevel } from '../../src/layout/frame.ts';
import type { Places } from '../../src/layout/places.ts';
import { rowsBelow } from '../../src/layout/singles.ts';

function extents({ x, y }: Places): [number, number] {
  return [Math.max(...x) - Math.min(...x), Math.max(...y) - Math.min(...y)];
}

/** The points of a rectangle's outline, turned by the angle whose cosine is 0.6. */
function turnedRectangle(width: number, height: number): Places {
  const corners = [-1, -0.5, 0, 0.5, 1].flatMap((part) => [
    [(part * width) / 2, -height / 2],
    [(part * width) / 2, height / 2],
  ]) as [number, number][];
  return {
    x: Float64Array.from(corners, ([x, y]) => 0.6 * x - 0.8 * y + 500),
    y: Float64Array.from(corners, ([x, y]) => 0.8 * x + 0.6 * y - 20),
  };
}

describe('turnLevel', () => {
  it('turns the long side level and puts the middle at 0', () => {
    for (const [width, height] of [
      [200, 100],
      [100, 200],
    ] as const) {
      const places = turnedRectangle(width, height);
      turnLevel(places);
      const [wide, high] = extents(places);
      expect(wide).toBeCloseTo(200, 6);
      expect(high).toBeCloseTo(100, 6);
      expect(Math.min(...places.x)).toBeCloseTo(-100, 6);
      expect(Math.min(...places.y)).toBeCloseTo(-50, 6);
    }
  });

  it('lets a chain slope, so that names do not lie on its edges', () => {
    const places = turnedRectangle(200, 0);
    turnLevel(places);
    const [wide, high] = extents(places);
    expect(wide).toBeCloseTo(200 * 0.9, 6);
    expect(high).toBeCloseTo(200 * Math.sqrt(1 - 0.81), 6);
  });

  it('leaves bodies in one spot at 0', () => {
    const places: Places = { x: Float64Array.of(3, 3), y: Float64Array.of(4, 4) };
    turnLevel(places);
    expect([...places.x, ...places.y]).toEqual([0, 0, 0, 0]);
  });
});

describe('scaleToBoxes', () => {
  it('scales until half of the boxes are free of others', () => {
    const places: Places = { x: Float64Array.of(0, 1, 11, 20, 40), y: new Float64Array(5) };
    scaleToBoxes(boxesOf(new Float64Array(5).fill(9), 2, 0), places, 1);
    // Needed: 20 between any two. The nearest are 1, 1, 9, 9 and 20 away: the middle one of these gets its 20.
    expect(Array.from(places.x, (x) => Math.round(x * 9) / 20)).toEqual([0, 1, 11, 20, 40]);
  });

  it('stretches towards the aspect, but not without limit', () => {
    const boxes = boxesOf(new Float64Array(4).fill(1), 0, 0);
    const square: Places = { x: Float64Array.of(0, 1, 1, 0), y: Float64Array.of(0, 0, 1, 1) };
    const aspectOf = (aspect: number): number => {
      const places: Places = { x: square.x.slice(), y: square.y.slice() };
      scaleToBoxes(boxes, places, aspect);
      const [wide, high] = extents(places);
      return wide / high;
    };
    expect([0.5, 1.2, 3].map(aspectOf)).toEqual([1, 1.2, 1.4].map((aspect) => expect.closeTo(aspect, 9)));
  });
});

describe('rowsBelow', () => {
  const boxes = (order: number) => boxesOf(new Float64Array(order).fill(4), 2, 10);

  it('centres one row below what is above', () => {
    const { x, y } = rowsBelow(boxes(2), { minX: 0, maxX: 400, minY: -50, maxY: 50 }, 30, 1.5);
    // Boxes from 5 left of a node to 15 right of it, 60 between the two: 100 in all.
    expect([...x]).toEqual([155, 235]);
    expect([...y]).toEqual([85, 85]);
  });

  it('makes as many rows as the aspect wants', () => {
    const { x, y } = rowsBelow(boxes(20), undefined, 30, 1.5);
    expect(new Set(x).size).toBe(4);
    expect(new Set(y).size).toBe(5);
  });
});
