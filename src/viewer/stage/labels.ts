/** The labels of a stage as one: what they say, where they stand, and when they are planned and drawn. */
import type { Attention } from './attention.ts';
import { areaOf, type Bounds } from './bounds.ts';
import type { Item } from './focus.ts';
import type { Frame } from './frame.ts';
import { LabelBook, type Measure } from './label-book.ts';
import { LabelLayer, type LabelPart } from './label-layer.ts';
import { LabelPlan, type Occasion, WHOLE } from './label-plan.ts';
import type { LabelRanks } from './label-ranks.ts';
import type { PlaceOptions } from './place-labels.ts';
import type { Projection } from './projection.ts';
import type { LabelSight } from './stage-face.ts';

/** A change of the zoom beyond this factor plans the labels anew while the camera is still under way. */
const ZOOMED = 1.08;
/** A change of the scale below this share is none: rounding. */
const SAME_SCALE = 0.005;

export interface LabelOptions {
  readonly ranks: LabelRanks;
  readonly languages: readonly string[];
  /** Asked whether changes take no time. */
  readonly still: () => boolean;
}

export class Labels {
  readonly ranks: LabelRanks;
  readonly book: LabelBook;
  readonly #frame: Frame;
  readonly #plan: LabelPlan;
  readonly #layer: LabelLayer;
  readonly #still: () => boolean;
  /** The projection that was planned for last. */
  #planned: Projection | undefined;
  #drawing = 0;

  /** @param canvas over the graph */
  constructor(
    canvas: HTMLCanvasElement,
    frame: Frame,
    bounds: Bounds,
    { ranks, languages, still }: LabelOptions,
  ) {
    this.#frame = frame;
    this.#still = still;
    this.ranks = ranks;
    this.book = new LabelBook(frame.scene, measureText(), languages, this.ranks.major);
    this.#plan = new LabelPlan(frame, this.book, this.ranks, areaOf(bounds));
    this.#layer = new LabelLayer(canvas, frame, this.#plan);
  }

  /** True where labels are planned before the first frame and while zooming; a larger graph has them at rest only. */
  get prompt(): boolean {
    return this.ranks.nodes.length <= WHOLE;
  }

  /** Whether labels have been planned at all. */
  get planned(): boolean {
    return this.#planned !== undefined;
  }

  /** @param selected edges whose labels wear the accent */
  attend(attention: Attention, selected: ReadonlySet<number>): void {
    this.#layer.attend(attention, selected);
  }

  /** @param nodes that wear a pin */
  pin(nodes: ReadonlySet<number>): void {
    this.#layer.pins = nodes;
  }

  plan(occasion: Occasion, border: PlaceOptions['border']): void {
    this.#planned = this.#frame.projection;
    this.#plan.settle(occasion, border);
    this.#layer.follow();
  }

  /** What the camera has done since the last plan; undefined where it stands as it stood. */
  get occasion(): 'panning' | 'zooming' | undefined {
    const now = this.#frame.projection;
    const then = this.#planned;
    if (then === undefined || Math.abs(now.scale / then.scale - 1) > SAME_SCALE) return 'zooming';
    return now.originX === then.originX && now.originY === then.originY ? undefined : 'panning';
  }

  /** Whether the camera has zoomed so far, and is still zooming, that the plan no longer does. */
  get outgrown(): boolean {
    if (this.#planned === undefined || !this.prompt) return false;
    const zoomed = this.#frame.projection.scale / this.#planned.scale;
    return zoomed > ZOOMED || zoomed < 1 / ZOOMED;
  }

  /** Draws them now, and again until all have come or gone. */
  readonly draw = (): void => {
    cancelAnimationFrame(this.#drawing);
    const fading = this.#layer.draw(performance.now(), this.#still());
    if (fading) this.#drawing = requestAnimationFrame(this.draw);
  };

  itemAt(x: number, y: number, part: LabelPart): Item | undefined {
    return this.#layer.itemAt(x, y, part);
  }

  get sights(): LabelSight[] {
    return this.#layer.sights;
  }

  kill(): void {
    cancelAnimationFrame(this.#drawing);
  }
}

/** Measures on a canvas of its own: the one that is drawn on has its font changed all the time. */
function measureText(): Measure {
  const context = document.createElement('canvas').getContext('2d')!;
  let current = '';
  return (text, font) => {
    // Setting a font parses it, even where it is the same.
    if (current !== font) context.font = font;
    current = font;
    return context.measureText(text).width;
  };
}
