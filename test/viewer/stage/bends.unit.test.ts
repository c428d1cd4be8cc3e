import { describe, expect, it } from 'vitest';
import { bendOf, lanesOf } from '../../../src/viewer/stage/bends.ts';

const lanes = (...ends: [number, number][]) =>
  lanesOf(
    Int32Array.from(ends, ([a]) => a),
    Int32Array.from(ends, ([, b]) => b),
    10,
  );

describe('the lanes of parallel edges', () => {
  it('leaves a lone edge straight', () => {
    expect([...lanes([0, 1], [1, 2]).lane]).toEqual([0, 0]);
  });

  it('spreads edges of one direction evenly about the straight line', () => {
    const { lane, siblings } = lanes([0, 1], [0, 1], [0, 1]);
    expect([...lane]).toEqual([-1, 0, 1]);
    expect([...siblings]).toEqual([3, 3, 3]);
  });

  it('keeps opposed edges apart: the sign follows the edge, so that the same sign is the other side', () => {
    const { lane } = lanes([0, 1], [1, 0]);
    expect([...lane]).toEqual([-0.5, -0.5]);
  });

  it('never gives two edges of a pair the same place, whatever their directions', () => {
    const ends: [number, number][] = [
      [3, 4],
      [4, 3],
      [3, 4],
      [4, 3],
      [4, 3],
    ];
    const { lane } = lanes(...ends);
    const places = [...lane].map((value, edge) => (ends[edge]![0] < ends[edge]![1] ? value : -value));
    expect(places.sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2]);
  });

  it('counts the loops of a node from 0', () => {
    expect([...lanes([5, 5], [5, 5], [5, 5]).lane]).toEqual([0, 1, 2]);
  });
});

describe('the bend of an edge', () => {
  it('is none in the middle lane and where its ends are in one place', () => {
    expect([bendOf(0, 3, 100), bendOf(1, 3, 0)]).toEqual([0, 0]);
  });

  it('puts neighbouring lanes about 20 units apart, whatever their length', () => {
    for (const chord of [150, 400]) {
      const apart = (bendOf(1, 3, chord) - bendOf(0, 3, chord)) * chord;
      expect(apart).toBeCloseTo(20 + 0.02 * chord, 9);
    }
  });

  it('squeezes many lanes between near nodes, so that none bends beyond recognition', () => {
    expect(bendOf(4.5, 10, 40)).toBeCloseTo(0.42, 9);
    expect(bendOf(-4.5, 10, 40)).toBeCloseTo(-0.42, 9);
  });
});
