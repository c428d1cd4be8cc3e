/** `clew check --fair`: the points that published data is measured by, each passed, failed or not to be told here. */
import type { LoadedDataset } from '../../corpus/index.ts';
import { type PublishingPoint, publishingPoints, tallied } from '../../rdf/index.ts';
import { columns } from '../text.ts';

/** The points of a sound dataset. @throws ProblemError for terms that the guard refuses */
export function checkFair({ dataset }: LoadedDataset): PublishingPoint[] {
  return publishingPoints({ dataset: dataset!, tally: tallied(dataset!) });
}

const WORDS = { passed: 'passed', failed: 'failed', unknown: 'not checkable here' } as const;

/** A line for each point, below it what to do, and a closing count. */
export function fairLines(points: readonly PublishingPoint[]): string[] {
  const rows = columns(
    points.map(({ status, id, title, reason }) => [WORDS[status], id, `${title}: ${reason}`]),
  );
  const counts = (['passed', 'failed', 'unknown'] as const).map(
    (status) => `${points.filter((point) => point.status === status).length} ${WORDS[status]}`,
  );
  return [
    ...points.flatMap(({ advice }, n) => [rows[n]!, ...(advice === undefined ? [] : [`    ${advice}`])]),
    `${counts.join(', ')}.`,
  ];
}
