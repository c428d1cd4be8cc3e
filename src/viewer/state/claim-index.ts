/** The claims by number, in flat arrays: what the filters ask of every claim at every change. */
import {
  attributionChain,
  begin,
  type Claim,
  claimRefKey,
  isClaimRef,
  isEntityRef,
  STEP,
  type Steps,
  type Value,
} from '../../model/index.ts';
import { once } from '../once.ts';
import { type Catalog, claimEntities, claimsSpokenOf } from './catalog.ts';

/** The facets of a claim, in the order in which they are shown. */
export const FACETS = ['modality', 'polarity', 'derivation', 'predicate', 'speaker', 'article'] as const;
export type Facet = (typeof FACETS)[number];

/** The value of the facet `speaker` for the article's own voice; no entity id can be empty. */
export const OWN_VOICE = '';

/** The values of a claim in a facet: one, but for `speaker`, which has the whole chain. */
export function facetValues(claim: Claim, facet: Facet): readonly string[] {
  if (facet !== 'speaker') return [claim[facet]];
  const speakers = attributionChain(claim).map(({ speaker }) => speaker);
  return speakers.length === 0 ? [OWN_VOICE] : [...new Set(speakers)];
}

/** Names by number, and of each claim the numbers that it has, one after the other. */
export interface Lists {
  readonly names: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  /** Where the numbers of each claim begin in `list`; one more than there are claims. */
  readonly start: Int32Array;
  readonly list: Int32Array;
}

export interface ClaimIndex {
  readonly keys: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly claims: readonly Claim[];
  readonly facets: Readonly<Record<Facet, Lists>>;
  /** The entities at each claim, as {@link claimEntities} finds them. */
  readonly entities: Lists;
  /** The claims at each entity, by the numbers of `entities`. */
  readonly atEntity: Pick<Lists, 'start' | 'list'>;
  /** Claims by number with the numbers of those that they speak of; claims that speak of none are left out. */
  readonly spokenOf: ReadonlyMap<number, readonly number[]>;
  /** Claims by number with the numbers of those that speak of them. */
  readonly about: ReadonlyMap<number, readonly number[]>;
  /** Of each claim: {@link NO_END}, the number of an entity, or {@link CLAIM_END} less the number of a claim. */
  readonly subject: Int32Array;
  readonly object: Int32Array;
  /** The confidence of each claim; NaN where none is given. */
  readonly estimates: Float64Array;
}

export const NO_END = -1;
export const CLAIM_END = -2;

const index = once((claims: Catalog['claims']) => begin(makeIndex(claims)));

/** Made once for each catalog. */
export function claimIndex({ claims }: Pick<Catalog, 'claims'>): ClaimIndex {
  return index(claims).value;
}

/** Makes a further part of the index: a step. @returns whether there is more to do */
export function prepareIndex({ claims }: Pick<Catalog, 'claims'>): boolean {
  return !index(claims).prepare().next().done;
}

function* makeIndex(byKey: Catalog['claims']): Steps<ClaimIndex> {
  const keys = [...byKey.keys()];
  const claims = [...byKey.values()];
  const numbers = new Map(keys.map((key, at) => [key, at]));
  yield;
  const facets = {} as Record<Facet, Lists>;
  for (const facet of FACETS) {
    facets[facet] = yield* listsOf(claims, (claim) => facetValues(claim, facet));
  }
  const entities = yield* listsOf(claims, claimEntities);
  const endOf = (value: Value): number => {
    if (isEntityRef(value)) return entities.numbers.get(value.entity)!;
    const claim = isClaimRef(value) ? numbers.get(claimRefKey(value)) : undefined;
    return claim === undefined ? NO_END : CLAIM_END - claim;
  };
  const spokenOf = new Map<number, number[]>();
  const about = new Map<number, number[]>();
  const subject = new Int32Array(claims.length);
  const object = new Int32Array(claims.length);
  const estimates = new Float64Array(claims.length);
  for (const [at, claim] of claims.entries()) {
    if (at % STEP === 0) yield;
    const others = claimsSpokenOf(claim).flatMap((key) => numbers.get(key) ?? []);
    if (others.length > 0) spokenOf.set(at, others);
    for (const other of others) {
      const known = about.get(other);
      if (known) known.push(at);
      else about.set(other, [at]);
    }
    subject[at] = endOf(claim.subject);
    object[at] = endOf(claim.object);
    estimates[at] = claim.confidence ?? Number.NaN;
  }
  const atEntity = turned(entities);
  return { keys, numbers, claims, facets, entities, atEntity, spokenOf, about, subject, object, estimates };
}

/** From the numbers of each claim to the claims of each number, in their order. */
function turned({ names, start, list }: Lists): ClaimIndex['atEntity'] {
  const begin = new Int32Array(names.length + 1);
  for (const number of list) begin[number + 1]! += 1;
  for (let number = 0; number < names.length; number += 1) begin[number + 1]! += begin[number]!;
  const next = begin.slice(0, names.length);
  const claims = new Int32Array(list.length);
  for (let claim = 0; claim + 1 < start.length; claim += 1) {
    for (let at = start[claim]!; at < start[claim + 1]!; at += 1) {
      const number = list[at]!;
      claims[next[number]!] = claim;
      next[number]! += 1;
    }
  }
  return { start: begin, list: claims };
}

function* listsOf(claims: readonly Claim[], valuesOf: (claim: Claim) => readonly string[]): Steps<Lists> {
  const numbers = new Map<string, number>();
  const start = new Int32Array(claims.length + 1);
  const list: number[] = [];
  for (const [at, claim] of claims.entries()) {
    if (at % STEP === 0) yield;
    for (const value of valuesOf(claim)) {
      let number = numbers.get(value);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(value, number);
      }
      list.push(number);
    }
    start[at + 1] = list.length;
  }
  return { names: [...numbers.keys()], numbers, start, list: Int32Array.from(list) };
}
