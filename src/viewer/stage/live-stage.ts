/** A stage from the making of its WebGL contexts to their loss: puts scene, states, labels, pointer and camera together. */
import { focusOf, labelAttention, selectionOf } from './attention.ts';
import { type Bounds, sceneBounds } from './bounds.ts';
import { CameraControl } from './camera-control.ts';
import { Fitting } from './fitting.ts';
import { type Item, type Items, itemsOf } from './focus.ts';
import { type Frame, qualityFor } from './frame.ts';
import type { Occasion } from './label-plan.ts';
import { Labels } from './labels.ts';
import { locate } from './locate.ts';
import { Moves } from './moves.ts';
import { kindColors, paintOf } from './paint.ts';
import { edgeAt, nodeAt, type Reach } from './pick.ts';
import { Pointer } from './pointer.ts';
import type { ScreenFrame } from './press.ts';
import { graphX, graphY, MAX_RADIUS, minRadiusFor } from './projection.ts';
import type { Scene } from './scene.ts';
import { nodesIn, SelectionFrame } from './selection-frame.ts';
import { Sending, SLICE } from './sending.ts';
import { fillSigma, type Looks, openSigma, projectionOf, type SigmaClass, type StageSigma } from './shell.ts';
import type { CameraState, Insets, Point, Stage, StageEvents, StageSight, StageView } from './stage-face.ts';
import { States, type Wanted } from './states.ts';
import { shownItems } from './visibility.ts';

export class LiveStage implements Stage, StageSight {
  readonly #element: HTMLElement;
  readonly #scene: Scene;
  readonly #events: StageEvents;
  readonly #bounds: Bounds;
  readonly #frame: Frame;
  readonly #states: States;
  readonly #labels: Labels;
  readonly #sigma: StageSigma;
  readonly #sending: Sending;
  readonly #camera: CameraControl;
  readonly #pointer: Pointer;
  readonly #fitting: Fitting;
  readonly #moves: Moves;
  readonly #selectionFrame: SelectionFrame;
  #view: StageView;
  #looks: Looks;
  #pointed: Item | undefined;
  #firstLabels: ReturnType<typeof setTimeout> | undefined;

