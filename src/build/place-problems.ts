/** From a refused term back to the line of the data that it came from. */
import type { SourcePlaces } from '../corpus/index.ts';
import type { Place, Problem } from '../model/index.ts';
import type { DataPlace, TermProblem } from '../rdf/index.ts';

/** Adds file, line and column to problems that name a part of the data; the others stay as they are. */
export function placeProblems(problems: readonly Problem[], places: SourcePlaces): Problem[] {
  return problems.map((problem) => {
    const { at } = problem as Partial<TermProblem>;
    const place = at === undefined ? undefined : placeOf(at, places);
    return place === undefined || problem.place !== undefined ? problem : { ...problem, place };
  });
}

/** Of a file that tells no lines of its parts: the file, and what the problem is in, e.g. `claim harbour/c3`. */
export function problemsInFile(problems: readonly Problem[], file: string): Problem[] {
  return problems.map((problem) => {
    const { at } = problem as Partial<TermProblem>;
    const message =
      at === undefined || at.kind === 'quad' ? problem.message : `${at.kind} ${at.key}: ${problem.message}`;
    return { place: { file }, ...problem, message };
  });
}

function placeOf({ kind, key, article }: DataPlace, places: SourcePlaces): Place | undefined {
  if (kind === 'claim') return places.claim(key);
  if (kind === 'entity') return article === undefined ? undefined : places.entity(article, key);
  if (kind === 'article') return places.article(key);
  return kind === 'dataset' ? places.dataset() : undefined;
}
