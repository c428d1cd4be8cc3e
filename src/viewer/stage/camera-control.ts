/** The camera: its bounds, its journeys, and the moment when it comes to rest. */
import type { Bounds } from './bounds.ts';
import { easeInOut, JOURNEY_MS } from './easing.ts';
import type { View } from './framing.ts';
import { type StageSigma, scaleAtRest } from './shell.ts';
import type { CameraState } from './stage-face.ts';

/** Greatest zoom in pixels per graph unit. */
export const CLOSEST = 5;
/** How far one can step back: the whole graph on this share of the canvas. */
const FARTHEST = 0.4;
/** How far the canvas's middle may leave the graph, as a share of the canvas: a tenth of it always lies over the graph. */
const BEYOND = 0.4;
/** Milliseconds without movement after which the camera is at rest. */
const REST_MS = 140;

export interface CameraEvents {
  onMove(): void;
  onRest(): void;
  /** Something else still moves it. */
  busy(): boolean;
}

export class CameraControl {
  readonly #sigma: StageSigma;
  readonly #bounds: Bounds;
  readonly #events: CameraEvents;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Around all that is drawn; camera coordinates refer to the bounds of the data, which never change. */
  #reach: Bounds;

  constructor(sigma: StageSigma, bounds: Bounds, events: CameraEvents) {
    this.#sigma = sigma;
    this.#bounds = bounds;
    this.#events = events;
    this.#reach = bounds;
    const camera = sigma.getCamera();
    camera.clean = (state) => {
      const { width, height } = sigma.getDimensions();
      const beyond = (BEYOND * state.ratio) / Math.min(width, height);
      return {
        x: this.#within('x', state.x, beyond * width),
        y: this.#within('y', state.y, beyond * height),
        ratio: state.ratio,
        angle: 0,
      };
    };
    camera.on('updated', this.#moved);
    this.resized();
  }

  /** Takes the canvas's new size into the bounds of the zoom. */
  resized(): void {
    const camera = this.#sigma.getCamera();
    camera.minRatio = Math.min(1, scaleAtRest(this.#sigma, this.#bounds) / CLOSEST);
    camera.maxRatio = Math.max(1, this.#reach.side / this.#bounds.side) / FARTHEST;
  }

  /** Nodes have moved: the camera may go wherever they are. */
  reach(bounds: Bounds): void {
    this.#reach = bounds;
    this.resized();
  }

  /** @param beyond how far the middle of the view may leave what is drawn, in camera units */
  #within(axis: 'x' | 'y', value: number, beyond: number): number {
    const { [axis]: own, side } = this.#bounds;
    const middle = (own[0] + own[1]) / 2;
    const [low, high] = this.#reach[axis].map((end) => 0.5 + (end - middle) / side) as [number, number];
    return Math.min(Math.max(value, low - beyond), high + beyond);
  }

  get state(): CameraState {
    const { x, y, ratio } = this.#sigma.getCamera();
    return { x, y, ratio };
  }

  /** The camera's state for a view in graph coordinates. */
  stateFor({ x, y, scale }: View): CameraState {
    const { x: across, y: down, side } = this.#bounds;
    return {
      x: 0.5 + (x - (across[0] + across[1]) / 2) / side,
      y: 0.5 + (y - (down[0] + down[1]) / 2) / side,
      ratio: scaleAtRest(this.#sigma, this.#bounds) / scale,
    };
  }

  /** @param still arrive at once */
  go(state: CameraState, still: boolean): void {
    const camera = this.#sigma.getCamera();
    if (!still) void camera.animate(state, { duration: JOURNEY_MS, easing: easeInOut });
    else if (camera.isAnimated()) void camera.animate(state, { duration: 1 });
    else camera.setState(state);
  }

  kill(): void {
    clearTimeout(this.#timer);
    this.#sigma.getCamera().off('updated', this.#moved);
  }

  readonly #moved = (): void => {
    this.#events.onMove();
    this.#wait();
  };

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#sigma.getCamera().isAnimated() || this.#events.busy()) this.#wait();
      else this.#events.onRest();
    }, REST_MS);
  }
}