  constructor(
    SigmaCanvas: SigmaClass,
    element: HTMLElement,
    scene: Scene,
    view: StageView,
    events: StageEvents,
  ) {
    this.#element = element;
    this.#scene = scene;
    this.#events = events;
    this.#view = view;
    this.#bounds = sceneBounds(scene);
    this.#moves = new Moves(scene);
    this.#moves.put(view.places ?? NOWHERE_ELSE);
    const quality = qualityFor(scene.nodes.keys.length, scene.edges.keys.length);
    this.#states = new States(scene, this.#want());
    this.#frame = {
      scene,
      quality,
      nodeStates: this.#states.nodes,
      edgeStates: this.#states.edges,
      projection: {
        scale: 1,
        originX: 0,
        originY: 0,
        width: 1,
        height: 1,
        ratio: 1,
        minRadius: minRadiusFor(scene.nodes.keys.length),
        maxRadius: MAX_RADIUS,
      },
      paint: paintOf(view.palette),
      clock: 1,
      dim: 0,
      moving: false,
    };
    this.#looks = this.#look();
    this.#sigma = openSigma(SigmaCanvas, element, this.#frame, this.#bounds, () => this.#looks, this.#begin);
    this.#sending = new Sending(this.#sigma, scene);
    const canvas = this.#sigma.createCanvas('words', {
      beforeLayer: 'mouse',
      style: { pointerEvents: 'none' },
    });
    const still = () => this.#view.reducedMotion;
    this.#labels = new Labels(canvas, this.#frame, this.#bounds, view.languages, still);
    this.#pointer = new Pointer(this.#sigma, {
      itemAt: (x, y, reach) => this.#itemAt(x, y, reach),
      onHover: (item) => this.#hover(item),
      onSelect: (item, additive) => events.onSelect(item && this.#keyOf(item), additive),
      onExpand: (item) => this.#expand(item),
      movable: (item) => this.#isEntity(item),
      held: (item) => this.#view.selected.has(this.#keyOf(item)),
      framing: () => this.#view.framing === true,
      onDrag: (item, x, y, done) => this.#drag(item, x, y, done),
      onFrame: (frame, additive, done) => this.#drawFrame(frame, additive, done),
      onGrab: () => this.#fitting.interrupt(),
      still,
    });
    this.#selectionFrame = new SelectionFrame(element);
    this.#camera = new CameraControl(this.#sigma, this.#bounds, {
      onMove: () => this.#moved(),
      onRest: () => this.#rested(),
      busy: () => this.#pointer.gliding,
    });
    this.#fitting = new Fitting(scene, this.#labels.book, this.#labels.ranks, this.#camera);
    if (view.insets !== undefined) this.#fitting.insets = view.insets;
    this.#labels.pin(this.#pins());
    this.#go();
    this.#pointer.setStill(view.reducedMotion);
    this.#sigma.on('afterRender', this.#end);
    this.#sized();
    fillSigma(this.#sigma, scene);
    // In a large graph the picture comes first, and its labels right after it.
    if (!this.#labels.prompt) this.#firstLabels = setTimeout(() => this.#settle('afresh'));
  }

  update(view: StageView): void {
    const before = this.#view;
    this.#view = view;
    if (view.reducedMotion !== before.reducedMotion) this.#pointer.setStill(view.reducedMotion);
    const painted =
      view.palette !== before.palette || view.groups !== before.groups || view.colours !== before.colours;
    if (painted) this.#frame.paint = paintOf(view.palette);
    const worded = view.languages.join(' ') !== before.languages.join(' ');
    if (worded) this.#labels.book.reset(view.languages);
    if (view.places !== before.places) this.#follow(this.#moves.put(view.places ?? NOWHERE_ELSE), 'afresh');
    if (view.pinned !== before.pinned) this.#labels.pin(this.#pins());
    const filtered = view.hiddenNodes !== before.hiddenNodes || view.hiddenEdges !== before.hiddenEdges;
    this.#go();
    if (view.insets !== undefined && !sameInsets(view.insets, this.#fitting.insets)) {
      this.#fitting.insets = view.insets;
      this.#fitting.again(this.#frame.projection);
    }
    if (painted) this.#sending.send();
    if (worded || filtered) this.#settle(worded ? 'afresh' : 'panning');
    if (filtered) this.#pointer.lookAgain();
  }

  fit(keys: Iterable<string>): void {
    this.#pointer.stop();
    const items = itemsOf(this.#scene, keys);
    this.#fitting.fit(items, this.#frame.projection, this.#view.reducedMotion);
  }

  zoom(factor: number): void {
    const { width, height } = this.#frame.projection;
    this.#pointer.zoom({ x: width / 2, y: height / 2 }, factor);
  }

  camera(): CameraState {
    return this.#camera.state;
  }

  setCamera(camera: CameraState): void {
    this.#pointer.stop();
    const still = this.#view.reducedMotion || !this.#fitting.travelled;
    this.#fitting.release();
    this.#camera.go(camera, still);
  }

  locate(key: string): ReturnType<StageSight['locate']> {
    return locate(this.#scene, this.#frame.projection, key);
  }

  /** Whether the whole graph is held in sight. */
  get whole(): boolean {
    return this.#fitting.whole;
  }

  readable(): readonly string[] {
    return this.#labels.texts;
  }

  /** Every WebGL canvas, to listen for the loss of its context. */
  canvases(): HTMLCanvasElement[] {
    return Object.values(this.#sigma.getCanvases());
  }

  /** Takes over the container's size and the screen's pixel ratio. */
  resize(): void {
    if (this.#element.offsetWidth === 0 || this.#element.offsetHeight === 0) return;
    this.#sigma.resize(true);
    this.#sized();
    // At once: a canvas of another size is an empty one until it is drawn.
    this.#sigma.refresh({ partialGraph: {}, skipIndexation: true });
  }

  #sized(): void {
    this.#camera.resized();
    const { width, height } = this.#sigma.getDimensions();
    this.#labels.book.fitTo(width);
    this.#fitting.again({ ...this.#frame.projection, width, height });
    this.#begin(this.#sigma);
    // The camera was put, not moved.
    this.#frame.moving = false;
    if (this.#labels.planned || this.#labels.prompt) this.#settle('afresh');
  }

  /** Texts are measured again: fonts have come. */
  reword(): void {
    if (this.#labels.book.remeasure()) this.#settle('afresh');
  }

  kill(): void {
    clearTimeout(this.#firstLabels);
    this.#sending.kill();
    this.#labels.kill();
    this.#camera.kill();
    this.#pointer.kill();
    this.#sigma.kill();
  }

  #want(): Wanted {
    const { hiddenNodes, hiddenEdges, emphasis, selected } = this.#view;
    const before = this.#shownFor;
    if (before?.hiddenNodes !== hiddenNodes || before.hiddenEdges !== hiddenEdges) {
      this.#shownFor = { hiddenNodes, hiddenEdges, shown: shownItems(this.#scene, hiddenNodes, hiddenEdges) };
    }
    return {
      shown: this.#shownFor!.shown,
      focus: focusOf(this.#scene, emphasis, this.#pointed),
      selection: selectionOf(this.#scene, selected),
    };
  }

  #shownFor: (Pick<StageView, 'hiddenNodes' | 'hiddenEdges'> & { shown: Wanted['shown'] }) | undefined;

  #look(): Looks {
    const { shown, selection } = this.#states.wanted;
    return {
      colors: kindColors(this.#view.groups, this.#view.palette),
      own: this.#view.colours,
      accent: selection.accent,
      nodeHidden: (node) => shown.nodes[node] === 0,
      edgeHidden: (edge) => shown.edges[edge] === 0,
    };
  }

  /** Goes where view and pointer now say. */
  #go(): void {
    // What is sent in slices can't share a clock.
    const still = (changes: number) => this.#view.reducedMotion || this.#sending.busy || changes > SLICE;
    const changed = this.#states.go(this.#want(), performance.now(), still);
    this.#looks = this.#look();
    this.#sending.send(changed);
    const { focus, selection } = this.#states.wanted;
    const emphasised = itemsOf(this.#scene, this.#view.emphasis).nodes;
    const { rank } = this.#labels.ranks;
    const attention = labelAttention(this.#scene, selection, focus, this.#pointed, emphasised, rank);
    this.#labels.attend(attention, selection.edges);
  }

  #itemAt(x: number, y: number, reach: Reach): Item | undefined {
    return nodeAt(this.#frame, x, y, reach) ?? this.#labels.itemAt(x, y) ?? edgeAt(this.#frame, x, y, reach);
  }

  #keyOf(item: Item): string {
    return 'node' in item ? this.#scene.keyOfNode(item.node) : this.#scene.keyOfEdge(item.edge);
  }

  #hover(item: Item | undefined): void {
    const key = item && this.#keyOf(item);
    const before = this.#pointed && this.#keyOf(this.#pointed);
    if (key === before) return;
    this.#pointed = item;
    this.#go();
    this.#events.onHover(key);
  }

  #expand(item: Item): boolean {
    if (!this.#isEntity(item)) return false;
    this.#events.onExpand(this.#keyOf(item));
    return true;
  }

  #isEntity(item: Item): boolean {
    return 'node' in item && this.#scene.nodes.bead[item.node] === 0;
  }

  carry(places: ReadonlyMap<string, Point>): void {
    this.#follow(this.#moves.carry(places), 'panning');
  }

  /** Draws what has moved where it is now. */
  #follow(moved: Items | 'all' | undefined, occasion: Occasion): void {
    if (moved === undefined) return;
    this.#labels.ranks.forget();
    this.#sending.send(moved === 'all' ? undefined : moved);
    this.#camera.reach(sceneBounds(this.#scene));
    this.#settle(occasion);
  }

  #drag(item: Item, x: number, y: number, done: boolean): void {
    if (!('node' in item)) return;
    const { projection: view } = this.#frame;
    const key = this.#keyOf(item);
    const place = { x: graphX(view, x), y: graphY(view, y) };
    const moved = this.#moves.carry(new Map([[key, place]]));
    if (done) {
      this.#follow(moved ?? NOTHING, 'panning');
      // Another view of the whole would be another picture: this one is kept as it is.
      this.#fitting.release();
      this.#events.onCamera(this.#camera.state);
    }
    if (!done && moved !== undefined && moved !== 'all') this.#sending.send(moved);
    this.#events.onMove(key, place, done);
  }

  #drawFrame(frame: ScreenFrame, additive: boolean, done: boolean): void {
    if (!done) {
      this.#selectionFrame.show(frame, this.#view.palette.ink);
      return;
    }
    this.#selectionFrame.hide();
    const found = nodesIn(this.#frame, frame);
    this.#events.onFrame(
      found.map((node) => this.#scene.keyOfNode(node)),
      additive,
    );
  }

  #pins(): readonly number[] {
    const { index } = this.#scene.nodes;
    return [...(this.#view.pinned ?? [])].flatMap((key) => index.get(key) ?? []);
  }

  #moved(): void {
    this.#frame.moving = true;
    if (!this.#fitting.journeying) this.#fitting.release();
  }

  #rested(): void {
    this.#frame.moving = false;
    const occasion = this.#labels.occasion;
    // The same fit gives the same picture, wherever the camera came from.
    if (occasion !== undefined) this.#settle(this.#fitting.framed ? 'afresh' : occasion);
    else this.#sigma.scheduleRender();
    this.#pointer.lookAgain();
    if (this.#fitting.rest()) this.#events.onCamera(this.#camera.state);
  }

  #settle(occasion: Occasion): void {
    this.#labels.plan(occasion, this.#fitting.framed ? 'drop' : 'allow');
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
  };
}

const NOWHERE_ELSE: ReadonlyMap<string, Point> = new Map();
const NOTHING: Items = { nodes: new Set(), edges: new Set() };

function sameInsets(a: Insets, b: Insets): boolean {
  return a.top === b.top && a.right === b.right && a.bottom === b.bottom && a.left === b.left;
}
