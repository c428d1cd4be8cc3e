/** Shows the outline that a hand draws, and says what it holds when it is done. */
import type { Frame } from './frame.ts';
import { nodesIn, type Outline, outlineOf } from './outline.ts';

const SVG = 'http://www.w3.org/2000/svg';

export class SelectionOutline {
  readonly #svg = document.createElementNS(SVG, 'svg');
  readonly #polygon = document.createElementNS(SVG, 'polygon');
  readonly #frame: Frame;
  readonly #done: (keys: readonly string[], additive: boolean) => void;

  /** @param stage the element that holds the canvases  @param done told of the entities in a finished outline */
  constructor(stage: HTMLElement, frame: Frame, done: (keys: readonly string[], additive: boolean) => void) {
    this.#frame = frame;
    this.#done = done;
    this.#svg.setAttribute('class', 'selection-outline');
    Object.assign(this.#svg.style, {
      position: 'absolute',
      inset: '0',
      width: '100%',
      height: '100%',
      pointerEvents: 'none',
      display: 'none',
    });
    this.#svg.append(this.#polygon);
    stage.append(this.#svg);
  }

  /** @param done let go: what lies in it is selected; an outline without corners is taken back */
  draw(outline: Outline, additive: boolean, done: boolean): void {
    this.#svg.style.display = done ? 'none' : '';
    if (done) {
      if (outline.length > 0) this.#done(this.#keysIn(outline), additive);
      return;
    }
    const { ink } = this.#frame.paint.palette;
    Object.assign(this.#polygon.style, {
      fill: ink,
      fillOpacity: '0.08',
      fillRule: 'evenodd',
      stroke: ink,
      strokeLinejoin: 'round',
    });
    this.#polygon.setAttribute('points', outline.map(({ x, y }) => `${x},${y}`).join(' '));
  }

  /** The entities on the canvas. */
  keysInSight(): string[] {
    const { width, height } = this.#frame.projection;
    const corners = [
      { x: 0, y: 0 },
      { x: width, y: height },
    ];
    return this.#keysIn(outlineOf(corners, 'frame'));
  }

  #keysIn(outline: Outline): string[] {
    return nodesIn(this.#frame, outline).map((node) => this.#frame.scene.keyOfNode(node));
  }
}
