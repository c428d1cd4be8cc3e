/** What is wrong with an input, said so that a person can mend it. */

/** Where: a file, and within it a line and a column, both from 1; columns count code points. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export interface Problem {
  readonly severity: 'error' | 'warning';
  /** Stable machine name, e.g. `unknown-entity`. */
  readonly code: string;
  /** What is wrong, one sentence without the place. */
  readonly message: string;
  /** The offending value as it stands in the input. */
  readonly value?: string;
  /** The way out. */
  readonly hint?: string;
  readonly place?: Place;
}

/** Thrown once with everything that is wrong; never for one problem at a time. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'ProblemError';
    this.problems = problems;
  }
}

/** `file:line:column: error: message [value] (hint)`; control characters in values are shown as escapes. */
export function formatProblem(problem: Problem): string {
  const { place } = problem;
  const where = place
    ? [place.file, place.line, place.column].filter((part) => part !== undefined).join(':')
    : '';
  const value = problem.value === undefined ? '' : ` [${showValue(problem.value)}]`;
  const hint = problem.hint === undefined ? '' : `\n    ${showValue(problem.hint, Number.POSITIVE_INFINITY)}`;
  return `${where ? `${where}: ` : ''}${problem.severity}: ${problem.message} (${problem.code})${value}${hint}`;
}

/** A value fit for a terminal: control and bidi characters escaped, cut at `limit` code units. */
export function showValue(value: string, limit = 120): string {
  const shown = value.replace(
    /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff\p{Cs}]/gu,
    (c) => {
      const code = c.codePointAt(0) ?? 0;
      return `\\u${code.toString(16).padStart(4, '0')}`;
    },
  );
  return shown.length > limit ? `${shown.slice(0, limit)}…` : shown;
}
