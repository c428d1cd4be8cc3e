/** Which labels a view shows, and where: a settled plan for the zoom, and on top of it what has the reader's attention. */

import type { Box } from './boxes.ts';
import { PRESENCE } from './channels.ts';
import { newTrace } from './curve.ts';
import type { Frame } from './frame.ts';
import type { LabelBook, LabelText } from './label-book.ts';
import type { LabelRanks } from './label-ranks.ts';
import { edgeLabelBox, lineCarries, nodeLabelBox } from './label-slots.ts';
import {
  type Candidate,
  disc,
  PLACE_OPTIONS,
  type Place,
  type PlaceOptions,
  placeLabels,
  Room,
} from './place-labels.ts';
import { screenRadius, screenX, screenY } from './projection.ts';
import { DENIED, LOOP } from './read-graph.ts';

/** What the reader attends to, most important first; numbers of nodes and edges. */
export interface Attention {
  /** Pointed at or selected: labelled whatever it covers. */
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  /** In focus: labelled before all others. */
  readonly nearNodes: readonly number[];
  readonly nearEdges: readonly number[];
  /** Of the near nodes, those that the view asks for: if they are few, labelled even upon discs, though not upon names. */
  readonly emphasised: ReadonlySet<number>;
  /** The node or edge under the pointer is read in full. */
  readonly pointedNode: number | undefined;
  /** Everything else recedes. */
  readonly dims: boolean;
}

export const NO_ATTENTION: Attention = {
  nodes: [],
  edges: [],
  nearNodes: [],
  nearEdges: [],
  emphasised: new Set(),
  pointedNode: undefined,
  dims: false,
};

export interface Shown {
  readonly kind: 'node' | 'edge';
  readonly item: number;
  readonly slot: number;
  readonly label: LabelText;
  /** Held by the reader's attention. */
  readonly held: boolean;
}

/** Graphs up to this many nodes are labelled whole, so that panning changes nothing at all. */
export const WHOLE = 2_000;
/** Smaller discs, in pixels, are no obstacle: in a large graph nothing could be labelled otherwise. */
const SMALLEST_OBSTACLE = 1.9;
/** From this many pixels a graph unit on, lines wear labels where there is room. */
const NEAR_ENOUGH = 1.5;
/** There is one label for so many square pixels at most: where there is room for more, calm is worth more. */
const PIXELS_PER_LABEL = 4_200;
/** Of the labels set large, one for so many square pixels of the canvas may cover small discs rather than be left out. */
const PIXELS_PER_COVER = 40_000;
/** Emphasised nodes up to this many are labelled even upon the discs of others. */
const FEW = 12;

type Slots = ReadonlyMap<number, number>;
interface NodeAsk {
  readonly present: Slots;
  covers(node: number): Candidate['covers'];
  readonly inFull?: number | undefined;
}
interface EdgeAsk {
  readonly present: Slots;
  readonly covers?: Candidate['covers'];
  /** Sides of a line that its label may stand on. */
  readonly sides?: readonly number[];
}

/** Why labels are planned. */
export type Occasion = 'panning' | 'zooming' | 'afresh';

export class LabelPlan {
  readonly #frame: Frame;
  readonly #book: LabelBook;
  readonly #ranks: LabelRanks;
  readonly #area: number;
  #nodes: Place[] = [];
  #edges: Place[] = [];

  /** @param area of the graph, in graph units squared */
  constructor(frame: Frame, book: LabelBook, ranks: LabelRanks, area: number) {
    this.#frame = frame;
    this.#book = book;
    this.#ranks = ranks;
    this.#area = area;
  }

