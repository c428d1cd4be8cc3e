/** How much of several long lists is shown before the reader asks for more. */

/** Items of a list that are shown at first, and with each "more". */
export const CHUNK = 60;
/** Of all lists together, about. */
const MOST_AT_FIRST = 240;
/** Of each list, however many there are. */
const FEWEST = 12;

/** Items of each list: fewer where the lists together are very long, as those of a hub are. @param lengths of the lists */
export function listedAtFirst(lengths: readonly number[]): number {
  const all = lengths.reduce((sum, length) => sum + Math.min(length, CHUNK), 0);
  return all <= MOST_AT_FIRST ? CHUNK : Math.max(FEWEST, Math.floor(MOST_AT_FIRST / lengths.length));
}
