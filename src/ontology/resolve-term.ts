/** From the name that an annotator writes to the one term that is meant. */
import { compareCodePoints } from '../model/index.ts';

export type ResolvedTerm =
  | { readonly id: string }
  | { readonly problem: 'unknown' | 'ambiguous'; readonly matches: readonly string[] };

/**
 * Resolves a CURIE, or a local name that exactly one candidate has.
 * @param candidates ids of terms, as CURIEs
 */
export function resolveTerm(name: string, candidates: Iterable<string>): ResolvedTerm {
  const matches: string[] = [];
  for (const id of candidates) {
    if (id === name) return { id };
    if (id.slice(id.indexOf(':') + 1) === name) matches.push(id);
  }
  if (matches.length === 1) return { id: matches[0]! };
  return {
    problem: matches.length === 0 ? 'unknown' : 'ambiguous',
    matches: matches.sort(compareCodePoints),
  };
}
