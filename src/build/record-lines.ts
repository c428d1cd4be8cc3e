/** The lines of what is wrong with the records of an RDF file. A sound file needs none: only a damaged one is read again for them. */
import { type Problem, ProblemError } from '../model/index.ts';
import type { RecordProblem } from '../rdf/index.ts';
import { RDF_ENDINGS, readRdfFile } from './rdf-file.ts';

/** The problems with the line where the record that they are about is described; as they are where it can't be told. */
export async function withRecordLines(
  path: string,
  problems: readonly Problem[],
  base: string,
): Promise<Problem[]> {
  const isOpen = ({ about, place }: RecordProblem) => about !== undefined && place?.line === undefined;
  const isRdf = RDF_ENDINGS.some((ending) => path.toLowerCase().endsWith(ending));
  if (!isRdf || !problems.some(isOpen)) return [...problems];
  const first = await firstLines(path, base);
  return problems.map((problem: RecordProblem) => {
    const line = isOpen(problem) ? first.get(problem.about!) : undefined;
    return line === undefined ? problem : { ...problem, place: { file: path, line } };
  });
}

/** By subject, the line of its first statement. */
async function firstLines(path: string, base: string): Promise<ReadonlyMap<string, number>> {
  const first = new Map<string, number>();
  try {
    const { quads, lines } = await readRdfFile(path, { base });
    for (const quad of quads) {
      const line = lines.get(quad);
      const known = first.get(quad.subject.value);
      if (line !== undefined && (known === undefined || line < known)) first.set(quad.subject.value, line);
    }
  } catch (error) {
    // Too large to be read at once: then the file alone is named.
    if (!(error instanceof ProblemError)) throw error;
  }
  return first;
}
