/** The rows that a table shows, put in order: in turns where they are many, while the former ones stand. */
import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { Steps } from '../../model/index.ts';
import { firstRowSteps, type RowOrder } from '../state/first-rows.ts';
import { inTurns } from '../turns.ts';

/** @param asked what the order follows from: looked at in its place, since its functions are others each time */
export function useFirstRows<T>(
  items: readonly T[],
  count: number,
  order: RowOrder<T>,
  asked: readonly unknown[],
): readonly T[] {
  const rows = useSignal<readonly T[]>([]);
  // Before the page is painted: few rows are in order by then.
  useLayoutEffect(() => {
    let left = false;
    const search = function* (): Steps<void> {
      const steps = firstRowSteps(items, count, order);
      let next = steps.next();
      for (; !next.done && !left; next = steps.next()) yield;
      if (next.done && !left) rows.value = next.value;
    };
    void inTurns(search());
    return () => {
      left = true;
    };
  }, [items, count, ...asked]);
  return rows.value;
}
