/** A file that carries a whole dataset, read back: RDF of our mapping, graph files with the model, the `.json` output. */
import { constants } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { decodeUtf8 } from '../corpus/index.ts';
import {
  LossCounter,
  type LossReport,
  type QuadSyntax,
  type ReadGraph,
  readGexf,
  readGraphJson,
  readGraphml,
  readQuads,
} from '../formats/index.ts';
import { type ClewGraph, graphToDataset } from '../graph/index.ts';
import { type Dataset, type Problem, ProblemError } from '../model/index.ts';
import { type Quad, quadsToDataset } from '../rdf/index.ts';

/** Where a graph file had its entities, by id. */
export type EntityPlaces = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

export interface DatasetFile extends LossReport {
  readonly dataset: Dataset;
  /** Empty for RDF, and for files that say nothing of places. */
  readonly places: EntityPlaces;
  /** What the reader warns of. */
  readonly problems: readonly Problem[];
}

type Reader = (text: string, file: string) => DatasetFile;

/** By file name ending. */
const READERS: Readonly<Record<string, Reader>> = {
  '.ttl': quads('turtle'),
  '.trig': quads('trig'),
  '.nt': quads('ntriples'),
  '.nq': quads('nquads'),
  '.graphml': (text, file) => recognised(readGraphml(text, { file }), file),
  '.gexf': (text, file) => recognised(readGexf(text, { file }), file),
  '.json': (text, file) => ofGraph(readGraphJson(text, { file }), { losses: [] }),
};

/** Endings of the files that {@link readDatasetFile} reads. */
export const READ_ENDINGS: readonly string[] = Object.keys(READERS);

/**
 * Reads a file by its ending into the dataset that it was written from.
 *
 * @throws ProblemError, always naming the file, where it is of another format, is not UTF-8, breaks its syntax, holds no
 *   dataset of ours or one that lacks parts; Error of the file system where it can't be read
 */
export async function readDatasetFile(path: string): Promise<DatasetFile> {
  const info = await stat(path);
  const ending = READ_ENDINGS.find((candidate) => path.toLowerCase().endsWith(candidate));
  if (info.isDirectory()) {
    refuse('is-folder', 'this is a folder', path, 'Name a file, or build the folder with `clew build`.');
  }
  if (ending === undefined) {
    const hint = `Files that end in ${READ_ENDINGS.join(', ')} are; build one of those.`;
    refuse('unread-format', 'files of this ending are not read', path, hint);
  }
  if (info.size > constants.MAX_STRING_LENGTH) {
    refuse('too-large', 'the file is too large to be read at once', path, 'Build it anew from its data.');
  }
  const decoded = decodeUtf8(await readFile(path), path);
  if ('problem' in decoded) {
    const message = 'the file is not UTF-8 from here on';
    throw new ProblemError([{ severity: 'error', code: 'not-utf8', message, ...decoded.problem }]);
  }
  try {
    return READERS[ending!]!(decoded.text, path);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new ProblemError(error.problems.map((problem) => ({ place: { file: path }, ...problem })));
  }
}

function refuse(code: string, message: string, file: string, hint: string): never {
  throw new ProblemError([{ severity: 'error', code, message, hint, place: { file } }]);
}

const FOREIGN = 'Only what Clew wrote, and not with --lean, can be turned into a dataset again.';

function quads(syntax: QuadSyntax): Reader {
  const hasGraphs = syntax === 'trig' || syntax === 'nquads';
  return (text, file) => {
    const { quads: read, problems } = readQuads(text, syntax, { file });
    const dataset = datasetOf(read, file);
    const losses = new LossCounter();
    if (!hasGraphs) losses.add('entities of several articles, of which each now says all', shared(dataset));
    return { dataset, places: new Map(), problems, ...losses.report() };
  };
}

function datasetOf(read: readonly Quad[], file: string): Dataset {
  try {
    return quadsToDataset(read);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problems[0]?.code !== 'no-dataset') throw error;
    const subjects = new Set(read.map(({ subject }) => subject.value)).size;
    const found = `statements: ${read.length}, about things: ${subjects}`;
    refuse('no-dataset', `the file holds no dataset of Clew (${found})`, file, FOREIGN);
  }
}

/** Entities that more than one article lists. */
function shared({ articles }: Dataset): number {
  const listed = articles.flatMap(({ entities }) => entities.map(({ id }) => id));
  const seen = new Set<string>();
  return new Set(listed.filter((id) => seen.size === seen.add(id).size)).size;
}

function recognised(read: ReadGraph, file: string): DatasetFile {
  if (read.kind === 'clew') return ofGraph(read.graph, read.report);
  const { nodes, edges } = read.graph;
  const found = `nodes: ${nodes.length}, edges: ${edges.length}`;
  refuse('no-dataset', `the file holds no dataset of Clew (${found})`, file, FOREIGN);
}

function ofGraph(graph: ClewGraph, { losses }: LossReport): DatasetFile {
  return { dataset: graphToDataset(graph), places: placesOf(graph), problems: [], losses };
}

/** Nodes without a place are at 0, 0: where several are there, the file did not place them. */
function placesOf(graph: ClewGraph): EntityPlaces {
  const entities = graph.filterNodes((_, { role }) => role === 'entity');
  const isAtZero = (node: string) =>
    graph.getNodeAttribute(node, 'x') === 0 && graph.getNodeAttribute(node, 'y') === 0;
  const unplaced = entities.filter(isAtZero);
  const placed = unplaced.length < 2 ? entities : entities.filter((node) => !isAtZero(node));
  return new Map(
    placed.map((node) => {
      const { x, y } = graph.getNodeAttributes(node);
      return [node, { x, y }] as const;
    }),
  );
}
