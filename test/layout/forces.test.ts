import { describe, expect, it } from 'vitest';
import { exactStep } from '../../src/layout/exact-forces.ts';
import { settle } from '../../src/layout/forces.ts';
import { newPlaces, type Places } from '../../src/layout/places.ts';
import { Quadtree } from '../../src/layout/quadtree.ts';
import { treeStep } from '../../src/layout/tree-forces.ts';
import { ring, star, strewn } from './nets.ts';

/** All pairs, one by one. */
function repelled({ x, y }: Places, mass: Float64Array, scale: number): Places {
  const force = newPlaces(mass.length);
  for (let a = 0; a < mass.length; a += 1) {
    for (let b = 0; b < mass.length; b += 1) {
      const square = (x[a]! - x[b]!) ** 2 + (y[a]! - y[b]!) ** 2;
      if (square === 0) continue;
      const factor = (scale * mass[a]! * mass[b]!) / square;
      force.x[a]! += (x[a]! - x[b]!) * factor;
      force.y[a]! += (y[a]! - y[b]!) * factor;
    }
  }
  return force;
}

function lengths({ x, y }: Places): number[] {
  return Array.from(x, (value, body) => Math.hypot(value, y[body]!));
}

describe('the tree of bodies', () => {
  const mass = Float64Array.from({ length: 900 }, (_, body) => 1 + (body % 7));

  it('repels about as all pairs do', () => {
    const places = strewn(900, 100);
    const exact = repelled(places, mass, 10);
    const force = newPlaces(900);
    new Quadtree(mass).repel(places, 10, force);
    const off = lengths({
      x: force.x.map((value, body) => value - exact.x[body]!),
      y: force.y.map((value, body) => value - exact.y[body]!),
    });
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(off) / mean(lengths(exact))).toBeLessThan(0.03);
  });

  it('repels a few bodies exactly', () => {
    const places = strewn(5, 10);
    const few = mass.slice(0, 5);
    const force = newPlaces(5);
    new Quadtree(few).repel(places, 10, force);
    const exact = repelled(places, few, 10);
    for (let body = 0; body < 5; body += 1) {
      expect(force.x[body]).toBeCloseTo(exact.x[body]!, 9);
      expect(force.y[body]).toBeCloseTo(exact.y[body]!, 9);
    }
  });

  it('lets a thousand bodies in one spot be', () => {
    const force = newPlaces(900);
    new Quadtree(mass).repel(newPlaces(900), 10, force);
    expect(lengths(force)).toEqual(new Array(900).fill(0));
  });

  it('serves for step after step', () => {
    const tree = new Quadtree(mass);
    const [first, again] = [newPlaces(900), newPlaces(900)];
    tree.repel(strewn(900, 100), 10, first);
    tree.repel(strewn(900, 3), 10, newPlaces(900));
    tree.repel(strewn(900, 100), 10, again);
    expect(lengths(again)).toEqual(lengths(first));
  });
});

describe('a step', () => {
  it('is the same with and without the tree, but for rounding', () => {
    const net = ring(6);
    const [exact, tree] = [strewn(6, 20), strewn(6, 20)];
    const fixed = Uint8Array.of(0, 0, 1, 0, 0, 0);
    const [stepExactly, stepByTree] = [exactStep(net, exact, fixed), treeStep(net, tree, fixed)];
    for (let i = 0; i < 20; i += 1) {
      stepExactly(1 + i / 10);
      stepByTree(1 + i / 10);
    }
    for (let body = 0; body < 6; body += 1) {
      expect(tree.x[body]).toBeCloseTo(exact.x[body]!, 3);
      expect(tree.y[body]).toBeCloseTo(exact.y[body]!, 3);
    }
    expect(tree.x[2]).toBe(strewn(6, 20).x[2]);
  });
});

describe('settle', () => {
  it.each([
    ['few bodies', 60],
    ['many bodies around a heavy hub', 1500],
  ])('brings %s to rest', (_, order) => {
    const places = strewn(order, 50);
    const { iterations, converged } = settle(star(order), places, { cap: 400 });
    expect(converged).toBe(true);
    const settled: Places = { x: places.x.slice(), y: places.y.slice() };
    settle(star(order), places, { cap: 10 });
    const radius = Math.max(...lengths(settled));
    const ways = lengths({
      x: places.x.map((x, body) => x - settled.x[body]!),
      y: places.y.map((y, body) => y - settled.y[body]!),
    });
    expect(ways.reduce((sum, way) => sum + way, 0) / order).toBeLessThan(radius / 10);
    expect(iterations).toBeGreaterThan(30);
  });

  it('stops at its cap and says so', () => {
    const batches: number[] = [];
    const rest = settle(ring(60), strewn(60, 50), {
      cap: 25,
      onBatch: (iterations) => batches.push(iterations),
    });
    expect(rest).toEqual({ iterations: 25, converged: false });
    expect(batches).toEqual([0, 10, 20]);
  });
});
