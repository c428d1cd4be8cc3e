/** The graph as GraphML: typed keys, edge ids, positions, the whole dataset; streamed, the same bytes every time. */
import type { ClewGraph } from '../graph/index.ts';
import { cutDataset } from './dataset-parts.ts';
import { countFlatLosses } from './flat-losses.ts';
import { freeNames } from './free-names.ts';
import {
  type Column,
  edgeTable,
  firstKey,
  nodeTable,
  type Row,
  type Rows,
  type Table,
} from './graph-table.ts';
import { drawing } from './graphml-drawing.ts';
import { LossCounter, type LossReport } from './losses.ts';
import { type Scalar, scalarText } from './scalar.ts';
import { pour, type Sink } from './sink.ts';
import { isXmlText, XmlGuard, xmlText } from './xml.ts';

/** `plain` for every reader; `gephi` adds size and colours; `yed` adds shapes, lines and labels that yEd draws. */
export type GraphmlFlavour = 'plain' | 'gephi' | 'yed';

export interface GraphmlOptions {
  /** Default `plain`. */
  readonly flavour: GraphmlFlavour;
  /** Leave out the dataset (the key `clew`): a smaller file that cannot be read back whole. Default false. */
  readonly lean: boolean;
  /** Replace characters that XML cannot hold by U+FFFD, and count them, in place of refusing the file. Default false. */
  readonly repair: boolean;
}
export const GRAPHML_DEFAULTS: GraphmlOptions = { flavour: 'plain', lean: false, repair: false };

/** Gephi takes these for measures of the drawing: texts in them would be lost there. */
const MEASURES = new Set(['weight', 'size', 'x', 'y', 'z', 'r', 'g', 'b']);

/**
 * Names that readers use for something else; an attribute of that name gets a `_` behind it. igraph lets `id` replace
 * the element's id; NetworkX passes attributes on as named arguments, so that these collide with its own.
 */
const TAKEN = {
  node: new Set(['id', 'node_for_adding', 'self', 'clew']),
  edge: new Set(['id', 'key', 'u_for_edge', 'v_for_edge', 'self', 'clew']),
} as const;

/**
 * Writes a graph as GraphML 1.0.
 *
 * @throws ProblemError at the end, with every value that XML cannot hold; nothing more is written from the first one on,
 *   and the sink is not ended
 */
export function writeGraphml(
  graph: ClewGraph,
  sink: Sink,
  options: Partial<GraphmlOptions> = {},
): Promise<LossReport> {
  return pour(graphmlParts(graph, options), sink);
}

/** The same, part by part: an element each. */
export function* graphmlParts(
  graph: ClewGraph,
  options: Partial<GraphmlOptions> = {},
): Generator<string, LossReport> {
  const { flavour, lean, repair } = { ...GRAPHML_DEFAULTS, ...options };
  const losses = new LossCounter();
  const guard = new XmlGuard({ repair }, losses);
  const drawn = drawing(flavour, graph, guard);
  const nodes = nodeTable(graph, losses, drawn.replaces);
  const edges = edgeTable(graph, losses);
  if (lean) countFlatLosses(graph, losses);
  if (flavour === 'gephi') {
    // Its GraphML import knows no kinds of edges; GEXF's does.
    losses.add(
      'parallel edges, which Gephi unites unless told not to in its import dialog',
      parallels(edges.rows),
    );
  }
  const parts = lean ? undefined : cutDataset(graph, firstKey(nodes.rows), losses);

  yield '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<graphml xmlns="http://graphml.graphdrawing.org/xmlns"${drawn.namespaces}\n` +
    '    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\n' +
    '    xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns ' +
    'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n';
  const node = new ElementWriter('node', nodes, drawn.names.node, guard, losses);
  const edge = new ElementWriter('edge', edges, drawn.names.edge, guard, losses);
  yield node.declarations;
  if (parts) yield declaration('n_clew', 'node', 'clew', 'string');
  yield drawn.nodeKeys;
  yield edge.declarations;
  if (parts) yield declaration('e_clew', 'edge', 'clew', 'string');
  yield drawn.edgeKeys;
  yield '  <graph id="G" edgedefault="directed">\n';
  for (const { key, attributes } of nodes.rows) {
    const id = guard.attribute(key, 'node', key, 'id');
    const open = `    <node id="${id}">${node.data(key, attributes)}`;
    const close = `${drawn.node(key)}\n    </node>\n`;
    if (guard.refused > 0) continue;
    const part = parts?.node(key);
    if (part === undefined) {
      yield open + close;
      continue;
    }
    yield `${open}\n      <data key="n_clew">`;
    // Canonical JSON escapes whatever XML could not hold, so no guard is needed.
    for (const piece of part) yield xmlText(piece);
    yield `</data>${close}`;
  }
  for (const { key, attributes, source, target } of edges.rows) {
    const id = guard.attribute(key, 'edge', key, 'id');
    const from = guard.attribute(source, 'edge', key, 'source');
    const to = guard.attribute(target, 'edge', key, 'target');
    const part = parts?.edge(attributes);
    const clew = part === undefined ? '' : `\n      <data key="e_clew">${xmlText(part)}</data>`;
    const data = edge.data(key, attributes) + clew + drawn.edge(key);
    if (guard.refused === 0)
      yield `    <edge id="${id}" source="${from}" target="${to}">${data}\n    </edge>\n`;
  }
  yield '  </graph>\n</graphml>\n';
  guard.finish();
  return losses.report();
}

