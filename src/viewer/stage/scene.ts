/** The picture beside the data graph: nodes and edges by number, with their places and lines, in flat arrays. */
import { type ClewGraph, claimNodeKey } from '../../graph/index.ts';
import { bendOf, lanesOf } from './bends.ts';
import { loopRadius, newTrace, type Trace, traceEdge, traceLoop } from './curve.ts';
import { loopAngles } from './loops.ts';
import { arcMiddle, middleOrder } from './middles.ts';
import { type Projection, screenRadius, screenX, screenY } from './projection.ts';
import { readEdges, readNodes, type SceneEdges, type SceneNodes, TIE } from './read-graph.ts';

/** Edges above this number are drawn straight: their curves could not be told apart, and straight lines are cheap. */
const MOST_CURVED = 60_000;

/** Built once per data graph; moving a node changes places and bends in it, never the graph. */
export class Scene {
  readonly graph: ClewGraph;
  readonly nodes: SceneNodes;
  readonly edges: SceneEdges;
  /** The nodes that are beads. */
  readonly beads: readonly number[];
  /** The beads that sit on edges, in the order in which they can be placed. */
  readonly #placed: readonly number[];
  readonly #lane: Float32Array;
  readonly #siblings: Uint16Array;

  constructor(graph: ClewGraph) {
    this.graph = graph;
    this.nodes = readNodes(graph);
    this.edges = readEdges(graph, this.nodes);
    const { nodes, edges } = this;
    const beads: number[] = [];
    for (let node = 0; node < nodes.keys.length; node += 1) {
      if (nodes.bead[node] === 0) continue;
      beads.push(node);
      const own = edges.index.get(claimOfBead(nodes.keys[node]!));
      nodes.ownEdge[node] = own ?? -1;
      if (own !== undefined) edges.bead[own] = node;
    }
    this.beads = beads;
    const { lane, siblings } = lanesOf(edges.source, edges.target, nodes.keys.length);
    this.#lane = edges.keys.length > MOST_CURVED ? lane.fill(0) : lane;
    this.#siblings = siblings;
    this.#placed = middleOrder(nodes.ownEdge, edges.source, edges.target);
    const angles = loopAngles(nodes, edges, lane);
    for (let edge = 0; edge < edges.keys.length; edge += 1) {
      if (edges.source[edge] === edges.target[edge]) edges.bend[edge] = angles.get(edge)!;
      else this.#bend(edge);
    }
    for (const bead of this.#placed) this.#placeBead(bead);
  }

  /** Moves an entity's node. @returns whatever else moved with it: beads, and the edges at all of them */
  move(node: number, x: number, y: number): { nodes: Set<number>; edges: Set<number> } {
    const { nodes, edges } = this;
    const moved = { nodes: new Set([node]), edges: new Set<number>() };
    nodes.x[node] = x;
    nodes.y[node] = y;
    const touch = (end: number) => {
      for (const edge of this.edgesAt(end)) {
        moved.edges.add(edge);
        if (edges.source[edge] !== edges.target[edge]) this.#bend(edge);
      }
    };
    touch(node);
    for (const bead of this.#placed) {
      if (!moved.edges.has(nodes.ownEdge[bead]!)) continue;
      this.#placeBead(bead);
      moved.nodes.add(bead);
      touch(bead);
    }
    return moved;
  }

  #at: { start: Int32Array; list: Int32Array } | undefined;

  /** The edges at a node, a loop once. */
  edgesAt(node: number): Int32Array {
    this.#at ??= edgesByNode(this.nodes.keys.length, this.edges);
    return this.#at.list.subarray(this.#at.start[node]!, this.#at.start[node + 1]!);
  }

  /** True for lines that have a lane beside others, and for loops, wherever their ends are. */
  curved(edge: number): boolean {
    return this.#lane[edge] !== 0 || this.edges.source[edge] === this.edges.target[edge];
  }

  #literals: Map<string, number> | undefined;

  /** The node of the subject of a claim with a literal object. @param claim `<article>/<id>` */
  subjectOfLiteral(claim: string): number | undefined {
    if (this.#literals === undefined) {
      this.#literals = new Map();
      for (const [node, key] of this.nodes.keys.entries()) {
        for (const literal of this.graph.getNodeAttribute(key, 'literals'))
          this.#literals.set(literal.claim, node);
      }
    }
    return this.#literals.get(claim);
  }

  /** What the outside knows an item by: a claim's bead by its claim. */
  keyOfNode(node: number): string {
    const key = this.nodes.keys[node]!;
    return this.nodes.bead[node] === 1 ? claimOfBead(key) : key;
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

  #bend(edge: number): void {
    const { nodes, edges } = this;
    const a = edges.source[edge]!;
    const b = edges.target[edge]!;
    const chord = Math.hypot(nodes.x[b]! - nodes.x[a]!, nodes.y[b]! - nodes.y[a]!);
    edges.bend[edge] = bendOf(this.#lane[edge]!, this.#siblings[edge]!, chord);
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
      this.#bend(edge);
      const { x, y } = arcMiddle(ax, ay, nodes.x[b]!, nodes.y[b]!, edges.bend[edge]!);
      nodes.x[bead] = x;
      nodes.y[bead] = y;
      for (const other of this.edgesAt(bead))
        if (edges.source[other] !== edges.target[other]) this.#bend(other);
    }
  }
}

/** `<article>/<id>` of the node `claim:<article>/<id>`. */
export function claimOfBead(key: string): string {
  return key.slice(claimNodeKey('').length);
}

function edgesByNode(order: number, { source, target }: SceneEdges): { start: Int32Array; list: Int32Array } {
  const start = new Int32Array(order + 1);
  for (let edge = 0; edge < source.length; edge += 1) {
    start[source[edge]! + 1]! += 1;
    if (source[edge] !== target[edge]) start[target[edge]! + 1]! += 1;
  }
  for (let node = 0; node < order; node += 1) start[node + 1]! += start[node]!;
  const next = start.slice(0, order);
  const list = new Int32Array(start[order]!);
  const put = (node: number, edge: number) => {
    list[next[node]!] = edge;
    next[node]! += 1;
  };
  for (let edge = 0; edge < source.length; edge += 1) {
    put(source[edge]!, edge);
    if (source[edge] !== target[edge]) put(target[edge]!, edge);
  }
  return { start, list };
}
