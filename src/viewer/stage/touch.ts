/** What the stage answers to a hand: what lies under it, and what a click, a drag or an outline does. */
import type { Carrying } from './carrying.ts';
import type { Item } from './focus.ts';
import type { Frame } from './frame.ts';
import type { Labels } from './labels.ts';
import { EXACT, edgeAt, nodeAt, type Reach } from './pick.ts';
import type { PointerHost } from './pointer.ts';
import type { SelectionOutline } from './selection-outline.ts';
import type { StageEvents, StageView } from './stage-face.ts';

export interface TouchParts {
  readonly frame: Frame;
  readonly labels: Labels;
  readonly outline: SelectionOutline;
  readonly events: StageEvents;
  view(): StageView;
  carrying(): Carrying;
  /** Something else lies under the pointer. */
  onPointed(item: Item | undefined): void;
  onGrab(): void;
}

export function pointerHost(parts: TouchParts): PointerHost {
  const { frame, labels, outline, events, view } = parts;
  const { scene } = frame;
  const isEntity = (item: Item) => 'node' in item && scene.nodes.bead[item.node] === 0;
  let pointed: string | undefined;
  return {
    itemAt: (x, y, reach) => itemAt(frame, labels, x, y, reach),
    onHover: (item) => {
      const key = item && scene.keyOf(item);
      if (key === pointed) return;
      pointed = key;
      parts.onPointed(item);
      events.onHover(key);
    },
    onSelect: (item, additive) => events.onSelect(item && scene.keyOf(item), additive),
    onExpand: (item) => {
      if (isEntity(item)) events.onExpand(scene.keyOf(item));
      return isEntity(item);
    },
    movable: isEntity,
    held: (item) => view().selected.has(scene.keyOf(item)),
    outlining: () => view().outlining,
    onDrag: (item, x, y, done) => parts.carrying().drag(item, x, y, done),
    onOutline: (drawn, additive, done) => outline.draw(drawn, additive, done),
    onGrab: parts.onGrab,
    still: () => view().reducedMotion,
  };
}

/**
 * Discs come first; then what letters cover, for nothing else is seen there; then a line where it is drawn, though it
 * runs through the space that a label keeps free; then that space; then what is merely near a line.
 */
function itemAt(frame: Frame, labels: Labels, x: number, y: number, reach: Reach): Item | undefined {
  return (
    nodeAt(frame, x, y, reach) ??
    labels.itemAt(x, y, 'letters') ??
    edgeAt(frame, x, y, { ...reach, line: Math.min(reach.line, EXACT) }) ??
    labels.itemAt(x, y, 'space') ??
    edgeAt(frame, x, y, reach)
  );
}
