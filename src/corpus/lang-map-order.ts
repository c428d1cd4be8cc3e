/** One order for texts by language. */
import { compareCodePoints, type LangMap } from '../model/index.ts';

/** The same map with its languages in code-point order. */
export function sortedLangMap(map: LangMap): LangMap {
  const keys = Object.keys(map);
  if (keys.every((key, i) => i === 0 || compareCodePoints(keys[i - 1]!, key) < 0)) return map;
  return Object.fromEntries(keys.sort(compareCodePoints).map((key) => [key, map[key]!]));
}
