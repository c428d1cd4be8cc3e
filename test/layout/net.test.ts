import { describe, expect, it } from 'vitest';
import { claimPoints } from '../../src/layout/claim-points.ts';
import { coarsen } from '../../src/layout/coarsen.ts';
import { components } from '../../src/layout/components.ts';
import { type EntityNet, entityNet } from '../../src/layout/entity-net.ts';
import { hash32, hashedPoint } from '../../src/layout/start.ts';
import { type ClaimSpec, claimsBetween, graphOf } from './graphs.ts';
import { netOf, ring, star } from './nets.ts';

/** Springs as `id id stiffness`. */
function springsOf({ ids, from, to, weight }: EntityNet): string[] {
  return Array.from(weight, (stiffness, i) => `${ids[from[i]!]} ${ids[to[i]!]} ${stiffness}`);
}

function netOfClaims(entities: readonly string[], claims: readonly ClaimSpec[]): EntityNet {
  const graph = graphOf(entities, claims);
  return entityNet(graph, claimPoints(graph));
}

describe('entityNet', () => {
  it('makes springs of claims in both directions, by the square root of their number, without loops', () => {
    const net = netOfClaims(['b', 'a', 'c'], claimsBetween('b-a', 'a-b', 'a-b', 'b-a', 'c-a', 'c-c'));
    expect(net.ids).toEqual(['a', 'b', 'c']);
    expect(springsOf(net)).toEqual(['a b 2', 'a c 1']);
    expect([...net.mass]).toEqual([4, 3, 2]);
    expect([...net.radius]).toEqual([5, 4, 2].map((degree, i) => [4 + 2.2 * Math.sqrt(degree), i][0]));
  });

  it('shares a pull at a claim between what it lies between', () => {
    const net = netOfClaims(['a', 'b', 'c'], [...claimsBetween('a-b'), ['a/about', 'c', 'claim:a/c0']]);
    expect(springsOf(net)).toEqual(['a b 1', `a c ${Math.sqrt(0.5)}`, `b c ${Math.sqrt(0.5)}`]);
  });

  it('shares a pull between two claims among all four ends', () => {
    const net = netOfClaims(
      ['a', 'b', 'c', 'd'],
      [...claimsBetween('a-b', 'c-d'), ['a/about', 'claim:a/c0', 'claim:a/c1']],
    );
    expect(springsOf(net)).toEqual(['a b 1', 'a c 0.5', 'a d 0.5', 'b c 0.5', 'b d 0.5', 'c d 1']);
  });

  it('gives a claim with a literal object the whole pull at its subject', () => {
    const net = netOfClaims(
      ['a', 'b'],
      [
        ['a/c0', 'a'],
        ['a/c1', 'b', 'claim:a/c0'],
      ],
    );
    expect(springsOf(net)).toEqual(['a b 1']);
  });
});

describe('components', () => {
  it('come largest first, each with its own springs', () => {
    const parts = components(
      netOf(7, [
        [0, 6],
        [1, 2],
        [2, 4],
      ]),
    );
    expect(parts.map(({ members }) => [...members])).toEqual([[1, 2, 4], [0, 6], [3], [5]]);
    expect(parts.map(({ from, to }) => Array.from(from, (a, i) => [a, to[i]]))).toEqual([
      [
        [0, 1],
        [1, 2],
      ],
      [[0, 1]],
      [],
      [],
    ]);
    expect(parts.map(({ mass }) => [...mass])).toEqual([[2, 3, 2], [2, 2], [1], [1]]);
  });
});

describe('coarsen', () => {
  it.each([
    ['a ring', ring(64)],
    ['a star', star(64)],
  ])('about halves %s and keeps its mass', (_, net) => {
    const coarser = coarsen(net);
    expect(coarser.net.order).toBeGreaterThanOrEqual(32);
    expect(coarser.net.order).toBeLessThanOrEqual(44);
    const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
    expect(sum(coarser.net.mass)).toBe(sum(net.mass));
    expect(components(coarser.net)).toHaveLength(1);
  });

  it('joins neighbours, and twins that are left over', () => {
    const { parent, first, net } = coarsen(star(5));
    expect([...parent]).toEqual([0, 0, 1, 1, 2]);
    expect([...first]).toEqual([0, 2, 4]);
    expect([...net.mass]).toEqual([7, 4, 2]);
    expect([...net.weight]).toEqual([2, 1]);
  });
});

describe('hashed starts', () => {
  it('are the same on every machine', () => {
    expect(['', 'a', 'Hà Nội'].map(hash32)).toEqual([2872998923, 2448022055, 2498891502]);
  });

  it('lie far apart for ids that are much the same', () => {
    const points = Array.from({ length: 200 }, (_, i) => hashedPoint(`e${i}`));
    const quarters = points.map(({ x, y }) => `${x < 0} ${y < 0}`);
    for (const quarter of new Set(quarters)) {
      const share = quarters.filter((other) => other === quarter).length;
      expect(share).toBeGreaterThan(30);
      expect(share).toBeLessThan(70);
    }
    expect(points.every(({ x, y }) => Math.abs(x) <= 1 && Math.abs(y) <= 1)).toBe(true);
  });
});
