/** One tab stop per list: arrow keys move within it (WAI-ARIA Authoring Practices, roving tabindex). */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Makes a container's `[data-item]` elements one tab stop. Up and down, Home and End move between them; right and left
 * move to the other buttons of the same `[data-row]` and back.
 */
export function useRoving<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null);
  useLayoutEffect(() => {
    const box = ref.current;
    if (box) keepOneStop(box);
  });
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    const onKey = (event: KeyboardEvent) => {
      const target = moveTo(box, event);
      if (target === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      target.focus();
    };
    const onFocus = (event: FocusEvent) => {
      const item = (event.target as Element).closest<HTMLElement>('[data-item]');
      if (item && box.contains(item)) keepOneStop(box, item);
    };
    box.addEventListener('keydown', onKey);
    box.addEventListener('focusin', onFocus);
    return () => {
      box.removeEventListener('keydown', onKey);
      box.removeEventListener('focusin', onFocus);
    };
  }, []);
  return ref;
}

function itemsOf(box: HTMLElement): HTMLElement[] {
  return [...box.querySelectorAll<HTMLElement>('[data-item]')];
}

function keepOneStop(box: HTMLElement, wanted?: HTMLElement): void {
  const items = itemsOf(box);
  const stop = wanted ?? items.find((item) => item.tabIndex === 0) ?? items[0];
  for (const item of items) item.tabIndex = item === stop ? 0 : -1;
}

function moveTo(box: HTMLElement, event: KeyboardEvent): HTMLElement | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  const focused = event.target as HTMLElement;
  const items = itemsOf(box);
  const row = focused.closest('[data-row]');
  const at = items.findIndex((item) => item === focused || row?.contains(item));
  if (at < 0) return undefined;
  switch (event.key) {
    case 'ArrowDown':
      return items[Math.min(at + 1, items.length - 1)];
    case 'ArrowUp':
      return items[Math.max(at - 1, 0)];
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    case 'ArrowRight':
    case 'ArrowLeft': {
      const buttons = row ? [...row.querySelectorAll<HTMLElement>('button')] : [];
      return buttons[buttons.indexOf(focused) + (event.key === 'ArrowRight' ? 1 : -1)];
    }
    default:
      return undefined;
  }
}
