/** What is claimed with an entity, and about a claim: put together when it is asked for, and kept for the few that were asked for last. */
import { attributionChain, isEntityRef } from '../../model/index.ts';
import { once } from '../once.ts';
import type { Catalog } from './catalog.ts';
import { claimIndex } from './claim-index.ts';

/** Claim keys by the part that the entity plays. */
export interface EntityClaims {
  /** By predicate, in the order in which the articles bring them. */
  readonly out: ReadonlyMap<string, readonly string[]>;
  readonly in: ReadonlyMap<string, readonly string[]>;
  /** Claims that it makes, or that are made through it. */
  readonly says: readonly string[];
  /** Claims with it in a qualifier. */
  readonly qualifies: readonly string[];
}

type Claims = Pick<Catalog, 'claims'>;

/** Entities that are kept: what is selected, pointed at, grown from. For every entity it would be more than the claims themselves. */
const KEPT = 8;

const kept = once((_: Catalog['claims']) => new Map<string, EntityClaims>());

export function claimsOf(catalog: Claims, entity: string): EntityClaims {
  const before = kept(catalog.claims);
  const known = before.get(entity);
  if (known !== undefined) return known;
  const found = findClaims(catalog, entity);
  const [oldest] = before.keys();
  if (before.size === KEPT) before.delete(oldest!);
  before.set(entity, found);
  return found;
}

function findClaims(catalog: Claims, entity: string): EntityClaims {
  const { keys, claims, entities, atEntity } = claimIndex(catalog);
  const out = new Map<string, string[]>();
  const incoming = new Map<string, string[]>();
  const says: string[] = [];
  const qualifies: string[] = [];
  const isIt = (id: string | undefined) => id === entity;
  const number = entities.numbers.get(entity);
  if (number === undefined) return { out, in: incoming, says, qualifies };
  for (let at = atEntity.start[number]!; at < atEntity.start[number + 1]!; at += 1) {
    const key = keys[atEntity.list[at]!]!;
    const claim = claims[atEntity.list[at]!]!;
    const { subject, object, predicate } = claim;
    if (isEntityRef(subject) && isIt(subject.entity)) append(out, predicate, key);
    if (isEntityRef(object) && isIt(object.entity)) append(incoming, predicate, key);
    if (claim.qualifiers.some(({ value }) => isEntityRef(value) && isIt(value.entity))) qualifies.push(key);
    if (attributionChain(claim).some(({ speaker, channel }) => isIt(speaker) || isIt(channel)))
      says.push(key);
  }
  return { out, in: incoming, says, qualifies };
}

/** Keys of the claims whose subject, object or qualifier is this claim. */
export function claimsAbout(catalog: Claims, key: string): string[] {
  const { keys, numbers, about } = claimIndex(catalog);
  return (about.get(numbers.get(key) ?? -1) ?? []).map((claim) => keys[claim]!);
}

function append(map: Map<string, string[]>, at: string, key: string): void {
  const list = map.get(at);
  if (list) list.push(key);
  else map.set(at, [key]);
}
