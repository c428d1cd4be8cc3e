/** The rows of every graph file: what nodes and edges carry, flattened into typed columns in a fixed order. */
import {
  type ClewGraph,
  type EdgeAttributes,
  type LiteralClaim,
  literalText,
  type NodeAttributes,
} from '../graph/index.ts';
import { compareCodePoints, type Dataset, entityIri, Iris, type LangMap, pickText } from '../model/index.ts';
import { canonicalJson } from './canonical-json.ts';
import type { LossCounter } from './losses.ts';

export type Scalar = string | number | boolean;
/** The types that GraphML has, `float` apart; other formats name them in their own way. */
export type ColumnType = 'boolean' | 'int' | 'long' | 'double' | 'string';

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
  return tableOf(graph, nodeRows(graph), losses, omit);
}

/** The table of the graph's edges. */
export function edgeTable(graph: ClewGraph, losses: LossCounter, omit: readonly string[] = []): Table {
  return tableOf(graph, edgeRows(graph), losses, omit);
}

/** The key of the first row; `undefined` where there is none. */
export function firstKey(rows: Rows): string | undefined {
  for (const { key } of rows) return key;
  return undefined;
}

/** A scalar as text with the lexical forms of XML Schema: `INF`, `-INF`, `NaN`, `true`, `false`. */
export function scalarText(value: Scalar): string {
  if (typeof value === 'number') {
    if (value === Number.POSITIVE_INFINITY) return 'INF';
    if (value === Number.NEGATIVE_INFINITY) return '-INF';
    return Object.is(value, -0) ? '-0' : String(value);
  }
  return typeof value === 'string' ? value : String(value);
}

/** Rounds a coordinate to 0.01: beyond that it is noise, and platforms may differ in the last digits. */
export function roundCoordinate(value: number): number {
  const rounded = Math.round(value * 100) / 100;
  return Number.isFinite(rounded) && Math.abs(value) < 2 ** 40 ? rounded + 0 : value;
}

const BOOLEAN = 1;
const INT = 2;
const LONG = 4;
const DOUBLE = 8;
const STRING = 16;

type Attributes = NodeAttributes | EdgeAttributes;
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

function tableOf(graph: ClewGraph, rows: Rows, losses: LossCounter, omit: readonly string[]): Table {
  const sorts = new ColumnSorts(['model', 'literals', ...omit]);
  for (const { attributes } of rows) {
    const fields = attributes as unknown as Fields;
    for (const name in fields) sorts.see(name, fields[name]);
  }
  losses.add('nested values written as JSON text', sorts.nested);
  const own = sorts.columns((name) => (attributes) => scalar(name, (attributes as unknown as Fields)[name]));
  losses.add('attributes of mixed types written as text', own.filter(({ mixed }) => mixed).length);
  const names = new Set([...omit, ...own.map(({ name }) => name)]);
  const derived = derivedColumns(graph, rows).filter(({ name }) => !names.has(name));
  const columns = [...own, ...derived].sort(
    (a, b) => rank(a.name) - rank(b.name) || compareCodePoints(a.name, b.name),
  );
  return { rows, columns };
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
      type: typeOf(name, sorts),
      read: reader(name),
      mixed: isMixed(sorts),
    }));
  }
}

/** What elements do not carry but their models say: labels by language, IRIs, facts, the same thing elsewhere. */
function derivedColumns(graph: ClewGraph, rows: Rows): Column[] {
  const dataset = graph.getAttribute('dataset') as Dataset | undefined;
  if (dataset === undefined) return [];
  const iris = new Iris(dataset.base);
  const { properties } = dataset.ontology;
  const labels = (attributes: Attributes): LangMap => {
    if (attributes.role === 'entity') return attributes.model.label;
    return attributes.role === 'claim' ? (properties[attributes.predicate]?.label ?? NO_LABELS) : NO_LABELS;
  };
  const tags = new Set<string>();
  for (const { attributes } of rows) for (const tag in labels(attributes)) tags.add(tag);
  const fact = ({ predicate, value }: LiteralClaim): string => {
    const label = pickText(properties[predicate]?.label ?? NO_LABELS, dataset.languages)?.text;
    return `${label ?? predicate}: ${literalText(value)}`;
  };
  const column = (name: string, read: (attributes: Attributes) => string | undefined): Column => ({
    name,
    type: 'string',
    read: (attributes) => read(attributes) || undefined,
  });
  const columns = [
    ...[...tags].map((tag) => column(`label_${tag}`, (attributes) => labels(attributes)[tag])),
    column('facts', (a) => ('literals' in a ? a.literals.map(fact).join('; ') : undefined)),
    column('iri', (a) => {
      if (a.role === 'entity') return entityIri(a.model, iris);
      return a.role === 'claim' ? iris.claim(a.article, a.claim) : undefined;
    }),
    column('sameAs', (a) => (a.role === 'entity' ? a.model.sameAs.join(' ') : undefined)),
    column('closeMatch', (a) => (a.role === 'entity' ? a.model.closeMatch.join(' ') : undefined)),
  ];
  const missing = new Set(columns);
  for (const { attributes } of rows) {
    for (const one of missing) if (one.read(attributes) !== undefined) missing.delete(one);
    if (missing.size === 0) break;
  }
  return columns.filter((one) => !missing.has(one));
}
const NO_LABELS: LangMap = {};

function scalar(name: string, value: unknown): Scalar | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value === 'number') return COORDINATES.has(name) ? roundCoordinate(value) : value;
  if (value === undefined || value === null) return undefined;
  return typeof value === 'boolean' ? value : canonicalJson(value);
}

function sortOf(value: unknown): number {
  if (typeof value === 'boolean') return BOOLEAN;
  if (typeof value !== 'number') return STRING;
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) return DOUBLE;
  return value === (value | 0) ? INT : LONG;
}

/** Text beside numbers or truth values, or numbers beside truth values. */
function isMixed(sorts: number): boolean {
  const text = (sorts & STRING) !== 0;
  const flag = (sorts & BOOLEAN) !== 0;
  const number = (sorts & (INT | LONG | DOUBLE)) !== 0;
  return (text && (flag || number)) || (flag && number);
}

function typeOf(name: string, sorts: number): ColumnType {
  if (sorts === BOOLEAN) return 'boolean';
  if (sorts & (STRING | BOOLEAN)) return 'string';
  if (sorts & DOUBLE || MEASURES.has(name)) return 'double';
  return sorts & LONG ? 'long' : 'int';
}

function rank(name: string): number {
  const place = ORDER.indexOf(name.startsWith('label_') ? 'label' : name);
  return place < 0 ? ORDER.length : place;
}
