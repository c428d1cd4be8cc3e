/** The known words that look most like a misspelt one, by edit distance. */
import { compareCodePoints } from '../model/index.ts';

/** Comparing with more names than this would cost more than the hint is worth. */
const CANDIDATES = 20_000;

/**
 * Up to `limit` of `known`, nearest first. A word is near when it differs in letter case alone, or by at most one
 * edit for every three of its characters (optimal string alignment: insert, delete, replace, swap neighbours).
 */
export function nearestWords(word: string, known: Iterable<string>, limit = 2): string[] {
  const folded = word.toLowerCase();
  const reach = Math.max(1, Math.floor(word.length / 3));
  const near: { name: string; distance: number }[] = [];
  let seen = 0;
  for (const name of known) {
    seen += 1;
    if (seen > CANDIDATES) break;
    if (name === word || Math.abs(name.length - word.length) > reach) continue;
    const distance = editDistance(folded, name.toLowerCase(), reach);
    if (distance <= reach) near.push({ name, distance });
  }
  near.sort((a, b) => a.distance - b.distance || compareCodePoints(a.name, b.name));
  const best = near[0]?.distance;
  return near
    .filter(({ distance }) => distance === best)
    .slice(0, limit)
    .map(({ name }) => name);
}

/** Optimal string alignment distance; any number above `reach` means "further than that". */
function editDistance(a: string, b: string, reach: number): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, before[j - 2]! + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > reach) return reach + 1;
    before = above;
    above = row;
  }
  return above[b.length]!;
}
