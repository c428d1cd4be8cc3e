/** Who says what: claims by their speakers, side by side, for everything, for an entity or for a pair. */
import { type Catalog, isClaimKey } from './catalog.ts';
import { type ClaimIndex, claimIndex } from './claim-index.ts';
import { OWN_VOICE, type Shown } from './filters.ts';
import { MarkedSet, type Marks } from './numbered.ts';

export interface Voice {
  /** Entity id of the nearest speaker; {@link OWN_VOICE} for the article itself. */
  readonly speaker: string;
  /** How many claims it makes. */
  readonly size: number;
  /** The first of them, in the order of the articles. */
  first(most: number): string[];
}

export interface Voices {
  /** Entities that the claims are about; empty: everything. */
  readonly about: readonly string[];
  readonly size: number;
  /** The article first, then who says most; of equals, the one who speaks first. */
  first(most: number): Voice[];
  /** Pairs of claims that contradict each other, each once. */
  readonly contradictions: readonly (readonly [string, string])[];
}

/** The shown claims that name every selected entity, one or two; all of them where other things are selected. */
export function voicesOf(catalog: Catalog, shown: Shown, selection: readonly string[]): Voices {
  const entities = selection.filter((key) => !isClaimKey(key));
  const about = entities.length <= 2 ? entities : [];
  const index = claimIndex(catalog);
  const counted = countedClaims(index, shown, about);
  const { names, start, list, claims } = bySpeaker(index, counted);
  const isOwn = (speaker: number) => Number(names[speaker] === OWN_VOICE);
  const size = (speaker: number) => start[speaker + 1]! - start[speaker]!;
  const order = list.sort(
    (a, b) => isOwn(b) - isOwn(a) || size(b) - size(a) || claims[start[a]!]! - claims[start[b]!]!,
  );
  const voiceOf = (speaker: number): Voice => ({
    speaker: names[speaker]!,
    size: size(speaker),
    first: (most) =>
      Array.from(
        claims.subarray(start[speaker]!, Math.min(start[speaker + 1]!, start[speaker]! + most)),
        (claim) => index.keys[claim]!,
      ),
  });
  const isCounted = (key: string) => counted[index.numbers.get(key)!] === 1;
  const contradictions: (readonly [string, string])[] = [];
  catalog.contradictions.forEach((others, key) => {
    if (!isCounted(key)) return;
    for (const other of others) if (key < other && isCounted(other)) contradictions.push([key, other]);
  });
  const place = ([key]: readonly [string, string]) => index.numbers.get(key)!;
  return {
    about,
    size: order.length,
    first: (most) => Array.from(order.subarray(0, most), voiceOf),
    contradictions: contradictions.sort((a, b) => place(a) - place(b)),
  };
}

/** Speakers by number who make counted claims, and the claims of each, one after the other: a large graph has very many. */
function bySpeaker({ facets }: ClaimIndex, counted: Marks) {
  const { names, start: starts, list: lists } = facets.speaker;
  const start = new Int32Array(names.length + 1);
  // The nearest speaker comes first.
  for (let claim = 0; claim < counted.length; claim += 1)
    if (counted[claim] === 1) start[lists[starts[claim]!]! + 1]! += 1;
  const list: number[] = [];
  for (let speaker = 0; speaker < names.length; speaker += 1) {
    if (start[speaker + 1]! > 0) list.push(speaker);
    start[speaker + 1]! += start[speaker]!;
  }
  const next = start.slice();
  const claims = new Int32Array(start[names.length]!);
  for (let claim = 0; claim < counted.length; claim += 1) {
    if (counted[claim] === 0) continue;
    const speaker = lists[starts[claim]!]!;
    claims[next[speaker]!] = claim;
    next[speaker]! += 1;
  }
  return { names, start, list: Int32Array.from(list), claims };
}

/** The shown claims that name all of these entities: as an end, in a qualifier, or as who says it. */
function countedClaims(
  { keys, entities, atEntity }: ClaimIndex,
  shown: Shown,
  about: readonly string[],
): Marks {
  const [first, second] = about.map((id) => entities.numbers.get(id) ?? -1);
  const names = (claim: number, entity: number) =>
    entities.list.subarray(entities.start[claim]!, entities.start[claim + 1]!).includes(entity);
  const asked =
    first === undefined || first < 0
      ? undefined
      : atEntity.list.subarray(atEntity.start[first]!, atEntity.start[first + 1]!);
  const most = first !== undefined && first < 0 ? 0 : (asked ?? keys).length;
  const marks = shown.claims instanceof MarkedSet ? shown.claims.marks : undefined;
  const isShown = (claim: number) => (marks ? marks[claim] === 1 : shown.claims.has(keys[claim]!));
  const counted = new Uint8Array(keys.length);
  for (let at = 0; at < most; at += 1) {
    const claim = asked === undefined ? at : asked[at]!;
    if (isShown(claim) && (second === undefined || names(claim, second))) counted[claim] = 1;
  }
  return counted;
}
