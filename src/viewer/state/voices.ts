/** Who says what: claims by their speakers, side by side, for everything, for an entity or for a pair. */
import { type Catalog, isClaimKey } from './catalog.ts';
import { type ClaimIndex, claimIndex } from './claim-index.ts';
import { OWN_VOICE, type Shown } from './filters.ts';
import { MarkedSet } from './numbered.ts';

export interface Voice {
  /** Entity id of the nearest speaker; {@link OWN_VOICE} for the article itself. */
  readonly speaker: string;
  /** In the order of the articles. */
  readonly claims: readonly string[];
}

export interface Voices {
  /** Entities that the claims are about; empty: everything. */
  readonly about: readonly string[];
  /** The article first, then who says most; of equals, the one who speaks first. */
  readonly voices: readonly Voice[];
  /** Pairs of claims that contradict each other, each once. */
  readonly contradictions: readonly (readonly [string, string])[];
}

/** The shown claims that name every selected entity, one or two; all of them where other things are selected. */
export function voicesOf(catalog: Catalog, shown: Shown, selection: readonly string[]): Voices {
  const entities = selection.filter((key) => !isClaimKey(key));
  const about = entities.length <= 2 ? entities : [];
  const index = claimIndex(catalog);
  const { names, start, list } = index.facets.speaker;
  const bySpeaker = new Map<number, string[]>();
  const counted = countedClaims(index, shown, about);
  for (let at = 0; at < counted.numbers.length; at += 1) {
    const claim = counted.numbers[at]!;
    // The nearest speaker comes first.
    const speaker = list[start[claim]!]!;
    const said = bySpeaker.get(speaker);
    if (said) said.push(index.keys[claim]!);
    else bySpeaker.set(speaker, [index.keys[claim]!]);
  }
  const isOwn = ({ speaker }: Voice) => speaker === OWN_VOICE;
  const voices = [...bySpeaker].map(([speaker, claims]) => ({ speaker: names[speaker]!, claims }));
  const contradictions: (readonly [string, string])[] = [];
  for (const [key, others] of catalog.contradictions) {
    if (!counted.has(key)) continue;
    for (const other of others) if (key < other && counted.has(other)) contradictions.push([key, other]);
  }
  const place = ([key]: readonly [string, string]) => index.numbers.get(key)!;
  return {
    about,
    voices: voices.sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)) || b.claims.length - a.claims.length),
    contradictions: contradictions.sort((a, b) => place(a) - place(b)),
  };
}

/** The shown claims that name all of these entities: as an end, in a qualifier, or as who says it. */
function countedClaims(
  { keys, numbers: byKey, entities, atEntity }: ClaimIndex,
  shown: Shown,
  about: readonly string[],
): { readonly numbers: readonly number[]; has(key: string): boolean } {
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
  const counts = new Uint8Array(keys.length);
  const numbers: number[] = [];
  for (let at = 0; at < most; at += 1) {
    const claim = asked?.[at] ?? at;
    if (!isShown(claim) || (second !== undefined && !names(claim, second))) continue;
    counts[claim] = 1;
    numbers.push(claim);
  }
  return { numbers, has: (key) => counts[byKey.get(key)!] === 1 };
}
