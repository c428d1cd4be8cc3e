/** The nodes and edges of a data graph by number, in flat arrays: what is drawn, and what a line means. */
import { type ClaimNode, type DrawnGraph, type DrawnNode, lineStyle, nodeRadius } from '../../graph/index.ts';
import { type Claim, STEP, type Steps } from '../../model/index.ts';
import type { LiteralNodes } from './literal-nodes.ts';

/** Radius of the bead on an edge that stands for its claim, in graph units. */
export const BEAD_RADIUS = 2.8;

/** What a line means, as bits for the shader; the stroke is in the lowest two. */
export const STROKES = { solid: 0, dashed: 1, dotted: 2 } as const;
export const DENIED = 4;
export const IMPLIED = 8;
export const LOOP = 16;
/** A hairline from a claim's bead to its subject, for claims whose object is a literal. */
export const TIE = 32;

export interface SceneNodes {
  readonly keys: readonly string[];
  readonly index: ReadonlyMap<string, number>;
  /** Graph units, y upwards. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly radius: Float32Array;
  /** 1: a claim's bead, 0: an entity. */
  readonly bead: Uint8Array;
  /** The edge on which a bead sits, -1 for all other nodes. */
  readonly ownEdge: Int32Array;
  readonly mentions: Int32Array;
  /** Claims at an entity, as {@link claimDegrees} counts them: those whose object is a value, and once the edges are read all. */
  readonly degree: Int32Array;
}

export interface SceneEdges {
  readonly keys: readonly string[];
  readonly index: ReadonlyMap<string, number>;
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** Bits of the constants above. */
  readonly style: Uint8Array;
  /** A loop's direction in radians, else as of `bendOf`. */
  readonly bend: Float32Array;
  /** By edge, four numbers: the least x and y, and the greatest, of the line in graph units. */
  readonly box: Float32Array;
  /** The bead on an edge, -1 where it has none. */
  readonly bead: Int32Array;
}

/** All nodes, in the order of the graph, then those of literals. Places that are no numbers are taken for 0. In steps. */
export function* readNodes(graph: DrawnGraph, literals: LiteralNodes): Steps<SceneNodes> {
  const count = graph.order + literals.size;
  const keys: string[] = [];
  const index = new Map<string, number>();
  const nodes = {
    keys,
    index,
    x: new Float64Array(count),
    y: new Float64Array(count),
    radius: new Float32Array(count).fill(BEAD_RADIUS),
    bead: new Uint8Array(count),
    ownEdge: new Int32Array(count).fill(-1),
    mentions: new Int32Array(count),
    degree: new Int32Array(count),
  };
  const add = (key: string, { x, y }: { readonly x: number; readonly y: number }) => {
    const at = keys.length;
    index.set(key, at);
    keys.push(key);
    nodes.x[at] = Number.isFinite(x) ? x : 0;
    nodes.y[at] = Number.isFinite(y) ? y : 0;
    return at;
  };
  for (const { node: key, attributes } of graph.nodeEntries()) {
    const node: DrawnNode = attributes;
    const at = add(key, node);
    if (at % STEP === 0) yield;
    nodes.degree[at] = node.literals.length;
    if (isBead(node)) nodes.bead[at] = 1;
    else nodes.mentions[at] = node.mentions;
  }
  for (const literal of literals.values()) {
    const at = add(literal.key, literal);
    if (at % STEP === 0) yield;
    nodes.degree[at] = 1;
  }
  return nodes;
}

function isBead(node: DrawnNode): node is ClaimNode {
  return node.role === 'claim';
}

/** Every claim's edge, and a tie for each claim that has a bead but no edge; sets the radius of entities. In steps. */
export function* readEdges(graph: DrawnGraph, nodes: SceneNodes, literals: LiteralNodes): Steps<SceneEdges> {
  const keys: string[] = [];
  const index = new Map<string, number>();
  const source: number[] = [];
  const target: number[] = [];
  const style: number[] = [];
  const add = (key: string, a: number, b: number, bits: number) => {
    index.set(key, keys.length);
    keys.push(key);
    source.push(a);
    target.push(b);
    style.push(bits);
  };
  const isDrawn = (claim: string) => graph.hasEdge(claim) || literals.has(claim);
  let read = 0;
  for (const { edge: key, attributes: edge, source: from, target: to } of graph.edgeEntries()) {
    read += 1;
    if (read % STEP === 0) yield;
    if (edge.role === 'about' && (edge.end !== 'subject' || isDrawn(claimOfTie(key)))) continue;
    const a = nodes.index.get(from)!;
    const b = nodes.index.get(to)!;
    if (edge.role === 'about') {
      add(key, a, b, TIE);
      continue;
    }
    nodes.degree[a]! += 1;
    if (a !== b) nodes.degree[b]! += 1;
    add(key, a, b, styleOf(edge.model) | (a === b ? LOOP : 0));
  }
  for (const [key, { subject, key: node, claim }] of literals) {
    read += 1;
    if (read % STEP === 0) yield;
    add(key, nodes.index.get(subject)!, nodes.index.get(node)!, styleOf(claim));
  }
  yield;
  sizeByClaims(nodes);
  return {
    keys,
    index,
    source: new Int32Array(source),
    target: new Int32Array(target),
    style: new Uint8Array(style),
    ...unformed(keys.length),
    bead: new Int32Array(keys.length).fill(-1),
  };
}

/** Gives entities the radius of their claims. */
export function sizeByClaims({ keys, bead, radius, degree }: SceneNodes): void {
  for (let node = 0; node < keys.length; node += 1) {
    if (bead[node] === 0) radius[node] = nodeRadius(degree[node]!);
  }
}

/** What lines have of places and sizes, before these are known. */
export function unformed(edges: number): Pick<SceneEdges, 'bend' | 'box'> {
  return { bend: new Float32Array(edges), box: new Float32Array(4 * edges) };
}

function styleOf(claim: Claim): number {
  const { stroke, denied, implied } = lineStyle(claim);
  return STROKES[stroke] | (denied ? DENIED : 0) | (implied ? IMPLIED : 0);
}

/** `<article>/<id>` of an edge `about:<article>/<id>/subject`. */
function claimOfTie(key: string): string {
  return key.slice('about:'.length, key.lastIndexOf('/'));
}
