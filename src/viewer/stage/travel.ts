/** Where the camera goes: to what is asked for, to a point, or where a hand takes it; and what follows once it rests. */
import type { Bounds } from './bounds.ts';
import { CameraControl } from './camera-control.ts';
import { Fitting } from './fitting.ts';
import type { Items } from './focus.ts';
import type { Frame } from './frame.ts';
import type { Occasion } from './label-plan.ts';
import type { Labels } from './labels.ts';
import type { Pointer } from './pointer.ts';
import type { StageSigma } from './shell.ts';
import type { CameraState, Point, StageEvents } from './stage-face.ts';

export interface TravelParts extends Pick<StageEvents, 'onCamera'> {
  readonly frame: Frame;
  readonly labels: Labels;
  readonly pointer: Pointer;
  /** Whether the reader wants no motion. */
  still(): boolean;
  /** Labels are to be placed again. */
  settle(occasion: Occasion): void;
}

export class Travel {
  readonly camera: CameraControl;
  readonly fitting: Fitting;
  readonly #sigma: StageSigma;
  readonly #parts: TravelParts;

  constructor(sigma: StageSigma, bounds: Bounds, parts: TravelParts) {
    const { frame, labels, pointer } = parts;
    this.#sigma = sigma;
    this.#parts = parts;
    this.camera = new CameraControl(sigma, bounds, {
      onMove: () => this.#moved(),
      onRest: () => this.#rested(),
      busy: () => pointer.gliding,
    });
    this.fitting = new Fitting(frame.scene, labels.book, labels.ranks, this.camera);
  }

  /** @param items none for all */
  fit(items: Items): void {
    const { frame, pointer, still } = this.#parts;
    pointer.stop();
    this.fitting.fit(items, frame.projection, still());
  }

  /** About the middle of the canvas. */
  zoom(factor: number): void {
    const { frame, pointer } = this.#parts;
    const { width, height } = frame.projection;
    pointer.zoom({ x: width / 2, y: height / 2 }, factor);
  }

  /** The first journey takes no time: the reader has not been anywhere yet. */
  to(camera: CameraState): void {
    this.#leave(camera, this.#parts.still() || !this.fitting.travelled);
  }

  /** Brings a point, in graph units, to the middle of the canvas. */
  readonly lookAt = ({ x, y }: Point, still: boolean): void => {
    const { scale } = this.#parts.frame.projection;
    this.#leave(this.camera.stateFor({ x, y, scale }), still);
  };

  #leave(camera: CameraState, still: boolean): void {
    this.#parts.pointer.stop();
    this.fitting.release();
    this.camera.go(camera, still);
  }

  #moved(): void {
    this.#parts.frame.moving = true;
    if (!this.fitting.journeying) this.fitting.release();
  }

  #rested(): void {
    const { frame, labels, pointer, settle, onCamera } = this.#parts;
    frame.moving = false;
    const { occasion } = labels;
    // The same fit gives the same picture, wherever the camera came from.
    if (occasion !== undefined) settle(this.fitting.framed ? 'afresh' : occasion);
    else this.#sigma.scheduleRender();
    pointer.lookAgain();
    if (this.fitting.rest()) onCamera(this.camera.state);
  }
}
