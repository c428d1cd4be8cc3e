/** Labels that ask for a place at the present projection: where each can stand, and which are there at all. */
import type { Box } from './boxes.ts';
import { PRESENCE } from './channels.ts';
import { newTrace } from './curve.ts';
import type { Frame } from './frame.ts';
import type { LabelBook, LabelText } from './label-book.ts';
import type { LabelRanks } from './label-ranks.ts';
import { edgeLabelBox, KEPT_INSIDE, lineCarries, lineMeets, nodeLabelBox } from './label-slots.ts';
import { type Candidate, type Disc, disc as discOf } from './place-labels.ts';
import { screenRadius, screenX, screenY } from './projection.ts';
import { DENIED, LOOP } from './read-graph.ts';

type Slots = ReadonlyMap<number, number>;
export interface NodeAsk {
  readonly present: Slots;
  covers(node: number): Candidate['covers'];
  readonly inFull?: number | undefined;
  /** Where the border would cut a label, it is pushed aside. */
  readonly keptInside?: boolean;
  /** Lines that labels keep off if they can, even where they stood before. */
  readonly beside?: readonly number[];
}
export interface EdgeAsk {
  readonly present: Slots;
  readonly covers?: Candidate['covers'];
  /** Sides of a line that its label may stand on. */
  readonly sides?: readonly number[];
}

export class LabelAsks {
  readonly #frame: Frame;
  readonly #book: LabelBook;
  readonly #ranks: LabelRanks;
  readonly #trace = newTrace();

  constructor(frame: Frame, book: LabelBook, ranks: LabelRanks) {
    this.#frame = frame;
    this.#book = book;
    this.#ranks = ranks;
  }

  /** Where a node's label stands at the present projection. */
  nodeBox(node: number, slot: number, { width, style }: LabelText): Box {
    const { scene, projection: view } = this.#frame;
    const x = screenX(view, scene.nodes.x[node]!);
    const y = screenY(view, scene.nodes.y[node]!);
    return nodeLabelBox(slot, x, y, this.radius(node), width, style.height, view.width);
  }

  /** Where a line's label stands; undefined where the line is too short and `must` it carry the text. */
  edgeBox(edge: number, slot: number, { width, style }: LabelText, must = false): Box | undefined {
    const { scene, projection } = this.#frame;
    const bits = scene.edges.style[edge]!;
    const trace = scene.trace(edge, projection, this.#trace);
    const loop = (bits & LOOP) !== 0;
    if (must && !loop && !lineCarries(trace, width)) return undefined;
    const marked = (bits & DENIED) !== 0 || scene.edges.bead[edge]! >= 0;
    return edgeLabelBox(trace, slot, width, style.height, marked, loop);
  }

  /** Of nodes that are on screen, or come there. */
  *nodes(
    nodes: Iterable<number>,
    { present, covers, inFull, keptInside = false, beside = [] }: NodeAsk,
  ): Generator<Candidate> {
    const { scene, projection } = this.#frame;
    const traces = beside.map((edge) => scene.trace(edge, projection, newTrace()));
    for (const item of nodes) {
      if (!this.there(item)) continue;
      const label = item === inFull ? this.#book.nodeInFull(item) : this.#book.node(item);
      if (label.text === '') continue;
      const box = (slot: number) => this.nodeBox(item, slot, label);
      const crossed = (slot: number) => traces.some((trace) => lineMeets(trace, box(slot)));
      const slots = keptInside ? [...this.#ranks.slots(item), ...KEPT_INSIDE] : this.#ranks.slots(item);
      const slot = present.get(item);
      yield {
        item,
        slots: traces.length === 0 ? slots : [...slots].sort((a, b) => +crossed(a) - +crossed(b)),
        slot: slot !== undefined && crossed(slot) ? undefined : slot,
        covers: covers(item),
        box,
      };
    }
  }

  /** Lines carry a text that fits on them, unless it may cover anything. */
  *edges(edges: Iterable<number>, { present, covers, sides = [0, 1] }: EdgeAsk): Generator<Candidate> {
    for (const item of edges) {
      if (!this.edgeThere(item)) continue;
      const label = this.#book.edge(item);
      if (label.text === '') continue;
      yield {
        item,
        slots: sides,
        slot: present.get(item),
        covers,
        box: (slot) => this.edgeBox(item, slot, label, covers === undefined),
      };
    }
  }

  /** Of a disc, in pixels. */
  radius(node: number): number {
    return screenRadius(this.#frame.projection, this.#frame.scene.nodes.radius[node]!);
  }

  disc(node: number, radius: number): Disc {
    const { scene, projection: view } = this.#frame;
    return discOf(node, screenX(view, scene.nodes.x[node]!), screenY(view, scene.nodes.y[node]!), radius);
  }

  /** Whether a node is on screen, or comes there. */
  there(node: number): boolean {
    return this.#frame.nodeStates.to(node, PRESENCE) > 0;
  }

  edgeThere(edge: number): boolean {
    return this.#frame.edgeStates.to(edge, PRESENCE) > 0;
  }

  /** Within the canvas or a third of it beyond its border. */
  inWindow(node: number): boolean {
    const { scene, projection: view } = this.#frame;
    const x = screenX(view, scene.nodes.x[node]!);
    const y = screenY(view, scene.nodes.y[node]!);
    return x > -view.width / 3 && x < view.width * 1.33 && y > -view.height / 3 && y < view.height * 1.33;
  }
}
