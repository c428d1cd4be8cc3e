import { describe, expect, test } from 'vitest';
import {
  type Article,
  type Claim,
  CodePointText,
  type Dataset,
  isPlain,
  MODALITIES,
  POLARITIES,
  ProblemError,
} from '../../src/model/index.ts';
import {
  articleToQuads,
  CLEW,
  CLEW_TERMS,
  claimToTriples,
  compareQuads,
  compareTriples,
  datasetToQuads,
  datasetToTriples,
  MappingContext,
  type RdfOptions,
  rdfPrefixes,
  usedPrefixes,
} from '../../src/rdf/index.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';
import { about, showTerm } from './show-quads.ts';

const quads = (options: Partial<RdfOptions> = {}, dataset: Dataset = sampleDataset) => [
  ...datasetToQuads(dataset, options),
];
const withArticle = (changes: Partial<Article>, dataset: Partial<Dataset> = {}): Dataset => ({
  ...sampleDataset,
  ...dataset,
  articles: [{ ...sampleArticle, ...changes }],
});
const withClaim = (changes: Partial<Claim>): Dataset =>
  withArticle({ claims: [{ ...sampleArticle.claims[0]!, ...changes }] });
const plainTriples = (dataset: Dataset, options: Partial<RdfOptions> = {}) =>
  quads(options, dataset)
    .filter(
      ({ subject, predicate }) =>
        subject.value.startsWith(`${dataset.base}id/`) && showTerm(predicate).startsWith('ex:'),
    )
    .map(({ subject, predicate, object }) => [subject, predicate, object].map(showTerm).join(' '));

describe('a claim', () => {
  test('has a node with its statement, how firmly it is made, where it comes from, and our sentences', () => {
    expect(about(quads(), 'claim/harbour/c1')).toEqual([
      'rdf:object <id/quick-tern>',
      'rdf:predicate ex:operates',
      'rdf:subject <id/nordlink>',
      'rdf:type rdf:Statement',
      'rdf:type schema:Claim',
      'rdf:type clew:Claim',
      'rdfs:comment "Nordlink Ferries runs the Quick Tern."@en',
      'rdfs:comment "Phà Nordlink khai thác tàu Quick Tern."@vi',
      'prov:wasDerivedFrom <article/harbour>',
      'schema:appearance <article/harbour>',
      'clew:confidence "0.95"^^xsd:decimal',
      'clew:derivation clew:explicit',
      'clew:modality clew:asserted',
      'clew:polarity clew:positive',
      'clew:time "2031-05"^^xsd:gYearMonth',
    ]);
  });

  test('that someone makes has a chain of attribution, each link with its own evidence', () => {
    const all = quads();
    expect(about(all, 'claim/harbour/c3')).toEqual(
      expect.arrayContaining([
        'prov:wasAttributedTo <id/anna-berg>',
        'clew:attribution <attribution/harbour/c3/1>',
        'clew:said "2031-05-03"^^xsd:date',
      ]),
    );
    expect(about(all, 'attribution/harbour/c3/1')).toEqual([
      'rdf:type clew:Attribution',
      'clew:channel <id/open-letter>',
      'clew:form clew:direct',
      'clew:speaker <id/anna-berg>',
      'clew:verb "wrote"@en',
      'clew:via <attribution/harbour/c3/2>',
    ]);
    expect(about(all, 'attribution/harbour/c3/2')).toEqual([
      'rdf:type clew:Attribution',
      'clew:form clew:indirect',
      'clew:speaker <id/coast-post>',
    ]);
    const bodies = [1, 2, 3, 4].map((n) =>
      about(all, `evidence/harbour/c3/${n}`).find((line) => line.startsWith('oa:hasBody')),
    );
    expect(bodies).toEqual([
      'oa:hasBody <claim/harbour/c3>',
      'oa:hasBody <claim/harbour/c3>',
      'oa:hasBody <attribution/harbour/c3/1>',
      'oa:hasBody <attribution/harbour/c3/2>',
    ]);
  });

  test('about claims has claims as subject and object', () => {
    expect(about(quads(), 'claim/harbour/c5').slice(0, 3)).toEqual([
      'rdf:object <claim/harbour/c3>',
      'rdf:predicate ex:contradicts',
      'rdf:subject <claim/harbour/c4>',
    ]);
  });

  test('has one triple per qualifier; a range or a value with a unit is a node of its own', () => {
    const all = quads();
    expect(about(all, 'claim/harbour/c6').filter((line) => line.startsWith('ex:'))).toEqual([
      'ex:by <quantity/harbour/c6/1>',
      'ex:condition "sea trials"@en',
    ]);
    expect(about(all, 'quantity/harbour/c6/1')).toEqual([
      'rdf:type schema:QuantitativeValue',
      'schema:maxValue "35"^^xsd:decimal',
      'schema:minValue "20"^^xsd:decimal',
      'schema:unitText "percent"',
    ]);
  });

  test('in RDF 1.2 reifies a triple term in place of three triples; all else stays', () => {
    const rdf11 = about(quads(), 'claim/harbour/c1');
    expect(about(quads({ model: 'rdf12' }), 'claim/harbour/c1')).toEqual([
      'rdf:reifies <<( <id/nordlink> ex:operates <id/quick-tern> )>>',
      ...rdf11.slice(3),
    ]);
  });

  test('holds a time as XSD where XSD can say it, else as EDTF', () => {
    const timeOf = (time: string) =>
      about(quads({}, withClaim({ time })), 'claim/harbour/c1').filter((line) =>
        line.startsWith('clew:time'),
      );
    expect(timeOf('2031')).toEqual(['clew:time "2031"^^xsd:gYear']);
    expect(timeOf('2031-05-04T10:00:00Z')).toEqual(['clew:time "2031-05-04T10:00:00Z"^^xsd:dateTime']);
    expect(timeOf('2031-05~')).toEqual(['clew:time "2031-05~"^^<http://id.loc.gov/datatypes/edtf/EDTF>']);
    expect(timeOf('2031/..')).toEqual(['clew:time "2031/.."^^<http://id.loc.gov/datatypes/edtf/EDTF>']);
  });
});

