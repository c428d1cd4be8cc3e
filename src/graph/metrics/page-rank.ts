/** PageRank (Page, Brin, Motwani and Winograd 1999): how often a walk along claims, from subject to object, comes by. */
import type { Network } from './network.ts';

export interface PageRankOptions {
  /** The chance that the walk goes on rather than starting anew anywhere, in `0..1`. */
  readonly damping: number;
  /** Rounds at most. */
  readonly rounds: number;
  /** The walk rests once all values together move by less than this, times the number of entities. */
  readonly tolerance: number;
}
export const PAGE_RANK_DEFAULTS: PageRankOptions = { damping: 0.85, rounds: 100, tolerance: 1e-6 };

/** Shares of the walk by entity, in the order of `ids`; they add up to 1. Links count by their claims. */
export function pageRank(
  { ids, start, near, weight }: Network,
  options: Partial<PageRankOptions> = {},
): Float64Array {
  const { damping, rounds, tolerance } = { ...PAGE_RANK_DEFAULTS, ...options };
  const order = ids.length;
  const out = ids.map((_, at) => weight.subarray(start[at]!, start[at + 1]!).reduce((a, b) => a + b, 0));
  let share = new Float64Array(order).fill(1 / order);
  for (let round = 0; round < rounds; round += 1) {
    // Who says nothing of others passes the walk on to all.
    const lost = share.reduce((sum, value, at) => (out[at] === 0 ? sum + value : sum), 0);
    const next = new Float64Array(order).fill((1 - damping + damping * lost) / order);
    for (let at = 0; at < order; at += 1) {
      for (let link = start[at]!; link < start[at + 1]!; link += 1) {
        next[near[link]!]! += (damping * share[at]! * weight[link]!) / out[at]!;
      }
    }
    const moved = next.reduce((sum, value, at) => sum + Math.abs(value - share[at]!), 0);
    share = next;
    if (moved < order * tolerance) break;
  }
  return share;
}
