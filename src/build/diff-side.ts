/** One side of a comparison: a data folder or a file of any format that is read. */
import { stat } from 'node:fs/promises';
import { loadDataset } from '../corpus/index.ts';
import { type OpenedText, syntaxOf } from '../formats/index.ts';
import { type Problem, ProblemError } from '../model/index.ts';
import { datasetToQuads, type Quad } from '../rdf/index.ts';
import { RDF_ENDINGS, readRdfFile } from './rdf-file.ts';
import { readDatasetFile } from './read-dataset-file.ts';

export interface DiffSide extends OpenedText {
  readonly path: string;
  /** By its ending; `undefined` for a data folder. */
  readonly syntax: ReturnType<typeof syntaxOf>;
}

/** What both sides' foreign things are named under, so that a file's name makes no difference. */
const NEUTRAL = { id: 'opened', title: { und: 'opened' } };

/** @throws ProblemError where it can't be read; Error of the file system */
export async function openDiffSide(path: string, ontologyDir: string): Promise<DiffSide> {
  if (!(await stat(path)).isDirectory()) {
    return { ...(await readDatasetFile(path, NEUTRAL)), path, syntax: syntaxOf(path) };
  }
  const { dataset, problems } = await loadDataset(path, { ontologyDir });
  if (dataset === undefined) throw new ProblemError(problems);
  return { origin: 'clew', dataset, problems, losses: [], places: new Map(), path, syntax: undefined };
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
