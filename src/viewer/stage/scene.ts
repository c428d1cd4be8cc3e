/** The picture beside the data graph: nodes and edges by number, with their places and lines, in flat arrays. */

import { claimNodeKey, type DrawnGraph } from '../../graph/index.ts';
import { STEP, type Steps } from '../../model/index.ts';
import { bendOf } from './bends.ts';
import { loopRadius, newTrace, type Trace, traceEdge, traceLoop } from './curve.ts';
import type { Item } from './focus.ts';
import { Incident } from './incident.ts';
import { claimOfLiteral, type LiteralNode, type LiteralNodes } from './literal-nodes.ts';
import { loopAngles } from './loops.ts';
import { arcMiddle } from './middles.ts';
import { type Projection, screenRadius, screenX, screenY } from './projection.ts';
import { BEAD_RADIUS, type SceneEdges, type SceneNodes, TIE, unformed } from './read-graph.ts';
import { type SharedParts, sharedParts } from './shared-parts.ts';

/** How far a loop reaches from its node's centre at most, in the radii of node and loop together; small ones on screen are larger. */
const LOOP_REACH = 4;

/** What a scene is made of once its graph is read. */
export interface SceneParts {
  readonly nodes: SceneNodes;
  readonly edges: SceneEdges;
  /** The nodes that are beads. */
  readonly beads: readonly number[];
  /** Literals that have nodes. */
  readonly literals: LiteralNodes;
}

/** Built once per data graph; moving a node changes places and bends in it, never the graph. */
export class Scene {
  readonly graph: DrawnGraph;
  readonly nodes: SceneNodes;
  readonly edges: SceneEdges;
  readonly beads: readonly number[];
  readonly #valued: LiteralNodes;
  readonly #shared: SharedParts;
  /** Where the data has the nodes. */
  readonly #home: { readonly x: Float64Array; readonly y: Float64Array };

  /** Its lines have no form, and its beads no place, before {@link shape} is done. @param shared with a scene of the same lines */
  constructor(graph: DrawnGraph, { nodes, edges, beads, literals }: SceneParts, shared?: SharedParts) {
    this.graph = graph;
    this.nodes = nodes;
    this.edges = edges;
    this.beads = beads;
    this.#valued = literals;
    this.#shared = shared ?? sharedParts(nodes, edges);
    this.#home = { x: nodes.x.slice(), y: nodes.y.slice() };
  }

