/**
 * The `.json` output: graphology's own serialised form with the whole dataset as one graph attribute. The viewer
 * starts from it, and so can any program that reads JSON.
 */
import type { ClewGraph } from '../graph/index.ts';
import { compareCodePoints, type Dataset } from '../model/index.ts';
import { canonicalJson, canonicalParts } from './canonical-json.ts';
import { roundCoordinate } from './graph-table.ts';
import type { LossReport } from './losses.ts';
import { pour, type Sink } from './sink.ts';

/** The lines before the articles. */
export const HEAD =
  '{"options":{"type":"directed","multi":true,"allowSelfLoops":true},\n"attributes":{"dataset":{"articles":[';

/**
 * Writes a graph as JSON: nodes and edges sorted by key, one a line, with their flat attributes and places; the model
 * objects are left out, since the dataset holds them. Lone surrogates are written as escapes, so nothing is refused.
 */
export function writeGraphJson(
  graph: ClewGraph,
  sink: Sink,
  options: Partial<GraphJsonOptions> = {},
): Promise<LossReport> {
  return pour(graphJsonParts(graph, options), sink);
}

export interface GraphJsonOptions {
  /** The claims and entities of an article stand on lines of their own, so that one of very many is read in steps. */
  readonly spread: boolean;
}
export const GRAPH_JSON_DEFAULTS: GraphJsonOptions = { spread: false };

/** The same, part by part. */
export function* graphJsonParts(
  graph: ClewGraph,
  options: Partial<GraphJsonOptions> = {},
): Generator<string, LossReport> {
  const { spread } = { ...GRAPH_JSON_DEFAULTS, ...options };
  yield HEAD;
  yield* datasetParts(graph.getAttribute('dataset'), spread ? '\n' : '');
  yield '},\n"nodes":[';
  let separator = '\n';
  for (const key of graph.nodes().sort(compareCodePoints)) {
    const attributes = flat(graph.getNodeAttributes(key));
    yield `${separator}{"key":${canonicalJson(key)},"attributes":${attributes}}`;
    separator = ',\n';
  }
  yield '\n],\n"edges":[';
  separator = '\n';
  for (const key of graph.edges().sort(compareCodePoints)) {
    const [source, target] = graph.extremities(key).map(canonicalJson);
    const attributes = flat(graph.getEdgeAttributes(key));
    yield `${separator}{"key":${canonicalJson(key)},"source":${source},"target":${target},"attributes":${attributes}}`;
    separator = ',\n';
  }
  yield '\n]}\n';
  return { losses: [] };
}

/** The canonical JSON of a dataset after {@link HEAD}, an article a line: a large one never stands in memory as one text. */
function* datasetParts(dataset: Dataset, gap: string): Generator<string, void> {
  const { articles, ...rest } = dataset;
  const others = canonicalJson(rest).slice(1);
  for (const [i, article] of articles.entries()) {
    yield i === 0 ? '\n' : ',\n';
    yield* canonicalParts(article, gap);
  }
  // `articles` comes before all other fields of a dataset by name.
  yield `\n],${others}`;
}

/** Without an object for it: V8 keeps one that is made by leaving fields out in a form of ten times the size. */
function flat(attributes: object): string {
  const fields = attributes as Readonly<Record<string, unknown>>;
  const members: string[] = [];
  for (const name of Object.keys(fields).sort()) {
    const value = fields[name];
    if (name === 'model' || value === undefined) continue;
    const rounds = (name === 'x' || name === 'y') && typeof value === 'number';
    members.push(`${canonicalJson(name)}:${canonicalJson(rounds ? roundCoordinate(value) : value)}`);
  }
  return `{${members.join(',')}}`;
}

/** Longer texts are cut, in code units: a browser takes time by the square of the length of a script element. */
export const PIECE = 2 ** 21;

/** A text in pieces of whole lines, each as long as `size` allows, or one line. */
export function linePieces(text: string, size: number = PIECE): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    let end = from + size < text.length ? text.lastIndexOf('\n', from + size - 1) : text.length;
    if (end < from) end = text.indexOf('\n', from);
    end = end < 0 ? text.length : Math.min(end + 1, text.length);
    pieces.push(text.slice(from, end));
    from = end;
  }
  return pieces;
}

/**
 * JSON text that may stand inside a `<script type="application/json">`: `<` cannot end the element, U+2028 and U+2029
 * cannot end a line. It is still the same JSON. Works part by part as well.
 */
export function embeddableJson(json: string): string {
  return json.replace(/[<\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
