/** Betweenness: the share of shortest ways between others that pass an entity (Brandes, J. Math. Sociology 25, 2001). */
import type { Network } from './network.ts';

/** Above this many entities the ways from evenly chosen ones stand for all (Brandes and Pich, IJBC 17, 2007). */
export const MOST_PIVOTS = 2_000;

/**
 * Values in `0..1` by entity, in the order of `ids`, each link one step long. Exact up to `pivots` entities; above, an
 * estimate from every n-th one, the same each time.
 */
export function betweenness({ ids, start, near }: Network, pivots: number = MOST_PIVOTS): Float64Array {
  const order = ids.length;
  const score = new Float64Array(order);
  const every = Math.max(1, order / pivots);
  const queue = new Int32Array(order);
  const steps = new Int32Array(order);
  const ways = new Float64Array(order);
  const share = new Float64Array(order);
  let starts = 0;
  for (let at = 0; at < order; at += every, starts += 1) {
    const from = Math.floor(at);
    steps.fill(-1);
    ways.fill(0);
    share.fill(0);
    steps[from] = 0;
    ways[from] = 1;
    queue[0] = from;
    let seen = 1;
    for (let next = 0; next < seen; next += 1) {
      const here = queue[next]!;
      for (let link = start[here]!; link < start[here + 1]!; link += 1) {
        const there = near[link]!;
        if (steps[there] === -1) {
          steps[there] = steps[here]! + 1;
          queue[seen] = there;
          seen += 1;
        }
        if (steps[there] === steps[here]! + 1) ways[there]! += ways[here]!;
      }
    }
    // Farthest first: each passes what it got on to those before it, by their ways.
    for (let next = seen - 1; next > 0; next -= 1) {
      const here = queue[next]!;
      for (let link = start[here]!; link < start[here + 1]!; link += 1) {
        const before = near[link]!;
        if (steps[before] === steps[here]! - 1)
          share[before]! += (ways[before]! / ways[here]!) * (1 + share[here]!);
      }
      score[here]! += share[here]!;
    }
  }
  const pairs = (order - 1) * (order - 2) * (starts / order);
  return pairs > 0 ? score.map((value) => value / pairs) : score;
}
