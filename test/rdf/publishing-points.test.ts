import { describe, expect, it } from 'vitest';
import type { Article, Dataset, Entity } from '../../src/model/index.ts';
import { publishingPoints, tallied } from '../../src/rdf/index.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';

const measure = (dataset: Dataset) => publishingPoints({ dataset, tally: tallied(dataset) });
const failures = (dataset: Dataset) =>
  measure(dataset)
    .filter(({ status }) => status === 'failed')
    .map(({ id, title }) => `${id}: ${title.replace(/:.*/, '')}`);

/** Fifty places that Wikidata knows, so that everything which can be told is as it should be. */
const linked = Array.from(
  { length: 50 },
  (_, n): Entity => ({
    id: `place-${n}`,
    kind: 'ex:Place',
    label: { en: `Place ${n}`, vi: `Nơi ${n}` },
    aliases: [],
    description: {},
    sameAs: [`http://www.wikidata.org/entity/Q${n + 1}`],
    closeMatch: [],
    mentions: [{ span: { start: n, end: n + 5 }, form: 'nominal' }],
  }),
);
const article: Article = { ...sampleArticle, entities: [...sampleArticle.entities, ...linked] };
const { ontology } = sampleDataset;
const place = { ...ontology.classes['ex:Place']!, parents: ['schema:Place'] };
const good: Dataset = {
  ...sampleDataset,
  base: 'https://w3id.org/sample/',
  prefixes: { ...sampleDataset.prefixes, schema: 'https://schema.org/' },
  ontology: { ...ontology, classes: { ...ontology.classes, 'ex:Place': place } },
  articles: [article],
};
const withArticle = (change: Partial<Article>): Dataset => ({
  ...good,
  articles: [{ ...article, ...change }],
});
const [first, ...others] = article.claims;

describe('the points that published data is measured by', () => {
  it('all hold for a dataset that has what can be told from data', () => {
    expect(failures(good)).toEqual([]);
  });

  it.each<[string, string[], Dataset]>([
    [
      'a base that nobody can resolve',
      [
        'FAIR F1: Lasting identifiers, the only ones in the world',
        'LOD 1: Things have http or https IRIs',
        'star 4: Things have IRIs that can be looked up, once served',
        'star 5: Linked to other data',
      ],
      { ...good, base: 'https://data.example/x/' },
    ],
    ['no title in one language', ['FAIR F2: Described richly'], { ...good, title: { en: 'Sample' } }],
    ['no description', ['FAIR F2: Described richly'], { ...good, description: {} }],
    [
      'a term without definition',
      ['FAIR I2: Vocabularies that are FAIR themselves'],
      {
        ...good,
        ontology: {
          ...good.ontology,
          classes: { ...good.ontology.classes, 'ex:Place': { ...place, definition: {} } },
        },
      },
    ],
    [
      'kinds below nothing that others know',
      ['FAIR I2: Kinds stand below classes of known vocabularies'],
      { ...good, ontology },
    ],
    [
      'no links',
      [
        'FAIR I3: Qualified references to other data',
        'LOD 4: At least 50 links to a dataset of the cloud',
        'star 5: Linked to other data',
      ],
      withArticle({ entities: article.entities.map((entity) => ({ ...entity, sameAs: [] })) }),
    ],
    [
      'links to sources outside of the cloud only',
      ['LOD 4: At least 50 links to a dataset of the cloud'],
      withArticle({
        entities: article.entities.map((entity) => ({
          ...entity,
          sameAs: entity.sameAs.map((iri) => iri.replace('www.wikidata.org', 'data.library.net')),
        })),
      }),
    ],
    [
      'one link too few',
      ['LOD 4: At least 50 links to a dataset of the cloud'],
      withArticle({ entities: article.entities.filter(({ id }) => id !== 'place-7') }),
    ],
    [
      'an entity without a label in one language',
      ['FAIR R1: Described by many attributes'],
      withArticle({
        entities: article.entities.map((entity) =>
          entity.id === 'place-0' ? { ...entity, label: { en: 'Place' } } : entity,
        ),
      }),
    ],
    [
      'a claim without evidence',
      ['FAIR R1.2: Where it comes from'],
      withArticle({ claims: [{ ...first!, evidence: [] }, ...others] }),
    ],
    [
      'an article from nowhere',
      ['FAIR R1.2: Every article says where it is from'],
      withArticle({ url: undefined as never, credits: [] }),
    ],
    [
      'few triples',
      ['LOD 3: At least 1000 triples', 'LOD 4: At least 50 links to a dataset of the cloud'],
      withArticle({
        entities: sampleArticle.entities.map((entity) => ({ ...entity, mentions: [] })),
        claims: [first!],
      }),
    ],
    [
      'a licence that is not open',
      [
        'star 1: Under an open licence',
        'star 2: Structured, for machines',
        'star 3: In open formats',
        'star 4: Things have IRIs that can be looked up, once served',
        'star 5: Linked to other data',
      ],
      { ...good, licence: 'https://creativecommons.org/licenses/by-nc/4.0/' },
    ],
  ])('fail for %s', (_, expected, dataset) => {
    expect(failures(dataset)).toEqual(expected);
  });

  it('leave open what only the network knows', () => {
    const open = measure(good)
      .filter(({ status }) => status === 'unknown')
      .map(({ id }) => id);
    expect(open).toEqual(['FAIR F1', 'FAIR F4', 'FAIR A1', 'FAIR A1.2', 'FAIR A2', 'LOD 2', 'LOD 5']);
  });

  it('say what to do wherever they do not hold, with a reason each', () => {
    for (const dataset of [good, { ...sampleDataset, licence: 'urn:none' }]) {
      for (const { status, reason, advice } of measure(dataset)) {
        expect(reason).not.toBe('');
        if (status === 'passed') expect(advice).toBeUndefined();
        else expect(advice).toMatch(/^[A-Z].*\.$/);
      }
    }
  });
});
