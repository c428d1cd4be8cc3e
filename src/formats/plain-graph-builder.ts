/** Puts together a plain graph from a file, and sees to it that it is one: ends exist, keys are unique. */
import { type Problem, ProblemError } from '../model/index.ts';
import type { LossCounter } from './losses.ts';
import type { PlainAttributes, PlainEdge, PlainGraph, PlainNode } from './plain-graph.ts';
import type { ColumnType } from './scalar.ts';
import type { XmlPosition } from './xml-read.ts';

export interface GivenEdge {
  readonly id?: string;
  readonly source?: string;
  readonly target?: string;
  readonly directed: boolean;
  readonly time?: string;
}

/** An attribute as a file declares it. */
export interface Declared {
  readonly name: string;
  readonly type: ColumnType;
  default: string | undefined;
}

export class PlainGraphBuilder {
  /** Of the graph as a whole. */
  readonly attributes: PlainAttributes = new Map();
  readonly #file: string;
  readonly #losses: LossCounter;
  readonly #nodes = new Map<string, PlainNode>();
  readonly #edges: { given: GivenEdge & { source: string; target: string }; attributes: PlainAttributes }[] =
    [];
  readonly #problems: Problem[] = [];
  readonly #types = { node: new Map<string, ColumnType>(), edge: new Map<string, ColumnType>() };

  constructor(file: string, losses: LossCounter) {
    this.#file = file;
    this.#losses = losses;
  }

  /** An attribute of nodes, of edges, or of both. Of two that share a name the later one gets a `_` behind it. */
  declare(elements: readonly ('node' | 'edge')[], name: string, type: ColumnType): Declared {
    let free = name;
    while (elements.some((element) => this.#types[element].has(free))) free += '_';
    if (free !== name) this.#losses.add('attributes renamed because another one has their name');
    for (const element of elements) this.#types[element].set(free, type);
    return { name: free, type, default: undefined };
  }

  /** @returns the node's attributes, to be filled */
  node(key: string | undefined, position: XmlPosition): PlainAttributes {
    const attributes: PlainAttributes = new Map();
    if (key === undefined) this.#wrong('a node has no id', undefined, position);
    else if (this.#nodes.has(key)) this.#wrong('two nodes have the same id', key, position);
    else this.#nodes.set(key, { key, attributes });
    return attributes;
  }

  /** @returns the edge's attributes, to be filled */
  edge(given: GivenEdge, position: XmlPosition): PlainAttributes {
    const attributes: PlainAttributes = new Map();
    const { source, target } = given;
    if (source === undefined || target === undefined) {
      this.#wrong('an edge lacks one of its ends', given.id, position);
    } else {
      this.#edges.push({ given: { ...given, source, target }, attributes });
    }
    return attributes;
  }

  /** @throws ProblemError with everything that keeps the file from being a graph */
  finish(): PlainGraph {
    if (this.#problems.length > 0) throw new ProblemError(this.#problems);
    const used = new Set<string>();
    const taken = new Set(this.#edges.map(({ given }) => given.id));
    let next = 1;
    const mint = (): string => {
      while (taken.has(`e${next}`) || used.has(`e${next}`)) next += 1;
      return `e${next}`;
    };
    const edges = this.#edges.map(
      ({ given: { id, source, target, directed, time }, attributes }): PlainEdge => {
        for (const end of [source, target]) {
          if (this.#nodes.has(end)) continue;
          this.#nodes.set(end, { key: end, attributes: new Map() });
          this.#losses.add('nodes that only edges name');
        }
        if (id !== undefined && used.has(id))
          this.#losses.add('edges whose id another edge has, given a new one');
        const key = id === undefined || used.has(id) ? mint() : id;
        used.add(key);
        return { key, source, target, directed, attributes, ...(time !== undefined && { time }) };
      },
    );
    return { types: this.#types, attributes: this.attributes, nodes: [...this.#nodes.values()], edges };
  }

  #wrong(message: string, value: string | undefined, { line, column }: XmlPosition): void {
    this.#problems.push({
      severity: 'error',
      code: 'not-a-graph',
      message,
      ...(value === undefined ? {} : { value }),
      place: { file: this.#file, line, column },
    });
  }
}
