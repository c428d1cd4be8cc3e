/** Draws labels over the graph: text with a halo in the ground colour, coming and going gently. */
import { type Attention, NO_ATTENTION } from './attention.ts';
import { type Box, boxHolds, turnedBox } from './boxes.ts';
import { EMPHASIS } from './channels.ts';
import type { Item } from './focus.ts';
import { type Frame, strength } from './frame.ts';
import { type LabelText, MAJOR } from './label-book.ts';
import type { LabelPlan, Shown } from './label-plan.ts';
import { drawPins } from './pins.ts';
import { DENIED } from './read-graph.ts';
import type { LabelSight } from './stage-face.ts';

/** Milliseconds to come and to go; going is quicker, so that two labels hardly ever share a place. */
const COME_MS = 180;
const GO_MS = 90;
/** Width of the halo around letters, in CSS pixels. */
const HALO = 3.6;

/** Of a label: what its letters and their halo cover, or all the space that it keeps free. */
export type LabelPart = 'letters' | 'space';

interface Entry {
  shown: Shown;
  /** Opacity, and where it goes. */
  alpha: number;
  wanted: boolean;
}

export class LabelLayer {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #frame: Frame;
  readonly #plan: LabelPlan;
  #entries = new Map<string, Entry>();
  #attention: Attention = NO_ATTENTION;
  #selected: ReadonlySet<number> = new Set();
  #last = 0;
  /** Nodes that wear a pin. */
  pins: ReadonlySet<number> = new Set();

