/** A part's text cut where marks begin and end, so that overlapping marks can be drawn as runs side by side. */
import type { Span } from '../../model/index.ts';
import type { Mark, MarkUse } from './marks.ts';

export interface Run {
  readonly span: Span;
  /** The weightiest mark over the run; absent where none lies over it. */
  readonly use: MarkUse | undefined;
}

const WEIGHT: Readonly<Record<MarkUse, number>> = { mention: 1, attribution: 2, evidence: 3 };

/** The runs of a part in order; together they are the part. Neighbours of the same use are one run. */
export function markedRuns(part: Span, marks: readonly Mark[]): Run[] {
  const within = marks.filter(({ span }) => span.start < part.end && span.end > part.start);
  const cuts = [part.start, part.end, ...within.flatMap(({ span }) => [span.start, span.end])]
    .filter((at) => at >= part.start && at <= part.end)
    .sort((a, b) => a - b);
  const runs: Run[] = [];
  for (let index = 1; index < cuts.length; index += 1) {
    const start = cuts[index - 1]!;
    const end = cuts[index]!;
    if (start === end) continue;
    const use = within
      .filter(({ span }) => span.start <= start && span.end >= end)
      .map(({ use }) => use)
      .sort((a, b) => WEIGHT[b] - WEIGHT[a])[0];
    const last = runs.at(-1);
    if (last !== undefined && last.use === use) {
      runs[runs.length - 1] = { span: { start: last.span.start, end }, use };
    } else runs.push({ span: { start, end }, use });
  }
  return runs;
}
