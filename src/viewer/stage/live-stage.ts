/** A stage from the making of its WebGL contexts to their loss: puts scene, states, labels, pointer and camera together. */
import { finish, type Steps } from '../../model/index.ts';
import { nextFrame } from '../turns.ts';
import { labelAttention } from './attention.ts';
import type { Bounds } from './bounds.ts';
import type { Buffers, Looks } from './buffers.ts';
import { Carrying } from './carrying.ts';
import { type Item, itemsOf } from './focus.ts';
import { type Frame, frameOf } from './frame.ts';
import { type Groundwork, NOWHERE_ELSE } from './groundwork.ts';
import type { Occasion } from './label-plan.ts';
import { Labels } from './labels.ts';
import { locate } from './locate.ts';
import { Overview } from './overview.ts';
import { paintOf } from './paint.ts';
import { Pointer } from './pointer.ts';
import type { Scene } from './scene.ts';
import { SelectionOutline } from './selection-outline.ts';
import { Sending, SLICE } from './sending.ts';
import { openSigma, projectionOf, type SigmaClass, type StageSigma } from './shell.ts';
import type {
  CameraState,
  LabelSight,
  Point,
  Stage,
  StageEvents,
  StageSight,
  StageView,
} from './stage-face.ts';
import type { States, Wanted } from './states.ts';
import { pointerHost } from './touch.ts';
import { Travel } from './travel.ts';
import { changesBetween } from './view-changes.ts';
import { looksOf, type Wants } from './wants.ts';

/** What the stage says of itself besides. */
export interface LiveEvents extends StageEvents {
  /** A frame was drawn. */
  onDrawn(): void;
}

export class LiveStage implements Stage, Omit<StageSight, 'readable' | 'overview' | 'watch'> {
  readonly #element: HTMLElement;
  readonly #scene: Scene;
  readonly #events: LiveEvents;
  readonly #bounds: Bounds;
  readonly #frame: Frame;
  readonly #states: States;
  readonly #labels: Labels;
  readonly #sigma: StageSigma;
  readonly #buffers: Buffers;
  readonly #sending: Sending;
  readonly #pointer: Pointer;
  readonly #travel: Travel;
  readonly #carrying: Carrying;
  readonly #wants: Wants;
  readonly #outline: SelectionOutline;
  readonly overview: Overview;
  #view: StageView;
  #looks: Looks;
  #pointed: Item | undefined;

