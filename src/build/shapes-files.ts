/** Shapes from files: the ones that ship with Clew and those of a user, read as Turtle with the line of every statement. */
import { readFile } from 'node:fs/promises';
import { decodeUtf8 } from '../corpus/index.ts';
import { readQuads } from '../formats/index.ts';
import { type Place, type Problem, ProblemError } from '../model/index.ts';
import { type Quad, ShapeGraph } from '../rdf/index.ts';

/** The shapes of several files as one graph. */
export interface LoadedShapes {
  readonly graph: ShapeGraph;
  /** What the shapes ask for and do not get, and what their readers warn of. */
  readonly problems: readonly Problem[];
  readonly place: (quad: Quad) => Place | undefined;
}

/** @throws ProblemError with everything that is wrong with the files; Error of the file system where one can't be read */
export async function loadShapes(files: readonly string[]): Promise<LoadedShapes> {
  const problems: Problem[] = [];
  const lines = new Map<Quad, Place>();
  const quads: Quad[] = [];
  for (const [n, file] of files.entries()) {
    const decoded = decodeUtf8(await readFile(file), file);
    if ('problem' in decoded) {
      const message = 'the file is not UTF-8 from here on';
      problems.push({ severity: 'error', code: 'not-utf8', message, ...decoded.problem });
      continue;
    }
    try {
      const at = new Map<Quad, number>();
      const options = { file, blankNodePrefix: `f${n}-`, lines: at };
      const read = readQuads(decoded.text, 'turtle', options);
      problems.push(...read.problems);
      for (const quad of read.quads) {
        quads.push(quad);
        lines.set(quad, { file, line: at.get(quad)! });
      }
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.some(({ severity }) => severity === 'error')) throw new ProblemError(problems);
  const graph = new ShapeGraph(quads);
  const place = (quad: Quad) => lines.get(quad);
  for (const { quad, ...doubt } of graph.doubts()) {
    const at = place(quad);
    problems.push({ ...doubt, ...(at && { place: at }) });
  }
  if (problems.some(({ severity }) => severity === 'error')) throw new ProblemError(problems);
  return { graph, problems, place };
}
