import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeDatasetRdf } from '../../src/formats/dataset-rdf.ts';
import { writeNQuads, writeNTriples } from '../../src/formats/nquads.ts';
import { StringSink } from '../../src/formats/sink.ts';
import { writeTriG, writeTurtle } from '../../src/formats/turtle.ts';
import { type Claim, type Dataset, type Entity, ProblemError, type Span } from '../../src/model/index.ts';
import { datasetToQuads, datasetToTriples, modelPrefixes, type RdfOptions } from '../../src/rdf/index.ts';
import { arbitraryDataset } from '../fixtures/arbitrary-dataset.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';

type Syntax = 'turtle' | 'trig' | 'ntriples' | 'nquads';
const SYNTAXES: Syntax[] = ['turtle', 'trig', 'ntriples', 'nquads'];

/** What the syntax's own writer makes of the mapping's quads. */
const byQuads = async (dataset: Dataset, syntax: Syntax, options: Partial<RdfOptions>) => {
  const sink = new StringSink();
  const readable = { prefixes: modelPrefixes(dataset, options.model), base: dataset.base };
  const triples = datasetToTriples(dataset, options);
  const quads = datasetToQuads(dataset, options);
  if (syntax === 'turtle') await writeTurtle(triples, sink, readable);
  else if (syntax === 'trig') await writeTriG(quads, sink, readable);
  else if (syntax === 'ntriples') await writeNTriples(triples, sink);
  else await writeNQuads(quads, sink);
  return sink.toString();
};
const direct = async (dataset: Dataset, syntax: Syntax, options: Partial<RdfOptions>) => {
  const sink = new StringSink();
  await writeDatasetRdf(dataset, syntax, sink, options);
  return sink.toString();
};

describe.each(SYNTAXES)('a dataset as %s, straight from the mapping', (syntax) => {
  test('is what its quads are', async () => {
    const choices: Partial<RdfOptions>[] = [
      {},
      { model: 'rdf12' },
      { model: 'nif' },
      { implied: true, infer: true },
    ];
    await fc.assert(
      fc.asyncProperty(arbitraryDataset(), fc.constantFrom(...choices), async (dataset, options) => {
        expect(await direct(dataset, syntax, options)).toBe(await byQuads(dataset, syntax, options));
      }),
      { numRuns: 30 },
    );
  });

  test.runIf(syntax === 'trig' || syntax === 'nquads')('is so for nanopublications', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDataset(2), async (dataset) => {
        const options = { model: 'nanopub' } as const;
        const sink = new StringSink();
        const readable = { prefixes: modelPrefixes(dataset, 'nanopub'), base: dataset.base };
        const quads = datasetToQuads(dataset, options);
        if (syntax === 'trig') await writeTriG(quads, sink, readable);
        else await writeNQuads(quads, sink);
        expect(await direct(dataset, syntax, options)).toBe(sink.toString());
      }),
      { numRuns: 20 },
    );
  });

  test('is so too where the order of the output is not that of the mapping', async () => {
    const spans = Array.from({ length: 25 }, (_, i): Span => ({ start: i, end: i + 1 }));
    const claim: Claim = { ...sampleArticle.claims[0]!, evidence: spans };
    const stranger: Claim = { ...claim, id: 'c99', subject: { entity: 'a-stranger' } };
    const aliases = Array.from({ length: 200 }, (_, i) => ({ text: `name ${String(i).padStart(3, '0')}` }));
    const entity: Entity = { ...sampleArticle.entities[0]!, aliases: aliases.reverse() };
    const dataset: Dataset = {
      ...sampleDataset,
      // The ontology's terms lie among the dataset's own IRIs.
      prefixes: { ...sampleDataset.prefixes, ex: 'https://data.example/sample/id/ns#' },
      articles: [
        {
          ...sampleArticle,
          claims: [claim, stranger],
          entities: [entity],
          paragraphs: spans.map((span) => ({ span, digest: {} })),
        },
      ],
    };
    expect(await direct(dataset, syntax, {})).toBe(await byQuads(dataset, syntax, {}));
  });

  test('stops before what is refused, and says all of it', async () => {
    const title = { en: 'half \ud83d', vi: 'half \ud83d' };
    const dataset = { ...sampleDataset, articles: [{ ...sampleArticle, title, url: 'no IRI' }] };
    const sink = new StringSink();
    const error = await writeDatasetRdf(dataset, syntax, sink).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemError);
    expect((error as ProblemError).problems.map(({ code }) => code)).toEqual(['lone-surrogate', 'bad-iri']);
    expect(sink.ended).toBe(false);
    expect(sink.toString()).not.toContain('half');
  });

  test('reports what was mended', async () => {
    const dataset = { ...sampleDataset, articles: [{ ...sampleArticle, title: { en: 'half \ud83d' } }] };
    const { problems } = await writeDatasetRdf(dataset, syntax, new StringSink(), { repair: true });
    expect(problems.map(({ code, at }) => [code, at.kind, at.key, at.field])).toEqual([
      ['repaired-text', 'article', 'harbour', 'title'],
    ]);
  });
});
