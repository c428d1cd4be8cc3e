/** The rows that a table shows, put in order: in turns where they are many, while the former ones stand. */
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import type { Steps } from '../../model/index.ts';
import { firstRowSteps, firstRows, type RowOrder } from '../state/first-rows.ts';
import { inTurns } from '../turns.ts';

/** More are put in order in turns. */
const MANY = 10_000;

/** @param asked what the order follows from: looked at in its place, since its functions are others each time */
export function useFirstRows<T>(
  items: readonly T[],
  count: number,
  order: RowOrder<T>,
  asked: readonly unknown[],
): readonly T[] {
  const ordered = useSignal<readonly T[]>([]);
  const few = items.length <= MANY;
  const known = useMemo(() => (few ? firstRows(items, count, order) : undefined), [items, count, ...asked]);
  useLayoutEffect(() => {
    if (few) return;
    let left = false;
    const search = function* (): Steps<void> {
      const steps = firstRowSteps(items, count, order);
      let next = steps.next();
      for (; !next.done && !left; next = steps.next()) yield;
      if (next.done && !left) ordered.value = next.value;
    };
    void inTurns(search());
    return () => {
      left = true;
    };
  }, [items, count, ...asked]);
  return known ?? ordered.value;
}
