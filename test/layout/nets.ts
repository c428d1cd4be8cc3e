/** Nets for the parts of a layout, and places for them. */
import { type Net, Springs } from '../../src/layout/net.ts';
import type { Places } from '../../src/layout/places.ts';
import { hashedPoint } from '../../src/layout/start.ts';

/** A net of springs of stiffness 1. */
export function netOf(order: number, pairs: readonly (readonly [number, number])[]): Net {
  const springs = new Springs(order);
  for (const [a, b] of pairs) springs.add(a, b, 1);
  const built = springs.build((pull) => pull);
  const mass = new Float64Array(order).fill(1);
  for (const ends of [built.from, built.to]) for (const body of ends) mass[body]! += 1;
  return { order, mass, ...built };
}

/** Places strewn over a square with sides of twice `reach`. */
export function strewn(order: number, reach: number): Places {
  const points = Array.from({ length: order }, (_, body) => hashedPoint(`body ${body}`));
  return {
    x: Float64Array.from(points, ({ x }) => x * reach),
    y: Float64Array.from(points, ({ y }) => y * reach),
  };
}

export function ring(order: number): Net {
  return netOf(
    order,
    Array.from({ length: order }, (_, body) => [body, (body + 1) % order]),
  );
}

export function star(order: number): Net {
  return netOf(
    order,
    Array.from({ length: order - 1 }, (_, leaf) => [0, leaf + 1]),
  );
}
