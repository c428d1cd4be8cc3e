/** The rows of every graph file: what nodes and edges carry, flattened into typed columns in a fixed order. */
import type { ClewGraph, EdgeAttributes, NodeAttributes } from '../graph/index.ts';
import { compareCodePoints } from '../model/index.ts';
import { canonicalJson } from './canonical-json.ts';
import { derivedColumns, valueColumns } from './derived-columns.ts';
import type { LossCounter } from './losses.ts';
import { type ColumnType, DOUBLE, INT, isMixed, LONG, type Scalar, sortOf, typeOf } from './scalar.ts';
import { factSorts, qualifierSorts, type ValueSorts } from './value-sorts.ts';

export interface Column {
  readonly name: string;
  /** The narrowest that holds every value of the column. */
  readonly type: ColumnType;
  /**
   * The value on an element; `undefined` where it has none. An empty text counts as none: most readers cannot tell
   * the two apart.
   */
  readonly read: (attributes: Attributes) => Scalar | undefined;
}

/** A node or an edge. */
export interface Row {
  readonly key: string;
  readonly attributes: Attributes;
  /** Keys of an edge's ends; empty for nodes. */
  readonly source: string;
  readonly target: string;
}

/** Elements in code-point order of their keys, made one by one as they are asked for: none is held beside the graph. */
export interface Rows extends Iterable<Row> {
  readonly length: number;
}

export interface Table {
  readonly rows: Rows;
  readonly columns: readonly Column[];
}

/** Columns come in this order, labels by language after `label`, all others after them by name. */
const ORDER = (
  'role label kind kindLabel predicate statement description aliases facts modality polarity derivation ' +
  'confidence speaker speakerId channel form time said qualifiers end article claim paragraph evidence quote plain ' +
  'mentions articles iri sameAs closeMatch x y'
).split(' ');
/** Measured on a scale, so never whole numbers, even where every value of one graph happens to be whole. */
const MEASURES = new Set(['x', 'y', 'confidence']);
const COORDINATES = new Set(['x', 'y']);

/**
 * The table of the graph's nodes. Nested values become JSON text, which is counted.
 *
 * @param omit names of attributes to leave out
 */
export function nodeTable(graph: ClewGraph, losses: LossCounter, omit: readonly string[] = []): Table {
  return tableOf('node', graph, nodeRows(graph), losses, omit);
}

/** The table of the graph's edges. */
export function edgeTable(graph: ClewGraph, losses: LossCounter, omit: readonly string[] = []): Table {
  return tableOf('edge', graph, edgeRows(graph), losses, omit);
}

/** The key of the first row; `undefined` where there is none. */
export function firstKey(rows: Rows): string | undefined {
  for (const { key } of rows) return key;
  return undefined;
}

/** Rounds a coordinate to 0.01: beyond that it is noise, and platforms may differ in the last digits. */
export function roundCoordinate(value: number): number {
  const rounded = Math.round(value * 100) / 100;
  return Number.isFinite(rounded) && Math.abs(value) < 2 ** 40 ? rounded + 0 : value;
}

export type Attributes = NodeAttributes | EdgeAttributes;
type Fields = Readonly<Record<string, unknown>>;

function nodeRows(graph: ClewGraph): Rows {
  const rowOf = (key: string, attributes: NodeAttributes): Row => ({
    key,
    attributes,
    source: '',
    target: '',
  });
  return rowsOf(
    graph.nodes(),
    function* () {
      for (const { node, attributes } of graph.nodeEntries()) yield rowOf(node, attributes);
    },
    (key) => rowOf(key, graph.getNodeAttributes(key)),
  );
}

function edgeRows(graph: ClewGraph): Rows {
  return rowsOf(
    graph.edges(),
    function* () {
      for (const { edge: key, attributes, source, target } of graph.edgeEntries())
        yield { key, attributes, source, target };
    },
    (key) => {
      const [source, target] = graph.extremities(key);
      return { key, attributes: graph.getEdgeAttributes(key), source, target };
    },
  );
}

