/** Proof that a store has what it was sent: counts, and the content of a sample compared term by term. */
import { compareCodePoints } from '../../model/index.ts';
import type { Quad } from '../../rdf/index.ts';
import type { Rewrite } from './profiles.ts';
import { sameTerm } from './rewrites.ts';
import { type KeptTriple, type Part, pairKey, type StoreClient } from './store-client.ts';
import { StoreError } from './store-error.ts';

/** Triples that are compared in one batch at least, where it has so many; all of a smaller one. */
const SAMPLED = 1_000;

/** How often a store keeps values in a form of its own. */
export type RewriteCounts = Map<Rewrite, number>;

/** @param parts what was sent, by the graph in which it has to be now. @throws StoreError where anything differs */
export async function verifyParts(
  parts: readonly Part[],
  client: StoreClient,
  rewrites: RewriteCounts,
): Promise<void> {
  const sent = new Map<string, number>();
  for (const [graph, triples] of parts) sent.set(graph, (sent.get(graph) ?? 0) + triples.length);
  verifyCounts(sent, await client.counts([...sent.keys()]));
  const sample = sampleOf(parts);
  const kept = await client.about([...sample.values()].map(({ graph, subject }) => [graph, subject]));
  for (const [key, { graph, triples }] of sample) {
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

interface SampledSubject {
  readonly graph: string;
  readonly subject: string;
  readonly triples: Quad[];
}

/** Whole subjects, evenly spread; the same for the same content. */
function sampleOf(parts: readonly Part[]): ReadonlyMap<string, SampledSubject> {
  const all = new Map<string, SampledSubject>();
  let total = 0;
  for (const [graph, triples] of parts) {
    total += triples.length;
    for (const triple of triples) {
      const key = pairKey(graph, triple.subject.value);
      const known = all.get(key);
      if (known) known.triples.push(triple);
      else all.set(key, { graph, subject: triple.subject.value, triples: [triple] });
    }
  }
  if (total <= SAMPLED) return all;
  const keys = [...all.keys()].sort(compareCodePoints);
  const step = Math.ceil((keys.length * SAMPLED) / total);
  const every = Math.max(1, Math.floor(keys.length / step));
  const chosen = new Map<string, SampledSubject>();
  let taken = 0;
  for (let at = 0; at < keys.length && taken < SAMPLED; at += every) {
    const one = all.get(keys[at]!)!;
    chosen.set(keys[at]!, one);
    taken += one.triples.length;
  }
  return chosen;
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
