/** One pass over the claims: which pass the filters, and how many each further choice would leave. */
import type { Catalog } from './catalog.ts';
import { type ClaimIndex, FACETS, type Lists } from './claim-index.ts';
import type { ConfidenceRange, Filters, Range, Shown } from './filters.ts';
import type { Marks } from './numbered.ts';
import { timeTest } from './timeline.ts';

interface Sieved {
  /** Claims that pass all but what is asked of their ends. */
  readonly passing: Marks;
  readonly shown: Marks;
  readonly facetCounts: Shown['facetCounts'];
  /** Undefined where the range chooses nothing. */
  readonly loose: Readonly<Record<Range, Marks | undefined>>;
}

/** @param stands by claim: 0 where an end of it is hidden; undefined where all stand */
export function sieve(
  catalog: Catalog,
  index: ClaimIndex,
  filters: Filters,
  stands: Marks | undefined,
): Sieved {
  const { keys, estimates, facets } = index;
  const { time, confidence } = filters;
  const passing = new Uint8Array(keys.length);
  const shown = new Uint8Array(keys.length);
  const loose = {
    time: time && new Uint8Array(keys.length),
    confidence: confidence && new Uint8Array(keys.length),
  };
  const counted = FACETS.map((facet) => new Int32Array(facets[facet].names.length));
  const lists = FACETS.map((facet) => facets[facet]);
  const inTime = time && timeTest(catalog, time);
  const wanted = FACETS.map((facet) => choiceOf(facets[facet], filters.chosen[facet]));
  const count = (facet: number, at: number) => {
    const { start, list } = lists[facet]!;
    for (let i = start[at]!; i < start[at + 1]!; i += 1) counted[facet]![list[i]!]! += 1;
  };
  for (let at = 0; at < keys.length; at += 1) {
    let failures = 0;
    let failed = -1;
    for (let facet = 0; facet < wanted.length; facet += 1) {
      const choice = wanted[facet];
      if (choice === undefined || holdsOne(lists[facet]!, at, choice)) continue;
      failures += 1;
      failed = facet;
    }
    const outOfTime = inTime !== undefined && !inTime(at);
    const unsure = confidence !== undefined && !isWithin(estimates[at]!, confidence);
    failures += Number(outOfTime) + Number(unsure);
    if (failures === 0) passing[at] = 1;
    if (failures > 1 || (stands !== undefined && stands[at] === 0)) continue;
    if (failures === 0) {
      shown[at] = 1;
      for (let facet = 0; facet < lists.length; facet += 1) count(facet, at);
    } else if (failed >= 0) count(failed, at);
    if (loose.time !== undefined && (failures === 0 || outOfTime)) loose.time[at] = 1;
    if (loose.confidence !== undefined && (failures === 0 || unsure)) loose.confidence[at] = 1;
  }
  const facetCounts = Object.fromEntries(
    FACETS.map((facet, i) => [facet, countsByName(facets[facet], counted[i]!)]),
  ) as unknown as Shown['facetCounts'];
  return { passing, shown, facetCounts, loose };
}

/** By value: 1 where it is chosen; undefined where all are. */
function choiceOf({ names }: Lists, chosen: ReadonlySet<string>): Uint8Array | undefined {
  return chosen.size === 0 ? undefined : Uint8Array.from(names, (name) => Number(chosen.has(name)));
}

function holdsOne({ start, list }: Lists, at: number, chosen: Uint8Array): boolean {
  for (let i = start[at]!; i < start[at + 1]!; i += 1) if (chosen[list[i]!] === 1) return true;
  return false;
}

function isWithin(estimate: number, { min, max, unknown }: ConfidenceRange): boolean {
  return Number.isNaN(estimate) ? unknown : estimate >= min && estimate <= max;
}

function countsByName({ names }: Lists, counts: Int32Array): Map<string, number> {
  const byName = new Map<string, number>();
  for (let at = 0; at < names.length; at += 1) if (counts[at]! > 0) byName.set(names[at]!, counts[at]!);
  return byName;
}
