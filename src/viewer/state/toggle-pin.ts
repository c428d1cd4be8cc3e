/** Pins entities where they stand, or lets go of them where all are pinned. */
import type { App } from './app.ts';
import { isClaimKey } from './catalog.ts';
import { type Places, unpin } from './places.ts';

/** @param keys claims among them are passed over */
export function togglePin(app: App, keys: readonly string[]): void {
  const ids = keys.filter((key) => !isClaimKey(key) && app.catalog.entities.has(key));
  if (ids.length === 0) return;
  const { places, pinned } = app.state.peek();
  const strings = app.strings.peek().arranging;
  if (ids.every((id) => pinned.has(id))) {
    app.change((state) => unpin(state, ids));
    app.announcement.value = strings.unpinned;
    return;
  }
  const carried = app.arranging.carried.peek();
  const { graph } = app.catalog;
  const at: Places = new Map(
    ids.map((id) => [id, carried?.get(id) ?? places.get(id) ?? graph.getNodeAttributes(id)]),
  );
  for (const [id, place] of at) app.arranging.drag(id, place, true);
  app.announcement.value = strings.pinned;
}
