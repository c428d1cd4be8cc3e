/** Keeps the page's address and the view in step, so that back, forward, reload and a shared link work. */
import { effect } from '@preact/signals';
import { formatAddress, parseAddress } from './address.ts';
import type { App } from './app.ts';
import type { ViewState } from './view-state.ts';

/** Follows the view into the address and the address into the view. @returns stops it */
export function syncAddress(app: App, window: Window): () => void {
  let last = app.state.peek();
  const stop = effect(() => {
    const state = app.state.value;
    const address = formatAddress(state, app.catalog);
    if (address !== formatAddress(last, app.catalog))
      write(window, address, !app.goesOn() && isVisit(last, state));
    last = state;
  });
  const read = () => {
    if (window.location.hash === formatAddress(app.state.peek(), app.catalog)) return;
    last = parseAddress(window.location.hash, app.catalog);
    app.restore(last);
  };
  window.addEventListener('popstate', read);
  window.addEventListener('hashchange', read);
  return () => {
    stop();
    window.removeEventListener('popstate', read);
    window.removeEventListener('hashchange', read);
  };
}

/** Whether "back" should return from here: camera, panels, language and theme only mend the current entry. */
function isVisit(before: ViewState, state: ViewState): boolean {
  return (
    before.view !== state.view ||
    before.selection.join('\n') !== state.selection.join('\n') ||
    before.filters !== state.filters ||
    before.article !== state.article
  );
}

function write(window: Window, address: string, visit: boolean): void {
  const url = address === '' ? window.location.href.split('#')[0] : address;
  try {
    if (visit) window.history.pushState(null, '', url);
    else window.history.replaceState(null, '', url);
  } catch {
    // A sandboxed frame or a flood of changes: the view works on without its address.
  }
}
