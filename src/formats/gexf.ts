/** The graph as GEXF 1.3: typed attributes, places, sizes, colours, times, and the whole dataset; streamed. */
import type { ClewGraph } from '../graph/index.ts';
import { type Dataset, edtfInterval, pickText } from '../model/index.ts';
import { cutDataset } from './dataset-parts.ts';
import { type Drawing, type DrawingOptions, draw, rgb } from './drawing.ts';
import { countFlatLosses } from './flat-losses.ts';
import { withFreeNames } from './free-names.ts';
import {
  type Column,
  edgeTable,
  firstKey,
  nodeTable,
  type Row,
  type Rows,
  roundCoordinate,
  type Table,
} from './graph-table.ts';
import { LossCounter, type LossReport } from './losses.ts';
import { Parallels } from './parallels.ts';
import { type ColumnType, scalarText } from './scalar.ts';
import { pour, type Sink } from './sink.ts';
import { XmlGuard } from './xml.ts';

export interface GexfOptions extends DrawingOptions {
  /** Leave out the dataset (the attribute `clew`): a smaller file that cannot be read back whole. Default false. */
  readonly lean: boolean;
  /** Replace characters that XML cannot hold by U+FFFD, and count them, in place of refusing the file. Default false. */
  readonly repair: boolean;
}
export const GEXF_DEFAULTS: Pick<GexfOptions, 'lean' | 'repair'> = { lean: false, repair: false };

/** Names that NetworkX passes on as arguments of its own, or that Gephi has as columns of its own. */
const TAKEN = {
  node: new Set(
    'clew id label start end viz pid parents spells timeset interval node_for_adding self'.split(' '),
  ),
  edge: new Set(
    'clew id label start end weight kind key spells networkx_key timeset interval u_for_edge v_for_edge self'.split(
      ' ',
    ),
  ),
} as const;

/** Writes a graph as GEXF 1.3. @throws ProblemError at the end, with every value that XML cannot hold */
export function writeGexf(
  graph: ClewGraph,
  sink: Sink,
  options: Partial<GexfOptions> = {},
): Promise<LossReport> {
  return pour(gexfParts(graph, options), sink);
}

/** The same, part by part: an element each. */
export function* gexfParts(
  graph: ClewGraph,
  options: Partial<GexfOptions> = {},
): Generator<string, LossReport> {
  const { lean, repair } = { ...GEXF_DEFAULTS, ...options };
  const losses = new LossCounter();
  const guard = new XmlGuard({ repair }, losses);
  // What GEXF has words of its own for: label, place; the end of an `about` edge is its label.
  const nodes = withFreeNames('node', nodeTable(graph, losses, ['label', 'x', 'y']), TAKEN.node, losses);
  const { weight, ...unnamed } = withoutWeight(edgeTable(graph, losses, ['label', 'end']));
  const edges = withFreeNames('edge', unnamed, TAKEN.edge, losses);
  if (lean) countFlatLosses(graph, losses);
  const parts = lean ? undefined : cutDataset(graph, firstKey(nodes.rows), losses);
  const drawn = draw(graph, options);
  const timed = isTimed(edges.rows);
  const kindOf = kindsOf(graph);

  yield header(graph.getAttribute('dataset'), guard);
  yield `  <graph defaultedgetype="directed" idtype="string" mode="${timed ? 'dynamic" timeformat="date" timerepresentation="interval' : 'static'}">\n`;
  yield declarations('node', nodes.columns, parts !== undefined, guard);
  yield declarations('edge', edges.columns, parts !== undefined, guard);
  yield `    <nodes count="${nodes.rows.length}">\n`;
  for (const { key, attributes } of nodes.rows) {
    const id = guard.attribute(key, 'node', key, 'id');
    const label = guard.attribute(attributes.label ?? key, 'node', key, 'label');
    const part = parts?.node(key);
    const [values, end] = attvalues('node', nodes.columns, key, attributes, part !== undefined, guard);
    const look = nodeLook(drawn, key, attributes);
    if (guard.refused > 0) continue;
    yield `      <node id="${id}" label="${label}">${values}`;
    for (const piece of part ?? []) yield guard.attribute(piece, 'node', key, 'clew');
    yield `${end}${look}\n      </node>\n`;
  }
  yield `    </nodes>\n    <edges count="${edges.rows.length}">\n`;
  for (const row of edges.rows) {
    const { key, attributes, source, target } = row;
    const id = guard.attribute(key, 'edge', key, 'id');
    const from = guard.attribute(source, 'edge', key, 'source');
    const to = guard.attribute(target, 'edge', key, 'target');
    const label = guard.attribute(attributes.label ?? '', 'edge', key, 'label');
    const kind = guard.attribute(kindOf(row), 'edge', key, 'kind');
    const heavy = weight?.read(attributes);
    const weighed = heavy === undefined ? '' : ` weight="${scalarText(heavy)}"`;
    const part = parts?.edge(attributes);
    const [values, end] = attvalues('edge', edges.columns, key, attributes, part !== undefined, guard);
    const whole = guard.attribute(part ?? '', 'edge', key, 'clew');
    if (guard.refused === 0)
      yield `      <edge id="${id}" source="${from}" target="${to}" label="${label}" kind="${kind}"${weighed}${timeOf(row, losses)}>${values}${whole}${end}${edgeLook(drawn, key)}\n      </edge>\n`;
  }
  yield '    </edges>\n  </graph>\n</gexf>\n';
  guard.finish();
  return losses.report();
}

