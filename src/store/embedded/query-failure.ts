/** Why a query that may be right was not answered. */
import { ProblemError } from '../../model/index.ts';

/**
 * `timeout`: it took too long. `exhausted`: the memory or the stack of the engine was full. `too-large`: the result has too
 * many bytes. `busy`: too many wait. `cancelled`: the caller gave up. `closed`: the engine is closed or can't start.
 */
export type FailureReason = 'timeout' | 'exhausted' | 'too-large' | 'busy' | 'cancelled' | 'closed';

export class QueryFailure extends ProblemError {
  readonly reason: FailureReason;

  constructor(reason: FailureReason, message: string, hint?: string) {
    super([{ severity: 'error', code: `query-${reason}`, message, ...(hint !== undefined && { hint }) }]);
    this.name = 'QueryFailure';
    this.reason = reason;
  }
}
