/** The order of ids within a dataset: numbers in them by value. */
import { compareCodePoints } from './language.ts';

/** Orders ids with the numbers in them by value, `c2` before `c10`; ids that differ only in leading zeros by code point. */
export function compareIds(a: string, b: string): number {
  const left = pieces(a);
  const right = pieces(b);
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i += 1) {
    const x = left[i]!;
    const y = right[i]!;
    if (x === y) continue;
    const byLength = DIGITS.test(x) && DIGITS.test(y) ? bare(x).length - bare(y).length : 0;
    const order = byLength || compareCodePoints(bare(x), bare(y));
    if (order !== 0) return order;
  }
  return left.length - right.length || compareCodePoints(a, b);
}

const DIGITS = /^[0-9]/;
/** Runs of digits, and single characters between them. */
const pieces = (id: string): string[] => id.match(/[0-9]+|[^0-9]/g) ?? [];
const bare = (piece: string): string => piece.replace(/^0+(?=[0-9])/, '');
