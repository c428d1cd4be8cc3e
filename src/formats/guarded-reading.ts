/** A text read by a parser of others or our own, every term through the guard, errors as problems. */
import { type Place, type Problem, ProblemError } from '../model/index.ts';
import { type ForeignQuad, guardQuad, type Quad, TermGuard } from '../rdf/index.ts';
import { halfSurrogate, valuePlace, withoutHalves } from './mend-text.ts';
import { QUAD_READ_DEFAULTS, type QuadReadOptions } from './quad-reader.ts';

/** Reads a text whole. What is told of a quad is the one that is kept, if it is. @throws Error, with line and column where it knows them */
export type ReadText = (text: string, onQuad: (quad: ForeignQuad) => Quad | undefined) => Promise<void>;

type Position = Pick<Place, 'line' | 'column'>;

/**
 * @param read is given the text, mended where halves of surrogate pairs had to be
 * @param problemOf says what is wrong where the reader fails; undefined leaves it to its own words
 * @param escapes whether the syntax has escapes as JSON does
 * @throws ProblemError for a syntax error, and for terms that no syntax can write
 */
export async function readGuarded(
  text: string,
  read: ReadText,
  options: Partial<QuadReadOptions>,
  problemOf: (error: Error) => (Omit<Problem, 'severity' | 'place'> & Position) | undefined = () => undefined,
  escapes = false,
): Promise<{ readonly quads: readonly Quad[]; readonly problems: readonly Problem[] }> {
  const { file, repair } = { ...QUAD_READ_DEFAULTS, ...options };
  const half = halfProblem(text, file, repair, escapes);
  if (half?.severity === 'error') throw new ProblemError([half]);
  const guard = new TermGuard({ own: false, repair });
  const quads: Quad[] = [];
  let number = 0;
  try {
    await read(half === undefined ? text : withoutHalves(text, escapes), (foreign) => {
      number += 1;
      const quad = guardQuad(foreign, guard, number);
      if (quad !== undefined) quads.push(quad);
      return quad;
    });
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    const { message, line, column } = error as Error & { readonly line?: number; readonly column?: number };
    const place = { file, ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
    const told = problemOf(error as Error) ?? { code: 'bad-syntax', message: message.replace(/\.$/, '') };
    const { line: toldLine, column: toldColumn, ...said } = told;
    const found =
      toldLine !== undefined
        ? { line: toldLine, ...(toldColumn !== undefined && { column: toldColumn }) }
        : line === undefined && said.value !== undefined
          ? valuePlace(text, said.value)
          : undefined;
    throw new ProblemError([{ severity: 'error', ...said, place: { ...place, ...found } }]);
  }
  // Parsers tell no places of terms.
  const problems: Problem[] = guard.problems.map(({ at: _, ...problem }) => ({
    ...problem,
    place: { file, ...(problem.value !== undefined && valuePlace(text, problem.value)) },
  }));
  if (half !== undefined) problems.unshift(half);
  if (guard.refused > 0) throw new ProblemError(problems);
  return { quads, problems };
}

/** Parsers of bytes change what is no character in silence. */
function halfProblem(text: string, file: string, repair: boolean, escapes: boolean): Problem | undefined {
  const at = halfSurrogate(text, escapes);
  if (at === undefined) return undefined;
  const before = text.slice(0, at).split('\n');
  return {
    severity: repair ? 'warning' : 'error',
    code: repair ? 'repaired-text' : 'lone-surrogate',
    message: 'the text holds half of a surrogate pair',
    value: text.slice(Math.max(0, at - 20), at + 20),
    hint: repair ? 'Replaced by U+FFFD.' : 'Remove it; it is no character.',
    place: { file, line: before.length, column: [...before.at(-1)!].length + 1 },
  };
}