  /** @param ground worked out for the first view */
  constructor(SigmaCanvas: SigmaClass, element: HTMLElement, ground: Groundwork, events: LiveEvents) {
    const { scene, view, moves, ranks } = ground;
    this.#element = element;
    this.#scene = scene;
    this.#events = events;
    this.#view = view;
    this.#bounds = ground.bounds;
    this.#wants = ground.wants;
    this.#states = ground.states;
    this.#frame = frameOf(scene, this.#states, view.palette, () => this.#view.covers?.() ?? []);
    this.#looks = looksOf(this.#view, this.#states.wanted);
    const shell = openSigma(SigmaCanvas, element, {
      frame: this.#frame,
      bounds: this.#bounds,
      looks: () => this.#looks,
      filled: () => this.#filled,
      begin: this.#begin,
    });
    this.#sigma = shell.sigma;
    this.#buffers = shell.buffers;
    this.#sending = new Sending(this.#sigma, this.#buffers, scene);
    const canvas = this.#sigma.createCanvas('words', {
      beforeLayer: 'mouse',
      style: { pointerEvents: 'none' },
    });
    const still = () => this.#view.reducedMotion;
    this.#labels = new Labels(canvas, this.#frame, this.#bounds, { ranks, languages: view.languages, still });
    this.#outline = new SelectionOutline(element, this.#frame, events.onOutline);
    this.#pointer = new Pointer(
      this.#sigma,
      pointerHost({
        frame: this.#frame,
        labels: this.#labels,
        outline: this.#outline,
        events,
        view: () => this.#view,
        carrying: () => this.#carrying,
        onPointed: (item) => {
          this.#pointed = item;
          this.#go();
        },
        onGrab: () => this.#travel.fitting.interrupt(),
      }),
    );
    this.#travel = new Travel(this.#sigma, this.#bounds, {
      frame: this.#frame,
      labels: this.#labels,
      pointer: this.#pointer,
      still,
      settle: (occasion) => this.#settle(occasion),
      onCamera: events.onCamera,
    });
    const { camera, fitting } = this.#travel;
    fitting.keepFree(view.insets);
    this.overview = new Overview(this.#frame, () => this.#looks, this.#travel.lookAt);
    this.#carrying = new Carrying(moves, {
      frame: this.#frame,
      labels: this.#labels,
      sending: this.#sending,
      camera,
      fitting,
      overview: this.overview,
      settle: (occasion) => this.#settle(occasion),
      events,
    });
    this.#labels.pin(itemsOf(scene, view.pinned ?? []).nodes);
    this.#pointer.setStill(view.reducedMotion);
    this.#sigma.on('afterRender', this.#end);
  }

  #filled = false;

  /** Fills the buffers and draws the first frame: a part of its making that may take several tasks. Nothing is asked of it before. */
  *fill(): Steps<void> {
    this.#go();
    yield;
    if (this.#killed) return;
    yield* this.#sized();
    if (this.#killed) return;
    yield;
    yield* this.#buffers.fill();
    if (this.#killed) return;
    this.#filled = true;
    this.#sigma.refresh();
    // The picture comes first, and its labels right after it.
    void nextFrame().then(() => this.#killed || this.#settle('afresh'));
  }

  update(view: StageView): void {
    const { motion, painted, worded, placed, pinned, filtered } = changesBetween(this.#view, view);
    this.#view = view;
    if (motion) this.#pointer.setStill(view.reducedMotion);
    if (painted) this.#frame.paint = paintOf(view.palette);
    if (worded) this.#labels.book.reset(view.languages);
    if (placed) this.#carrying.put(view.places ?? NOWHERE_ELSE);
    if (pinned) this.#labels.pin(itemsOf(this.#scene, view.pinned ?? []).nodes);
    this.#go();
    const { fitting } = this.#travel;
    if (fitting.keepFree(view.insets)) finish(fitting.again(this.#frame.projection));
    if (painted || filtered) this.overview.changed();
    if (painted) this.#sending.send();
    if (worded || filtered) this.#settle(worded ? 'afresh' : 'panning');
    if (filtered) this.#pointer.lookAgain();
  }

  fit(keys: Iterable<string>): void {
    this.#travel.fit(itemsOf(this.#scene, keys));
  }

  covered(): void {
    this.#settle('panning');
  }

  zoom(factor: number): void {
    this.#travel.zoom(factor);
  }

  camera(): CameraState {
    return this.#travel.camera.state;
  }

  setCamera(camera: CameraState): void {
    this.#travel.to(camera);
  }

  carry(places: ReadonlyMap<string, Point>): void {
    this.#carrying.carry(places);
  }

  locate(key: string): ReturnType<StageSight['locate']> {
    return locate(this.#scene, this.#frame.projection, key);
  }

  /** Whether the whole graph is held in sight. */
  get whole(): boolean {
    return this.#travel.fitting.whole;
  }

  labels(): readonly LabelSight[] {
    return this.#labels.sights;
  }

  inSight(): readonly string[] {
    return this.#outline.keysInSight();
  }

  /** Every WebGL canvas, to listen for the loss of its context. */
  canvases(): HTMLCanvasElement[] {
    return Object.values(this.#sigma.getCanvases());
  }

  /** Takes over the container's size and the screen's pixel ratio. */
  resize(): void {
    if (this.#element.offsetWidth === 0 || this.#element.offsetHeight === 0) {
      this.#pointer.gone();
      return;
    }
    this.#sigma.resize(true);
    finish(this.#sized());
    // At once: a canvas of another size is an empty one until it is drawn.
    this.#sigma.refresh();
  }

  *#sized(): Steps<void> {
    this.#travel.camera.resized();
    const { width, height } = this.#sigma.getDimensions();
    this.#labels.book.fitTo(width);
    yield* this.#travel.fitting.again({ ...this.#frame.projection, width, height });
    if (this.#killed) return;
    this.#begin(this.#sigma);
    // The camera was put, not moved.
    this.#frame.moving = false;
    if (this.#labels.planned) this.#settle('afresh');
  }

  /** Texts are measured again: fonts have come. */
  reword(): void {
    if (this.#labels.book.remeasure()) this.#settle('afresh');
  }

  #killed = false;

  kill(): void {
    this.#killed = true;
    this.#carrying.kill();
    this.#sending.kill();
    this.#labels.kill();
    this.#travel.camera.kill();
    this.#pointer.kill();
    this.#sigma.kill();
  }

  #want(): Wanted {
    return this.#wants.of(this.#view, this.#pointed);
  }

  /** Goes where view and pointer now say. */
  #go(): void {
    // What is sent in slices can't share a clock.
    const still = (changes: number) => this.#view.reducedMotion || this.#sending.busy || changes > SLICE;
    const changed = this.#states.go(this.#want(), performance.now(), still);
    this.#looks = looksOf(this.#view, this.#states.wanted);
    this.#sending.send(changed);
    const { focus, selection } = this.#states.wanted;
    const emphasised = this.#wants.emphasised(this.#view.emphasis).nodes;
    const { rank } = this.#labels.ranks;
    const attention = labelAttention(this.#scene, selection, focus, this.#pointed, emphasised, rank);
    this.#labels.attend(attention, selection.edges);
  }

  #settle(occasion: Occasion): void {
    // The camera may have rested before there was anything to see.
    if (!this.#filled) return;
    this.#labels.plan(occasion, this.#travel.fitting.framed ? 'drop' : 'allow');
    this.#sigma.scheduleRender();
  }

  readonly #begin = (sigma: StageSigma): void => {
    const now = performance.now();
    this.#frame.projection = projectionOf(sigma, this.#bounds, this.#scene.nodes.keys.length);
    this.#frame.clock = this.#states.clock(now);
    this.#frame.dim = this.#states.dim(now);
  };

  readonly #end = (): void => {
    if (this.#frame.moving && this.#labels.outgrown) this.#settle('zooming');
    this.#labels.draw();
    if (this.#states.running(performance.now())) this.#sigma.scheduleRender();
    this.#events.onDrawn();
  };
}
