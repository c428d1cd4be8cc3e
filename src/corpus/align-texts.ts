/** Lines up two versions of a text word by word. */
import { longestChain, type Match } from './anchor-chain.ts';

/** Runs of this many words, where they stand once in each version, are what the alignment starts from. */
const RUN = 4;

/**
 * For each word of the old text the index of the same word in the new one, or -1. The order is kept throughout.
 * As in a patience diff: runs that are unique in both texts, then in each gap the words that are unique there, and
 * all of them widened as far as the texts agree. Time is nearly linear.
 */
export function alignWords(old: readonly string[], now: readonly string[]): Int32Array {
  const partner = new Int32Array(old.length).fill(-1);
  const whole = { oldFrom: 0, oldTo: old.length, nowFrom: 0, nowTo: now.length };
  for (const length of [RUN, 1]) {
    for (const gap of gaps(partner, whole)) {
      const chain = longestChain(uniqueRuns(old, now, gap, length));
      for (const { old: start, now: target } of chain) {
        for (let i = 0; i < length; i += 1) partner[start + i] = target + i;
      }
    }
    widen(partner, old, now);
  }
  return partner;
}

interface Gap {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly nowFrom: number;
  readonly nowTo: number;
}

/** The stretches between aligned words. */
function gaps(partner: Int32Array, whole: Gap): Gap[] {
  const found: Gap[] = [];
  let oldFrom = 0;
  let nowFrom = 0;
  for (let i = 0; i <= partner.length; i += 1) {
    const target = i < partner.length ? partner[i]! : whole.nowTo;
    if (target < 0) continue;
    if (i > oldFrom && target > nowFrom) found.push({ oldFrom, oldTo: i, nowFrom, nowTo: target });
    oldFrom = i + 1;
    nowFrom = target + 1;
  }
  return found;
}

function uniqueRuns(old: readonly string[], now: readonly string[], gap: Gap, length: number): Match[] {
  const inOld = runs(old, gap.oldFrom, gap.oldTo, length);
  const inNow = runs(now, gap.nowFrom, gap.nowTo, length);
  const matches: Match[] = [];
  for (const [run, start] of inOld) {
    const target = inNow.get(run);
    if (start >= 0 && target !== undefined && target >= 0) matches.push({ old: start, now: target });
  }
  // Runs that overlap in one text and not in the other cannot both be right.
  return longestChain(matches).filter((match, i, chain) => {
    const last = chain[i - 1];
    return last === undefined || match.old - last.old === match.now - last.now || apart(last, match, length);
  });
}

function apart(a: Match, b: Match, length: number): boolean {
  return b.old - a.old >= length && b.now - a.now >= length;
}

/** Each run of words and where it starts; -1 where it stands more than once. */
function runs(words: readonly string[], from: number, to: number, length: number): Map<string, number> {
  const found = new Map<string, number>();
  for (let i = from; i + length <= to; i += 1) {
    const run = words.slice(i, i + length).join(' ');
    found.set(run, found.has(run) ? -1 : i);
  }
  return found;
}

/** Carries each alignment on to the words before and after it, as long as they are the same and free. */
function widen(partner: Int32Array, old: readonly string[], now: readonly string[]): void {
  let nextTaken = now.length;
  const limits = new Int32Array(old.length);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    limits[i] = nextTaken;
    if (partner[i]! >= 0) nextTaken = partner[i]!;
  }
  for (let i = 1; i < old.length; i += 1) {
    const target = partner[i - 1]! + 1;
    if (partner[i]! < 0 && target > 0 && target < limits[i]! && old[i] === now[target]) partner[i] = target;
  }
  let lastTaken = -1;
  for (let i = 0; i < old.length; i += 1) {
    limits[i] = lastTaken;
    if (partner[i]! >= 0) lastTaken = partner[i]!;
  }
  for (let i = old.length - 2; i >= 0; i -= 1) {
    const target = partner[i + 1]! - 1;
    if (partner[i]! < 0 && target > limits[i]! && old[i] === now[target]) partner[i] = target;
  }
}
