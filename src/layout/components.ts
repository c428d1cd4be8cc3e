/** The connected components of a net, each a net of its own. */
import type { Net } from './net.ts';

export interface Component extends Net {
  /** Bodies of the whole net, ascending: body `i` of the component is `members[i]` there. */
  readonly members: Int32Array;
}

/** Largest first; of the same size, the one with the smallest body first. */
export function components(net: Net): Component[] {
  const root = rootsOf(net);
  const members = new Map<number, number[]>();
  const springs = new Map<number, number[]>();
  const local = new Int32Array(net.order);
  for (let body = 0; body < net.order; body += 1) {
    const top = root[body]!;
    if (top === body) {
      members.set(top, []);
      springs.set(top, []);
    }
    local[body] = members.get(top)!.push(body) - 1;
  }
  for (const [spring, body] of net.from.entries()) springs.get(root[body]!)!.push(spring);
  return [...members]
    .sort(([a, some], [b, others]) => others.length - some.length || a - b)
    .map(([top, bodies]) => ({
      members: Int32Array.from(bodies),
      order: bodies.length,
      mass: Float64Array.from(bodies, (body) => net.mass[body]!),
      from: Int32Array.from(springs.get(top)!, (spring) => local[net.from[spring]!]!),
      to: Int32Array.from(springs.get(top)!, (spring) => local[net.to[spring]!]!),
      weight: Float64Array.from(springs.get(top)!, (spring) => net.weight[spring]!),
    }));
}

/** The smallest body of each body's component, by union-find with path halving (Tarjan, van Leeuwen 1984). */
function rootsOf({ order, from, to }: Net): Int32Array {
  const root = Int32Array.from({ length: order }, (_, body) => body);
  const find = (body: number): number => {
    let at = body;
    while (root[at] !== at) {
      root[at] = root[root[at]!]!;
      at = root[at]!;
    }
    return at;
  };
  for (const [spring, body] of from.entries()) {
    const a = find(body);
    const b = find(to[spring]!);
    root[Math.max(a, b)] = Math.min(a, b);
  }
  return root.map((_, body) => find(body));
}
