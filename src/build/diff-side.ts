/** One side of a comparison: a data folder, JSON Lines, or a file of any format that is read. */
import { stat } from 'node:fs/promises';
import { loadDataset, loadJsonLines } from '../corpus/index.ts';
import { type OpenedText, READ_ENDINGS, syntaxOf } from '../formats/index.ts';
import { type Problem, ProblemError } from '../model/index.ts';
import { datasetToQuads, type Quad } from '../rdf/index.ts';
import { hasBlankNode } from './blank-parts.ts';
import { RDF_ENDINGS, readRdfFile } from './rdf-file.ts';
import { readDatasetFile } from './read-dataset-file.ts';

export interface DiffSide extends OpenedText {
  readonly path: string;
  /** By its ending; `undefined` for a data folder and JSON Lines. */
  readonly syntax: ReturnType<typeof syntaxOf>;
  /** Whether it has a place for decisions on identity, which lines of articles have not. */
  readonly identity: boolean;
}

/** Endings of what can be compared, beside data folders. */
export const COMPARED_ENDINGS: readonly string[] = [...READ_ENDINGS, '.jsonl'];

/** What both sides' foreign things are named under, so that a file's name makes no difference. */
const NEUTRAL = { id: 'opened', title: { und: 'opened' }, mayBeEmpty: true };

/** @throws ProblemError where it can't be read; Error of the file system */
export async function openDiffSide(path: string, ontologyDir: string): Promise<DiffSide> {
  const isFolder = (await stat(path)).isDirectory();
  const lines = !isFolder && path.toLowerCase().endsWith('.jsonl');
  if (!isFolder && !lines) {
    const { quads, ...read } = await readDatasetFile(path, NEUTRAL);
    // Quads serve to pair blank nodes: where there are none, a large file need not be held twice.
    const kept = quads && { quads: quads.some(hasBlankNode) ? quads : [] };
    return { ...read, ...kept, path, syntax: syntaxOf(path), identity: true };
  }
  const { dataset, problems } = await (lines ? loadJsonLines : loadDataset)(path, { ontologyDir });
  if (dataset === undefined) throw new ProblemError(problems);
  const own = { origin: 'clew', losses: [], places: new Map(), syntax: undefined } as const;
  return { ...own, dataset, problems, path, identity: !lines };
}

/** Quads as a file says them, or as a dataset is written; whether the side can name graphs. */
export interface QuadSide {
  readonly path: string;
  readonly quads: readonly Quad[];
  readonly graphs: boolean;
  readonly problems: readonly Problem[];
}

/** @throws ProblemError where it can't be read; Error of the file system */
export async function openQuadSide(path: string, ontologyDir: string): Promise<QuadSide> {
  const lower = path.toLowerCase();
  if (RDF_ENDINGS.some((ending) => lower.endsWith(ending)) && !(await stat(path)).isDirectory()) {
    const { quads, problems } = await readRdfFile(path);
    return { path, quads, problems, graphs: /\.(?:trig|nq|jsonld)$/.test(lower) };
  }
  const { dataset, problems } = await openDiffSide(path, ontologyDir);
  return { path, quads: [...datasetToQuads(dataset)], graphs: true, problems };
}