  /**
   * Plans for the present projection. After panning, what has a label keeps it, and newcomers take what is left; after
   * zooming, the most important come first again, each where it stood if it can; afresh, each where it is best.
   */
  settle(after: Occasion, border: PlaceOptions['border']): void {
    const keep = after === 'panning';
    const { quality, projection: view } = this.#frame;
    const room = new Room();
    const whole = this.#ranks.nodes.length <= WHOLE;
    for (const node of this.#ranks.nodes) {
      const radius = this.#radius(node);
      if (radius < SMALLEST_OBSTACLE) break;
      if (this.#there(node) && (whole || this.#inWindow(node))) room.discs.add(this.#disc(node, radius));
    }
    for (const node of this.#frame.scene.beads) {
      if (this.#there(node) && (whole || this.#inWindow(node)))
        room.discs.add(this.#disc(node, this.#radius(node)));
    }
    if (after === 'afresh') {
      this.#nodes = [];
      this.#edges = [];
    }
    const present = new Map(this.#nodes.map(({ item, slot }) => [item, slot]));
    let asked = this.#ranks.nodes.filter((node) => this.#there(node) && (whole || this.#inWindow(node)));
    if (!whole) asked = asked.slice(0, quality.labels * 3);
    if (keep)
      asked = [...asked.filter((node) => present.has(node)), ...asked.filter((node) => !present.has(node))];
    const options = { ...PLACE_OPTIONS, border, still: keep, width: view.width, height: view.height };
    const foremost = (view.width * view.height) / PIXELS_PER_COVER;
    const covers = (node: number) =>
      this.#ranks.major.has(node) && this.#ranks.rank(node) < foremost ? ('discs' as const) : undefined;
    const ground = whole ? this.#area * view.scale ** 2 : view.width * view.height;
    const limit = Math.min(
      Math.ceil(ground / PIXELS_PER_LABEL),
      whole ? Number.POSITIVE_INFINITY : quality.labels,
    );
    this.#nodes = placeLabels(this.#askNodes(asked, { present, covers }), room, { ...options, limit });
    const presentEdges = new Map(this.#edges.map(({ item, slot }) => [item, slot]));
    const lines =
      view.scale < NEAR_ENOUGH || this.#ranks.edges.length > quality.edgeLabels ? [] : this.#ranks.edges;
    this.#edges = placeLabels(this.#askEdges(lines, { present: presentEdges, sides: [0] }), room, {
      ...options,
      discs: false,
    });
  }

  /** The labels to show now, those that matter most last, so that they are drawn on top. */
  shown(attention: Attention): Shown[] {
    const { projection: view } = this.#frame;
    const room = new Room();
    const options = { ...PLACE_OPTIONS, width: view.width, height: view.height };
    const nodeSlots = new Map(this.#nodes.map(({ item, slot }) => [item, slot]));
    const edgeSlots = new Map(this.#edges.map(({ item, slot }) => [item, slot]));
    const held = new Set([...attention.nodes, ...attention.nearNodes].filter((node) => this.#there(node)));
    for (const node of held) room.discs.add(this.#disc(node, this.#radius(node)));
    const ask = (nodes: readonly number[], covers: NodeAsk['covers']) =>
      this.#askNodes(nodes, { present: nodeSlots, covers, inFull: attention.pointedNode });
    const askEdges = (edges: readonly number[], covers?: Candidate['covers']) =>
      this.#askEdges(edges, { present: edgeSlots, covers });
    const asked = attention.emphasised.size <= FEW ? ('discs' as const) : undefined;
    const near = (node: number) => (attention.emphasised.has(node) ? asked : undefined);
    const lines = { ...options, discs: false };
    const { pointedNode } = attention;
    const groups = [
      this.#asShown(
        'node',
        true,
        placeLabels(
          ask(attention.nodes, () => 'anything'),
          room,
          options,
        ),
        pointedNode,
      ),
      this.#asShown('edge', true, placeLabels(askEdges(attention.edges, 'anything'), room, lines)),
      this.#asShown('node', true, placeLabels(ask(attention.nearNodes, near), room, options)),
      this.#asShown('edge', true, placeLabels(askEdges(attention.nearEdges), room, lines)),
    ];
    const taken = new Set(groups.flat().map(({ kind, item }) => `${kind}${item}`));
    if (!attention.dims) {
      const free = (box: Box | undefined) => box !== undefined && !room.labels.hits(box);
      const nodes = this.#nodes.filter(
        ({ item, slot }) =>
          !taken.has(`node${item}`) &&
          this.#there(item) &&
          free(this.nodeBox(item, slot, this.#book.node(item))),
      );
      const edges = this.#edges.filter(
        ({ item, slot }) =>
          !taken.has(`edge${item}`) &&
          this.#edgeThere(item) &&
          free(this.edgeBox(item, slot, this.#book.edge(item))),
      );
      groups.push(this.#asShown('node', false, nodes), this.#asShown('edge', false, edges));
    }
    return groups.reverse().flat();
  }

  /** Where a node's label stands at the present projection. */
  nodeBox(node: number, slot: number, { width, style }: LabelText): Box {
    const { scene, projection: view } = this.#frame;
    const x = screenX(view, scene.nodes.x[node]!);
    const y = screenY(view, scene.nodes.y[node]!);
    return nodeLabelBox(slot, x, y, this.#radius(node), width, style.height);
  }

  readonly #trace = newTrace();

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

  #asShown(kind: 'node' | 'edge', held: boolean, places: readonly Place[], inFull?: number): Shown[] {
    return places.map(({ item, slot }) => {
      const label =
        kind === 'edge'
          ? this.#book.edge(item)
          : item === inFull
            ? this.#book.nodeInFull(item)
            : this.#book.node(item);
      return { kind, item, slot, label, held };
    });
  }

  *#askNodes(nodes: Iterable<number>, { present, covers, inFull }: NodeAsk): Generator<Candidate> {
    for (const item of nodes) {
      if (!this.#there(item)) continue;
      const label = item === inFull ? this.#book.nodeInFull(item) : this.#book.node(item);
      if (label.text === '') continue;
      yield {
        item,
        slots: this.#ranks.slots(item),
        slot: present.get(item),
        covers: covers(item),
        box: (slot) => this.nodeBox(item, slot, label),
      };
    }
  }

  /** Lines carry a text that fits on them, unless it may cover anything. */
  *#askEdges(edges: Iterable<number>, { present, covers, sides = [0, 1] }: EdgeAsk): Generator<Candidate> {
    for (const item of edges) {
      if (!this.#edgeThere(item)) continue;
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

  #radius(node: number): number {
    return screenRadius(this.#frame.projection, this.#frame.scene.nodes.radius[node]!);
  }

  #disc(node: number, radius: number) {
    const { scene, projection: view } = this.#frame;
    return disc(node, screenX(view, scene.nodes.x[node]!), screenY(view, scene.nodes.y[node]!), radius);
  }

  #there(node: number): boolean {
    return this.#frame.nodeStates.to(node, PRESENCE) > 0;
  }

  #edgeThere(edge: number): boolean {
    return this.#frame.edgeStates.to(edge, PRESENCE) > 0;
  }

  /** Within the canvas or a third of it beyond its border. */
  #inWindow(node: number): boolean {
    const { scene, projection: view } = this.#frame;
    const x = screenX(view, scene.nodes.x[node]!);
    const y = screenY(view, scene.nodes.y[node]!);
    return x > -view.width / 3 && x < view.width * 1.33 && y > -view.height / 3 && y < view.height * 1.33;
  }
}
