/** Why the worker gave no value, in words for the reader. */
import { formatProblem } from '../../model/index.ts';
import type { Strings } from '../strings/index.ts';
import type { Answer } from '../worker/messages.ts';

/** Empty where the reader took the task back. */
export function whyNot(answer: Exclude<Answer<never>, { value: unknown }>, strings: Strings): string {
  if ('problems' in answer) return answer.problems.map(formatProblem).join('\n');
  return answer.ended === 'refused' ? strings.noWorker : '';
}
