/** Keys that work anywhere on the page: undo, redo, print, put the outline away, clear. */
import { useEffect } from 'preact/hooks';
import type { App } from '../state/app.ts';
import { printPage } from './print-page.ts';

/** Fields keep their own undo; sliders and boxes have none. */
const FIELDS = 'input:not([type=range], [type=checkbox]), textarea, select';

/** Ctrl or Cmd with Z, Shift+Z, Y or P; Escape. */
export function useShortcuts(app: App): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || (event.target as Element).closest?.(FIELDS)) return;
      const key = event.key.toLowerCase();
      const strings = app.strings.peek();
      if ((event.ctrlKey || event.metaKey) && !event.altKey && (key === 'z' || key === 'y')) {
        event.preventDefault();
        const again = key === 'y' || event.shiftKey;
        if (!(again ? app.canRedo : app.canUndo).peek()) return;
        if (again) app.redo();
        else app.undo();
        app.announcement.value = again ? strings.redone : strings.undone;
      } else if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && key === 'p') {
        event.preventDefault();
        void printPage(app);
      } else if (event.key === 'Escape' && app.outlining.peek() !== undefined) {
        app.outlining.value = undefined;
      } else if (event.key === 'Escape' && app.primary.peek() !== undefined) {
        app.select(undefined);
        app.announcement.value = strings.nothingSelected;
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [app]);
}
