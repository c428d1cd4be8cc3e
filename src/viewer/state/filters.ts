/** Which claims and entities the filters let through, and how many each further choice would leave. */
import {
  attributionChain,
  type Claim,
  claimRefKey,
  isClaimRef,
  isEntityRef,
  type Value,
} from '../../model/index.ts';
import { type Catalog, claimEntities, claimsSpokenOf } from './catalog.ts';
import { type Focus, surroundings } from './surroundings.ts';

/** The facets of a claim, in the order in which they are shown. */
export const FACETS = ['modality', 'polarity', 'derivation', 'predicate', 'speaker', 'article'] as const;
export type Facet = (typeof FACETS)[number];

/** The value of the facet `speaker` for the article's own voice; no entity id can be empty. */
export const OWN_VOICE = '';

export interface Filters {
  /** Kinds whose entities are taken out, with every claim at them. */
  readonly hiddenKinds: ReadonlySet<string>;
  /** Values to keep, by facet; an empty set keeps all. */
  readonly chosen: Readonly<Record<Facet, ReadonlySet<string>>>;
  /** Only what lies around an entity; absent: everything. */
  readonly focus?: Focus;
}

const NONE: ReadonlySet<string> = new Set();

/** Everything is shown. */
export const NO_FILTERS: Filters = {
  hiddenKinds: NONE,
  chosen: { modality: NONE, polarity: NONE, derivation: NONE, predicate: NONE, speaker: NONE, article: NONE },
};

export interface Shown {
  /** Claims that pass every filter. */
  readonly claims: ReadonlySet<string>;
  /** Those, and the claims that they speak of: a line needs something to hang on. */
  readonly drawn: ReadonlySet<string>;
  readonly entities: ReadonlySet<string>;
  /** Claims per value of each facet that pass all other filters. */
  readonly facetCounts: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
  /** Entities per kind that would be shown were their kind on. */
  readonly kindCounts: ReadonlyMap<string, number>;
}

/** The values of a claim in a facet: one, but for `speaker`, which has the whole chain. */
export function facetValues(claim: Claim, facet: Facet): readonly string[] {
  if (facet !== 'speaker') return [claim[facet]];
  const speakers = attributionChain(claim).map(({ speaker }) => speaker);
  return speakers.length === 0 ? [OWN_VOICE] : [...new Set(speakers)];
}

export function isFiltering(filters: Filters): boolean {
  return filters.hiddenKinds.size > 0 || filters.focus !== undefined || isFacetChosen(filters);
}

/**
 * Applies the filters. A claim passes where no end of it has a hidden kind and every facet with a choice holds one of
 * its values, and all within the focus. While a facet has a choice, an entity is shown only at a claim that is drawn; else by its kind alone.
 */
export function applyFilters(catalog: Catalog, filters: Filters): Shown {
  const { claims, entities } = catalog;
  const near = filters.focus && surroundings(catalog, filters.focus);
  const standing = endsStand(catalog, filters.hiddenKinds, near);
  const facetCounts = emptyCounts();
  const passing = new Set<string>();
  const shown = new Set<string>();
  for (const [key, claim] of claims) {
    const failed = FACETS.filter((facet) => !passes(claim, facet, filters.chosen[facet]));
    if (failed.length === 0) passing.add(key);
    if (failed.length > 1 || !standing(claim)) continue;
    if (failed.length === 0) shown.add(key);
    for (const facet of failed.length === 0 ? FACETS : failed) {
      for (const value of facetValues(claim, facet)) add(facetCounts[facet], value);
    }
  }
  const drawn = withSpokenOf(catalog, shown);
  const faceted = isFacetChosen(filters);
  const held = entitiesAt(catalog, faceted ? withSpokenOf(catalog, passing) : []);
  const atDrawn = entitiesAt(catalog, faceted ? drawn : []);
  const shownEntities = new Set<string>();
  const kindCounts = new Map<string, number>();
  for (const [id, { kind }] of entities) {
    if (near !== undefined && !near.has(id)) continue;
    if (!faceted || held.has(id)) add(kindCounts, kind);
    if (filters.hiddenKinds.has(kind)) continue;
    if (!faceted || atDrawn.has(id)) shownEntities.add(id);
  }
  return { claims: shown, drawn, entities: shownEntities, facetCounts, kindCounts };
}

function emptyCounts(): Record<Facet, Map<string, number>> {
  return Object.fromEntries(FACETS.map((facet) => [facet, new Map()])) as unknown as Record<
    Facet,
    Map<string, number>
  >;
}

function add(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function isFacetChosen({ chosen }: Filters): boolean {
  return FACETS.some((facet) => chosen[facet].size > 0);
}

function passes(claim: Claim, facet: Facet, chosen: ReadonlySet<string>): boolean {
  return chosen.size === 0 || facetValues(claim, facet).some((value) => chosen.has(value));
}

function entitiesAt({ claims }: Catalog, keys: Iterable<string>): Set<string> {
  const found = new Set<string>();
  for (const key of keys) for (const id of claimEntities(claims.get(key)!)) found.add(id);
  return found;
}

/** A test whether no end of a claim is hidden or out of focus, through the claims that are its ends; circles end it. */
function endsStand(
  { claims, entities }: Catalog,
  hidden: ReadonlySet<string>,
  near: ReadonlySet<string> | undefined,
): (claim: Claim) => boolean {
  if (hidden.size === 0 && near === undefined) return () => true;
  const known = new Map<Claim, boolean>();
  const stands = (value: Value): boolean => {
    if (isEntityRef(value)) {
      const { entity } = value;
      return !hidden.has(entities.get(entity)?.kind ?? '') && (near === undefined || near.has(entity));
    }
    const spokenOf = isClaimRef(value) ? claims.get(claimRefKey(value)) : undefined;
    return spokenOf === undefined || test(spokenOf);
  };
  const test = (claim: Claim): boolean => {
    const answer = known.get(claim);
    if (answer !== undefined) return answer;
    known.set(claim, true);
    const result = stands(claim.subject) && stands(claim.object);
    known.set(claim, result);
    return result;
  };
  return test;
}

function withSpokenOf({ claims }: Catalog, shown: ReadonlySet<string>): Set<string> {
  const drawn = new Set(shown);
  const open = [...shown];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const spokenOf of claimsSpokenOf(claims.get(key)!)) {
      if (drawn.has(spokenOf) || !claims.has(spokenOf)) continue;
      drawn.add(spokenOf);
      open.push(spokenOf);
    }
  }
  return drawn;
}
