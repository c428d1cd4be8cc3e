/** The `.json` output as a graph again, with every model object back in its place. */
import { type ClewGraph, type DrawnGraph, datasetToGraph } from '../graph/index.ts';
import { type Dataset, type Problem, ProblemError } from '../model/index.ts';
import { linkProblems } from './dataset-links.ts';
import { datasetShape, shapeProblems } from './dataset-shape.ts';
import { jsonErrorPlace } from './json-place.ts';
import { GRAPH_READ_DEFAULTS, type GraphReadOptions } from './plain-graph.ts';

/**
 * Reads what {@link writeGraphJson} wrote. The graph is built from the dataset, so that it can't contradict it; the
 * places and the labels (which may be in another language) are taken from the file.
 *
 * @throws ProblemError where the text is not JSON (with line and column), holds no dataset, or one that is not whole
 */
export function readGraphJson(text: string, options: Partial<GraphReadOptions> = {}): ClewGraph {
  const { file } = { ...GRAPH_READ_DEFAULTS, ...options };
  const dataset = datasetOf(parse(text, file), file);
  const taking = new TakingOver(datasetToGraph(dataset.dataset), file);
  taking.nodes(dataset.nodes);
  taking.edges(dataset.edges);
  return taking.end();
}

/** Takes over what a file says of nodes and edges. */
export class TakingOver<Graph extends DrawnGraph> {
  readonly #graph: Graph;
  readonly #file: string;
  readonly #onNodes: ReadonlySet<string> | undefined;
  readonly #problems: Problem[] = [];

  /** @param onNodes what is taken over of nodes; absent: all */
  constructor(graph: Graph, file: string, onNodes?: ReadonlySet<string>) {
    this.#graph = graph;
    this.#file = file;
    this.#onNodes = onNodes;
  }

  /** @param list of the file's nodes, some or all */
  nodes(list: readonly unknown[]): void {
    for (const { key, attributes } of elements(list)) {
      if (this.#graph.hasNode(key)) takeOver(this.#graph.getNodeAttributes(key), attributes, this.#onNodes);
      else this.#unknown('node', key);
    }
  }

  /** @param list of the file's edges, some or all */
  edges(list: readonly unknown[]): void {
    for (const { key, attributes } of elements(list)) {
      if (this.#graph.hasEdge(key)) takeOver(this.#graph.getEdgeAttributes(key), attributes);
      else this.#unknown('edge', key);
    }
  }

  /** @returns the graph @throws ProblemError where one of them is not of the graph */
  end(): Graph {
    if (this.#problems.length > 0) throw new ProblemError(this.#problems);
    return this.#graph;
  }

  #unknown(kind: string, key: string): void {
    this.#problems.push({
      severity: 'error',
      code: 'unknown-element',
      message: `the ${kind} is not one of the dataset’s`,
      value: key,
      place: { file: this.#file },
    });
  }
}

interface Element {
  readonly key: string;
  readonly attributes: object;
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    const message = text.trim() === '' ? 'the file is empty' : 'this is not JSON';
    throw new ProblemError([
      { severity: 'error', code: 'json-syntax', message, place: { file, ...jsonErrorPlace(text) } },
    ]);
  }
}

function datasetOf(
  value: unknown,
  file: string,
): { readonly dataset: Dataset; readonly nodes: readonly unknown[]; readonly edges: readonly unknown[] } {
  const graph = record(value);
  const dataset = record(graph?.attributes)?.dataset;
  if (graph === undefined || dataset === undefined) {
    throw new ProblemError([
      {
        severity: 'error',
        code: 'no-dataset',
        message: 'this JSON holds no dataset',
        hint: 'a graph as `clew build --formats json` writes it has one in attributes.dataset',
        place: { file },
      },
    ]);
  }
  const place = { place: { file } };
  const shape = shapeProblems(dataset, datasetShape, 'dataset');
  if (shape.length > 0) throw new ProblemError(shape.map((problem) => ({ ...problem, ...place })));
  const links = linkProblems(dataset as Dataset);
  if (links.length > 0) throw new ProblemError(links.map((problem) => ({ ...problem, ...place })));
  return { dataset: dataset as Dataset, nodes: listOf(graph.nodes), edges: listOf(graph.edges) };
}

/** Graphology allows them to be missing. */
function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Nodes or edges that can be told by their key. */
function elements(list: readonly unknown[]): Element[] {
  return list.flatMap((item) => {
    const { key, attributes } = record(item) ?? {};
    return typeof key === 'string' ? [{ key, attributes: record(attributes) ?? {} }] : [];
  });
}

/** What a file can't say otherwise than the model does, and a name that is no attribute of any object. */
const KEPT: ReadonlySet<string> = new Set(['model', 'role', '__proto__']);

/**
 * Takes over what the file may say of an element: all but what its model says, and places only as numbers. Written into
 * the attributes as they stand, since nobody listens to this graph yet and a large one has many.
 */
function takeOver(present: object, given: object, taken?: ReadonlySet<string>): void {
  const { x, y } = given as { x?: unknown; y?: unknown };
  const placed = Number.isFinite(x) && Number.isFinite(y);
  for (const name of Object.keys(given)) {
    if (taken?.has(name) === false || KEPT.has(name) || ((name === 'x' || name === 'y') && !placed)) continue;
    (present as Record<string, unknown>)[name] = (given as Record<string, unknown>)[name];
  }
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
