/** Walking the graph by arrow keys: along the claims of an entity, and over them to the other end. */
import { isClaimRef, isEntityRef, type Value } from '../../model/index.ts';
import { type Catalog, isClaimKey, refKey } from './catalog.ts';
import { claimsAbout, claimsOf } from './entity-claims.ts';
import type { Shown } from './filters.ts';

export type Step = 'next' | 'previous' | 'across' | 'back';

/** Where a walk stands: the selected key, and the entity or claim whose claims are being walked along. */
export interface Walk {
  readonly at: string | undefined;
  readonly origin: string | undefined;
}

/** The step that an arrow key takes. */
export function stepOf(key: string): Step | undefined {
  switch (key) {
    case 'ArrowRight':
      return 'next';
    case 'ArrowLeft':
      return 'previous';
    case 'ArrowDown':
      return 'across';
    case 'ArrowUp':
      return 'back';
    default:
      return undefined;
  }
}

/**
 * The next stand. From nowhere: the entity with most claims. From an entity: `next` and `across` go to its first
 * claim, `previous` to its last, `back` stays. From a claim: `next` and `previous` go round the claims of the origin,
 * `across` goes to the other end, `back` to the origin. What filters hide is passed over.
 */
export function walk(catalog: Catalog, shown: Shown, stand: Walk, step: Step): Walk {
  const { at } = stand;
  if (at === undefined) return { at: largestEntity(catalog, shown), origin: undefined };
  if (!isClaimKey(at)) {
    const claims = claimsAt(catalog, shown, at);
    if (claims.length === 0 || step === 'back') return stand;
    return { at: step === 'previous' ? claims.at(-1) : claims[0], origin: at };
  }
  const ends = claimEnds(catalog, at);
  const origin = stand.origin !== undefined && ends.includes(stand.origin) ? stand.origin : ends[0];
  if (origin === undefined) return stand;
  if (step === 'back') return { at: origin, origin: undefined };
  if (step === 'across') {
    const far = ends.find((end) => end !== origin) ?? origin;
    return { at: far, origin: undefined };
  }
  const claims = claimsAt(catalog, shown, origin);
  const place = claims.indexOf(at);
  if (place < 0) return { at: claims[0] ?? at, origin };
  const turn = step === 'next' ? 1 : -1;
  return { at: claims[(place + turn + claims.length) % claims.length], origin };
}

/** Keys of the shown claims at an entity, or about a claim: outgoing, incoming, then those that it makes. */
export function claimsAt(catalog: Catalog, shown: Shown, key: string): string[] {
  const { out, in: incoming, says, qualifies } = claimsOf(catalog, key);
  const all = isClaimKey(key)
    ? claimsAbout(catalog, key)
    : [...out.values()].flat().concat([...incoming.values()].flat(), says, qualifies);
  return [...new Set(all)].filter((claim) => shown.claims.has(claim));
}

/** The entity with most claims among those shown; of equals the first by id. */
export function largestEntity({ degree }: Catalog, { entities }: Shown): string | undefined {
  let best: string | undefined;
  for (const id of entities) {
    if (best === undefined || (degree.get(id) ?? 0) > (degree.get(best) ?? 0)) best = id;
  }
  return best;
}

function claimEnds({ claims }: Catalog, key: string): string[] {
  const claim = claims.get(key);
  if (claim === undefined) return [];
  const isRef = (value: Value) => isEntityRef(value) || isClaimRef(value);
  return [claim.subject, claim.object].filter(isRef).map((ref) => refKey(ref as typeof claim.subject));
}
