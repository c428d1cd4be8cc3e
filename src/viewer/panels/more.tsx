/** The button below a long list of which only a part is made. */
import type { Signal } from '@preact/signals';
import { useApp } from './app-context.ts';

/** Brings in what is left of a long list. */
export function More({ of, listed, by }: { of: number; listed: Signal<number>; by: number }) {
  const strings = useApp().strings.value;
  if (of <= listed.value) return null;
  return (
    <button
      type="button"
      class="text-button"
      onClick={() => {
        listed.value += by;
      }}
    >
      {strings.moreRows(Math.min(by, of - listed.value))}
    </button>
  );
}
