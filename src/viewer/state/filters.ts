/** Which claims and entities the filters let through, and how many each further choice would leave. */
import { once } from '../once.ts';
import type { Catalog } from './catalog.ts';
import { CLAIM_END, type ClaimIndex, claimIndex, FACETS, type Facet, NO_END } from './claim-index.ts';
import { type EntityIndex, entityIndex } from './entity-index.ts';
import { MarkedSet, type Marks } from './numbered.ts';
import { sieve } from './sieve.ts';
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
  const known = last.get(catalog);
  if (known?.filters === filters && known.communityOf === communityOf) return known.shown;
  const shown = filtered(catalog, filters, communityOf);
  last.set(catalog, { filters, communityOf, shown });
  return shown;
}

/** What was asked for last: whoever looks whether something is shown asks for the same again. */
const last = new WeakMap<
  Catalog,
  {
    readonly filters: Filters;
    readonly communityOf: ReadonlyMap<string, number> | undefined;
    readonly shown: Shown;
  }
>();

function filtered(
  catalog: Catalog,
  filters: Filters,
  communityOf: ReadonlyMap<string, number> | undefined,
): Shown {
  const { within, communities, hiddenKinds, focus } = filters;
  const index = claimIndex(catalog);
  const all = entityIndex(catalog);
  const { names, kinds, kindOf, inClaims } = all;
  const around = focus && surroundings(catalog, focus);
  const inside = marked(
    names,
    (around || within) && ((id) => (around?.has(id) ?? true) && (within?.has(id) ?? true)),
  );
  const kept = marked(
    names,
    communities.size > 0 && communityOf && ((id) => communities.has(communityOf.get(id) ?? -1)),
  );
  const hides = Uint8Array.from(kinds, (kind) => Number(hiddenKinds.has(kind)));
  const isOpen = (entity: number) =>
    hides[kindOf[entity]!] === 0 && inside?.[entity] !== 0 && kept?.[entity] !== 0;
  const bounded = inside !== undefined || kept !== undefined || hiddenKinds.size > 0;
  const stands = bounded ? endsStand(index, all, isOpen) : undefined;
  const { passing, shown, facetCounts, loose } = sieve(catalog, index, filters, stands);
  const drawn = withSpokenOf(index, shown);
  const choosing = choosesClaims(filters);
  const held = choosing ? entitiesAt(index, withSpokenOf(index, passing)) : undefined;
  const atDrawn = choosing ? entitiesAt(index, drawn) : undefined;
  const shownEntities = new Uint8Array(names.length);
  const perKind = new Uint32Array(kinds.length);
  const communityCounts = new Map<number, number>();
  for (let entity = 0; entity < names.length; entity += 1) {
    if (inside?.[entity] === 0) continue;
    const isKept = kept?.[entity] !== 0;
    const hidden = hides[kindOf[entity]!] === 1;
    const number = inClaims[entity]!;
    if (held === undefined || held[number] === 1) {
      if (isKept) perKind[kindOf[entity]!]! += 1;
      const community = hidden ? undefined : communityOf?.get(names[entity]!);
      if (community !== undefined) add(communityCounts, community);
    }
    if (!hidden && isKept && (atDrawn === undefined || atDrawn[number] === 1)) shownEntities[entity] = 1;
  }
  const claims = claimSet(catalog, shown);
  return {
    claims,
    drawn: drawn === shown ? claims : claimSet(catalog, drawn),
    entities: new MarkedSet(all, shownEntities),
    facetCounts,
    // Where a range chooses nothing, what passes the others is what is shown.
    loose: {
      time: loose.time === undefined ? claims : claimSet(catalog, loose.time),
      confidence: loose.confidence === undefined ? claims : claimSet(catalog, loose.confidence),
    },
    kindCounts: new Map(
      kinds.flatMap((kind, at) => (perKind[at]! > 0 ? [[kind, perKind[at]!] as const] : [])),
    ),
    communityCounts,
  };
}

/** @returns undefined where nothing is asked of the names */
function marked(
  names: readonly string[],
  test: ((name: string) => boolean) | false | undefined,
): Marks | undefined {
  if (!test) return undefined;
  const marks = new Uint8Array(names.length);
  for (let at = 0; at < names.length; at += 1) if (test(names[at]!)) marks[at] = 1;
  return marks;
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

function add<T>(counts: Map<T, number>, value: T): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function choosesClaims({ chosen, time, confidence }: Filters): boolean {
  return time !== undefined || confidence !== undefined || FACETS.some((facet) => chosen[facet].size > 0);
}

function claimSet(catalog: Catalog, marks: Marks): ReadonlySet<string> {
  if (!marks.includes(0)) return allKeys(catalog);
  const { keys, numbers } = claimIndex(catalog);
  return new MarkedSet({ names: keys, numbers }, marks);
}

/** By number of the entities at claims. */
function entitiesAt({ entities }: ClaimIndex, marks: Marks): Marks {
  const { names, start, list } = entities;
  const there = new Uint8Array(names.length);
  for (let at = 0; at < marks.length; at += 1) {
    if (marks[at] === 0) continue;
    for (let i = start[at]!; i < start[at + 1]!; i += 1) there[list[i]!] = 1;
  }
  return there;
}

/** Whether no end of a claim is hidden or outside, through the claims that are its ends; circles end it. */
function endsStand(
  { subject, object, entities }: ClaimIndex,
  { inClaims }: EntityIndex,
  isOpen: (entity: number) => boolean,
): Marks {
  const entityStands = new Uint8Array(entities.names.length);
  for (let entity = 0; entity < inClaims.length; entity += 1) {
    const number = inClaims[entity]!;
    if (number >= 0 && isOpen(entity)) entityStands[number] = 1;
  }
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
  return new Uint8Array(known);
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
