/** Which parts of an old text stand where in a new one: the longest chain of matches that keep their order. */

/** Something of the old text that may be the same as something of the new one; positions in any one unit. */
export interface Match {
  readonly old: number;
  readonly now: number;
}

/**
 * The longest chain of matches in which both positions rise, in O(n log n) (longest increasing subsequence by
 * patience sorting; of equally long chains the one that stays lowest in the new text).
 */
export function longestChain(matches: readonly Match[]): Match[] {
  // Of matches with one old position at most one can be taken: descending, none of them follows another.
  const sorted = [...matches].sort((a, b) => a.old - b.old || b.now - a.now);
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [index, { now }] of sorted.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[tails[middle]!]!.now < now) low = middle + 1;
      else high = middle;
    }
    before[index] = tails[low - 1];
    tails[low] = index;
  }
  const chain: Match[] = [];
  for (let at = tails.at(-1); at !== undefined; at = before[at]) chain.push(sorted[at]!);
  return chain.reverse();
}
