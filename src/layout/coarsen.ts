/** A net of about half the size and the same shape. */
import { type Adjacency, adjacency, type Net, Springs } from './net.ts';

export interface Coarsening {
  readonly net: Net;
  /** The coarser body by finer body. */
  readonly parent: Int32Array;
  /** The smallest of the finer bodies behind each coarser one. */
  readonly first: Int32Array;
}

/**
 * Joins bodies in pairs: each, those with few springs first, with the neighbour that pulls it most for its mass
 * (heavy-edge matching; Karypis, Kumar 1998); those left over with one another where they would have chosen the
 * same neighbour (two-hop matching; LaSalle and others 2015), or stars would hardly shrink. Masses and springs add
 * up, and since ForceAtlas2's forces do so too, the coarser net comes to rest at the scale of the finer one.
 */
export function coarsen(net: Net): Coarsening {
  const mate = matching(net);
  const parent = new Int32Array(net.order);
  const first: number[] = [];
  for (let body = 0; body < net.order; body += 1) {
    const other = mate[body]!;
    parent[body] = other >= 0 && other < body ? parent[other]! : first.push(body) - 1;
  }
  const mass = new Float64Array(first.length);
  for (const [body, top] of parent.entries()) mass[top]! += net.mass[body]!;
  const springs = new Springs(first.length);
  for (const [i, pull] of net.weight.entries()) {
    springs.add(parent[net.from[i]!]!, parent[net.to[i]!]!, pull);
  }
  return {
    net: { order: first.length, mass, ...springs.build((pull) => pull) },
    parent,
    first: Int32Array.from(first),
  };
}

/** The partner of each body, -1 for none. */
function matching(net: Net): Int32Array {
  const near = adjacency(net);
  const mate = new Int32Array(net.order).fill(-1);
  const join = (a: number, b: number): void => {
    mate[a] = b;
    mate[b] = a;
  };
  const degree = (body: number): number => near.start[body + 1]! - near.start[body]!;
  const bodies = Int32Array.from({ length: net.order }, (_, body) => body).sort(
    (a, b) => degree(a) - degree(b) || a - b,
  );
  for (const body of bodies) {
    if (mate[body] !== -1) continue;
    const other = choice(near, net.mass, body, (b) => mate[b] === -1);
    if (other !== -1) join(body, other);
  }
  const waiting = new Map<number, number>();
  for (const body of bodies) {
    if (mate[body] !== -1) continue;
    const middle = choice(near, net.mass, body, () => true);
    const twin = waiting.get(middle);
    if (twin === undefined) {
      waiting.set(middle, body);
    } else {
      join(body, twin);
      waiting.delete(middle);
    }
  }
  return mate;
}

/** The neighbour with the greatest pull for its mass, the smallest of equals; -1 for none. */
function choice(near: Adjacency, mass: Float64Array, body: number, open: (body: number) => boolean): number {
  let best = -1;
  let most = 0;
  for (let at = near.start[body]!; at < near.start[body + 1]!; at += 1) {
    const other = near.neighbour[at]!;
    const pull = near.weight[at]! / mass[other]!;
    if (open(other) && (pull > most || (pull === most && other < best))) {
      best = other;
      most = pull;
    }
  }
  return best;
}
