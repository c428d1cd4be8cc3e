/** Gathers everything that is wrong in one run, so that all of it is reported together. */
import { compareCodePoints, type Place, type Problem } from '../model/index.ts';
import { nearestWords } from './nearest.ts';

/** What a problem says besides its code and message; fields that are `undefined` are left out. */
export interface ProblemDetails {
  readonly place?: Place | undefined;
  readonly value?: string | undefined;
  readonly hint?: string | undefined;
}

/** Looking for similar names costs time for each problem; beyond this many a list of errors is no longer read by eye. */
const SUGGESTIONS = 500;

export class ProblemList {
  readonly #problems: Problem[] = [];
  #suggestionsLeft = SUGGESTIONS;
  #errors = 0;

  get errors(): number {
    return this.#errors;
  }

  error(code: string, message: string, details: ProblemDetails = {}): void {
    this.#errors += 1;
    this.#add('error', code, message, details);
  }

  warn(code: string, message: string, details: ProblemDetails = {}): void {
    this.#add('warning', code, message, details);
  }

  addAll(problems: Iterable<Problem>): void {
    for (const problem of problems) {
      if (problem.severity === 'error') this.#errors += 1;
      this.#problems.push(problem);
    }
  }

  /** ``did you mean `x`?`` for the known names that look most like `word`; `otherwise` where none does. */
  suggest(word: string, known: Iterable<string>, otherwise: string): string {
    if (this.#suggestionsLeft === 0) return otherwise;
    this.#suggestionsLeft -= 1;
    const near = nearestWords(word, known);
    return near.length === 0 ? otherwise : `did you mean ${near.map((name) => `\`${name}\``).join(' or ')}?`;
  }

  /** In reading order: by file, line, column; then by code and message. */
  sorted(): Problem[] {
    return [...this.#problems].sort(compareProblems);
  }

  #add(severity: Problem['severity'], code: string, message: string, details: ProblemDetails): void {
    this.#problems.push({
      severity,
      code,
      message,
      ...(details.value !== undefined && { value: details.value }),
      ...(details.hint !== undefined && { hint: details.hint }),
      ...(details.place !== undefined && { place: details.place }),
    });
  }
}

function compareProblems(a: Problem, b: Problem): number {
  return (
    compareCodePoints(a.place?.file ?? '', b.place?.file ?? '') ||
    (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
    (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
    compareCodePoints(a.code, b.code) ||
    compareCodePoints(a.message, b.message)
  );
}