describe('a plain triple', () => {
  test('is written for what the article itself asserts, and for nothing else', () => {
    expect(plainTriples(sampleDataset)).toEqual([
      '<id/anna-berg> ex:leads <id/lindmar>',
      '<id/nordlink> ex:operates <id/quick-tern>',
      '<id/quick-tern> ex:seats "420"^^xsd:integer',
    ]);
  });

  test('is written for implied claims where that is asked for', () => {
    expect(plainTriples(sampleDataset, { implied: true })).toEqual([
      '<id/anna-berg> ex:leads <id/lindmar>',
      '<id/nordlink> ex:operates <id/quick-tern>',
      '<id/nordlink> ex:supplies <id/nordlink>',
      '<id/quick-tern> ex:seats "420"^^xsd:integer',
    ]);
  });

  test.each([true, false])('follows the one rule for every mixture of fields (implied: %s)', (implied) => {
    const wrong: unknown[] = [];
    let plain = 0;
    for (const modality of MODALITIES) {
      for (const polarity of POLARITIES) {
        for (const derivation of ['explicit', 'implied'] as const) {
          for (const attribution of [
            undefined,
            { speaker: 'anna-berg', form: 'direct', spans: [] } as const,
          ]) {
            for (const predicate of ['ex:operates', 'ex:rankedAmong']) {
              const { attribution: _, ...rest } = sampleArticle.claims[0]!;
              const claim: Claim = {
                ...rest,
                modality,
                polarity,
                derivation,
                predicate,
                ...(attribution && { attribution }),
              };
              const written = plainTriples(withArticle({ claims: [claim] }), { implied }).length;
              const allowed = isPlain(claim, sampleDataset.ontology.properties[predicate], { implied });
              plain += written;
              if (written !== Number(allowed)) wrong.push(claim);
              // No option lets these stand as facts.
              const attributed = attribution !== undefined;
              if (written > 0 && (modality !== 'asserted' || polarity === 'negative' || attributed))
                wrong.push(claim);
            }
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(plain).toBe(implied ? 2 : 1);
  });

  test('with inference stands with superproperties too, and kinds with superclasses', () => {
    const ontology = {
      classes: {
        ...sampleDataset.ontology.classes,
        'ex:Organization': {
          ...sampleDataset.ontology.classes['ex:Organization']!,
          parents: ['schema:Organization'],
        },
      },
      properties: {
        ...sampleDataset.ontology.properties,
        'ex:operates': { ...sampleDataset.ontology.properties['ex:operates']!, parents: ['ex:supplies'] },
      },
    };
    const dataset = { ...sampleDataset, ontology };
    expect(plainTriples(dataset, { infer: true })).toContain('<id/nordlink> ex:supplies <id/quick-tern>');
    expect(plainTriples(dataset)).not.toContain('<id/nordlink> ex:supplies <id/quick-tern>');
    const types = (options: Partial<RdfOptions>) =>
      about(quads(options, dataset), 'id/nordlink').filter((line) => line.startsWith('rdf:type'));
    // The nearest class of another vocabulary always stands beside the kind.
    expect(types({})).toEqual(['rdf:type schema:Organization', 'rdf:type ex:Company']);
    expect(types({ infer: true })).toEqual([
      'rdf:type schema:Organization',
      'rdf:type ex:Company',
      'rdf:type ex:Organization',
    ]);
  });
});

describe('an article', () => {
  test('says what its text is, what it mentions, and who is credited', () => {
    const all = quads();
    expect(about(all, 'article/harbour').filter((line) => !line.startsWith('schema:mentions'))).toEqual([
      'dct:title "A new ferry at Lindmar"@en',
      'dct:title "Chuyến phà mới ở Lindmar"@vi',
      'rdf:type schema:Article',
      'rdf:type clew:Article',
      'schema:datePublished "2031-05-04"^^xsd:date',
      'schema:inLanguage "en"',
      'schema:isPartOf <dataset>',
      'schema:url <https://news.example/harbour>',
      `clew:codePoints "620"^^xsd:nonNegativeInteger`,
      'clew:credit <credit/harbour/1>',
      `clew:sha256 "${'a'.repeat(64)}"`,
      'clew:titleIsOurs "true"^^xsd:boolean',
    ]);
    expect(about(all, 'credit/harbour/1')).toEqual([
      'rdf:type oa:Annotation',
      'rdf:type clew:Credit',
      'oa:hasBody <id/coast-post>',
      'oa:hasTarget <credit/harbour/1/target/1>',
      'oa:motivatedBy oa:identifying',
      'clew:creditRole clew:sourceCredit',
    ]);
    expect(about(all, 'structure/harbour/1')).toEqual([
      'rdf:type oa:SpecificResource',
      'rdf:type clew:StructuralSpan',
      'oa:hasSelector <structure/harbour/1/position>',
      'oa:hasSource <article/harbour>',
      'clew:structureRole clew:creditLine',
    ]);
  });

  test('has a headline only where the title is its own', () => {
    const headlines = (titleIsOurs: boolean) =>
      about(quads({}, withArticle({ titleIsOurs })), 'article/harbour').filter((line) =>
        line.startsWith('schema:headline'),
      );
    expect(headlines(true)).toEqual([]);
    expect(headlines(false)).toEqual([
      'schema:headline "A new ferry at Lindmar"@en',
      'schema:headline "Chuyến phà mới ở Lindmar"@vi',
    ]);
  });

  test('has numbered paragraphs with digests', () => {
    const all = quads();
    expect(about(all, 'paragraph/harbour/2')).toEqual([
      'rdf:type oa:SpecificResource',
      'rdf:type clew:Paragraph',
      'oa:hasSelector <paragraph/harbour/2/position>',
      'oa:hasSource <article/harbour>',
      'clew:digest "The mayor expects visitors; a union doubts it."@en',
      'clew:digest "Thị trưởng chờ khách; công đoàn nghi ngờ."@vi',
      'clew:number "2"^^xsd:positiveInteger',
    ]);
    expect(about(all, 'paragraph/harbour/2/position')).toEqual([
      'rdf:type oa:TextPositionSelector',
      'oa:end "420"^^xsd:nonNegativeInteger',
      'oa:start "202"^^xsd:nonNegativeInteger',
    ]);
  });

  test('has mentions that identify entities', () => {
    const all = quads();
    expect(about(all, 'mention/harbour/4')).toEqual([
      'rdf:type oa:Annotation',
      'rdf:type clew:Mention',
      'oa:hasBody <id/anna-berg>',
      'oa:hasTarget <mention/harbour/4/target>',
      'oa:motivatedBy oa:identifying',
      'clew:mentionForm clew:pronounMention',
    ]);
    expect(about(all, 'mention/harbour/4/target')).toEqual([
      'rdf:type oa:SpecificResource',
      'oa:hasSelector <mention/harbour/4/position>',
      'oa:hasSource <article/harbour>',
    ]);
  });
});

describe('text', () => {
  const text = new CodePointText('🚢'.repeat(20) + 'n'.repeat(600));
  const source = () => text;
  const exact = (options: Partial<RdfOptions>) =>
    quads(options).filter(({ predicate }) => showTerm(predicate) === 'oa:exact');

  test('is not carried by default, even where the source is at hand', () => {
    expect(quads({ source })).toEqual(quads());
    expect(exact({ source })).toEqual([]);
  });

  test('is quoted on demand, of evidence alone, cut by code points, and never beyond the cap', () => {
    const quoted = exact({ source, text: 'quotes', longestQuote: 20 });
    expect(quoted.length).toBeGreaterThan(5);
    expect(quoted.filter(({ subject }) => !subject.value.includes('/evidence/'))).toEqual([]);
    const quote = quoted.find(({ subject }) => subject.value.endsWith('evidence/harbour/c9/1/quote'))!;
    expect(quote.object.value).toBe('n'.repeat(18));
    expect(Math.max(...quoted.map(({ object }) => [...object.value].length))).toBe(20);
    expect(exact({ text: 'quotes' })).toEqual([]);
  });

  test('is quoted of all spans at the full level', () => {
    const quoted = exact({ source, text: 'full', longestQuote: 20 });
    const quote = quoted.find(({ subject }) => subject.value.endsWith('mention/harbour/1/quote'))!;
    expect(quote.object.value).toBe('🚢'.repeat(8));
  });

  test('is carried whole only at the full level', () => {
    const bodies = (level: 'quotes' | 'full') =>
      quads({ source, text: level }).filter(({ predicate }) => showTerm(predicate) === 'schema:articleBody');
    expect(bodies('quotes')).toEqual([]);
    expect(bodies('full').map(({ object }) => object.value)).toEqual([text.text]);
  });
});

describe('the whole', () => {
  test('is ordered by graph, subject, predicate and object, each quad once', () => {
    for (const options of [{}, { model: 'rdf12', implied: true, infer: true } as const]) {
      const all = quads(options, twoArticles());
      for (let i = 1; i < all.length; i += 1) expect(compareQuads(all[i - 1]!, all[i]!)).toBeLessThan(0);
      const union = [...datasetToTriples(twoArticles(), options)];
      for (let i = 1; i < union.length; i += 1)
        expect(compareTriples(union[i - 1]!, union[i]!)).toBeLessThan(0);
      const key = (q: (typeof all)[number]) => [q.subject, q.predicate, q.object].map(showTerm).join(' ');
      expect(new Set(union.map(key))).toEqual(new Set(all.map(key)));
    }
  });

  test('does not depend on the order of the input', () => {
    const reversed = <T>(list: readonly T[]) => [...list].reverse();
    const shuffled: Dataset = {
      ...twoArticles(),
      prefixes: Object.fromEntries(Object.entries(sampleDataset.prefixes).reverse()),
      articles: reversed(twoArticles().articles).map((article) => ({
        ...article,
        claims: reversed(article.claims).map((claim) => ({
          ...claim,
          qualifiers: reversed(claim.qualifiers),
        })),
        entities: reversed(article.entities).map((entity) => ({
          ...entity,
          aliases: reversed(entity.aliases),
          label: Object.fromEntries(Object.entries(entity.label).reverse()),
        })),
      })),
    };
    expect(quads({}, shuffled)).toEqual(quads({}, twoArticles()));
    expect([...datasetToTriples(shuffled)]).toEqual([...datasetToTriples(twoArticles())]);
  });

  test('has no blank nodes, and no graph is described inside itself', () => {
    const all = quads();
    expect(
      all.filter((q) => q.subject.termType === 'BlankNode' || q.object.termType === 'BlankNode'),
    ).toEqual([]);
    expect(all.filter((q) => q.subject.value === q.graph.value || q.object.value === q.graph.value)).toEqual(
      [],
    );
    expect([...new Set(all.map(({ graph }) => graph.value.slice(sampleDataset.base.length)))]).toEqual([
      'graph/dataset',
      'graph/harbour',
      'graph/identity',
    ]);
  });

  test('uses no clew: term that the table leaves out, and every term of the table that the sample can show', () => {
    const known = new Set(CLEW_TERMS.map(({ name }) => CLEW + name));
    const used = new Set(
      quads().flatMap(({ subject, predicate, object }) =>
        [subject.value, predicate.value, object.value].filter((iri) => iri.startsWith(CLEW)),
      ),
    );
    used.delete(CLEW);
    expect([...used].filter((iri) => !known.has(iri))).toEqual([]);
    expect(used.size).toBeGreaterThan(45);
  });

  test('keeps identity decisions apart from what articles say', () => {
    const all = quads();
    expect(about(all, 'identity/quick-tern/old-gull')).toEqual([
      'dct:created "2031-05-06"^^xsd:date',
      'rdf:object <id/old-gull>',
      'rdf:predicate owl:differentFrom',
      'rdf:subject <id/quick-tern>',
      'rdf:type rdf:Statement',
      'rdf:type clew:IdentityDecision',
      'clew:decidedBy "editor"',
      'clew:reason "Two ships."',
    ]);
    const verdict = all.filter(({ predicate }) => showTerm(predicate) === 'owl:differentFrom');
    expect(verdict.map(({ graph }) => graph.value)).toEqual([`${sampleDataset.base}graph/identity`]);
  });
});

describe('what cannot be said in RDF', () => {
  const problemsOf = (dataset: Dataset, options: Partial<RdfOptions> = {}) => {
    const written: unknown[] = [];
    try {
      for (const quad of datasetToQuads(dataset, options)) written.push(quad);
    } catch (error) {
      return (error as ProblemError).problems.map(
        (p) => `${p.code} ${'at' in p ? JSON.stringify(p.at) : ''}`,
      );
    }
    return [];
  };

  test('is refused with the claim and the field it stands in, all at once', () => {
    const [c1, c7] = [sampleArticle.claims[0]!, sampleArticle.claims.find(({ id }) => id === 'c7')!];
    const dataset = withArticle({
      claims: [
        { ...c1, statement: { en: 'half \ud83d', en_US: 'x' }, time: '2031-02-30', confidence: 7 },
        { ...c7, object: { value: '42x', datatype: 'xsd:integer' }, evidence: [{ start: 5, end: 5 }] },
      ],
    });
    const at = (key: string, field: string) => JSON.stringify({ kind: 'claim', key, field });
    expect(problemsOf(dataset)).toEqual([
      `lone-surrogate ${at('harbour/c1', 'statement')}`,
      `bad-language ${at('harbour/c1', 'statement')}`,
      `bad-number ${at('harbour/c1', 'confidence')}`,
      `bad-lexical-form ${at('harbour/c1', 'time')}`,
      `bad-lexical-form ${at('harbour/c7', 'object')}`,
      `bad-span ${at('harbour/c7', 'span')}`,
    ]);
  });

  test.each<[string, Dataset, string]>([
    ['an id with an angle bracket', withClaim({ subject: { entity: 'a> <b' } }), 'bad-id'],
    ['a claim id with a slash', withClaim({ id: 'c/1' }), 'bad-id'],
    ['a predicate without a namespace', withClaim({ predicate: 'operates' }), 'bad-iri'],
    ['a predicate of an unknown prefix', withClaim({ predicate: 'foo:operates' }), 'unknown-prefix'],
    ['an article called like a graph of ours', withArticle({ id: 'dataset', claims: [] }), 'reserved-id'],
    [
      'two claims of one id',
      withArticle({ claims: [sampleArticle.claims[0]!, sampleArticle.claims[0]!] }),
      'duplicate-id',
    ],
    ['a claim of another article', withClaim({ article: 'elsewhere' }), 'stray-claim'],
    [
      'a prefix that is a scheme',
      { ...sampleDataset, prefixes: { ...sampleDataset.prefixes, urn: 'urn:x:' } },
      'bad-prefix',
    ],
    ['a base that ends in a letter', { ...sampleDataset, base: 'https://e.example/x' }, 'bad-base'],
    ['a modality that there is not', withClaim({ modality: 'constructor' as 'asserted' }), 'bad-value'],
    [
      'a kind that only JavaScript knows',
      withArticle({ entities: [{ ...sampleArticle.entities[0]!, kind: 'constructor' }] }),
      'bad-iri',
    ],
    ['a literal of nothing', withClaim({ object: { datatype: 'xsd:string' } }), 'empty-literal'],
    [
      'a qualifier that every claim has',
      withClaim({ qualifiers: [{ property: 'clew:time', value: { value: '2031' } }] }),
      'reserved-property',
    ],
    [
      'a qualifier twice',
      withClaim({
        qualifiers: [
          { property: 'ex:rank', value: { value: '3' } },
          { property: 'ex:rank', value: { value: '3' } },
        ],
      }),
      'duplicate-qualifier',
    ],
  ])('%s is refused', (_, dataset, code) => {
    expect(problemsOf(dataset).map((line) => line.split(' ')[0])).toContain(code);
  });

  test('is mended with repair, and said', () => {
    const dataset = withClaim({ statement: { en: 'half \ud83d' } });
    const run = datasetToQuads(dataset, { repair: true });
    const all = [];
    let step = run.next();
    for (; !step.done; step = run.next()) all.push(step.value);
    expect(about(all, 'claim/harbour/c1')).toContain('rdfs:comment "half \ufffd"@en');
    expect(step.value.map(({ severity, code, at }) => [severity, code, at.key, at.field])).toEqual([
      ['warning', 'repaired-text', 'harbour/c1', 'statement'],
    ]);
  });

  test('stops the output at the first refusal', () => {
    const written: unknown[] = [];
    const bad = withArticle({ entities: [], claims: [], title: { en: '\ud83d' } });
    expect(() => {
      for (const quad of datasetToQuads(bad)) written.push(quad.graph.value);
    }).toThrow(ProblemError);
    expect(new Set(written)).toEqual(new Set([`${sampleDataset.base}graph/dataset`]));
  });
});

/** The sample's article twice, the second with other claims and a description of its own for an entity that both list. */
function twoArticles(): Dataset {
  const second: Article = {
    ...sampleArticle,
    id: 'har-2',
    claims: sampleArticle.claims
      .filter(({ id }) => id !== 'c5' && id !== 'c7')
      .map((claim) => ({ ...claim, article: 'har-2' })),
    entities: sampleArticle.entities.map((entity) =>
      entity.id === 'lindmar' ? { ...entity, aliases: [{ text: 'Lindmar town' }] } : entity,
    ),
  };
  return { ...sampleDataset, articles: [sampleArticle, second] };
}

describe('parts of the whole', () => {
  test('one claim has its node, attribution, quantities, evidence and plain triple', () => {
    const all = [...datasetToTriples(sampleDataset)];
    const inClaim = (key: string) => claimToTriples(sampleDataset, key);
    expect(about(inClaim('harbour/c3'), 'claim/harbour/c3')).toEqual(about(all, 'claim/harbour/c3'));
    expect(new Set(inClaim('harbour/c6').map(({ subject }) => showTerm(subject)))).toEqual(
      new Set([
        '<claim/harbour/c6>',
        '<evidence/harbour/c6/1>',
        '<evidence/harbour/c6/1/position>',
        '<evidence/harbour/c6/1/target>',
        '<quantity/harbour/c6/1>',
      ]),
    );
    expect(about(inClaim('harbour/c1'), 'id/nordlink')).toEqual(['ex:operates <id/quick-tern>']);
    expect(() => inClaim('harbour/c999')).toThrow(RangeError);
  });

  test('one article by itself has the quads of its graph', () => {
    const { articles: _, ...head } = sampleDataset;
    const context = new MappingContext(head);
    expect(articleToQuads(sampleArticle, context)).toEqual(
      quads().filter(({ graph }) => graph.value.endsWith('graph/harbour')),
    );
    context.guard.finish();
  });
});

describe('prefixes', () => {
  test('are the dataset’s, and ours under names that it leaves free', () => {
    const prefixes = rdfPrefixes({
      prefixes: {
        schema: 'http://schema.org/',
        terms: 'http://purl.org/dc/terms/',
        oa: 'https://other.example/',
      },
    });
    expect(prefixes).toMatchObject({
      schema: 'http://schema.org/',
      schema1: 'https://schema.org/',
      terms: 'http://purl.org/dc/terms/',
      oa: 'https://other.example/',
      oa1: 'http://www.w3.org/ns/oa#',
    });
    expect(prefixes).not.toHaveProperty('dct');
  });

  test('of the dataset may rename ours without changing a triple', () => {
    const renamed = {
      ...sampleDataset,
      prefixes: { ...sampleDataset.prefixes, terms: 'http://purl.org/dc/terms/' },
    };
    const others = (dataset: Dataset) =>
      quads({}, dataset).filter(({ graph }) => !graph.value.endsWith('dataset'));
    expect(others(renamed)).toEqual(others(sampleDataset));
  });

  test('that occur can be told from those that do not', () => {
    const prefixes = {
      ex: 'https://vocab.example/ns#',
      no: 'https://nowhere.example/',
      oa: 'http://www.w3.org/ns/oa#',
    };
    expect(usedPrefixes(quads(), prefixes)).toEqual({ ex: prefixes.ex, oa: prefixes.oa });
    expect(
      usedPrefixes(quads({ model: 'rdf12' }), { rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#' }),
    ).toEqual({
      rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    });
  });
});
