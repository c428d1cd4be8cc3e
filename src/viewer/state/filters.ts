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
import { isInTime, type TimeRange } from './timeline.ts';

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
  /** Only these entities: a small start, and what has grown from it; absent: everything. */
  readonly within?: ReadonlySet<string>;
  readonly time?: TimeRange;
  readonly confidence?: ConfidenceRange;
  /** Numbers of the communities to keep; an empty set keeps all. */
  readonly communities: ReadonlySet<number>;
}

/** Bounds in `0..1`, both included. */
export interface ConfidenceRange {
  readonly min: number;
  readonly max: number;
  /** Claims without an estimate pass too. */
  readonly unknown: boolean;
}

/** Filters of a claim that are no facets. */
export const RANGES = ['time', 'confidence'] as const;
export type Range = (typeof RANGES)[number];

const NONE: ReadonlySet<string> = new Set();

/** Everything is shown. */
export const NO_FILTERS: Filters = {
  hiddenKinds: NONE,
  chosen: { modality: NONE, polarity: NONE, derivation: NONE, predicate: NONE, speaker: NONE, article: NONE },
  communities: new Set(),
};

export interface Shown {
  /** Claims that pass every filter. */
  readonly claims: ReadonlySet<string>;
  /** Those, and the claims that they speak of: a line needs something to hang on. */
  readonly drawn: ReadonlySet<string>;
  readonly entities: ReadonlySet<string>;
  /** Claims per value of each facet that pass all other filters. */
  readonly facetCounts: Readonly<Record<Facet, ReadonlyMap<string, number>>>;
  /** Claims that pass all filters but this one. */
  readonly loose: Readonly<Record<Range, ReadonlySet<string>>>;
  /** Entities per kind that would be shown were their kind on. */
  readonly kindCounts: ReadonlyMap<string, number>;
  /** Entities per community that would be shown were it chosen. */
  readonly communityCounts: ReadonlyMap<number, number>;
}

/** The values of a claim in a facet: one, but for `speaker`, which has the whole chain. */
export function facetValues(claim: Claim, facet: Facet): readonly string[] {
  if (facet !== 'speaker') return [claim[facet]];
  const speakers = attributionChain(claim).map(({ speaker }) => speaker);
  return speakers.length === 0 ? [OWN_VOICE] : [...new Set(speakers)];
}

export function isFiltering(filters: Filters): boolean {
  const { hiddenKinds, focus, within, communities } = filters;
  return (
    hiddenKinds.size + communities.size > 0 ||
    focus !== undefined ||
    within !== undefined ||
    choosesClaims(filters)
  );
}

/**
 * Applies the filters. A claim passes where no end of it has a hidden kind or lies outside of focus, grown part and
 * communities, and every facet with a choice holds one of its values, and time and confidence lie in their ranges. While
 * claims are chosen so, an entity is shown only at a claim that is drawn; else by itself alone.
 *
 * @param communityOf by entity id; where it is not known yet, communities are no filter
 */
export function applyFilters(
  catalog: Catalog,
  filters: Filters,
  communityOf?: ReadonlyMap<string, number>,
): Shown {
  const { claims, entities } = catalog;
  const { within, communities, hiddenKinds, focus } = filters;
  const around = focus && surroundings(catalog, focus);
  const inside = (id: string) => (around?.has(id) ?? true) && (within?.has(id) ?? true);
  const kept = (id: string) =>
    communities.size === 0 || communityOf === undefined || communities.has(communityOf.get(id) ?? -1);
  const bounded = around !== undefined || within !== undefined || communities.size > 0;
  const standing = endsStand(catalog, hiddenKinds, bounded ? (id) => inside(id) && kept(id) : undefined);
  const facetCounts = emptyCounts();
  const loose = { time: new Set<string>(), confidence: new Set<string>() };
  const passing = new Set<string>();
  const shown = new Set<string>();
  for (const [key, claim] of claims) {
    const failed = [
      ...FACETS.filter((facet) => !passes(claim, facet, filters.chosen[facet])),
      ...RANGES.filter((range) => !inRange(catalog, key, claim, filters, range)),
    ];
    if (failed.length === 0) passing.add(key);
    if (failed.length > 1 || !standing(claim)) continue;
    if (failed.length === 0) shown.add(key);
    for (const aspect of failed.length === 0 ? [...FACETS, ...RANGES] : failed) {
      if (aspect === 'time' || aspect === 'confidence') loose[aspect].add(key);
      else for (const value of facetValues(claim, aspect)) add(facetCounts[aspect], value);
    }
  }
  const drawn = withSpokenOf(catalog, shown);
  const choosing = choosesClaims(filters);
  const held = entitiesAt(catalog, choosing ? withSpokenOf(catalog, passing) : []);
  const atDrawn = entitiesAt(catalog, choosing ? drawn : []);
  const shownEntities = new Set<string>();
  const kindCounts = new Map<string, number>();
  const communityCounts = new Map<number, number>();
  for (const [id, { kind }] of entities) {
    if (!inside(id)) continue;
    const hidden = hiddenKinds.has(kind);
    const community = communityOf?.get(id);
    if (!choosing || held.has(id)) {
      if (kept(id)) add(kindCounts, kind);
      if (community !== undefined && !hidden) add(communityCounts, community);
    }
    if (!hidden && kept(id) && (!choosing || atDrawn.has(id))) shownEntities.add(id);
  }
  return { claims: shown, drawn, entities: shownEntities, facetCounts, loose, kindCounts, communityCounts };
}

function inRange(catalog: Catalog, key: string, claim: Claim, filters: Filters, range: Range): boolean {
  const { time, confidence } = filters;
  if (range === 'time') return time === undefined || isInTime(catalog, key, time);
  if (confidence === undefined) return true;
  const { confidence: value } = claim;
  return value === undefined ? confidence.unknown : value >= confidence.min && value <= confidence.max;
}

function emptyCounts(): Record<Facet, Map<string, number>> {
  return Object.fromEntries(FACETS.map((facet) => [facet, new Map()])) as unknown as Record<
    Facet,
    Map<string, number>
  >;
}

function add<T>(counts: Map<T, number>, value: T): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function choosesClaims({ chosen, time, confidence }: Filters): boolean {
  return time !== undefined || confidence !== undefined || FACETS.some((facet) => chosen[facet].size > 0);
}

function passes(claim: Claim, facet: Facet, chosen: ReadonlySet<string>): boolean {
  return chosen.size === 0 || facetValues(claim, facet).some((value) => chosen.has(value));
}

function entitiesAt({ claims }: Catalog, keys: Iterable<string>): Set<string> {
  const found = new Set<string>();
  for (const key of keys) for (const id of claimEntities(claims.get(key)!)) found.add(id);
  return found;
}

/** A test whether no end of a claim is hidden or outside, through the claims that are its ends; circles end it. */
function endsStand(
  { claims, entities }: Catalog,
  hidden: ReadonlySet<string>,
  inside: ((entity: string) => boolean) | undefined,
): (claim: Claim) => boolean {
  if (hidden.size === 0 && inside === undefined) return () => true;
  const known = new Map<Claim, boolean>();
  const stands = (value: Value): boolean => {
    if (isEntityRef(value)) {
      const { entity } = value;
      return !hidden.has(entities.get(entity)?.kind ?? '') && (inside?.(entity) ?? true);
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
