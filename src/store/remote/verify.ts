/** Proof that a store has what it was sent: counts, and the content of a sample compared term by term. */
import type { Quad } from '../../rdf/index.ts';
import type { Rewrite } from './profiles.ts';
import { sameTerm } from './rewrites.ts';
import type { Sample } from './sample.ts';
import type { KeptTriple, StoreClient } from './store-client.ts';
import { StoreError } from './store-error.ts';

/** How often a store keeps values in a form of its own. */
export type RewriteCounts = Map<Rewrite, number>;

/**
 * @param sent triples by the graph in which they have to be now, @param sample some of them
 * @throws StoreError where anything differs
 */
export async function verifyStaged(
  sent: ReadonlyMap<string, number>,
  sample: Sample,
  client: StoreClient,
  rewrites: RewriteCounts,
): Promise<void> {
  verifyCounts(sent, await client.counts([...sent.keys()]));
  const subjects = sample.subjects();
  const kept = await client.about([...subjects.values()].map(({ graph, subject }) => [graph, subject]));
  for (const [key, { graph, triples }] of subjects) {
    const { missing } = compareTriples(triples, kept.get(key) ?? [], client.profile.rewrites, rewrites);
    if (missing[0] === undefined) continue;
    throw new StoreError({
      code: 'store-differs',
      message: `the store does not have what it was sent for ${graph}`,
      hint: 'The graph that readers see is as it was. If the store rewrites such values, please report it.',
      said: `${missing[0].subject.value} ${missing[0].predicate.value} ${missing[0].object.value}`,
    });
  }
}

/**
 * @param where whether the graphs are still beside those that readers see, or in their place
 * @throws StoreError naming the first graph whose count is another
 */
export function verifyCounts(
  sent: ReadonlyMap<string, number>,
  kept: ReadonlyMap<string, number>,
  where: 'staged' | 'in place' = 'staged',
): void {
  for (const [graph, count] of sent) {
    const found = kept.get(graph) ?? 0;
    if (found === count) continue;
    throw new StoreError({
      code: 'store-lost',
      message: `the store says that it took the triples, and has ${found} of ${count}`,
      hint:
        where === 'staged'
          ? 'The graph that readers see is as it was. See the log of the server.'
          : 'See the log of the server, then load again: the graph is sent anew.',
      said: graph,
    });
  }
}

/**
 * Sets the triples of one graph beside those that a store keeps of it.
 * @param counts takes how often a value came back in another form
 * @returns what was sent and is not kept, and what is kept and was not sent
 */
export function compareTriples(
  sent: readonly Quad[],
  kept: readonly KeptTriple[],
  rewrites: readonly Rewrite[],
  counts: RewriteCounts,
): { readonly missing: readonly Quad[]; readonly surplus: readonly KeptTriple[] } {
  const open = new Map<string, KeptTriple[]>();
  for (const triple of kept) {
    const key = `${triple.s.value} ${triple.p.value}`;
    const list = open.get(key) ?? [];
    open.set(key, list);
    list.push(triple);
  }
  const missing: Quad[] = [];
  const later: Quad[] = [];
  const take = (triple: Quad, fits: (same: boolean | Rewrite) => boolean): boolean | Rewrite => {
    const list = open.get(`${triple.subject.value} ${triple.predicate.value}`) ?? [];
    for (const [at, { o }] of list.entries()) {
      const same = sameTerm(triple.object, o, rewrites);
      if (!fits(same)) continue;
      list.splice(at, 1);
      return same;
    }
    return false;
  };
  // Exact matches first, so that a rewritten value does not take the place of one that is the same.
  for (const triple of sent) if (take(triple, (same) => same === true) === false) later.push(triple);
  for (const triple of later) {
    const same = take(triple, (found) => found !== false);
    if (same === false) missing.push(triple);
    else if (same !== true) counts.set(same, (counts.get(same) ?? 0) + 1);
  }
  return { missing, surplus: [...open.values()].flat() };
}
