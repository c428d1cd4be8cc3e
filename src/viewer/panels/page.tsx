/** The whole page: the graph that is shown, or the place to drop one; and what is said while a file is opened. */
import { useEffect, useRef } from 'preact/hooks';
import type { Desk } from '../state/desk.ts';
import { AppContext } from './app-context.ts';
import { DeskContext } from './desk-context.ts';
import { EmptyPage } from './empty-page.tsx';
import { FileDrop } from './file-drop.tsx';
import { Frame } from './frame.tsx';
import { OpeningDialog } from './opening-dialog.tsx';

export function Page({ desk }: { desk: Desk }) {
  const app = desk.app.value;
  const number = useRef(0);
  const shown = useRef(app);
  if (shown.current !== app) {
    shown.current = app;
    number.current += 1;
  }
  useEffect(() => {
    // What had the focus is gone with the graph that was shown.
    if (number.current > 0) document.getElementById('main')?.focus({ preventScroll: true });
  }, [app]);
  return (
    <DeskContext.Provider value={desk}>
      {app === undefined ? (
        <EmptyPage />
      ) : app.canvas.value === 'broken' ? (
        <p class="page-note">{desk.strings.value.brokenData}</p>
      ) : (
        <AppContext.Provider value={app} key={number.current}>
          <Frame />
        </AppContext.Provider>
      )}
      <FileDrop />
      <OpeningDialog />
    </DeskContext.Provider>
  );
}
