import { describe, expect, it } from 'vitest';
import { boundsOf, boxesOf } from '../../src/layout/boxes.ts';
import { forEachOverlap, pushApart, pushAround } from '../../src/layout/overlaps.ts';
import { pack } from '../../src/layout/packing.ts';
import { newPlaces, type Places } from '../../src/layout/places.ts';
import { netOf, strewn } from './nets.ts';

function boxesOfSizes(order: number) {
  return boxesOf(
    Float64Array.from({ length: order }, (_, body) => 3 + ((body * 7) % 11)),
    4,
    30,
  );
}

function pairsOf(places: Places, boxes = boxesOfSizes(places.x.length)): string[] {
  const pairs: string[] = [];
  forEachOverlap(boxes, places, (a, b) => pairs.push(`${a} ${b}`));
  return pairs;
}

function allPairs({ x, y }: Places): string[] {
  const { left, right, half } = boxesOfSizes(x.length);
  const pairs: string[] = [];
  for (let a = 0; a < x.length; a += 1) {
    for (let b = a + 1; b < x.length; b += 1) {
      const across = x[a]! - left[a]! < x[b]! + right[b]! && x[b]! - left[b]! < x[a]! + right[a]!;
      if (across && Math.abs(y[a]! - y[b]!) < half[a]! + half[b]!) pairs.push(`${a} ${b}`);
    }
  }
  return pairs;
}

describe('forEachOverlap', () => {
  it.each([
    ['crowded', 40],
    ['loose', 400],
  ])('finds each pair once where it is %s', (_, reach) => {
    const places = strewn(150, reach);
    const pairs = pairsOf(places);
    expect(pairs.length).toBeGreaterThan(0);
    expect([...pairs].sort()).toEqual(allPairs(places).sort());
  });
});

describe('pushApart', () => {
  it('moves what overlaps and nothing else', () => {
    const boxes = boxesOf(Float64Array.of(5, 5, 5), 0, 0);
    const places: Places = { x: Float64Array.of(0, 4, 100), y: Float64Array.of(0, 1, 0) };
    pushApart(boxes, places);
    expect([...places.x]).toEqual([-3.01, 7.01, 100]);
    expect([...places.y]).toEqual([0, 1, 0]);
  });

  it.each([
    ['in one spot', newPlaces(100)],
    ['in a heap', strewn(100, 5)],
    ['in a line', { x: new Float64Array(100), y: strewn(100, 20).y }],
  ])('parts a hundred boxes %s', (_, places) => {
    const shares: number[] = [];
    pushApart(boxesOfSizes(100), places, (share) => shares.push(share));
    expect(shares[0]).toBe(0);
    expect(Math.max(...shares)).toBeGreaterThan(0.5);
    expect(Math.max(...shares)).toBeLessThan(1);
    const slack = boxesOfSizes(100);
    const tight = {
      left: slack.left.map((side) => side - 0.02),
      right: slack.right,
      half: slack.half.map((side) => side - 0.02),
    };
    expect(pairsOf(places, tight)).toEqual([]);
  });

  it('leaves the fixed ones where they are, in pushAround', () => {
    const boxes = boxesOf(Float64Array.of(5, 5, 5), 0, 0);
    const places: Places = { x: Float64Array.of(0, 4, 6), y: Float64Array.of(0, 0, 1) };
    pushAround(boxes, places, Uint8Array.of(1, 1, 0));
    expect([places.x[0], places.x[1], places.y[0], places.y[1]]).toEqual([0, 4, 0, 0]);
    expect([places.x[2], places.y[2]]).toEqual([14.02, 1]);
  });
});

describe('pack', () => {
  const line = netOf(2, [[0, 1]]);
  const piece = (length: number) => ({
    net: line,
    members: Int32Array.of(0, 1),
    boxes: boxesOf(Float64Array.of(5, 5), 0, 0),
    places: { x: Float64Array.of(0, length), y: Float64Array.of(0, 0) },
  });

  it('keeps pieces a gap apart and the first in the middle', () => {
    const pieces = [piece(200), ...Array.from({ length: 20 }, () => piece(40))];
    pack(pieces, 15, 1.5);
    const bounds = pieces.map(({ boxes, places }) => boundsOf(boxes, places));
    for (const [i, a] of bounds.entries()) {
      for (const b of bounds.slice(i + 1)) {
        const apart = Math.max(a.minX - b.maxX, b.minX - a.maxX, a.minY - b.maxY, b.minY - a.maxY);
        expect(apart).toBeGreaterThanOrEqual(15);
      }
    }
    expect(bounds[0]!.minX + bounds[0]!.maxX).toBe(0);
    expect(bounds[0]!.minY + bounds[0]!.maxY).toBe(0);
  });

  it('puts nothing into the eye of a ring', () => {
    const corners: Places = {
      x: Float64Array.of(-300, 300, 300, -300),
      y: Float64Array.of(-300, -300, 300, 300),
    };
    const frame = {
      net: netOf(4, [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 0],
      ]),
      members: Int32Array.of(0, 1, 2, 3),
      boxes: boxesOf(new Float64Array(4).fill(5), 0, 0),
      places: corners,
    };
    const small = piece(20);
    pack([frame, small], 15, 1.5);
    const { minX, minY, maxX, maxY } = boundsOf(small.boxes, small.places);
    expect(minX > 305 || maxX < -305 || minY > 305 || maxY < -305).toBe(true);
  });
});
