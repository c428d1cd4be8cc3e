/** What the programs draw, written item by item into their buffers. */
import { STEP, type Steps } from '../../model/index.ts';
import type { EdgeItem } from './edge-program.ts';
import type { Frame } from './frame.ts';
import type { NodeItem } from './node-program.ts';
import { edgeColor, nodeColor } from './paint.ts';
import type { Scene } from './scene.ts';

/** What the items wear. */
export interface Looks {
  readonly colors: ReadonlyMap<string, string>;
  /** Colours by entity, in place of those by kind. */
  readonly own: ReadonlyMap<string, string> | undefined;
  readonly accent: ReadonlySet<number>;
}

/** The part of a program that is used here. */
interface Program<Data> {
  reallocate(capacity: number): void;
  process(fingerprint: number, offset: number, ...data: Data[]): void;
}

export interface Programs {
  readonly nodes: Program<NodeItem>;
  readonly straight: Program<EdgeItem | undefined>;
  readonly curved: Program<EdgeItem | undefined>;
}

export class Buffers {
  readonly #programs: Programs;
  readonly #frame: Frame;
  readonly #looks: () => Looks;
  /** By edge: its place in the buffer of its program. */
  readonly #places: Int32Array;

  /** Makes room for the whole scene; nothing is in it before it is written. @param looks asked anew at every writing */
  constructor(programs: Programs, frame: Frame, looks: () => Looks) {
    this.#programs = programs;
    this.#frame = frame;
    this.#looks = looks;
    const { scene } = frame;
    const counts = { straight: 0, curved: 0 };
    this.#places = new Int32Array(scene.edges.keys.length);
    for (let edge = 0; edge < this.#places.length; edge += 1) {
      const form = formOf(scene, edge);
      this.#places[edge] = counts[form];
      counts[form] += 1;
    }
    programs.nodes.reallocate(scene.nodes.keys.length);
    programs.straight.reallocate(counts.straight);
    programs.curved.reallocate(counts.curved);
  }

  /** Writes everything. */
  *fill(): Steps<void> {
    const { nodes, edges } = this.#frame.scene;
    for (let at = 0; at < nodes.keys.length; at += STEP) {
      this.write(range(at, Math.min(at + STEP, nodes.keys.length)), NONE);
      yield;
    }
    for (let at = 0; at < edges.keys.length; at += STEP) {
      this.write(NONE, range(at, Math.min(at + STEP, edges.keys.length)));
      yield;
    }
  }

  /** Writes items as they are now. */
  write(nodes: Int32Array, edges: Int32Array): void {
    const { scene, paint } = this.#frame;
    const { colors, own, accent } = this.#looks();
    // One object for all: an object for each is what a collection of garbage comes of.
    const data = { item: 0, color: '', accent: false };
    for (let at = 0; at < nodes.length; at += 1) {
      data.item = nodes[at]!;
      data.color = nodeColor(scene, data.item, colors, own, paint.palette);
      data.accent = accent.has(data.item);
      this.#programs.nodes.process(0, data.item, data);
    }
    for (let at = 0; at < edges.length; at += 1) {
      data.item = edges[at]!;
      data.color = edgeColor(scene, data.item, paint.palette);
      const place = this.#places[data.item]!;
      // Sigma hands over the ends too; the program finds them in the scene.
      this.#programs[formOf(scene, data.item)].process(0, place, undefined, undefined, data);
    }
  }
}

function formOf(scene: Scene, edge: number): 'straight' | 'curved' {
  return scene.curved(edge) ? 'curved' : 'straight';
}

const NONE = new Int32Array();

function range(from: number, to: number): Int32Array {
  return new Int32Array(to - from).map((_, at) => from + at);
}
