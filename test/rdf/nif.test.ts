import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StringSink, writeDatasetRdf } from '../../src/formats/index.ts';
import { CodePointText, type Dataset } from '../../src/model/index.ts';
import { datasetToQuads, datasetToTriples, quadsToDataset, type RdfOptions } from '../../src/rdf/index.ts';
import { arbitraryDataset } from '../fixtures/arbitrary-dataset.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';
import { canonical, readByN3, readByOxigraph } from '../formats/rdf-judges.ts';
import { about } from './show-quads.ts';

const quads = (options: Partial<RdfOptions> = {}, dataset: Dataset = sampleDataset) => [
  ...datasetToQuads(dataset, { model: 'nif', ...options }),
];
const NIF = 'http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#';
const ITS = 'http://www.w3.org/2005/11/its/rdf#';
const short = (lines: string[]) =>
  lines.map((line) =>
    line
      .replaceAll(`<${NIF}`, 'nif:')
      .replaceAll(`<${ITS}`, 'its:')
      .replace(/(\b(?:nif|its):\w+)>/g, '$1'),
  );
const string = (span: string, options: Partial<RdfOptions> = {}) =>
  short(about(quads(options), `article/harbour#char=${span}`));
const index = (n: number) => `"${n}"^^xsd:nonNegativeInteger`;

describe('an article in NIF', () => {
  test('is a context from its first code point to its last, without its text', () => {
    expect(string('0,620')).toEqual([
      `nif:beginIndex ${index(0)}`,
      `nif:endIndex ${index(620)}`,
      'nif:sourceUrl <https://news.example/harbour>',
      'rdf:type nif:Context',
      'rdf:type nif:RFC5147String',
    ]);
  });

  test('has a string for each span, once: a mention tells its entity and kind, and all annotations are named', () => {
    expect(string('0,8')).toEqual([
      'nif:annotation <mention/harbour/1>',
      `nif:beginIndex ${index(0)}`,
      `nif:endIndex ${index(8)}`,
      'nif:referenceContext <article/harbour#char=0,620>',
      'rdf:type nif:Phrase',
      'rdf:type nif:RFC5147String',
      'its:taClassRef ex:Company',
      'its:taIdentRef <id/nordlink>',
    ]);
    expect(string('202,225')).toContain('nif:annotation <evidence/harbour/c3/3>');
    expect(string('0,200')).toContain('rdf:type nif:Paragraph');
    expect(string('600,610')).toEqual([
      'nif:annotation <credit/harbour/1>',
      `nif:beginIndex ${index(600)}`,
      `nif:endIndex ${index(610)}`,
      'nif:referenceContext <article/harbour#char=0,620>',
      'rdf:type nif:RFC5147String',
      'rdf:type nif:Structure',
    ]);
  });

  test('loses nothing: all of RDF 1.1 stands beside it, and comes back as the same dataset', () => {
    const plain = new Set([...datasetToQuads(sampleDataset)].map((quad) => JSON.stringify(quad)));
    const added = quads().filter((quad) => !plain.delete(JSON.stringify(quad)));
    expect(plain.size).toBe(0);
    expect(added.every(({ subject }) => subject.value.includes('#char='))).toBe(true);
    fc.assert(
      fc.property(arbitraryDataset(), (dataset) => {
        expect(quadsToDataset(datasetToQuads(dataset, { model: 'nif' }))).toEqual(dataset);
      }),
      { numRuns: 30 },
    );
  });

  test('carries words only where the text is at hand and may be given', () => {
    const text = new CodePointText('🚢'.repeat(600) + 'x'.repeat(20));
    const source = () => text;
    const words = (level: RdfOptions['text']) =>
      quads({ source, text: level }).filter(({ predicate }) => /isString|anchorOf/.test(predicate.value));
    expect(words('standoff')).toEqual([]);
    const at = (level: RdfOptions['text'], span: string) =>
      words(level)
        .filter(({ subject }) => subject.value.endsWith(`#char=${span}`))
        .map(({ object }) => object.value);
    expect(at('quotes', '0,40')).toEqual(['🚢'.repeat(40)]);
    expect(at('quotes', '0,8')).toEqual([]);
    expect(at('quotes', '0,620')).toEqual([]);
    expect(at('full', '0,8')).toEqual(['🚢'.repeat(8)]);
    expect(at('full', '0,620')).toEqual([text.text]);
  });

  test('under a base that ends in # has strings at paths of their own, in the order of the output', () => {
    const base = 'https://data.example/page#';
    const second = { ...sampleArticle, id: 'harbour-2', claims: [] };
    const dataset = { ...sampleDataset, base, articles: [sampleArticle, second] };
    for (const read of [datasetToQuads, datasetToTriples]) {
      const iris = [...read(dataset, { model: 'nif' })].map(({ subject }) => subject.value);
      expect(iris).toContain(`${base}string/harbour/char=0,8`);
      expect(iris.filter((iri) => iri.split('#').length > 2)).toEqual([]);
    }
    const subjects = [...datasetToTriples(dataset, { model: 'nif' })].map(({ subject }) => subject.value);
    expect(subjects).toEqual([...subjects].sort());
  });
});

describe.each(['turtle', 'trig', 'ntriples', 'nquads', 'jsonld', 'rdfxml'] as const)(
  'NIF as %s',
  (syntax) => {
    test('says in other readers what it says in ours, and that the text is not in it', async () => {
      const sink = new StringSink();
      const report = await writeDatasetRdf(sampleDataset, syntax, sink, { model: 'nif' });
      expect(report.losses).toEqual([
        { what: 'texts, for which NIF has nif:isString: they stay outside', count: 1 },
      ]);
      const graphs = ['trig', 'nquads', 'jsonld'].includes(syntax);
      const ours = await canonical(
        (graphs ? datasetToQuads : datasetToTriples)(sampleDataset, { model: 'nif' }),
      );
      const text = sink.toString();
      expect(await canonical(readByOxigraph(text, syntax))).toBe(ours);
      if (syntax === 'jsonld' || syntax === 'rdfxml') return;
      expect(await canonical(readByN3(text, syntax))).toBe(ours);
    });
  },
);
