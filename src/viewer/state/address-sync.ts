/** Keeps the page's address and the view in step, so that back, forward, reload and a shared link work. */
import { effect } from '@preact/signals';
import { formatAddress, graphOf, nameGraph, parseAddress } from './address.ts';
import type { App } from './app.ts';
import type { ViewState } from './view-state.ts';

export interface AddressEntry {
  /** Which of the page's graphs is shown: kept with each entry of the history, so that going back finds it again. */
  readonly side: 'first' | 'opened';
  /** Shows the other graph. */
  readonly turn: (to: 'first' | 'opened') => void;
}

/** Follows the view into the address and the address into the view. @returns stops it */
export function syncAddress(app: App, window: Window, { side, turn }: AddressEntry): () => void {
  const address = (state: ViewState) => {
    const text = formatAddress(state, app.catalog);
    return side === 'opened' ? nameGraph(text, app.catalog.dataset.id) : text;
  };
  // The entry that stands is the first graph's own; another graph gets one of its own, so that going back leads out of it.
  const marked = sideOf(window);
  if (marked === undefined && side === 'first') write(window, window.location.hash, { side, visit: false });
  else if (marked !== side) write(window, address(app.state.peek()), { side, visit: true });
  // One opened graph has taken the place of another, whose address leads nowhere now.
  else if (side === 'opened' && graphOf(window.location.hash) !== app.catalog.dataset.id)
    write(window, address(app.state.peek()), { side, visit: false });
  let last = app.state.peek();
  let written = address(last);
  const stop = effect(() => {
    const state = app.state.value;
    const text = address(state);
    if (text !== written) write(window, text, { side, visit: !app.goesOn() && isVisit(last, state) });
    [last, written] = [state, text];
  });
  const read = () => {
    const other = sideOf(window);
    if (other !== undefined && other !== side) {
      turn(other);
      return;
    }
    // An address of a graph that is not here says nothing of this one.
    const named = graphOf(window.location.hash);
    if (named !== undefined && named !== app.catalog.dataset.id) return;
    if (window.location.hash === address(app.state.peek())) return;
    last = parseAddress(window.location.hash, app.catalog);
    written = address(last);
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

/** Entries of the history outlive a reload, and a file that was opened does not: what an earlier load has marked counts as not marked. */
const LOAD = performance.timeOrigin;

function sideOf(window: Window): 'first' | 'opened' | undefined {
  const state = window.history.state as { readonly side?: unknown; readonly load?: unknown } | null;
  const isOurs = state?.load === LOAD && (state.side === 'first' || state.side === 'opened');
  return isOurs ? (state.side as 'first' | 'opened') : undefined;
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

function write(
  window: Window,
  address: string,
  { side, visit }: { readonly side: 'first' | 'opened'; readonly visit: boolean },
): void {
  const url = address === '' ? window.location.href.split('#')[0] : address;
  try {
    const mark = { side, load: LOAD };
    if (visit) window.history.pushState(mark, '', url);
    else window.history.replaceState(mark, '', url);
  } catch {
    // A sandboxed frame or a flood of changes: the view works on without its address.
  }
}