/** How many edges run as another one does. */
function parallels(rows: Rows): number {
  const pairs = new Set<string>();
  for (const { source, target } of rows) pairs.add(`${source}\n${target}`);
  return rows.length - pairs.size;
}

/** Key ids are the element's letter and the attribute's name: Gephi takes bare ids like `x` or `d3` for its own. */
function declaration(id: string, element: string, name: string, type: string): string {
  return `  <key id="${id}" for="${element}" attr.name="${name}" attr.type="${type}"/>\n`;
}

/** How many different values of a column are kept as they are written: kinds, predicates and the like recur. */
const RECURRING = 128;

/** A column, how its data begins, and the data of its recurring values; without these where it has too many. */
interface WrittenColumn {
  readonly column: Column;
  readonly open: string;
  known: Map<Scalar, string> | undefined;
}

/** Writes the data of one kind of element, column by column. */
class ElementWriter {
  readonly declarations: string;
  readonly #element: 'node' | 'edge';
  readonly #columns: readonly WrittenColumn[];
  readonly #guard: XmlGuard;

  constructor(
    element: 'node' | 'edge',
    { columns }: Table,
    reserved: readonly string[],
    guard: XmlGuard,
    losses: LossCounter,
  ) {
    this.#element = element;
    this.#guard = guard;
    const texts = columns.filter(({ name, type }) => type === 'string' && MEASURES.has(name.toLowerCase()));
    const taken = new Set([...TAKEN[element], ...reserved, ...texts.map(({ name }) => name)]);
    const names = freeNames(element, columns, taken, losses);
    const ids = keyIds(element, names, taken);
    this.#columns = columns.map((column, i) => ({
      column,
      open: `\n      <data key="${ids[i]}">`,
      known: new Map(),
    }));
    this.declarations = columns
      .map(({ name, type }, i) => {
        const legal = guard.attribute(names[i]!, 'key', name, 'attr.name');
        return declaration(ids[i]!, element, legal, type);
      })
      .join('');
  }

  data(key: string, attributes: Row['attributes']): string {
    let data = '';
    for (const written of this.#columns) {
      const value = written.column.read(attributes);
      if (value !== undefined) data += written.known?.get(value) ?? this.#write(value, key, written);
    }
    return data;
  }

  #write(value: Scalar, key: string, written: WrittenColumn): string {
    const { column, open, known } = written;
    const text = typeof value === 'string' ? value : scalarText(value);
    const data = `${open}${this.#guard.text(text, this.#element, key, column.name)}</data>`;
    // A value that was refused or mended has to be told of each time it is met.
    if (known !== undefined && isXmlText(text)) {
      if (known.size < RECURRING) known.set(value, data);
      else written.known = undefined;
    }
    return data;
  }
}

/** Ids of the keys: NMTOKENs, as the schema wants them, and unique. */
function keyIds(element: 'node' | 'edge', names: readonly string[], taken: ReadonlySet<string>): string[] {
  const letter = element === 'node' ? 'n' : 'e';
  const used = new Set([...taken].map((name) => `${letter}_${name}`));
  return names.map((name) => {
    const stem = `${letter}_${name.replace(/[^A-Za-z0-9_.-]/g, '_')}`;
    let id = stem;
    for (let n = 2; used.has(id); n += 1) id = `${stem}.${n}`;
    used.add(id);
    return id;
  });
}