  /** The same nodes and edges where the data has them, for other sizes: the rest is shared. */
  unsized(): Scene {
    const { graph, beads } = this;
    const { x, y } = this.#home;
    const radius = new Float32Array(x.length).fill(BEAD_RADIUS);
    const nodes = { ...this.nodes, x: x.slice(), y: y.slice(), radius };
    const edges = { ...this.edges, ...unformed(this.edges.keys.length) };
    return new Scene(graph, { nodes, edges, beads, literals: this.#valued }, this.#shared);
  }

  /** Gives lines their form and beads their places, in steps. */
  *shape(): Steps<void> {
    const { nodes, edges } = this;
    for (const [loop, angle] of loopAngles(nodes, edges, this.#shared.lane)) edges.bend[loop] = angle;
    yield;
    yield* this.#shapeAll();
    for (const bead of this.#shared.placed) this.#placeBead(bead);
    for (const bead of this.beads) {
      this.#home.x[bead] = nodes.x[bead]!;
      this.#home.y[bead] = nodes.y[bead]!;
    }
  }

  /** Where an entity stands in the data. */
  homeOf(node: number): { readonly x: number; readonly y: number } {
    return { x: this.#home.x[node]!, y: this.#home.y[node]! };
  }

  /** Whether that is where the data has a node. */
  isHome(node: number, x: number, y: number): boolean {
    return this.#home.x[node] === x && this.#home.y[node] === y;
  }

  #moved = false;

  /** Whether entities have been put elsewhere than where the data has them; they may be back. */
  get moved(): boolean {
    return this.#moved;
  }

  /** Puts many entities elsewhere at once; nothing follows before {@link follow} is done. @param places by node */
  moveMany(places: ReadonlyMap<number, { readonly x: number; readonly y: number }>): void {
    const { nodes } = this;
    this.#moved = true;
    places.forEach(({ x, y }, node) => {
      nodes.x[node] = x;
      nodes.y[node] = y;
    });
  }

  /** Brings claims to the middles of their edges, and lines to their ends, in steps. */
  *follow(): Steps<void> {
    const { nodes } = this;
    // A claim without an edge hangs on its subject, which may be a bead that only then gets its place.
    for (let round = 0; round < 2; round += 1) {
      for (const bead of this.beads) if (nodes.ownEdge[bead]! < 0) this.#hang(bead);
      yield* this.#shapeAll();
      for (const bead of this.#shared.placed) this.#placeBead(bead);
      yield;
      if (this.beads.length === 0) return;
    }
  }

  #hang(bead: number): void {
    const tie = this.edgesAt(bead).find(
      (edge) => (this.edges.style[edge]! & TIE) !== 0 && this.edges.source[edge] === bead,
    );
    if (tie === undefined) return;
    const subject = this.edges.target[tie]!;
    for (const axis of ['x', 'y'] as const) {
      this.nodes[axis][bead] =
        this.nodes[axis][subject]! + this.#home[axis][bead]! - this.#home[axis][subject]!;
    }
  }

  /** Moves an entity's node. @returns whatever else moved with it: beads, and the edges at all of them */
  move(node: number, x: number, y: number): { nodes: Set<number>; edges: Set<number> } {
    const { nodes, edges } = this;
    this.#moved = true;
    const moved = { nodes: new Set([node]), edges: new Set<number>() };
    const dx = x - nodes.x[node]!;
    const dy = y - nodes.y[node]!;
    nodes.x[node] = x;
    nodes.y[node] = y;
    for (const edge of this.edgesAt(node)) {
      if ((edges.style[edge]! & TIE) === 0) continue;
      const bead = edges.source[edge]!;
      nodes.x[bead]! += dx;
      nodes.y[bead]! += dy;
      moved.nodes.add(bead);
    }
    const touch = (end: number) => {
      for (const edge of this.edgesAt(end)) {
        moved.edges.add(edge);
        this.#shape(edge);
      }
    };
    for (const end of [...moved.nodes]) touch(end);
    for (const bead of this.#shared.placed) {
      if (!moved.edges.has(nodes.ownEdge[bead]!)) continue;
      this.#placeBead(bead);
      moved.nodes.add(bead);
      touch(bead);
    }
    return moved;
  }

  /** The edges at a node, a loop once. */
  edgesAt(node: number): Int32Array {
    this.#shared.incident ??= new Incident(this.nodes.keys.length, this.edges);
    return this.#shared.incident.at(node);
  }

  /** True for lines that have a lane beside others, and for loops, wherever their ends are. */
  curved(edge: number): boolean {
    return this.#shared.curved[edge] === 1;
  }

  #literals: Map<string, number> | undefined;

  /** The node of the subject of a claim with a literal object. @param claim `<article>/<id>` */
  subjectOfLiteral(claim: string): number | undefined {
    if (this.#literals === undefined) {
      this.#literals = new Map();
      const subjects = this.#literals;
      this.graph.forEachNode((key, { literals }) => {
        for (const { claim } of literals) subjects.set(claim, this.nodes.index.get(key)!);
      });
    }
    return this.#literals.get(claim);
  }

  /** The literal that a node stands for. */
  literalOf(node: number): LiteralNode | undefined {
    const claim = claimOfLiteral(this.nodes.keys[node]!);
    return claim === undefined ? undefined : this.#valued.get(claim);
  }

  /** The predicate of a claim's edge; undefined for a tie. */
  predicateOf(edge: number): string | undefined {
    const key = this.edges.keys[edge]!;
    const literal = this.#valued.get(key);
    if (literal !== undefined) return literal.claim.predicate;
    const attributes = this.graph.getEdgeAttributes(key);
    return attributes.role === 'claim' ? attributes.predicate : undefined;
  }

  /** What the outside knows an item by: a claim's bead by its claim. */
  keyOf(item: Item): string {
    return 'node' in item ? this.keyOfNode(item.node) : this.keyOfEdge(item.edge);
  }

  keyOfNode(node: number): string {
    const key = this.nodes.keys[node]!;
    return claimOfLiteral(key) ?? (this.nodes.bead[node] === 1 ? claimOfBead(key) : key);
  }

  /** A tie is known by its claim. */
  keyOfEdge(edge: number): string {
    const { keys, style, source } = this.edges;
    return (style[edge]! & TIE) === 0 ? keys[edge]! : this.keyOfNode(source[edge]!);
  }

  /** Traces an edge on screen. @param into filled and returned, so that nothing is allocated */
  trace(edge: number, view: Projection, into: Trace = newTrace()): Trace {
    const { nodes, edges } = this;
    const a = edges.source[edge]!;
    const b = edges.target[edge]!;
    const ax = screenX(view, nodes.x[a]!);
    const ay = screenY(view, nodes.y[a]!);
    const ar = screenRadius(view, nodes.radius[a]!);
    if (a === b) return traceLoop(into, ax, ay, ar, edges.bend[edge]!, loopRadius(ar, view.scale));
    const br = screenRadius(view, nodes.radius[b]!);
    const bx = screenX(view, nodes.x[b]!);
    const by = screenY(view, nodes.y[b]!);
    return traceEdge(into, ax, ay, bx, by, ar, br, edges.bend[edge]!);
  }

  *#shapeAll(): Steps<void> {
    for (let edge = 0; edge < this.edges.keys.length; edge += 1) {
      this.#shape(edge);
      if (edge % (2 * STEP) === 0) yield;
    }
  }

  /** Computes a line's bend and the box around it. */
  #shape(edge: number): void {
    const { nodes, edges } = this;
    const a = edges.source[edge]!;
    const b = edges.target[edge]!;
    const ax = nodes.x[a]!;
    const ay = nodes.y[a]!;
    const bx = nodes.x[b]!;
    const by = nodes.y[b]!;
    const { lane, siblings, curved } = this.#shared;
    let out = 0;
    if (a === b) out = LOOP_REACH * (nodes.radius[a]! + loopRadius(nodes.radius[a]!, 1));
    else if (curved[edge] === 1) {
      const chord = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2);
      edges.bend[edge] = bendOf(lane[edge]!, siblings[edge]!, chord);
      out = Math.abs(edges.bend[edge]!) * chord;
    }
    edges.box[4 * edge] = Math.min(ax, bx) - out;
    edges.box[4 * edge + 1] = Math.min(ay, by) - out;
    edges.box[4 * edge + 2] = Math.max(ax, bx) + out;
    edges.box[4 * edge + 3] = Math.max(ay, by) + out;
  }

  #placeBead(bead: number): void {
    const { nodes, edges } = this;
    const edge = nodes.ownEdge[bead]!;
    const a = edges.source[edge]!;
    const b = edges.target[edge]!;
    const ax = nodes.x[a]!;
    const ay = nodes.y[a]!;
    if (a === b) {
      const circle = loopRadius(nodes.radius[a]!, 1);
      const trace = traceLoop(newTrace(), 0, 0, nodes.radius[a]!, edges.bend[edge]!, circle);
      nodes.x[bead] = ax + trace.x + circle * trace.outX;
      nodes.y[bead] = ay - trace.y - circle * trace.outY;
    } else {
      // The ends may have been beads themselves that only now got their places.
      this.#shape(edge);
      const { x, y } = arcMiddle(ax, ay, nodes.x[b]!, nodes.y[b]!, edges.bend[edge]!);
      nodes.x[bead] = x;
      nodes.y[bead] = y;
    }
    for (const other of this.edgesAt(bead)) this.#shape(other);
  }
}

/** `<article>/<id>` of the node `claim:<article>/<id>`. */
export function claimOfBead(key: string): string {
  return key.slice(claimNodeKey('').length);
}
