/** Zooming by wheel and trackpad: the camera glides to where the last turns of the wheel sent it. */
import type { StageSigma } from './shell.ts';

/** Milliseconds in which about two thirds of the way is done. */
const PACE = 55;
/** Nearer than this share of the way the glide has arrived. */
const ARRIVED = 0.002;

/** How much closer a turn of the wheel brings: the browser gives pixels, lines or pages, and Ctrl for a pinch. */
export function wheelFactor({
  deltaY,
  deltaMode,
  ctrlKey,
}: Pick<WheelEvent, 'deltaY' | 'deltaMode' | 'ctrlKey'>): number {
  const pixels = deltaY * (deltaMode === 1 ? 24 : deltaMode === 2 ? 400 : 1);
  const most = Math.max(-180, Math.min(180, pixels));
  return Math.exp(-most * (ctrlKey ? 0.008 : 0.0024));
}

export class Glide {
  readonly #sigma: StageSigma;
  #target = 1;
  #anchor = { x: 0, y: 0 };
  #frame = 0;
  #last = 0;

  constructor(sigma: StageSigma) {
    this.#sigma = sigma;
  }

  get running(): boolean {
    return this.#frame !== 0;
  }

  /** @param factor above 1 comes closer  @param still arrive at once */
  aim(anchor: { x: number; y: number }, factor: number, still: boolean): void {
    const camera = this.#sigma.getCamera();
    this.#anchor = anchor;
    this.#target = camera.getBoundedRatio((this.running ? this.#target : camera.ratio) / factor);
    if (still) {
      this.stop();
      this.#to(this.#target);
    } else if (!this.running) {
      this.#last = performance.now();
      this.#frame = requestAnimationFrame(this.#step);
    }
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  readonly #step = (now: number): void => {
    const { ratio } = this.#sigma.getCamera();
    const done = 1 - Math.exp(-Math.max(1, now - this.#last) / PACE);
    this.#last = now;
    const near = Math.abs(Math.log(this.#target / ratio)) < ARRIVED;
    this.#frame = near ? 0 : requestAnimationFrame(this.#step);
    this.#to(near ? this.#target : ratio * (this.#target / ratio) ** done);
  };

  #to(ratio: number): void {
    this.#sigma.getCamera().setState(this.#sigma.getViewportZoomedState(this.#anchor, ratio));
  }
}
