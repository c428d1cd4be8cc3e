/** Who says what: claims by their speakers, side by side, for everything, for an entity or for a pair. */
import { attributionChain, type Claim } from '../../model/index.ts';
import { type Catalog, claimEntities, isClaimKey } from './catalog.ts';
import { OWN_VOICE, type Shown } from './filters.ts';

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
  const bySpeaker = new Map<string, string[]>([[OWN_VOICE, []]]);
  const counted = new Set<string>();
  for (const [key, claim] of catalog.claims) {
    if (!shown.claims.has(key) || !isAbout(claim, about)) continue;
    counted.add(key);
    const speaker = attributionChain(claim)[0]?.speaker ?? OWN_VOICE;
    const list = bySpeaker.get(speaker);
    if (list) list.push(key);
    else bySpeaker.set(speaker, [key]);
  }
  const [own, ...others] = [...bySpeaker].map(([speaker, claims]) => ({ speaker, claims }));
  others.sort((a, b) => b.claims.length - a.claims.length);
  return {
    about,
    voices: [own!, ...others].filter(({ claims }) => claims.length > 0),
    contradictions: [...counted].flatMap((key) =>
      (catalog.contradictions.get(key) ?? [])
        .filter((other) => counted.has(other) && key < other)
        .map((other) => [key, other] as const),
    ),
  };
}

/** Whether a claim names all of these: as an end, in a qualifier, or as who says it. */
function isAbout(claim: Claim, entities: readonly string[]): boolean {
  if (entities.length === 0) return true;
  const named = new Set(claimEntities(claim));
  return entities.every((id) => named.has(id));
}
