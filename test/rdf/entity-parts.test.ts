import { describe, expect, test } from 'vitest';
import { compareCodePoints, type Dataset } from '../../src/model/index.ts';
import { entityParts } from '../../src/rdf/entity-parts.ts';
import { compareTriples, datasetToQuads, datasetToTriples } from '../../src/rdf/index.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';
import { showTerm } from './show-quads.ts';

const article = (n: number) => {
  const id = (i: number) => `e${(n * 7 + i) % 50}`;
  const entity = sampleArticle.entities[0]!;
  const claim = sampleArticle.claims[0]!;
  return {
    ...sampleArticle,
    id: `a${n}`,
    entities: Array.from({ length: 10 }, (_, i) => ({ ...entity, id: id(i) })),
    claims: Array.from({ length: 10 }, (_, i) => ({
      ...claim,
      id: `c${i}`,
      article: `a${n}`,
      subject: { entity: id(i) },
    })),
  };
};
const articles = Array.from({ length: 60 }, (_, n) => article(n));
const told = (keyOf: (id: string) => string | undefined, atATime?: number) =>
  [...entityParts(articles, keyOf, atATime)].map(({ listed, by, claims }) => ({
    id: listed[0]!.id,
    listed: listed.map(({ id }) => id),
    by,
    claims: claims.map(({ article: of, id }) => `${of}/${id}`),
  }));

describe('what all articles say of each entity', () => {
  test('comes entity by entity in the order of keys, with every listing and claim of it', () => {
    const all = told((id) => id);
    const ids = Array.from({ length: 50 }, (_, n) => `e${n}`).sort(compareCodePoints);
    expect(all.map(({ id }) => id)).toEqual(ids);
    for (const { id, listed, by, claims } of all) {
      const of = articles.filter(({ entities }) => entities.some((one) => one.id === id));
      expect(by).toEqual(of.map((one) => one.id));
      expect(new Set(listed)).toEqual(new Set([id]));
      expect(claims).toHaveLength(of.length);
    }
  });

  test.each([1, 100, 599, 1200])('is the same in rounds of %i', (atATime) => {
    expect(told((id) => id, atATime)).toEqual(told((id) => id));
  });

  test('leaves out those without a key, and goes by keys of their own', () => {
    const key = (id: string) => (id < 'e3' ? undefined : `${99 - Number(id.slice(1))}`);
    const expected = [...new Set(articles.flatMap(({ entities }) => entities.map(({ id }) => id)))]
      .filter((id) => id >= 'e3')
      .sort((a, b) => compareCodePoints(key(a)!, key(b)!));
    expect(told(key).map(({ id }) => id)).toEqual(expected);
    expect(told(key, 256)).toEqual(told(key));
  });
});

test('the union of graphs is in order where entities have IRIs before, under and after the base', () => {
  const [first, second, ...others] = sampleArticle.entities;
  const dataset: Dataset = {
    ...sampleDataset,
    articles: [
      {
        ...sampleArticle,
        entities: [
          { ...first!, iri: 'http://a.example/first' },
          { ...second!, iri: 'urn:z:second' },
          ...others,
        ],
      },
    ],
  };
  const triples = [...datasetToTriples(dataset)];
  const whole = [...datasetToQuads(dataset)].sort(compareTriples);
  const show = (quads: readonly (typeof whole)[number][]) =>
    quads.map(({ subject, predicate, object }) => [subject, predicate, object].map(showTerm).join(' '));
  expect(show(triples)).toEqual([...new Set(show(whole))]);
  expect(triples[0]!.subject.value).toBe('http://a.example/first');
  expect(triples.at(-1)!.subject.value).toBe('urn:z:second');
});