/** GEXF has a word of its own for the weight of an edge, where that is a number. */
function withoutWeight({ rows, columns }: Table): Table & { readonly weight: Column | undefined } {
  const weight = columns.find(
    ({ name, type }) => name === 'weight' && type !== 'string' && type !== 'boolean',
  );
  return { rows, columns: columns.filter((column) => column !== weight), weight };
}

function header(dataset: Dataset | undefined, guard: XmlGuard): string {
  const told = (map: Dataset['title'], field: string): string =>
    guard.text(pickText(map, dataset!.languages)?.text ?? '', 'dataset', dataset!.id, field);
  const modified = dataset?.modified ?? '';
  const dated =
    modified === ''
      ? ''
      : ` lastmodifieddate="${guard.attribute(modified, 'dataset', dataset!.id, 'modified')}"`;
  const meta =
    dataset === undefined
      ? '  <meta>\n    <creator>Clew</creator>\n  </meta>\n'
      : `  <meta${dated}>\n    <creator>Clew</creator>\n` +
        `    <description>${told(dataset.title, 'title')}. ${told(dataset.description, 'description')} ${guard.text(dataset.licence, 'dataset', dataset.id, 'licence')}</description>\n  </meta>\n`;
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    // No xsi:schemaLocation: the XML Schema of that address has lost the namespace of viz:*, and its RELAX NG knows no such attribute.
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n' +
    meta
  );
}

const TYPES: Readonly<Record<ColumnType, string>> = {
  boolean: 'boolean',
  int: 'integer',
  long: 'long',
  float: 'float',
  double: 'double',
  string: 'string',
};

function declarations(
  element: 'node' | 'edge',
  columns: readonly Column[],
  whole: boolean,
  guard: XmlGuard,
): string {
  const attributes = columns.map(({ name, type }) => {
    const title = guard.attribute(name, 'attribute', name, 'title');
    return `      <attribute id="${title}" title="${title}" type="${TYPES[type]}"/>\n`;
  });
  if (whole) attributes.push('      <attribute id="clew" title="clew" type="string"/>\n');
  return `    <attributes class="${element}" mode="static">\n${attributes.join('')}    </attributes>\n`;
}

/** The values of an element before and after its part of the dataset, which comes last; without one, nothing after. */
function attvalues(
  element: string,
  columns: readonly Column[],
  key: string,
  attributes: Row['attributes'],
  hasPart: boolean,
  guard: XmlGuard,
): [before: string, after: string] {
  let values = '';
  const open = (name: string): string =>
    `\n          <attvalue for="${guard.attribute(name, 'attribute', name, 'title')}" value="`;
  for (const { name, read } of columns) {
    const value = read(attributes);
    if (value !== undefined)
      values += `${open(name)}${guard.attribute(scalarText(value), element, key, name)}"/>`;
  }
  const before = '\n        <attvalues>';
  const after = '\n        </attvalues>';
  if (hasPart) return [`${before}${values}${open('clew')}`, `"/>${after}`];
  return [values === '' ? '' : `${before}${values}${after}`, ''];
}

/** Red, green and blue, which all readers know; the schema has either these or `hex`. */
function colour(value: string): string {
  const [r, g, b] = rgb(value);
  return `\n        <viz:color r="${r}" g="${g}" b="${b}"/>`;
}

function nodeLook(drawn: Drawing, key: string, attributes: Row['attributes']): string {
  const node = drawn.node(key);
  const shape = attributes.role === 'claim' ? '\n        <viz:shape value="diamond"/>' : '';
  return `${colour(node.colour)}\n        <viz:position x="${node.x}" y="${node.y}"/>\n        <viz:size value="${roundCoordinate(node.radius)}"/>${shape}`;
}

function edgeLook(drawn: Drawing, key: string): string {
  const edge = drawn.edge(key);
  return `${colour(edge.colour)}\n        <viz:thickness value="${edge.width}"/>\n        <viz:shape value="${edge.style.stroke}"/>`;
}

function isTimed(rows: Rows): boolean {
  for (const row of rows) if (timeOf(row) !== '') return true;
  return false;
}

/** `start` and `end` of an edge: when its claim holds, as far as days can say it. */
function timeOf({ attributes }: Row, losses?: LossCounter): string {
  if (attributes.role !== 'claim' || attributes.time === undefined) return '';
  const days = edtfInterval(attributes.time);
  if (days === undefined) {
    losses?.add('times that no interval of days can say, told as text only');
    return '';
  }
  if (days.approximate) losses?.add('approximate times, drawn as exact');
  const { start, end } = days;
  return `${start ? ` start="${start}"` : ''}${end ? ` end="${end}"` : ''}`;
}

/**
 * What tells parallel edges apart: Gephi merges those of one kind between the same nodes, so each has its own, the
 * predicate and in the order of their keys from the second on a number.
 */
function kindsOf(graph: ClewGraph): (row: Row) => string {
  const kindOf = (attributes: Row['attributes']): string =>
    attributes.role === 'claim' ? attributes.predicate : (attributes.role ?? 'edge');
  const beside = new Parallels((source, target, key) => {
    const all = graph.outEdges(source, target);
    if (all.length < 2) return all;
    const kind = kindOf(graph.getEdgeAttributes(key));
    return all.filter((edge) => kindOf(graph.getEdgeAttributes(edge)) === kind);
  });
  return ({ key, source, target, attributes }) => {
    const kind = kindOf(attributes);
    const { place } = beside.placeOf(key, source, target);
    return place === 0 ? kind : `${kind} ${place + 1}`;
  };
}