  constructor(canvas: HTMLCanvasElement, frame: Frame, plan: LabelPlan) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d')!;
    this.#frame = frame;
    this.#plan = plan;
  }

  /** @param selected edges whose labels wear the accent */
  attend(attention: Attention, selected: ReadonlySet<number>): void {
    this.#attention = attention;
    this.#selected = selected;
    this.follow();
  }

  /** Takes over what the plan shows now. */
  follow(): void {
    const next = new Map<string, Entry>();
    const shown = this.#plan.shown(this.#attention);
    const wanted = new Map(shown.map((label) => [keyOf(label), label]));
    // What goes is drawn first, below what comes.
    for (const [key, entry] of this.#entries) {
      if (!wanted.has(key) && entry.alpha > 0) next.set(key, { ...entry, wanted: false });
    }
    for (const [key, label] of wanted) {
      const known = this.#entries.get(key);
      next.set(key, { shown: label, alpha: known?.alpha ?? 0, wanted: true });
    }
    this.#entries = next;
  }

  /** @param still changes take no time @returns whether labels are still coming or going */
  draw(now: number, still: boolean): boolean {
    const passed = still ? Number.POSITIVE_INFINITY : Math.min(now - this.#last, 50);
    this.#last = now;
    this.#clear();
    drawPins(this.#context, this.#frame, this.pins);
    let moving = false;
    for (const [key, entry] of this.#entries) {
      entry.alpha = entry.wanted
        ? Math.min(1, entry.alpha + passed / COME_MS)
        : Math.max(0, entry.alpha - passed / GO_MS);
      if (entry.alpha === 0 && !entry.wanted) {
        this.#entries.delete(key);
        continue;
      }
      if (entry.alpha < 1) moving = true;
      this.#drawOne(entry);
    }
    return moving;
  }

  /** The item whose label holds a point in its letters, or in all the space that it takes. */
  itemAt(x: number, y: number, part: LabelPart): Item | undefined {
    let found: Item | undefined;
    for (const { shown, wanted } of this.#entries.values()) {
      if (!wanted) continue;
      const box = this.#plan.boxOf(shown);
      if (box === undefined) continue;
      const held = part === 'letters' ? lettersOf(box, shown.label) : box;
      if (!boxHolds(held, x, y)) continue;
      found = itemOf(shown);
    }
    return found;
  }

  /** Labels on screen, for those who want to know what can be read. */
  get sights(): LabelSight[] {
    const { scene } = this.#frame;
    return [...this.#entries.values()].flatMap(({ shown, wanted }) => {
      const box = wanted ? this.#plan.boxOf(shown) : undefined;
      if (box === undefined) return [];
      const { x, y, spanX, spanY } = box;
      const key = scene.keyOf(itemOf(shown));
      const sides = { left: x - spanX, top: y - spanY, right: x + spanX, bottom: y + spanY };
      return [{ key, text: shown.label.text, ...sides }];
    });
  }

  #clear(): void {
    const { width, height, ratio } = this.#frame.projection;
    const canvas = this.#canvas;
    const deviceWidth = Math.round(width * ratio);
    const deviceHeight = Math.round(height * ratio);
    if (canvas.width !== deviceWidth || canvas.height !== deviceHeight) {
      canvas.width = deviceWidth;
      canvas.height = deviceHeight;
      Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
    }
    this.#context.setTransform(1, 0, 0, 1, 0, 0);
    this.#context.clearRect(0, 0, deviceWidth, deviceHeight);
  }

  #drawOne({ shown, alpha }: Entry): void {
    const { projection: view, paint, dim, nodeStates, edgeStates, clock, moving } = this.#frame;
    const { label, kind, item } = shown;
    const box = this.#plan.boxOf(shown);
    if (box === undefined) return;
    const wide = box.spanX;
    const high = box.spanY;
    if (box.x + wide < 0 || box.x - wide > view.width || box.y + high < 0 || box.y - high > view.height)
      return;
    const context = this.#context;
    const emphasis = (kind === 'node' ? nodeStates : edgeStates).at(item, EMPHASIS, clock);
    context.globalAlpha = alpha * (shown.held ? 1 : strength(emphasis, dim));
    context.font = label.style.font;
    context.textAlign = 'left';
    context.textBaseline = 'alphabetic';
    context.direction = label.rightToLeft ? 'rtl' : 'ltr';
    context.lineJoin = 'round';
    context.lineWidth = HALO;
    context.strokeStyle = paint.palette.ground;
    const { palette } = paint;
    context.fillStyle =
      kind === 'node'
        ? label.style === MAJOR || shown.held
          ? palette.ink
          : palette.quiet
        : this.#selected.has(item)
          ? palette.accent
          : palette.quiet;
    const upright = box.sin === 0;
    // At rest letters sit on whole device pixels; under way they follow smoothly.
    const snap = (value: number) =>
      moving || !upright ? value : Math.round(value * view.ratio) / view.ratio;
    const left = upright ? snap(box.x - label.width / 2) : -label.width / 2;
    const base = upright ? snap(box.y + label.style.size * 0.35) : label.style.size * 0.35;
    const { ratio } = view;
    if (upright) context.setTransform(ratio, 0, 0, ratio, 0, 0);
    else
      context.setTransform(
        ratio * box.cos,
        ratio * box.sin,
        -ratio * box.sin,
        ratio * box.cos,
        ratio * box.x,
        ratio * box.y,
      );
    context.strokeText(label.text, left, base);
    context.fillText(label.text, left, base);
    // A denied claim's predicate is struck out: read alone it would say the opposite.
    if (kind === 'edge' && (this.#frame.scene.edges.style[item]! & DENIED) !== 0) {
      context.fillRect(left - 1, base - label.style.size * 0.3, label.width + 2, 1);
    }
  }
}

function lettersOf(box: Box, { width, style }: LabelText): Box {
  return turnedBox(box.x, box.y, width / 2 + HALO / 2, style.size / 2, box.cos, box.sin);
}

function itemOf({ kind, item }: Shown): Item {
  return kind === 'node' ? { node: item } : { edge: item };
}

/** A label that changes its text or its place is another label: it fades over instead of jumping. */
function keyOf({ kind, item, slot, label }: Shown): string {
  return `${kind}${item}/${slot}/${label.text}`;
}
