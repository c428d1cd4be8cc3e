/** The first stops of the keyboard: ways past the bar. */
import { useApp } from './app-context.ts';

/** Buttons, since a link to a fragment would overwrite the view that the address keeps. */
export function SkipLinks() {
  const strings = useApp().strings.value;
  return (
    <>
      <button type="button" class="skip" onClick={() => focusIn('main')}>
        {strings.skipToCanvas}
      </button>
      <button type="button" class="skip" onClick={() => focusIn('reading')}>
        {strings.skipToReading}
      </button>
    </>
  );
}

/** Focuses the first stop of a region, or the region itself. */
function focusIn(id: string): void {
  const region = document.getElementById(id);
  const stop = region?.querySelector<HTMLElement>('[tabindex="0"], button');
  (stop ?? region)?.focus();
}
