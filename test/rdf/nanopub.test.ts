import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StringSink, writeDatasetRdf } from '../../src/formats/index.ts';
import { type Claim, type Dataset, isPlain } from '../../src/model/index.ts';
import { compareQuads, datasetToQuads, type Quad, type RdfOptions } from '../../src/rdf/index.ts';
import { arbitraryDataset } from '../fixtures/arbitrary-dataset.ts';
import { NOT_FACTS, sampleArticle, sampleDataset } from '../fixtures/sample.ts';
import { canonical, readByN3, readByOxigraph } from '../formats/rdf-judges.ts';
import { showTerm } from './show-quads.ts';

const quads = (dataset: Dataset = sampleDataset, options: Partial<RdfOptions> = {}) => [
  ...datasetToQuads(dataset, { model: 'nanopub', ...options }),
];
const NP = 'http://www.nanopub.org/nschema#';
/** A graph's triples as lines. */
const graph = (id: string, name: string, from: readonly Quad[] = quads()) =>
  from
    .filter(({ graph }) => graph.value === `${sampleDataset.base}nanopub/harbour/${id}/${name}`)
    .map(({ subject, predicate, object }) =>
      [subject, predicate, object]
        .map(showTerm)
        .join(' ')
        .replaceAll(/<http:\/\/www.nanopub.org\/nschema#(\w+)>/g, 'np:$1'),
    );
const withClaim = (changes: Partial<Claim>): Dataset => ({
  ...sampleDataset,
  articles: [{ ...sampleArticle, claims: [{ ...sampleArticle.claims[0]!, ...changes }] }],
});

describe('a claim as a nanopublication', () => {
  test('has a head that names its three other graphs', () => {
    expect(graph('c1', 'head')).toEqual([
      '<nanopub/harbour/c1> np:hasAssertion <nanopub/harbour/c1/assertion>',
      '<nanopub/harbour/c1> np:hasProvenance <nanopub/harbour/c1/provenance>',
      '<nanopub/harbour/c1> np:hasPublicationInfo <nanopub/harbour/c1/pubinfo>',
      '<nanopub/harbour/c1> rdf:type np:Nanopublication',
    ]);
  });

  test('asserts the claim, with how firmly it is made, and as a fact what the article itself says', () => {
    expect(graph('c1', 'assertion')).toEqual([
      '<claim/harbour/c1> rdf:object <id/quick-tern>',
      '<claim/harbour/c1> rdf:predicate ex:operates',
      '<claim/harbour/c1> rdf:subject <id/nordlink>',
      '<claim/harbour/c1> rdf:type rdf:Statement',
      '<claim/harbour/c1> rdf:type schema:Claim',
      '<claim/harbour/c1> rdf:type clew:Claim',
      '<claim/harbour/c1> rdfs:comment "Nordlink Ferries runs the Quick Tern."@en',
      '<claim/harbour/c1> rdfs:comment "Phà Nordlink khai thác tàu Quick Tern."@vi',
      '<claim/harbour/c1> clew:derivation clew:explicit',
      '<claim/harbour/c1> clew:modality clew:asserted',
      '<claim/harbour/c1> clew:polarity clew:positive',
      '<claim/harbour/c1> clew:time "2031-05"^^xsd:gYearMonth',
      '<id/nordlink> ex:operates <id/quick-tern>',
    ]);
  });

  test.each(NOT_FACTS)('that is %s never asserts it as a fact, in no graph', (_, changes) => {
    const all = quads(withClaim(changes));
    expect(all.filter(({ predicate }) => showTerm(predicate) === 'ex:operates')).toEqual([]);
    const assertion = graph('c1', 'assertion', all);
    expect(assertion).toContain('<claim/harbour/c1> rdf:predicate ex:operates');
    expect(assertion.filter((line) => /clew:(?:polarity|modality|derivation) /.test(line))).toHaveLength(3);
  });

  test('tells who said it, when, how sure the annotator is, and the words that it rests on', () => {
    const lines = graph('c3', 'provenance');
    expect(lines).toEqual(
      expect.arrayContaining([
        '<nanopub/harbour/c3/assertion> prov:wasAttributedTo <id/anna-berg>',
        '<nanopub/harbour/c3/assertion> prov:wasDerivedFrom <article/harbour>',
        '<article/harbour> schema:url <https://news.example/harbour>',
        '<claim/harbour/c3> clew:attribution <attribution/harbour/c3/1>',
        '<claim/harbour/c3> clew:said "2031-05-03"^^xsd:date',
        '<attribution/harbour/c3/1> clew:via <attribution/harbour/c3/2>',
        '<evidence/harbour/c3/1> oa:hasBody <claim/harbour/c3>',
        '<evidence/harbour/c3/1/position> oa:start "250"^^xsd:nonNegativeInteger',
      ]),
    );
    expect(graph('c1', 'provenance')).toContain(
      '<nanopub/harbour/c1/assertion> prov:wasAttributedTo <article/harbour>',
    );
  });

  test('is published by the dataset: its licence and dates, and the names of what the claim speaks of', () => {
    expect(graph('c2', 'pubinfo')).toEqual([
      '<id/lindmar> rdfs:label "Lindmar"@en',
      '<id/lindmar> rdfs:label "Lindmar"@vi',
      '<id/nordlink> rdfs:label "Nordlink Ferries"@en',
      '<id/nordlink> rdfs:label "Phà Nordlink"@vi',
      `<nanopub/harbour/c2> dct:created "${sampleDataset.issued}"^^xsd:date`,
      '<nanopub/harbour/c2> dct:isPartOf <dataset>',
      `<nanopub/harbour/c2> dct:license <${sampleDataset.licence}>`,
      `<nanopub/harbour/c2> dct:modified "${sampleDataset.modified}"^^xsd:date`,
      '<nanopub/harbour/c2> prov:wasAttributedTo <dataset>',
    ]);
  });
});

describe('all nanopublications of any dataset', () => {
  test('are well-formed: four graphs each, no triple outside them, each quad once and in order', () => {
    fc.assert(
      fc.property(arbitraryDataset(2), (dataset) => {
        const all = quads(dataset);
        for (const [i, quad] of all.entries()) {
          if (i > 0) expect(compareQuads(all[i - 1]!, quad)).toBeLessThan(0);
        }
        const claims = dataset.articles.flatMap((article) => article.claims);
        const heads = all.filter(({ object }) => object.value === `${NP}Nanopublication`);
        expect(heads).toHaveLength(claims.length);
        const parts = new Set<string>();
        for (const { subject, graph } of heads) {
          for (const part of ['hasAssertion', 'hasProvenance', 'hasPublicationInfo']) {
            const named = all.filter((q) => q.subject.equals(subject) && q.predicate.value === NP + part);
            expect(named).toHaveLength(1);
            expect(named[0]!.graph.equals(graph)).toBe(true);
            parts.add(named[0]!.object.value);
          }
          parts.add(graph.value);
          const pubinfo = all.filter((q) => q.graph.value === `${subject.value}/pubinfo`);
          expect(pubinfo.some((q) => q.subject.equals(subject))).toBe(true);
          const provenance = all.filter((q) => q.graph.value === `${subject.value}/provenance`);
          expect(provenance.some((q) => q.subject.value === `${subject.value}/assertion`)).toBe(true);
        }
        expect(parts.size).toBe(4 * claims.length);
        expect(new Set(all.map(({ graph }) => graph.value))).toEqual(parts);
      }),
      { numRuns: 20 },
    );
  });

  test('hold as facts what the rule of the plain triple lets through, and nothing else', () => {
    fc.assert(
      fc.property(arbitraryDataset(2), (dataset) => {
        const facts = quads(dataset).filter(
          ({ subject, graph }) =>
            graph.value.endsWith('/assertion') &&
            !/^(?:claim|quantity)\//.test(subject.value.slice(dataset.base.length)),
        );
        const plain = dataset.articles
          .flatMap(({ claims }) => claims)
          .filter((claim) => isPlain(claim, dataset.ontology.properties[claim.predicate]));
        expect(facts).toHaveLength(plain.length);
      }),
      { numRuns: 30 },
    );
  });
});

describe.each(['trig', 'nquads', 'jsonld'] as const)('nanopublications as %s', (syntax) => {
  test('say in other readers what they say in ours, and what they leave out is counted', async () => {
    const sink = new StringSink();
    const { losses } = await writeDatasetRdf(sampleDataset, syntax, sink, { model: 'nanopub' });
    expect(losses).toContainEqual({ what: 'paragraphs with their digests', count: 3 });
    expect(losses).toContainEqual({ what: 'labels of entities that no claim names', count: 1 });
    const ours = await canonical(quads());
    expect(await canonical(readByOxigraph(sink.toString(), syntax))).toBe(ours);
    if (syntax !== 'jsonld') expect(await canonical(readByN3(sink.toString(), syntax))).toBe(ours);
  });
});

test.each(['turtle', 'ntriples', 'rdfxml'] as const)('%s has no graphs, so it is refused', async (syntax) => {
  const write = writeDatasetRdf(sampleDataset, syntax, new StringSink(), { model: 'nanopub' });
  await expect(write).rejects.toThrow('nanopublications are made of named graphs');
});
