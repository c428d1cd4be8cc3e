/** The status with which a query is refused (RFC 9110 section 15), for programs and on the page alike. */
import type { ProblemError } from '../../model/index.ts';
import { QueryFailure } from '../../store/index.ts';

/** Statuses of what was not answered although it may be right. */
const STATUS = {
  timeout: 503,
  exhausted: 503,
  busy: 503,
  closed: 503,
  cancelled: 503,
  'too-large': 422,
} as const;

export function statusOf(error: ProblemError): number {
  if (error instanceof QueryFailure) return STATUS[error.reason];
  const refused = error.problems.some(({ code }) => code === 'update-refused' || code === 'service-refused');
  return refused ? 403 : 400;
}
