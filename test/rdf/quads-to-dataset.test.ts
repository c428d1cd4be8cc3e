import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Article,
  compareQualifiers,
  type Dataset,
  type ProblemError,
  uniteEntities,
} from '../../src/model/index.ts';
import { datasetToQuads, datasetToTriples, quadsToDataset, type RdfOptions } from '../../src/rdf/index.ts';
import { DEFAULT_GRAPH, Literal, NamedNode, Quad } from '../../src/rdf/quad.ts';
import { arbitraryDataset } from '../fixtures/arbitrary-dataset.ts';
import { sampleDataset } from '../fixtures/sample.ts';

/** The sample as the model keeps it: qualifiers sorted. */
const sample: Dataset = {
  ...sampleDataset,
  articles: sampleDataset.articles.map((article) => ({
    ...article,
    claims: article.claims.map((claim) => ({
      ...claim,
      qualifiers: [...claim.qualifiers].sort(compareQualifiers),
    })),
  })),
};

const CHOICES: Partial<RdfOptions>[] = [
  {},
  { model: 'rdf12' },
  { model: 'nif' },
  { implied: true, infer: true },
];

describe('a dataset comes back from its quads', () => {
  test.each(CHOICES)('whole, with %o', (options) => {
    expect(quadsToDataset(datasetToQuads(sample, options))).toEqual(sample);
    expect(quadsToDataset(datasetToTriples(sample, options))).toEqual(sample);
  });

  test('whatever it holds', () => {
    fc.assert(
      fc.property(arbitraryDataset(), fc.constantFrom(...CHOICES), (dataset, options) => {
        expect(quadsToDataset(datasetToQuads(dataset, options))).toEqual(dataset);
      }),
      { numRuns: 150 },
    );
  });

  test('from triples without graphs, where one article lists its entities', () => {
    fc.assert(
      fc.property(arbitraryDataset(1), fc.constantFrom(...CHOICES), (dataset, options) => {
        expect(quadsToDataset(datasetToTriples(dataset, options))).toEqual(dataset);
      }),
      { numRuns: 75 },
    );
  });

  test('from triples of several articles: each then says of an entity what all say', () => {
    const second: Article = {
      ...sample.articles[0]!,
      id: 'second',
      claims: [],
      entities: sample.articles[0]!.entities.map((entity) =>
        entity.id === 'lindmar'
          ? { ...entity, aliases: [{ text: 'Lindmar town' }], description: { en: 'A town.' } }
          : entity,
      ),
    };
    const dataset = { ...sample, articles: [...sample.articles, second] };
    const read = quadsToDataset(datasetToTriples(dataset));
    const united = uniteEntities(dataset);
    for (const article of read.articles) {
      const { articles: _a, mentions: _m, ...expected } = united.get('lindmar')!;
      expect(article.entities.find(({ id }) => id === 'lindmar')).toMatchObject(expected);
    }
    expect([...datasetToTriples(read)]).toEqual([...datasetToTriples(dataset)]);
  });

  test('in any order of quads, and though a store has lowered the case of language tags', () => {
    const dataset: Dataset = { ...sample, languages: ['en', 'vi', 'zh-Hant'], title: { 'zh-Hant': '樣本' } };
    const lowered = [...datasetToQuads(dataset)].reverse().map((quad) => {
      const { object } = quad;
      if (object.termType !== 'Literal' || object.language === '') return quad;
      return new Quad(
        quad.subject,
        quad.predicate,
        new Literal(object.value, object.datatype, object.language.toLowerCase()),
        quad.graph,
      );
    });
    expect(quadsToDataset(lowered)).toEqual(dataset);
  });

  test('though others have added to it', () => {
    const more = new Quad(
      new NamedNode(`${sample.base}id/lindmar`),
      new NamedNode('https://other.example/population'),
      new Literal('7', new NamedNode('http://www.w3.org/2001/XMLSchema#integer')),
      DEFAULT_GRAPH,
    );
    expect(quadsToDataset([...datasetToQuads(sample), more])).toEqual(sample);
  });
});

describe('what is no dataset of ours', () => {
  const problemsOf = (quads: Iterable<Quad>) => {
    try {
      quadsToDataset(quads);
    } catch (error) {
      return (error as ProblemError).problems.map(({ code }) => code);
    }
    return [];
  };

  test('is refused', () => {
    expect(problemsOf([])).toEqual(['no-dataset']);
    expect(
      problemsOf([
        ...datasetToQuads(sample),
        ...datasetToQuads({ ...sample, base: 'https://other.example/' }),
      ]),
    ).toEqual(['several-datasets']);
  });

  test('is refused with everything that is missing', () => {
    const quads = [...datasetToQuads(sample)].filter(
      ({ predicate }) => !/(?:#polarity|#sha256|#end)$/.test(predicate.value),
    );
    const problems = problemsOf(quads);
    expect(problems.length).toBeGreaterThan(20);
    expect(new Set(problems)).toEqual(new Set(['bad-record']));
  });

  test('is refused where an attribution runs in a circle', () => {
    const quads = [...datasetToQuads(sample)];
    const via = quads.find(({ predicate }) => predicate.value.endsWith('#via'))!;
    const back = new Quad(via.object as NamedNode, via.predicate, via.subject, via.graph);
    expect(problemsOf([...quads, back])).toEqual(['bad-record']);
  });
});
