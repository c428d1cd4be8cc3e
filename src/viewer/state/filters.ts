/** Which claims and entities the filters let through, and how many each further choice would leave. */
import type { Catalog } from './catalog.ts';
import { CLAIM_END, type ClaimIndex, claimIndex, FACETS, type Facet, NO_END } from './claim-index.ts';
import { type Marks, sieve } from './sieve.ts';
import { type Focus, surroundings } from './surroundings.ts';
import type { TimeRange } from './timeline.ts';

export { FACETS, type Facet, facetValues, OWN_VOICE } from './claim-index.ts';

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
  if (!isFiltering(filters)) return everything(catalog, communityOf);
  const { entities } = catalog;
  const { within, communities, hiddenKinds, focus } = filters;
  const index = claimIndex(catalog);
  const around = focus && surroundings(catalog, focus);
  const inside = (id: string) => (around?.has(id) ?? true) && (within?.has(id) ?? true);
  const kept = (id: string) =>
    communities.size === 0 || communityOf === undefined || communities.has(communityOf.get(id) ?? -1);
  const bounded = around !== undefined || within !== undefined || communities.size > 0;
  const stands =
    bounded || hiddenKinds.size > 0
      ? endsStand(index, (id) => !hiddenKinds.has(entities.get(id)?.kind ?? '') && inside(id) && kept(id))
      : undefined;
  const { passing, shown, facetCounts, loose } = sieve(catalog, index, filters, stands);
  const drawn = withSpokenOf(index, shown);
  const choosing = choosesClaims(filters);
  const held = choosing ? entitiesAt(index, withSpokenOf(index, passing)) : undefined;
  const atDrawn = choosing ? entitiesAt(index, drawn) : undefined;
  const shownEntities = new Set<string>();
  const kindCounts = new Map<string, number>();
  const communityCounts = new Map<number, number>();
  for (const [id, { kind }] of entities) {
    if (!inside(id)) continue;
    const hidden = hiddenKinds.has(kind);
    const community = communityOf?.get(id);
    if (held?.has(id) ?? true) {
      if (kept(id)) add(kindCounts, kind);
      if (community !== undefined && !hidden) add(communityCounts, community);
    }
    if (!hidden && kept(id) && (atDrawn?.has(id) ?? true)) shownEntities.add(id);
  }
  const claims = keysOf(catalog, shown);
  return {
    claims,
    drawn: drawn === shown ? claims : keysOf(catalog, drawn),
    entities: shownEntities,
    facetCounts,
    // Where a range chooses nothing, what passes the others is what is shown.
    loose: {
      time: loose.time === undefined ? claims : keysOf(catalog, loose.time),
      confidence: loose.confidence === undefined ? claims : keysOf(catalog, loose.confidence),
    },
    kindCounts,
    communityCounts,
  };
}

/** What is shown without a filter: the claims are counted when the counts are first asked for, after the first frame. */
function everything(catalog: Catalog, communityOf: ReadonlyMap<string, number> | undefined): Shown {
  const claims = allKeys(catalog);
  const communityCounts = new Map<number, number>();
  for (const community of communityOf?.values() ?? []) add(communityCounts, community);
  return {
    claims,
    drawn: claims,
    entities: allEntities(catalog),
    get facetCounts() {
      return allCounts(catalog);
    },
    loose: { time: claims, confidence: claims },
    kindCounts: catalog.kindCounts,
    communityCounts,
  };
}

const allCounts = once(
  (catalog: Catalog): Shown['facetCounts'] =>
    sieve(catalog, claimIndex(catalog), NO_FILTERS, undefined).facetCounts,
);
/** The same set whenever all claims are in it. */
const allKeys = once(({ claims }: Catalog): ReadonlySet<string> => new Set(claims.keys()));
const allEntities = once(({ entities }: Catalog): ReadonlySet<string> => new Set(entities.keys()));

/** Found once for each catalog. */
function once<T>(find: (catalog: Catalog) => T): (catalog: Catalog) => T {
  const found = new WeakMap<Catalog, T>();
  return (catalog) => {
    let value = found.get(catalog);
    if (value === undefined) {
      value = find(catalog);
      found.set(catalog, value);
    }
    return value;
  };
}

function add<T>(counts: Map<T, number>, value: T): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function choosesClaims({ chosen, time, confidence }: Filters): boolean {
  return time !== undefined || confidence !== undefined || FACETS.some((facet) => chosen[facet].size > 0);
}

function keysOf(catalog: Catalog, marks: Marks): ReadonlySet<string> {
  if (!marks.includes(0)) return allKeys(catalog);
  const { keys } = claimIndex(catalog);
  const found = new Set<string>();
  for (let at = 0; at < keys.length; at += 1) if (marks[at] === 1) found.add(keys[at]!);
  return found;
}

function entitiesAt({ entities }: ClaimIndex, marks: Marks): Set<string> {
  const { names, start, list } = entities;
  const there = new Uint8Array(names.length);
  for (let at = 0; at < marks.length; at += 1) {
    if (marks[at] === 0) continue;
    for (let i = start[at]!; i < start[at + 1]!; i += 1) there[list[i]!] = 1;
  }
  return new Set(names.filter((_, entity) => there[entity] === 1));
}

/** Whether no end of a claim is hidden or outside, through the claims that are its ends; circles end it. */
function endsStand({ subject, object, entities }: ClaimIndex, open: (entity: string) => boolean): Marks {
  const entityStands = Uint8Array.from(entities.names, (name) => Number(open(name)));
  const known = new Int8Array(subject.length).fill(-1);
  const stands = (end: number): boolean => {
    if (end === NO_END) return true;
    return end >= 0 ? entityStands[end] === 1 : test(CLAIM_END - end);
  };
  const test = (at: number): boolean => {
    if (known[at] !== -1) return known[at] === 1;
    known[at] = 1;
    const result = stands(subject[at]!) && stands(object[at]!);
    known[at] = Number(result);
    return result;
  };
  for (let at = 0; at < known.length; at += 1) test(at);
  return Uint8Array.from(known);
}

/** The same marks where they speak of nothing else. */
function withSpokenOf({ spokenOf }: ClaimIndex, marks: Marks): Marks {
  let drawn = marks;
  const open: number[] = [];
  for (const at of spokenOf.keys()) if (marks[at] === 1) open.push(at);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const other of spokenOf.get(at) ?? []) {
      if (drawn[other] === 1) continue;
      if (drawn === marks) drawn = marks.slice();
      drawn[other] = 1;
      open.push(other);
    }
  }
  return drawn;
}
