/** The graph in Graphviz's DOT, at the places of its layout: `neato -n` draws it as it is, `dot` lays it out anew. */
import type { ClewGraph } from '../graph/index.ts';
import { pickText } from '../model/index.ts';
import { type DrawingOptions, draw } from './drawing.ts';
import { countFlatLosses } from './flat-losses.ts';
import { edgeTable, nodeTable, type Row, roundCoordinate } from './graph-table.ts';
import { LossCounter, type LossReport } from './losses.ts';
import { pour, type Sink } from './sink.ts';
import { TextGuard } from './text-guard.ts';

export interface DotOptions extends DrawingOptions {
  /** Replace NUL and lone surrogates by U+FFFD, and count them, in place of refusing the file. Default false. */
  readonly repair: boolean;
}
export const DOT_DEFAULTS: Pick<DotOptions, 'repair'> = { repair: false };

/** Writes a directed graph. @throws ProblemError at the end, with every value that DOT cannot hold */
export function writeDot(
  graph: ClewGraph,
  sink: Sink,
  options: Partial<DotOptions> = {},
): Promise<LossReport> {
  return pour(dotParts(graph, options), sink);
}

/** The same, part by part: a statement each. */
export function* dotParts(
  graph: ClewGraph,
  options: Partial<DotOptions> = {},
): Generator<string, LossReport> {
  const { repair } = { ...DOT_DEFAULTS, ...options };
  const losses = new LossCounter();
  const guard = new TextGuard({ repair }, losses);
  const drawn = draw(graph, options);
  const { ground, ink } = drawn.palette;
  const dataset = graph.getAttribute('dataset');
  countFlatLosses(graph, losses);
  losses.add('entities’ attributes beyond label, kind and place', graph.order);
  losses.add('claims’ attributes beyond label, statement and style', graph.size);
  const title = pickText(dataset.title, dataset.languages)?.text ?? dataset.id;

  yield `digraph ${name(dataset.id)} {\n`;
  yield `  graph [label=${text(title, 'dataset', dataset.id, 'title', guard)}, labelloc=t, bgcolor="${ground}", outputorder=edgesfirst, splines=true];\n`;
  yield `  node [shape=circle, style=filled, fixedsize=true, fontname="sans-serif", fontsize=10, fontcolor="${ink}", color="${ground}"];\n`;
  yield `  edge [fontname="sans-serif", fontsize=8, arrowsize=0.6];\n`;
  for (const { key, attributes } of nodeTable(graph, new LossCounter()).rows) {
    const { x, y, radius, colour } = drawn.node(key);
    const id = nodeName(key, guard);
    const label = text(attributes.label, 'node', key, 'label', guard);
    const width = roundCoordinate((radius * 2) / POINTS_PER_INCH);
    const shape = attributes.role === 'claim' ? ', shape=diamond, label=""' : `, label="", xlabel=${label}`;
    const tooltip =
      attributes.role === 'claim' ? text(attributes.statement, 'node', key, 'statement', guard) : label;
    if (guard.refused === 0)
      yield `  ${id} [pos="${x},${y}", width=${width}, fillcolor="${colour}"${shape}, tooltip=${tooltip}];\n`;
  }
  for (const { key, attributes, source, target } of edgeTable(graph, new LossCounter()).rows) {
    const { colour, width } = drawn.edge(key);
    const ends = `${nodeName(source, guard)} -> ${nodeName(target, guard)}`;
    const look = `id=${text(key, 'edge', key, 'id', guard)}, color="${colour}", penwidth=${width}${lineOf(attributes, drawn.edge(key).style)}`;
    const said =
      attributes.role === 'claim'
        ? `, label=${text(attributes.label, 'edge', key, 'label', guard)}, tooltip=${text(attributes.statement, 'edge', key, 'statement', guard)}`
        : '';
    if (guard.refused === 0) yield `  ${ends} [${look}${said}];\n`;
  }
  yield '}\n';
  guard.finish();
  return losses.report();
}

/** Graphviz measures places in points, sizes in inches. */
const POINTS_PER_INCH = 72;

function lineOf(
  attributes: Row['attributes'],
  style: { readonly stroke: string; readonly denied: boolean },
): string {
  const stroke = style.stroke === 'solid' ? '' : `, style=${style.stroke}`;
  if (attributes.role === 'about') return `${stroke}, arrowhead=none`;
  // A bar at the end: DOT has none for the middle.
  return `${stroke}${style.denied ? ', arrowhead=tee' : ''}`;
}

/** In a quoted name only the quote is escaped; a backslash before a quote would escape that. */
function name(value: string): string {
  return `"${value.replaceAll('"', '\\"')}"`;
}

/** A node's name; one that ends in a backslash, or has one before a quote, would run on, and is refused. */
function nodeName(key: string, guard: TextGuard): string {
  const legal = guard.text(key, 'node', key, 'id');
  return name(
    /\\(?:"|$)/.test(legal) ? guard.refuse(key, 'node', key, 'id', 'a backslash before a quote') : legal,
  );
}

/** A label: backslashes begin escapes in it, and `&` an HTML entity. */
function text(value: string, element: string, key: string, attribute: string, guard: TextGuard): string {
  const escaped = guard
    .text(value, element, key, attribute)
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/\r\n|[\r\n]/g, '\\n')
    .replaceAll('&', '&amp;');
  return escaped.length <= LONGEST ? `"${escaped}"` : joined(escaped);
}

/** Graphviz refuses quoted texts of over 16,384 bytes; a character has up to three for each of its UTF-16 units. */
const LONGEST = 5000;

/** A long text as several that `+` joins, cut neither within an escape nor within a character. */
function joined(escaped: string): string {
  const pieces: string[] = [''];
  for (const [unit] of escaped.matchAll(/\\.|&amp;|./gsu)) {
    if (pieces.at(-1)!.length + unit.length > LONGEST) pieces.push('');
    pieces[pieces.length - 1] += unit;
  }
  return pieces.map((piece) => `"${piece}"`).join(' + ');
}
