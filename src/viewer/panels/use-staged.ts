/** A long list that comes onto the page part by part, so that each task is short and the first part is there at once. */
import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { nextTask } from '../turns.ts';

/**
 * What of a list is shown by now: its first part, and below it what was shown before, until all of it is there. A list
 * of one part is shown at once.
 *
 * @param list the same one as long as it says the same  @param part items of a part
 */
export function useStaged<T>(list: readonly T[], part: number): readonly T[] {
  const shown = useSignal<readonly T[]>([]);
  // Before the page is painted.
  useLayoutEffect(() => {
    let left = false;
    const before = shown.peek();
    const come = async () => {
      for (let count = sameAtFirst(before, list) + part; !left; count += part) {
        shown.value = count < list.length ? staged(before, list, count) : list;
        if (count >= list.length) return;
        await nextTask();
      }
    };
    void come();
    return () => {
      left = true;
    };
  }, [list, part]);
  return list.length <= part ? list : shown.value;
}

/** Its first items, and of those before it what is left. Each once: they are told apart by themselves. */
export function staged<T>(before: readonly T[], list: readonly T[], count: number): readonly T[] {
  const first = list.slice(0, count);
  const there = new Set(first);
  return [
    ...first,
    ...before.filter((item) => !there.has(item)).slice(0, Math.max(0, before.length - count)),
  ];
}

/** How many items two lists begin with alike. */
function sameAtFirst<T>(one: readonly T[], other: readonly T[]): number {
  let same = 0;
  while (same < one.length && same < other.length && one[same] === other[same]) same += 1;
  return same;
}
