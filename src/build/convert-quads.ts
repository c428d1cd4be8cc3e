/** The quads of a file that others wrote to one file of RDF, whole or not at all. */
import { mkdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type RdfSyntax, tripleLine, writeForeignRdf } from '../formats/index.ts';
import { type Prefixes, type Problem, ProblemError } from '../model/index.ts';
import type { Quad, Term } from '../rdf/index.ts';
import { AtomicFile } from './atomic-file.ts';
import type { BuiltFile } from './build-dataset.ts';
import { readRdfFile } from './rdf-file.ts';

export interface ConvertQuadsOptions {
  /** The file that the quads come from, as problems name it. */
  readonly from: string;
  readonly prefixes?: Prefixes;
  /** See {@link writeForeignRdf}. */
  readonly ascii?: boolean;
  readonly repair?: boolean;
  /** Where relative IRIs were put when the quads were read. */
  readonly base?: string;
}

/**
 * Writes the file, in a folder that is made where it is missing. What stands there is replaced once the new file is whole.
 *
 * @throws ProblemError with everything that the syntax refuses, each with the line that it stands on in `from`
 */
export async function convertQuads(
  quads: readonly Quad[],
  path: string,
  syntax: RdfSyntax,
  { from, prefixes = {}, ascii = false, repair = false, base }: ConvertQuadsOptions,
): Promise<BuiltFile> {
  mkdirSync(dirname(path), { recursive: true });
  const file = new AtomicFile(path);
  try {
    const { losses } = await writeForeignRdf(quads, syntax, file, { prefixes, ascii, repair });
    file.commit();
    return { name: basename(path), path, bytes: file.bytes, losses, mended: [] };
  } catch (error) {
    file.discard();
    if (!(error instanceof ProblemError)) throw error;
    // Lines are asked for only now: they cost a second reading.
    const read = await readRdfFile(from, { repair, ...(base !== undefined && { base }) });
    throw new ProblemError(error.problems.map((problem) => placed(problem, read, from)));
  }
}

/** At the first statement that the refused value stands in; a predicate is told with its triple. */
function placed(
  problem: Problem,
  { quads, lines }: { readonly quads: readonly Quad[]; readonly lines: ReadonlyMap<Quad, number> },
  file: string,
): Problem {
  const { value } = problem;
  const isPredicate = problem.code === 'rdfxml-predicate';
  const found = quads.find(({ subject, predicate, object, graph }) =>
    problem.code === 'rdf12'
      ? isOfRdf12(object) && holds(object, value)
      : isPredicate
        ? predicate.value === value
        : [subject, predicate, graph].some((term) => term.value === value) || holds(object, value),
  );
  if (found === undefined) return { place: { file }, ...problem };
  const line = lines.get(found);
  return {
    ...problem,
    ...(isPredicate && { value: tripleLine(found).trimEnd() }),
    place: { file, ...(line !== undefined && { line }) },
  };
}

function isOfRdf12(term: Term): boolean {
  return term.termType === 'Quad' || (term.termType === 'Literal' && term.direction !== '');
}

function holds(term: Term, value: string | undefined): boolean {
  if (term.termType === 'Quad') {
    return [term.subject, term.predicate].some((part) => part.value === value) || holds(term.object, value);
  }
  return term.value === value || (term.termType === 'Literal' && term.datatype.value === value);
}
