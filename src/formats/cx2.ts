/** The graph as CX2, the JSON of Cytoscape and NDEx: typed attributes, places, colours; an aspect after the other. */
import type { ClewGraph } from '../graph/index.ts';
import { pickText } from '../model/index.ts';
import { canonicalJson } from './canonical-json.ts';
import { type DrawingOptions, draw } from './drawing.ts';
import { countFlatLosses } from './flat-losses.ts';
import { withFreeNames } from './free-names.ts';
import { type Column, edgeTable, nodeTable, type Row, type Rows, roundCoordinate } from './graph-table.ts';
import { LossCounter, type LossReport } from './losses.ts';
import type { ColumnType } from './scalar.ts';
import { pour, type Sink } from './sink.ts';

/** Attributes that the writer adds itself. */
const TAKEN = new Set(['name', 'key', 'interaction']);

/** Writes CX2. Lone surrogates are written as escapes, so nothing is refused. */
export function writeCx2(
  graph: ClewGraph,
  sink: Sink,
  options: Partial<DrawingOptions> = {},
): Promise<LossReport> {
  return pour(cx2Parts(graph, options), sink);
}

/** The same, part by part. */
export function* cx2Parts(
  graph: ClewGraph,
  options: Partial<DrawingOptions> = {},
): Generator<string, LossReport> {
  const losses = new LossCounter();
  countFlatLosses(graph, losses);
  // CX2 has words of its own for a node's name and place, and for what an edge says.
  const nodes = withFreeNames('node', nodeTable(graph, losses, ['label', 'x', 'y']), TAKEN, losses);
  const edges = withFreeNames('edge', edgeTable(graph, losses, ['label']), TAKEN, losses);
  const drawn = draw(graph, options);
  const dataset = graph.getAttribute('dataset');
  // Ids are whole numbers, so keys become an attribute.
  const ids = new Map<string, number>();
  for (const { key } of nodes.rows) ids.set(key, ids.size);

  yield '[{"CXVersion":"2.0","hasFragments":false}';
  yield `,\n${canonicalJson({
    metaData: [
      { name: 'attributeDeclarations', elementCount: 1 },
      { name: 'networkAttributes', elementCount: 1 },
      { name: 'nodes', elementCount: nodes.rows.length },
      { name: 'edges', elementCount: edges.rows.length },
      { name: 'visualProperties', elementCount: 1 },
      { name: 'nodeBypasses', elementCount: nodes.rows.length },
      { name: 'edgeBypasses', elementCount: edges.rows.length },
    ],
  })}`;
  yield `,\n${canonicalJson({
    attributeDeclarations: [
      {
        networkAttributes: { name: {}, description: {}, rights: {} },
        nodes: { name: {}, key: {}, ...declarations(nodes.columns) },
        edges: { interaction: {}, key: {}, ...declarations(edges.columns) },
      },
    ],
  })}`;
  yield `,\n${canonicalJson({
    networkAttributes: [
      {
        name: pickText(dataset.title, dataset.languages)?.text ?? dataset.id,
        description: pickText(dataset.description, dataset.languages)?.text ?? '',
        rights: dataset.licence,
      },
    ],
  })}`;
  yield* aspect('nodes', nodes.rows, ({ key, attributes }, id) => ({
    id,
    x: drawn.node(key).x,
    // Its y axis points down.
    y: 0 - drawn.node(key).y,
    v: { name: attributes.label ?? key, key, ...values(nodes.columns, attributes, losses) },
  }));
  yield* aspect('edges', edges.rows, ({ key, attributes, source, target }, id) => ({
    id,
    s: ids.get(source),
    t: ids.get(target),
    v: { interaction: attributes.label ?? '', key, ...values(edges.columns, attributes, losses) },
  }));
  yield `,\n${canonicalJson({
    visualProperties: [
      {
        default: {
          network: { NETWORK_BACKGROUND_COLOR: drawn.palette.ground },
          node: { NODE_SHAPE: 'ellipse', NODE_LABEL_COLOR: drawn.palette.ink, NODE_LABEL_FONT_SIZE: 11 },
          edge: { EDGE_TARGET_ARROW_SHAPE: 'triangle', EDGE_LABEL_FONT_SIZE: 9 },
        },
        nodeMapping: {
          NODE_LABEL: { type: 'PASSTHROUGH', definition: { attribute: 'name', type: 'string' } },
        },
        edgeMapping: {
          EDGE_LABEL: { type: 'PASSTHROUGH', definition: { attribute: 'interaction', type: 'string' } },
        },
      },
    ],
  })}`;
  yield* aspect('nodeBypasses', nodes.rows, ({ key, attributes }, id) => {
    const { colour, radius } = drawn.node(key);
    const size = roundCoordinate(radius * 2);
    const shape = attributes.role === 'claim' ? { NODE_SHAPE: 'diamond' } : {};
    return { id, v: { NODE_BACKGROUND_COLOR: colour, NODE_WIDTH: size, NODE_HEIGHT: size, ...shape } };
  });
  yield* aspect('edgeBypasses', edges.rows, ({ key, attributes }, id) => {
    const { style, colour, width } = drawn.edge(key);
    const arrow = attributes.role === 'about' ? 'none' : style.denied ? 'tee' : 'triangle';
    const look = { EDGE_LINE_COLOR: colour, EDGE_LINE_STYLE: style.stroke, EDGE_WIDTH: width };
    return { id, v: { ...look, EDGE_TARGET_ARROW_COLOR: colour, EDGE_TARGET_ARROW_SHAPE: arrow } };
  });
  yield ',\n{"status":[{"success":true}]}]\n';
  return losses.report();
}

function* aspect(
  name: string,
  rows: Rows,
  element: (row: Row, id: number) => object,
): Generator<string, void> {
  yield `,\n{"${name}":[`;
  let i = 0;
  for (const row of rows) {
    yield `${i === 0 ? '\n' : ',\n'}${canonicalJson(element(row, i))}`;
    i += 1;
  }
  yield '\n]}';
}

const TYPES: Readonly<Record<ColumnType, object>> = {
  boolean: { d: 'boolean' },
  int: { d: 'integer' },
  long: { d: 'long' },
  float: { d: 'double' },
  double: { d: 'double' },
  // Text is what an attribute is without a type.
  string: {},
};

function declarations(columns: readonly Column[]): Record<string, object> {
  return Object.fromEntries(columns.map(({ name, type }) => [name, TYPES[type]]));
}

/** JSON knows no NaN and no infinity: these are left out and counted. */
function values(
  columns: readonly Column[],
  attributes: Row['attributes'],
  losses: LossCounter,
): Record<string, unknown> {
  const found = new Map<string, unknown>();
  for (const { name, type, read } of columns) {
    const value = read(attributes);
    if (value === undefined) continue;
    if (typeof value === 'number' && !Number.isFinite(value)) losses.add('numbers that JSON cannot hold');
    else found.set(name, type === 'string' ? String(value) : value);
  }
  // Not set one by one: an attribute may be called `__proto__`.
  return Object.fromEntries(found);
}
