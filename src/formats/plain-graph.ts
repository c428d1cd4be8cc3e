/** A graph as other tools write it: nodes and edges with flat attributes and no dataset behind them. */
import { type ClewGraph, datasetToGraph } from '../graph/index.ts';
import { PartCollector } from './dataset-parts.ts';
import type { LossCounter, LossReport } from './losses.ts';
import type { ColumnType, Scalar } from './scalar.ts';

export type PlainAttributes = Map<string, Scalar>;

export interface PlainNode {
  readonly key: string;
  readonly attributes: PlainAttributes;
}

export interface PlainEdge {
  /** Unique; minted where the file has none. */
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly directed: boolean;
  /** When it is there, EDTF, where the file has dates for that. */
  readonly time?: string;
  readonly attributes: PlainAttributes;
}

/** Types of attributes as a file declares them, by name; of text, where it does not. */
export type PlainTypes = ReadonlyMap<string, ColumnType>;

/** Nodes and edges in the order of the file; both ends of every edge are nodes. */
export interface PlainGraph {
  readonly types: { readonly node: PlainTypes; readonly edge: PlainTypes };
  readonly attributes: PlainAttributes;
  readonly nodes: readonly PlainNode[];
  readonly edges: readonly PlainEdge[];
}

/** What a graph file turned out to be: one of ours, whole, or any other. `report` says what could not be read. */
export type ReadGraph =
  | { readonly kind: 'clew'; readonly graph: ClewGraph; readonly report: LossReport }
  | { readonly kind: 'plain'; readonly graph: PlainGraph; readonly report: LossReport };

export interface GraphReadOptions {
  /** Names the file in messages. Default `input`. */
  readonly file: string;
}
export const GRAPH_READ_DEFAULTS: GraphReadOptions = { file: 'input' };

/**
 * The dataset that the attributes `clew` hold is put together and made a graph again, at the positions of the file.
 * A file without them stays what it is.
 *
 * @param asides what else the file says and a plain graph does not hold; a dataset says it too
 * @throws ProblemError where an attribute `clew` is damaged
 */
export function recognise(plain: PlainGraph, losses: LossCounter, asides: LossCounter): ReadGraph {
  const parts = new PartCollector();
  for (const { key, attributes } of plain.nodes) {
    const part = attributes.get('clew');
    if (typeof part === 'string' && part !== '') parts.addNode(part, `node “${key}”`);
  }
  for (const { key, attributes } of plain.edges) {
    const part = attributes.get('clew');
    if (typeof part === 'string' && part !== '') parts.addEdge(part, `edge “${key}”`);
  }
  const dataset = parts.finish(losses);
  if (dataset === undefined) {
    for (const { what, count } of asides.report().losses) losses.add(what, count);
    return { kind: 'plain', graph: plain, report: losses.report() };
  }
  const graph = datasetToGraph(dataset);
  for (const { key, attributes } of plain.nodes) {
    const x = attributes.get('x');
    const y = attributes.get('y');
    // igraph numbers nodes anew and keeps their ids as an attribute.
    const node = graph.hasNode(key) ? key : attributes.get('id');
    if (typeof node !== 'string' || !graph.hasNode(node)) losses.add('nodes that are not of the dataset');
    else if (typeof x === 'number' && typeof y === 'number') graph.mergeNodeAttributes(node, { x, y });
  }
  return { kind: 'clew', graph, report: losses.report() };
}
