import { describe, expect, it } from 'vitest';
import { arcMiddle, middleOrder } from '../../../src/viewer/stage/middles.ts';

/** Nodes by their own edge, edges by their ends. */
const order = (own: number[], ends: [number, number][]) =>
  middleOrder(
    Int32Array.from(own),
    Int32Array.from(ends, ([a]) => a),
    Int32Array.from(ends, ([, b]) => b),
  );

describe('the order in which claims are put at the middles of their edges', () => {
  it('places a claim before the claims about it', () => {
    // Node 2 sits on the edge from 3 to 1, node 3 on the edge from 0 to 1.
    expect(
      order(
        [-1, -1, 1, 0],
        [
          [0, 1],
          [3, 1],
        ],
      ),
    ).toEqual([3, 2]);
  });

  it('leaves out entities and claims without an edge', () => {
    expect(order([-1, -1], [[0, 1]])).toEqual([]);
  });

  it('places claims about each other last, and all of them', () => {
    expect(
      order(
        [-1, 0, 1, 2],
        [
          [2, 0],
          [1, 0],
          [0, 0],
        ],
      ),
    ).toEqual([3, 1, 2]);
  });

  it('follows a tower of claims about claims of any height', () => {
    const height = 50_000;
    const own = Array.from({ length: height }, (_, node) => node - 1);
    const ends = Array.from({ length: height - 1 }, (_, edge): [number, number] => [edge, 0]);
    expect(order(own, ends)).toEqual(Array.from({ length: height - 1 }, (_, at) => at + 1));
  });
});

describe('the middle of an arc', () => {
  it('lies to the left of its direction, y upwards', () => {
    expect(arcMiddle(0, 0, 100, 0, 0.2)).toEqual({ x: 50, y: 20 });
    expect(arcMiddle(0, 0, 0, 100, 0.2)).toEqual({ x: -20, y: 50 });
  });
});
