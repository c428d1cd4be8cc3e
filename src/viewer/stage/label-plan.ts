/** Which labels a view shows, and where: a settled plan for the zoom, and on top of it what has the reader's attention. */
import type { Attention } from './attention.ts';
import { type Box, uprightBox } from './boxes.ts';
import type { Frame } from './frame.ts';
import { LabelAsks, type NodeAsk } from './label-asks.ts';
import type { LabelBook, LabelText } from './label-book.ts';
import type { LabelRanks } from './label-ranks.ts';
import {
  type Candidate,
  PLACE_OPTIONS,
  type Place,
  type PlaceOptions,
  placeLabels,
  Room,
} from './place-labels.ts';

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
/** Emphasised nodes up to this many are labelled even upon the discs of others; so many selected lines keep labels off. */
const FEW = 12;

/** Why labels are planned. */
export type Occasion = 'panning' | 'zooming' | 'afresh';

export class LabelPlan {
  readonly #frame: Frame;
  readonly #book: LabelBook;
  readonly #ranks: LabelRanks;
  readonly #area: number;
  readonly #asks: LabelAsks;
  #border: PlaceOptions['border'] = 'allow';
  #nodes: Place[] = [];
  #edges: Place[] = [];

  /** @param area of the graph, in graph units squared */
  constructor(frame: Frame, book: LabelBook, ranks: LabelRanks, area: number) {
    this.#frame = frame;
    this.#book = book;
    this.#ranks = ranks;
    this.#area = area;
    this.#asks = new LabelAsks(frame, book, ranks);
  }

  /**
   * Plans for the present projection. After panning, what has a label keeps it, and newcomers take what is left; after
   * zooming, the most important come first again, each where it stood if it can; afresh, each where it is best.
   */
  settle(after: Occasion, border: PlaceOptions['border']): void {
    this.#border = border;
    const keep = after === 'panning';
    const { quality, projection: view } = this.#frame;
    const room = border === 'drop' ? this.#roomBesideCovers() : new Room();
    const whole = this.#ranks.nodes.length <= WHOLE;
    const { nodes } = this.#ranks;
    const { beads } = this.#frame.scene;
    // By their places: to go through so many otherwise makes an object of each.
    for (let rank = 0; rank < nodes.length; rank += 1) {
      const node = nodes[rank]!;
      const radius = this.#asks.radius(node);
      if (radius < SMALLEST_OBSTACLE) break;
      if (this.#asks.there(node) && (whole || this.#asks.inWindow(node)))
        room.discs.add(this.#asks.disc(node, radius));
    }
    for (let at = 0; at < beads.length; at += 1) {
      const node = beads[at]!;
      if (this.#asks.there(node) && (whole || this.#asks.inWindow(node)))
        room.discs.add(this.#asks.disc(node, this.#asks.radius(node)));
    }
    if (after === 'afresh') {
      this.#nodes = [];
      this.#edges = [];
    }
    const present = new Map(this.#nodes.map(({ item, slot }) => [item, slot]));
    const most = whole ? Number.POSITIVE_INFINITY : quality.labels * 3;
    let asked: number[] = [];
    for (let rank = 0; rank < nodes.length && asked.length < most; rank += 1) {
      const node = nodes[rank]!;
      if (this.#asks.there(node) && (whole || this.#asks.inWindow(node))) asked.push(node);
    }
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
    this.#nodes = placeLabels(this.#asks.nodes(asked, { present, covers }), room, { ...options, limit });
    const presentEdges = new Map(this.#edges.map(({ item, slot }) => [item, slot]));
    const lines =
      view.scale < NEAR_ENOUGH || this.#ranks.edges.length > quality.edgeLabels ? [] : this.#ranks.edges;
    this.#edges = placeLabels(this.#asks.edges(lines, { present: presentEdges, sides: [0] }), room, {
      ...options,
      discs: false,
    });
  }

  /** The labels to show now, those that matter most last, so that they are drawn on top. */
  shown(attention: Attention): Shown[] {
    const { projection: view, quality } = this.#frame;
    const room = this.#roomBesideCovers();
    const options = { ...PLACE_OPTIONS, border: this.#border, width: view.width, height: view.height };
    const nodeSlots = new Map(this.#nodes.map(({ item, slot }) => [item, slot]));
    const edgeSlots = new Map(this.#edges.map(({ item, slot }) => [item, slot]));
    const whole = this.#ranks.nodes.length <= WHOLE;
    // Of the neighbours of a hub, those that can be read are asked: the most important on the canvas.
    const nearNodes = whole
      ? attention.nearNodes
      : attention.nearNodes.filter((node) => this.#asks.inWindow(node)).slice(0, quality.labels * 3);
    const held = new Set([...attention.nodes, ...nearNodes].filter((node) => this.#asks.there(node)));
    for (const node of held) room.discs.add(this.#asks.disc(node, this.#asks.radius(node)));
    const ask = (nodes: readonly number[], covers: NodeAsk['covers']) =>
      this.#asks.nodes(nodes, {
        present: nodeSlots,
        covers,
        inFull: attention.pointedNode,
        keptInside: true,
        beside: attention.edges.length <= FEW ? attention.edges : [],
      });
    const askEdges = (edges: readonly number[], covers?: Candidate['covers']) =>
      this.#asks.edges(edges, { present: edgeSlots, covers });
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
      this.#asShown('node', true, placeLabels(ask(nearNodes, near), room, options)),
      this.#asShown('edge', true, placeLabels(askEdges(attention.nearEdges), room, lines)),
    ];
    const taken = new Set(groups.flat().map(({ kind, item }) => `${kind}${item}`));
    if (!attention.dims) {
      const free = (box: Box | undefined) => box !== undefined && !room.labels.hits(box);
      const nodes = this.#nodes.filter(
        ({ item, slot }) =>
          !taken.has(`node${item}`) &&
          this.#asks.there(item) &&
          free(this.#asks.nodeBox(item, slot, this.#book.node(item))),
      );
      const edges = this.#edges.filter(
        ({ item, slot }) =>
          !taken.has(`edge${item}`) &&
          this.#asks.edgeThere(item) &&
          free(this.#asks.edgeBox(item, slot, this.#book.edge(item))),
      );
      groups.push(this.#asShown('node', false, nodes), this.#asShown('edge', false, edges));
    }
    return groups.reverse().flat();
  }

  /** Where a label stands at the present projection; undefined where its line is too short for it. */
  boxOf({ kind, item, slot, label }: Shown): Box | undefined {
    return kind === 'node' ? this.#asks.nodeBox(item, slot, label) : this.#asks.edgeBox(item, slot, label);
  }

  #roomBesideCovers(): Room {
    const room = new Room();
    for (const { left, top, right, bottom } of this.#frame.covers()) {
      room.labels.add(
        uprightBox((left + right) / 2, (top + bottom) / 2, (right - left) / 2, (bottom - top) / 2),
      );
    }
    return room;
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
}
