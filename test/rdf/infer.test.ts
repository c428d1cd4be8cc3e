import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as oxigraph from 'oxigraph';
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/corpus/index.ts';
import { readQuads, StringSink, writeDatasetRdf } from '../../src/formats/index.ts';
import { type Claim, type Dataset, isPlain } from '../../src/model/index.ts';
import { datasetToTriples } from '../../src/rdf/index.ts';
import { NOT_FACTS, sampleArticle, sampleDataset } from '../fixtures/sample.ts';
import { fullSample } from '../ontology/full-sample.ts';

const SUBCLASS = 'http://www.w3.org/2000/01/rdf-schema#subClassOf';
const { dataset: shipped } = await loadDataset(join(import.meta.dirname, '..', '..', 'data'));

/** What a store answers that has loaded the dataset's Turtle: one name a row, sorted. */
async function ask(dataset: Dataset, infer: boolean, where: string): Promise<string[]> {
  const sink = new StringSink();
  await writeDatasetRdf(dataset, 'turtle', sink, { infer });
  const store = new oxigraph.Store();
  store.load(sink.toString(), { format: 'text/turtle' });
  const query = `PREFIX news: <https://w3id.org/clew/news#> PREFIX schema: <https://schema.org/>
    PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX ex: <https://vocab.example/ns#>
    SELECT DISTINCT ?x WHERE { ${where} }`;
  const rows = store.query(query) as ReadonlyMap<string, { readonly value: string }>[];
  return rows.map((row) => row.get('x')!.value.replace(/.*\//, '')).sort();
}

const kinds = (dataset: Dataset, kind: string) =>
  dataset.articles.flatMap(({ entities }) => entities.filter((e) => e.kind === kind).map(({ id }) => id));

describe('asking a store for organizations', () => {
  it('finds companies, startups, governments and newsrooms with --infer, and none without', async () => {
    const all = ['news:Company', 'news:Startup', 'news:Government', 'news:NewsOrganization'].flatMap((kind) =>
      kinds(shipped!, kind),
    );
    expect(all.length).toBeGreaterThan(10);
    expect(await ask(shipped!, true, '?x a news:Organization')).toEqual(all.sort());
    expect(await ask(shipped!, false, '?x a news:Organization')).toEqual(
      kinds(shipped!, 'news:Organization'),
    );
  });

  it('finds them by the classes of other vocabularies either way', async () => {
    const found = await ask(shipped!, true, '?x a schema:Organization');
    expect(found).toContain('alibaba');
    expect(await ask(shipped!, false, '?x a schema:Organization')).toEqual(found);
  });
});

describe('Clew’s own records', () => {
  it('have every class above theirs with --infer', async () => {
    const core = readFileSync(join(import.meta.dirname, '..', '..', 'ontology', 'clew.ttl'), 'utf8');
    const below = readQuads(core, 'turtle').quads.filter(({ predicate }) => predicate.value === SUBCLASS);
    expect(below.length).toBeGreaterThan(8);
    const types = new Map<string, Set<string>>();
    for (const { subject, predicate, object } of datasetToTriples(fullSample, { infer: true })) {
      if (!predicate.value.endsWith('#type')) continue;
      types.set(subject.value, (types.get(subject.value) ?? new Set()).add(object.value));
    }
    const lacking = [...types].flatMap(([node, has]) =>
      below
        .filter(({ subject, object }) => has.has(subject.value) && !has.has(object.value))
        .map(({ object }) => `${node} ${object.value}`),
    );
    expect(lacking).toEqual([]);
  });
});

describe('asking by a property for what its subproperties say', () => {
  it('finds it with --infer only', async () => {
    const where = '?x news:affiliatedWith ?o ; news:founded ?o';
    expect((await ask(shipped!, true, where)).length).toBeGreaterThan(0);
    expect(await ask(shipped!, false, where)).toEqual([]);
  });
});

/** One claim of the sample, with a predicate that lies below two others. */
function below(claim: Partial<Claim>, needsQualifiers = false): Dataset {
  const { properties } = sampleDataset.ontology;
  const leads = { ...properties['ex:leads']!, parents: ['ex:operates', 'ex:ownedBy'], needsQualifiers };
  const [first] = sampleArticle.claims.filter(({ id }) => id === 'c10');
  return {
    ...sampleDataset,
    ontology: {
      ...sampleDataset.ontology,
      properties: {
        ...properties,
        'ex:leads': leads,
        'ex:ownedBy': { ...properties['ex:ownedBy']!, needsQualifiers: true },
      },
    },
    articles: [{ ...sampleArticle, claims: [{ ...first!, ...claim }] }],
  };
}

const facts = (dataset: Dataset) =>
  [...datasetToTriples(dataset, { infer: true })]
    .filter(
      ({ subject, object }) =>
        subject.value.endsWith('/id/anna-berg') && object.value.endsWith('/id/lindmar'),
    )
    .map(({ predicate }) => predicate.value.replace(/.*#/, ''));

describe('an inferred triple follows the rule of the plain triple', () => {
  it('is written for what the article asserts, but never with a property that needs qualifiers', () => {
    expect(facts(below({}))).toEqual(['leads', 'operates']);
  });

  it.each(NOT_FACTS)('is not written for a claim that is %s', (_, claim) => {
    expect(facts(below(claim))).toEqual([]);
  });

  it('is not written where the predicate itself needs qualifiers', () => {
    expect(facts(below({}, true))).toEqual([]);
  });

  it('stands in the shipped data only between ends that an asserted claim joins', () => {
    const plain = shipped!.articles.flatMap(({ claims }) =>
      claims.filter((claim) => isPlain(claim, shipped!.ontology.properties[claim.predicate])),
    );
    const joined = new Set(
      plain.map(
        ({ subject, object }) =>
          `${'entity' in subject && subject.entity} ${'entity' in object && object.entity}`,
      ),
    );
    const id = (iri: string) => iri.slice(`${shipped!.base}id/`.length);
    const between = [...datasetToTriples(shipped!, { infer: true })].filter(
      ({ subject, object, predicate }) =>
        [subject, object].every(({ value }) => value.startsWith(`${shipped!.base}id/`)) &&
        !/owl#/.test(predicate.value),
    );
    expect(between.length).toBeGreaterThan(30);
    expect(
      between.filter(({ subject, object }) => !joined.has(`${id(subject.value)} ${id(object.value)}`)),
    ).toEqual([]);
  });
});