/** @param keys in the graph's own order  @param direct the rows in that order */
function rowsOf(keys: string[], direct: () => Iterable<Row>, rowOf: (key: string) => Row): Rows {
  const { length } = keys;
  const ordered = inOrder(keys);
  return {
    length,
    *[Symbol.iterator](): Generator<Row, void> {
      if (ordered === undefined) yield* direct();
      else for (const key of ordered) yield rowOf(key);
    },
  };
}

/** The keys in order, or nothing where they are so already: a dataset's graph mostly is. */
function inOrder(keys: string[]): readonly string[] | undefined {
  for (let i = 1; i < keys.length; i += 1) {
    if (compareCodePoints(keys[i - 1]!, keys[i]!) > 0) return keys.sort(compareCodePoints);
  }
  return undefined;
}

function tableOf(
  element: 'node' | 'edge',
  graph: ClewGraph,
  rows: Rows,
  losses: LossCounter,
  omit: readonly string[],
): Table {
  const values = element === 'node' ? factSorts(graph) : qualifierSorts(graph);
  const isTold = element === 'edge' && values.size > 0 ? toldElsewhere(values) : () => false;
  const sorts = new ColumnSorts(['model', 'literals', ...omit]);
  for (const { attributes } of rows) {
    const fields = attributes as unknown as Fields;
    for (const name in fields) if (!isTold(name, attributes)) sorts.see(name, fields[name]);
  }
  losses.add('nested values written as JSON text', sorts.nested);
  const own = sorts.columns(
    (name) => (attributes) =>
      isTold(name, attributes) ? undefined : scalar(name, (attributes as unknown as Fields)[name]),
  );
  losses.add('attributes of mixed types written as text', own.filter(({ mixed }) => mixed).length);
  const names = new Set([...omit, ...own.map(({ name }) => name)]);
  const derived = derivedColumns(graph, rows, values).filter(({ name }) => !names.has(name));
  for (const { name } of derived) names.add(name);
  const ofValues = valueColumns(element, graph, values, names, losses);
  const columns = [...own, ...derived, ...ofValues].sort(
    (a, b) => rank(a.name) - rank(b.name) || compareCodePoints(a.name, b.name),
  );
  return { rows, columns };
}

/** The text of an edge's qualifiers is left out where each of them has a column. */
function toldElsewhere(values: ValueSorts): (name: string, attributes: Attributes) => boolean {
  return (name, attributes) =>
    name === 'qualifiers' &&
    attributes.role === 'claim' &&
    attributes.model.qualifiers.every(({ property }) => values.has(property));
}

/** What sorts of values each attribute has, over all elements. */
class ColumnSorts {
  nested = 0;
  readonly #skipped: ReadonlySet<string>;
  readonly #seen = new Map<string, { sorts: number }>();

  /** @param skipped not flat (the model; literals, which become the text `facts`), or not wanted */
  constructor(skipped: readonly string[]) {
    this.#skipped = new Set(skipped);
  }

  see(name: string, value: unknown): void {
    if (value === undefined || value === null || value === '') return;
    let seen = this.#seen.get(name);
    if (seen === undefined) {
      if (this.#skipped.has(name)) return;
      seen = { sorts: 0 };
      this.#seen.set(name, seen);
    }
    seen.sorts |= sortOf(value);
    if (typeof value === 'object') this.nested += 1;
  }

  columns(reader: (name: string) => Column['read']): (Column & { readonly mixed: boolean })[] {
    return [...this.#seen].map(([name, { sorts }]) => ({
      name,
      type: typeOf(MEASURES.has(name) && sorts & (INT | LONG) ? sorts | DOUBLE : sorts),
      read: reader(name),
      mixed: isMixed(sorts),
    }));
  }
}

function scalar(name: string, value: unknown): Scalar | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value === 'number') return COORDINATES.has(name) ? roundCoordinate(value) : value;
  if (value === undefined || value === null) return undefined;
  return typeof value === 'boolean' ? value : canonicalJson(value);
}

function rank(name: string): number {
  const place = ORDER.indexOf(name.startsWith('label_') ? 'label' : name);
  return place < 0 ? ORDER.length : place;
}
