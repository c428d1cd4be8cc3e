/** A stage from the making of its WebGL contexts to their loss: puts scene, states, labels, pointer and camera together. */
import { edgeOf, focusOf, labelAttention, selectionOf } from './attention.ts';
import { type Bounds, sceneBounds } from './bounds.ts';
import { CameraControl } from './camera-control.ts';
import { pointX, pointY } from './curve.ts';
import { Fitting } from './fitting.ts';
import { type Item, type Items, itemsOf } from './focus.ts';
import { type Frame, qualityFor } from './frame.ts';
import { LabelBook, type Measure } from './label-book.ts';
import { LabelLayer } from './label-layer.ts';
import { LabelPlan, WHOLE } from './label-plan.ts';
import { type LabelRanks, labelRanks } from './label-ranks.ts';
import { kindColors, paintOf } from './paint.ts';
import { edgeAt, nodeAt, type Reach } from './pick.ts';
import { Pointer } from './pointer.ts';
import {
  graphX,
  graphY,
  MAX_RADIUS,
  minRadiusFor,
  type Projection,
  screenRadius,
  screenX,
  screenY,
} from './projection.ts';
import type { Scene } from './scene.ts';
import { fillSigma, type Looks, openSigma, projectionOf, type SigmaClass, type StageSigma } from './shell.ts';
import type { CameraState, Stage, StageEvents, StageSight, StageView } from './stage-face.ts';
import { States, type Wanted } from './states.ts';
import { shownItems } from './visibility.ts';

/** A change of the zoom beyond this factor plans the labels anew while the camera is still under way. */
const ZOOMED = 1.08;

