import { describe, expect, it } from 'vitest';
import { attributionChain, type Claim, claimKey, type Value } from '../../../src/model/index.ts';
import { claimsAbout, claimsOf } from '../../../src/viewer/state/entity-claims.ts';
import { catalog } from './sample-catalog.ts';

const all = [...catalog.claims.values()];
const names = (value: Value, id: string) => 'entity' in value && value.entity === id;
const keysWhere = (test: (claim: Claim) => boolean) => all.filter(test).map(claimKey);
/** The groups in the order of their first claims. */
const grouped = (claims: Claim[]) => {
  const predicates = [...new Set(claims.map(({ predicate }) => predicate))];
  return predicates.map((one) => [
    one,
    claims.filter(({ predicate }) => predicate === one).map((claim) => claimKey(claim)),
  ]);
};

describe('what is claimed with an entity', () => {
  it('is what the claims say of it, by the part that it plays', () => {
    for (const id of catalog.entities.keys()) {
      const { out, in: incoming, says, qualifies } = claimsOf(catalog, id);
      expect([...out]).toEqual(grouped(all.filter(({ subject }) => names(subject, id))));
      expect([...incoming]).toEqual(grouped(all.filter(({ object }) => names(object, id))));
      expect(qualifies).toEqual(
        keysWhere(({ qualifiers }) => qualifiers.some(({ value }) => names(value, id))),
      );
      expect(says).toEqual(
        keysWhere((claim) =>
          attributionChain(claim).some(({ speaker, channel }) => speaker === id || channel === id),
        ),
      );
    }
  });

  it('is kept for the last few that were asked for, and found anew for others', () => {
    const [first, ...others] = catalog.entities.keys();
    const found = claimsOf(catalog, first!);
    expect(claimsOf(catalog, first!)).toBe(found);
    expect(others.length).toBeGreaterThanOrEqual(8);
    for (const id of others) claimsOf(catalog, id);
    expect(claimsOf(catalog, first!)).not.toBe(found);
    expect(claimsOf(catalog, first!)).toEqual(found);
  });

  it('is nothing for an entity that no claim names, and for none', () => {
    for (const id of ['lone-rock', 'nobody']) {
      const { out, in: incoming, says, qualifies } = claimsOf(catalog, id);
      expect([out.size, incoming.size, says, qualifies]).toEqual([0, 0, [], []]);
    }
  });
});

describe('what is claimed about a claim', () => {
  it('are the claims that have it as an end or in a qualifier', () => {
    const speaksOf = (value: Value, key: string) =>
      'claim' in value && `${value.article}/${value.claim}` === key;
    for (const key of catalog.claims.keys()) {
      expect(claimsAbout(catalog, key)).toEqual(
        keysWhere(({ subject, object, qualifiers }) =>
          [subject, object, ...qualifiers.map(({ value }) => value)].some((value) => speaksOf(value, key)),
        ),
      );
    }
    expect([...catalog.claims.keys()].some((key) => claimsAbout(catalog, key).length > 0)).toBe(true);
    expect(claimsAbout(catalog, 'no/claim')).toEqual([]);
  });
});
