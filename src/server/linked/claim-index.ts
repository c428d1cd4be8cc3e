/** Claims by key, and by the entities and claims that they speak of. */
import {
  attributionChain,
  type Claim,
  claimKey,
  claimRefKey,
  isClaimRef,
  isEntityRef,
} from '../../model/index.ts';

/** What is claimed with an entity, by the part that it plays. A claim stands in one part of each. */
export interface EntityClaims {
  /** By predicate. */
  readonly out: ReadonlyMap<string, readonly Claim[]>;
  readonly in: ReadonlyMap<string, readonly Claim[]>;
  /** Claims about others that it makes, or that are made through it. */
  readonly says: readonly Claim[];
  /** Claims about others with it in a qualifier. */
  readonly qualifies: readonly Claim[];
}

interface Parts {
  readonly out: Map<string, Claim[]>;
  readonly in: Map<string, Claim[]>;
  readonly says: Set<Claim>;
  readonly qualifies: Set<Claim>;
}

const NONE: EntityClaims = { out: new Map(), in: new Map(), says: [], qualifies: [] };

export class ClaimIndex {
  /** By `<article>/<id>`, in the order in which they were given. */
  readonly byKey: ReadonlyMap<string, Claim>;
  readonly byPredicate = new Map<string, Claim[]>();
  readonly #ofEntity = new Map<string, Parts>();
  readonly #about = new Map<string, Set<Claim>>();

  constructor(claims: readonly Claim[]) {
    this.byKey = new Map(claims.map((claim) => [claimKey(claim), claim]));
    for (const claim of claims) this.#add(claim);
  }

  of(entity: string): EntityClaims {
    const parts = this.#ofEntity.get(entity);
    if (parts === undefined) return NONE;
    const ends = new Set([...parts.out.values(), ...parts.in.values()].flat());
    return {
      out: parts.out,
      in: parts.in,
      says: [...parts.says].filter((claim) => !ends.has(claim)),
      qualifies: [...parts.qualifies].filter((claim) => !ends.has(claim) && !parts.says.has(claim)),
    };
  }

  /** Claims that have it as subject or object. */
  degree(entity: string): number {
    const parts = this.#ofEntity.get(entity);
    return parts === undefined ? 0 : new Set([...parts.out.values(), ...parts.in.values()].flat()).size;
  }

  /** Claims whose subject, object or qualifier is the claim of this key. */
  about(key: string): readonly Claim[] {
    return [...(this.#about.get(key) ?? [])];
  }

  #add(claim: Claim): void {
    push(this.byPredicate, claim.predicate, claim);
    const { subject, object } = claim;
    if (isEntityRef(subject)) push(this.#parts(subject.entity).out, claim.predicate, claim);
    if (isEntityRef(object)) push(this.#parts(object.entity).in, claim.predicate, claim);
    for (const { speaker, channel } of attributionChain(claim)) {
      this.#parts(speaker).says.add(claim);
      if (channel !== undefined) this.#parts(channel).says.add(claim);
    }
    const qualifiers = claim.qualifiers.map(({ value }) => value);
    for (const value of qualifiers) if (isEntityRef(value)) this.#parts(value.entity).qualifies.add(claim);
    for (const value of [subject, object, ...qualifiers]) {
      if (!isClaimRef(value)) continue;
      const key = claimRefKey(value);
      const known = this.#about.get(key) ?? new Set();
      this.#about.set(key, known.add(claim));
    }
  }

  #parts(entity: string): Parts {
    let parts = this.#ofEntity.get(entity);
    if (parts === undefined) {
      parts = { out: new Map(), in: new Map(), says: new Set(), qualifies: new Set() };
      this.#ofEntity.set(entity, parts);
    }
    return parts;
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
