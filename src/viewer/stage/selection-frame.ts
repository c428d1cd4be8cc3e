/** The frame that is drawn around what is to be selected. */
import { PRESENCE } from './channels.ts';
import type { Frame } from './frame.ts';
import type { ScreenFrame } from './press.ts';
import { screenX, screenY } from './projection.ts';

/** The entities whose middle lies in it, by node; hidden ones apart. */
export function nodesIn({ scene, projection, nodeStates }: Frame, frame: ScreenFrame): number[] {
  const { nodes } = scene;
  const found: number[] = [];
  for (let node = 0; node < nodes.keys.length; node += 1) {
    if (nodes.bead[node] === 1 || nodeStates.to(node, PRESENCE) === 0) continue;
    const x = screenX(projection, nodes.x[node]!);
    const y = screenY(projection, nodes.y[node]!);
    if (x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom) found.push(node);
  }
  return found;
}

export class SelectionFrame {
  readonly #element = document.createElement('div');
  readonly #frame: Frame;
  readonly #done: (keys: readonly string[], additive: boolean) => void;

  /** @param stage the element that holds the canvases  @param done told of the entities in a finished frame */
  constructor(stage: HTMLElement, frame: Frame, done: (keys: readonly string[], additive: boolean) => void) {
    this.#frame = frame;
    this.#done = done;
    this.#element.className = 'selection-frame';
    this.#element.hidden = true;
    stage.append(this.#element);
  }

  draw(frame: ScreenFrame, additive: boolean, done: boolean): void {
    this.#element.hidden = done;
    if (!done) {
      this.#show(frame);
      return;
    }
    const { scene } = this.#frame;
    this.#done(
      nodesIn(this.#frame, frame).map((node) => scene.keyOfNode(node)),
      additive,
    );
  }

  #show({ left, top, right, bottom }: ScreenFrame): void {
    const { ink } = this.#frame.paint.palette;
    Object.assign(this.#element.style, {
      position: 'absolute',
      pointerEvents: 'none',
      boxSizing: 'border-box',
      border: `1px solid ${ink}`,
      background: `color-mix(in srgb, ${ink} 8%, transparent)`,
      left: `${left}px`,
      top: `${top}px`,
      width: `${right - left}px`,
      height: `${bottom - top}px`,
    });
  }
}
