/** Touch: taps, two fingers that zoom, a finger that drags what is selected or draws an outline. */
import type { TouchCoords } from 'sigma/types';
import type { Item } from './focus.ts';
import type { Press } from './press.ts';
import type { StageSigma } from './shell.ts';
import type { Outlining } from './stage-face.ts';

export interface FingersHost {
  /** A finger has come down, wherever. */
  onDown(): void;
  onTap(x: number, y: number, original: TouchEvent): void;
  onDoubleTap(event: { preventSigmaDefault(): void; x: number; y: number }, original: TouchEvent): void;
  /** What a finger that comes down there takes hold of; undefined moves the camera. */
  holdAt(x: number, y: number): Item | Outlining | undefined;
  readonly press: Press;
}

export class Fingers {
  readonly #sigma: StageSigma;
  readonly #host: FingersHost;
  /** Where the fingers were; kept here, for some browsers change the touches of past events. */
  #fingers: readonly { x: number; y: number }[] = [];

  constructor(sigma: StageSigma, host: FingersHost) {
    this.#sigma = sigma;
    this.#host = host;
    const touch = sigma.getTouchCaptor();
    touch.on('tap', ({ touches, previousTouches, original }: TouchCoords) => {
      const point = touches[0] ?? previousTouches[0];
      if (point !== undefined) host.onTap(point.x, point.y, original as TouchEvent);
    });
    touch.on('doubletap', (event: TouchCoords) => {
      const point = event.touches[0] ?? event.previousTouches[0];
      if (point === undefined) return;
      const { x, y } = point;
      host.onDoubleTap(
        { x, y, preventSigmaDefault: () => event.preventSigmaDefault() },
        event.original as TouchEvent,
      );
    });
    touch.on('touchmove', this.#onMove);
    touch.on('touchdown', this.#onDown);
    touch.on('touchup', this.#onUp);
  }

  readonly #onDown = ({ touches }: TouchCoords): void => {
    this.#host.onDown();
    this.#fingers = touches;
    const { press } = this.#host;
    press.drop();
    const [finger, second] = touches;
    if (finger === undefined || second !== undefined) return;
    const hold = this.#host.holdAt(finger.x, finger.y);
    if (hold !== undefined) press.take(finger.x, finger.y, hold, false);
  };

  readonly #onUp = ({ touches }: TouchCoords): void => {
    if (touches.length === 0) this.#host.press.release();
    this.#fingers = touches;
  };

  /** Two fingers: Sigma turns the view with them even where the camera may not turn, so that it drifts away. */
  readonly #onMove = (event: TouchCoords): void => {
    const [a, b] = event.touches;
    const [oldA, oldB] = this.#fingers;
    this.#fingers = event.touches;
    if (a !== undefined && b === undefined && this.#host.press.taken) {
      event.preventSigmaDefault();
      this.#host.press.move(a.x, a.y);
    }
    if (a === undefined || b === undefined) return;
    event.preventSigmaDefault();
    if (oldA === undefined || oldB === undefined) return;
    const camera = this.#sigma.getCamera();
    const before = { x: (oldA.x + oldB.x) / 2, y: (oldA.y + oldB.y) / 2 };
    const after = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    const apart = Math.hypot(oldA.x - oldB.x, oldA.y - oldB.y);
    if (apart === 0) return;
    const factor = Math.hypot(a.x - b.x, a.y - b.y) / apart;
    const ratio = camera.getBoundedRatio(camera.ratio / Math.max(factor, 0.01));
    camera.setState(this.#sigma.getViewportZoomedState(before, ratio));
    const from = this.#sigma.viewportToFramedGraph(before);
    const to = this.#sigma.viewportToFramedGraph(after);
    camera.setState({ x: camera.x + from.x - to.x, y: camera.y + from.y - to.y });
  };
}
