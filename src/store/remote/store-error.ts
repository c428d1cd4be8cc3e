/** What went wrong between us and a store, said as a problem: the server's words, never a credential. */
import { type Problem, ProblemError, showValue } from '../../model/index.ts';

/** What a server said is shown up to here. */
const SHOWN = 200;

export interface StoreFault {
  /** Stable machine name, e.g. `store-refused`. */
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  /** HTTP status, where the server answered. */
  readonly status?: number;
  /** The server's own words; their first 200 characters are kept. */
  readonly said?: string;
}

/** A fault of a store or of the way to it. The target graphs are as they were, unless the hint says otherwise. */
export class StoreError extends ProblemError {
  readonly status: number | undefined;
  readonly code: string;
  /** The server's own words as they were given, or the cause of a broken connection. */
  readonly said: string;

  constructor(fault: StoreFault) {
    super([problemOf(fault)]);
    this.name = 'StoreError';
    this.status = fault.status;
    this.code = fault.code;
    this.said = fault.said ?? '';
  }
}

function problemOf({ code, message, hint, status, said }: StoreFault): Problem {
  const words = said === undefined ? '' : showValue(said.replace(/\s+/g, ' ').trim(), SHOWN);
  const value = [status, words].filter((part) => part !== undefined && part !== '').join(' ');
  return { severity: 'error', code, message, hint, ...(value !== '' && { value }) };
}