export class LiveStage implements Stage, StageSight {
  readonly #element: HTMLElement;
  readonly #scene: Scene;
  readonly #events: StageEvents;
  readonly #bounds: Bounds;
  readonly #frame: Frame;
  readonly #states: States;
  readonly #ranks: LabelRanks;
  readonly #book: LabelBook;
  readonly #plan: LabelPlan;
  readonly #labels: LabelLayer;
  readonly #sigma: StageSigma;
  readonly #camera: CameraControl;
  readonly #pointer: Pointer;
  readonly #fitting: Fitting;
  #view: StageView;
  #looks: Looks;
  #pointed: Item | undefined;
  /** The projection for which the labels were planned last. */
  #settledAt: Projection;
  #settled = false;
  #labelFrame = 0;
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
    this.#settledAt = this.#frame.projection;
    this.#looks = this.#look();
    this.#sigma = openSigma(SigmaCanvas, element, this.#frame, this.#bounds, () => this.#looks, this.#begin);
    const canvas = this.#sigma.createCanvas('words', {
      beforeLayer: 'mouse',
      style: { pointerEvents: 'none' },
    });
    this.#ranks = labelRanks(scene, quality.edgeLabels);
    this.#book = new LabelBook(scene, measureWith(canvas), view.languages, this.#ranks.major);
    this.#plan = new LabelPlan(this.#frame, this.#book, this.#ranks);
    this.#labels = new LabelLayer(canvas, this.#frame, this.#plan);
    this.#pointer = new Pointer(this.#sigma, {
      itemAt: (x, y, reach) => this.#itemAt(x, y, reach),
      onHover: (item) => this.#hover(item),
      onSelect: (item, additive) => events.onSelect(item && this.#keyOf(item), additive),
      onExpand: (item) => this.#expand(item),
      movable: (item) => 'node' in item && scene.nodes.bead[item.node] === 0,
      onDrag: (item, x, y) => this.#drag(item, x, y),
      onDragEnd: () => this.#settle(true),
      still: () => this.#view.reducedMotion,
    });
    this.#camera = new CameraControl(this.#sigma, this.#bounds, {
      onMove: () => this.#moved(),
      onRest: () => this.#rested(),
      busy: () => this.#pointer.gliding,
    });
    this.#fitting = new Fitting(scene, this.#book, this.#ranks, this.#camera);
    this.#go();
    this.#pointer.setStill(view.reducedMotion);
    this.#sigma.on('afterRender', this.#end);
    this.#sized();
    fillSigma(this.#sigma, scene);
    // In a large graph the picture comes first, and its labels right after it.
    if (this.#ranks.nodes.length > WHOLE) this.#firstLabels = setTimeout(() => this.#settle(false));
  }

  update(view: StageView): void {
    const before = this.#view;
    this.#view = view;
    if (view.reducedMotion !== before.reducedMotion) this.#pointer.setStill(view.reducedMotion);
    const painted = view.palette !== before.palette || view.groups !== before.groups;
    if (painted) this.#frame.paint = paintOf(view.palette);
    const worded = view.languages.join(' ') !== before.languages.join(' ');
    if (worded) this.#book.reset(view.languages);
    const filtered = view.hiddenNodes !== before.hiddenNodes || view.hiddenEdges !== before.hiddenEdges;
    this.#go();
    if (painted) this.#refresh();
    if (worded || filtered) this.#settle(!worded);
    else if (painted) this.#sigma.scheduleRender();
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

  locate(key: string): { x: number; y: number; radius: number } | undefined {
    const items = itemsOf(this.#scene, [key]);
    const { projection: view } = this.#frame;
    const { nodes } = this.#scene;
    for (const node of items.nodes) {
      const radius = screenRadius(view, nodes.radius[node]!);
      return { x: screenX(view, nodes.x[node]!), y: screenY(view, nodes.y[node]!), radius };
    }
    for (const edge of items.edges) {
      const trace = this.#scene.trace(edge, view);
      const s = trace.from <= 0 && trace.to >= 0 ? 0 : (trace.from + trace.to) / 2;
      return { x: pointX(trace, s), y: pointY(trace, s), radius: 0 };
    }
    return undefined;
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
    this.#book.fitTo(width);
    this.#fitting.again({ ...this.#frame.projection, width, height });
    this.#begin(this.#sigma);
    if (this.#settled || this.#ranks.nodes.length <= WHOLE) this.#settle(false);
  }

  /** Texts are measured again: fonts have come. */
  reword(): void {
    if (!this.#book.remeasure()) return;
    this.#settle(false);
  }

  kill(): void {
    cancelAnimationFrame(this.#labelFrame);
    clearTimeout(this.#firstLabels);
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
      accent: selection.accent,
      nodeHidden: (node) => shown.nodes[node] === 0,
      edgeHidden: (edge) => shown.edges[edge] === 0,
    };
  }

  /** Goes where view and pointer now say. */
  #go(): void {
    const changed = this.#states.go(this.#want(), performance.now(), this.#view.reducedMotion);
    this.#looks = this.#look();
    this.#refresh(changed);
    const { focus, selection } = this.#states.wanted;
    const emphasised = itemsOf(this.#scene, this.#view.emphasis).nodes;
    const attention = labelAttention(
      this.#scene,
      selection,
      focus,
      this.#pointed,
      emphasised,
      this.#ranks.rank,
    );
    this.#labels.attend(attention, selection.edges);
  }

  /** Sends items to the card again, all where none are named. */
  #refresh(items?: Items): void {
    const { nodes, edges } = this.#scene;
    const partialGraph =
      items === undefined
        ? { nodes: [...nodes.keys], edges: [...edges.keys] }
        : {
            nodes: Array.from(items.nodes, (node) => nodes.keys[node]!),
            edges: Array.from(items.edges, (edge) => edges.keys[edge]!),
          };
    this.#sigma.refresh({ partialGraph, skipIndexation: true, schedule: true });
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
    if (!('node' in item) || edgeOf(this.#scene, item) !== undefined) return false;
    this.#events.onExpand(this.#keyOf(item));
    return true;
  }

  #drag(item: Item, x: number, y: number): void {
    if (!('node' in item)) return;
    const { projection: view } = this.#frame;
    const moved = this.#scene.move(item.node, graphX(view, x), graphY(view, y));
    this.#refresh(moved);
  }

  #moved(): void {
    this.#frame.moving = true;
    if (!this.#fitting.journeying) this.#fitting.release();
  }

  #rested(): void {
    this.#frame.moving = false;
    const { scale, originX, originY } = this.#frame.projection;
    const settled = this.#settledAt;
    if (scale !== settled.scale || originX !== settled.originX || originY !== settled.originY) {
      this.#settle(Math.abs(scale / settled.scale - 1) < 0.005);
    } else this.#sigma.scheduleRender();
    this.#pointer.lookAgain();
    if (this.#fitting.rest()) this.#events.onCamera(this.#camera.state);
  }

  /** Plans the labels; what has one keeps it where the zoom has not changed. */
  #settle(keep: boolean): void {
    this.#settledAt = this.#frame.projection;
    this.#settled = true;
    this.#plan.settle(keep, this.#fitting.framed ? 'drop' : 'allow');
    this.#labels.follow();
    this.#sigma.scheduleRender();
  }

  readonly #begin = (sigma: StageSigma): void => {
    const now = performance.now();
    this.#frame.projection = projectionOf(sigma, this.#bounds, this.#scene.nodes.keys.length);
    this.#frame.clock = this.#states.clock(now);
    this.#frame.dim = this.#states.dim(now);
  };

  readonly #end = (): void => {
    const { projection, moving } = this.#frame;
    if (moving && this.#ranks.nodes.length <= WHOLE) {
      const zoomed = projection.scale / this.#settledAt.scale;
      if (zoomed > ZOOMED || zoomed < 1 / ZOOMED) this.#settle(false);
    }
    this.#drawLabels();
    if (this.#states.running(performance.now())) this.#sigma.scheduleRender();
  };

  readonly #drawLabels = (): void => {
    cancelAnimationFrame(this.#labelFrame);
    const fading = this.#labels.draw(performance.now(), this.#view.reducedMotion);
    if (fading) this.#labelFrame = requestAnimationFrame(this.#drawLabels);
  };
}

function measureWith(canvas: HTMLCanvasElement): Measure {
  const context = canvas.getContext('2d')!;
  let current = '';
  return (text, font) => {
    // Setting the font parses it, even where it is the same.
    if (current !== font) context.font = font;
    current = font;
    return context.measureText(text).width;
  };
}
