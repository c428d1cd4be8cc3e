import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Interning } from '../../src/formats/interning.ts';
import { sampleArticle } from '../fixtures/sample.ts';

// biome-ignore lint/suspicious/noExplicitAny: parsed values, looked into freely
const parsed = (value: unknown): any => JSON.parse(JSON.stringify(value));
const interned = ({ entities = [], claims = [] }: { entities?: unknown[]; claims?: unknown[] }) => {
  const interning = new Interning();
  interning.entities(entities);
  interning.claims(claims);
  return { entities, claims };
};

/** Names that datasets use, so that values meet every branch, and some that objects have by nature. */
const names = fc.constantFrom(
  ...['id', 'kind', 'label', 'aliases', 'description', 'sameAs', 'mentions', 'subject', 'object', 'entity'],
  ...['qualifiers', 'property', 'value', 'attribution', 'via', 'spans', 'en', '__proto__', 'constructor'],
);
const texts = fc.oneof(fc.constantFrom('a', 'b', ''), fc.string({ maxLength: 80 }));
const { value: anything } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    texts,
    fc.constantFrom(null, 0, 1.5, true),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(names, tie('value')), { maxLength: 4 }).map((parts) => {
      const json = parts.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
      return JSON.parse(`{${json.join(',')}}`) as unknown;
    }),
  ),
}));

describe('interning what was parsed', () => {
  it('changes nothing that it says, whatever it is', () => {
    const lists = fc.array(anything, { maxLength: 6 });
    fc.assert(
      fc.property(lists, lists, (entities, claims) => {
        const before = JSON.stringify({ entities, claims });
        const after = interned(parsed({ entities, claims }));
        // Tables that say the same in another order may have become one.
        expect(after).toEqual(JSON.parse(before));
      }),
      { numRuns: 500 },
    );
    const { entities, claims } = parsed(sampleArticle);
    expect(interned({ entities, claims })).toEqual(parsed({ entities, claims }));
  });

  it('makes one of the references to an entity, unless they say more', () => {
    const claims = parsed([
      { subject: { entity: 'a' }, object: { entity: 'b' } },
      { subject: { entity: 'b' }, object: { entity: 'a', note: 1 } },
      { subject: { claim: 'c', article: 'x' }, qualifiers: [{ property: 'p', value: { entity: 'a' } }] },
    ]);
    interned({ claims });
    const [first, second, third] = claims;
    expect(second.subject).toBe(first.object);
    expect(third.qualifiers[0].value).toBe(first.subject);
    expect(second.object).toEqual({ entity: 'a', note: 1 });
    expect(third.subject).toEqual({ claim: 'c', article: 'x' });
  });

  it('makes one of what articles say alike of an entity, and keeps what they say otherwise', () => {
    const label = { en: 'Harbour', vi: 'Bến cảng' };
    const mentions = [{ span: { start: 1, end: 2 }, form: 'name' }];
    const alike = { id: 'a', kind: 'k', label, aliases: [{ text: 'Port' }], description: { en: 'One.' } };
    const entities = parsed([
      alike,
      { ...alike, mentions },
      { ...alike, label: { en: 'Harbour' }, aliases: [{ text: 'Pier' }] },
    ]);
    interned({ entities });
    const [first, second, third] = entities;
    for (const part of ['label', 'aliases', 'description']) expect(second[part]).toBe(first[part]);
    expect(third).toMatchObject({ label: { en: 'Harbour' }, aliases: [{ text: 'Pier' }] });
    expect(second.mentions).toEqual(mentions);
    expect(third.label).not.toHaveProperty('vi');
    expect(third.description).toBe(first.description);
  });

  it('makes one of records that say the same', () => {
    const entities = parsed([
      { id: 'a', kind: 'k', iri: 'i' },
      { id: 'a', kind: 'k' },
      { kind: 'k', id: 'a', iri: 'i' },
    ]);
    interned({ entities });
    expect(entities[2]).toBe(entities[0]);
    expect(entities[1]).toEqual({ id: 'a', kind: 'k' });
  });

  it('makes one of all empty lists, which nobody can add to', () => {
    const [entity, other] = parsed([
      { id: 'a', aliases: [], sameAs: [], mentions: [] },
      { id: 'b', aliases: [], sameAs: ['i'] },
    ]);
    const [claim] = parsed([
      { qualifiers: [], evidence: [], attribution: { spans: [], via: { spans: [] } } },
    ]);
    interned({ entities: [entity, other], claims: [claim] });
    const empty = entity.aliases;
    const all = [entity.sameAs, entity.mentions, other.aliases, claim.qualifiers, claim.evidence];
    for (const list of [...all, claim.attribution.spans, claim.attribution.via.spans])
      expect(list).toBe(empty);
    expect(() => empty.push(1)).toThrow(TypeError);
    expect(other.sameAs).toEqual(['i']);
  });
});
