import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readQuads } from '../../src/formats/index.ts';
import { datasetToGraph } from '../../src/graph/index.ts';
import { type Claim, type Entity, ID_PATTERN } from '../../src/model/index.ts';
import {
  datasetToQuads,
  datasetToTriples,
  foreignQuadsToDataset,
  type Quad,
  quadsToDataset,
} from '../../src/rdf/index.ts';
import { BlankNode, DEFAULT_GRAPH, Literal, NamedNode, quad } from '../../src/rdf/quad.ts';
import { owl, rdf, rdfs, skos, xsd } from '../../src/rdf/well-known.ts';
import { showTerm } from './show-quads.ts';

const PREFIXES = `
  @prefix dct: <http://purl.org/dc/terms/> .
  @prefix ex: <http://e.example/ns#> .
  @prefix foaf: <http://xmlns.com/foaf/0.1/> .
  @prefix owl: <http://www.w3.org/2002/07/owl#> .
  @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
  @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
  @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
  @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`;
const open = (trig: string, options = {}) => {
  const { quads, prefixes } = readQuads(PREFIXES + trig, 'trig');
  return { quads, ...foreignQuadsToDataset(quads, { id: 'file', prefixes, ...options }) };
};
const entities = (trig: string): Record<string, Partial<Entity>> =>
  Object.fromEntries(
    open(trig).dataset.articles.flatMap((one) => one.entities.map((entity) => [entity.id, entity])),
  );
const claims = (trig: string): string[] =>
  open(trig).dataset.articles.flatMap((one) => one.claims.map(sayClaim));
const sayClaim = ({ id, article, subject, predicate, object }: Claim) =>
  `${article}/${id} ${Object.values(subject)[0]} ${predicate} ${'entity' in object ? object.entity : JSON.stringify(object)}`;

describe('foreign RDF as a dataset', () => {
  test('has things as entities, under their own IRIs, and statements as claims', () => {
    const trig = `
      <http://e.example/people/ada> a foaf:Person ; foaf:knows <http://e.example/people/bob> ;
        ex:born "1815-12-10"^^xsd:date ; ex:motto "I know"@en , "plain" .`;
    expect(entities(trig)).toMatchObject({
      ada: { iri: 'http://e.example/people/ada', kind: 'foaf:Person', label: { und: 'ada' } },
      bob: { iri: 'http://e.example/people/bob', kind: 'rdfs:Resource', label: { und: 'bob' } },
    });
    expect(claims(trig)).toEqual([
      'file/c1 ada ex:born {"value":"1815-12-10","datatype":"xsd:date"}',
      'file/c2 ada ex:motto {"value":"I know","lang":"en"}',
      'file/c3 ada ex:motto {"value":"plain"}',
      'file/c4 ada foaf:knows bob',
    ]);
  });

  test('describes itself as far as a file can', () => {
    const { articles, ontology, ...head } = open(
      '<http://e.example/a> ex:likes <http://e.example/b> .',
    ).dataset;
    expect(head).toEqual({
      id: 'file',
      base: 'https://clew.invalid/file/',
      title: { und: 'file' },
      description: {},
      licence: 'http://rightsstatements.org/vocab/CNE/1.0/',
      languages: ['und'],
      prefixes: { ex: 'http://e.example/ns#', rdfs: rdfs.label.value.replace('label', '') },
      issued: '',
      modified: '',
      identity: [],
    });
    expect(articles.map(({ id, text }) => [id, text.codePoints])).toEqual([['file', 0]]);
    expect(ontology.properties['ex:likes']).toMatchObject({ label: { und: 'likes' }, values: 'thing' });
  });

  test('takes the best name of each language, and keeps the others as what they are', () => {
    const trig = `
      <http://e.example/Q1> rdfs:label "Wien"@de , "Vienna"@en , "Vienne"@en ; skos:prefLabel "Bécs"@hu , "Wean"@de ;
        skos:altLabel "Vindobona" ; foaf:name "VIE" ; rdfs:comment "A city."@en ; dct:description "Eine Stadt."@de .`;
    expect(entities(trig).Q1).toMatchObject({
      label: { de: 'Wien', en: 'Vienna', hu: 'Bécs', und: 'VIE' },
      aliases: [{ text: 'Vienne', lang: 'en' }, { text: 'Vindobona' }],
      description: { de: 'Eine Stadt.', en: 'A city.' },
    });
    expect(claims(trig)).toEqual([
      'file/c1 Q1 rdfs:comment {"value":"A city.","lang":"en"}',
      'file/c2 Q1 skos:prefLabel {"value":"Bécs","lang":"hu"}',
      'file/c3 Q1 skos:prefLabel {"value":"Wean","lang":"de"}',
      'file/c4 Q1 foaf:name {"value":"VIE"}',
    ]);
    expect(open(trig).dataset.languages).toEqual(['de', 'en', 'hu', 'und']);
  });

  test('shows a thing by its most telling class, and keeps the rest', () => {
    const trig = `
      ex:Poet rdfs:subClassOf foaf:Person . <http://e.example/x> a ex:Rare .
      <http://e.example/ada> a foaf:Person , ex:Poet , owl:NamedIndividual , owl:Thing .
      <http://e.example/eve> a ex:Rare , ex:Odd .`;
    const { ada, eve, Poet } = entities(trig);
    expect([ada?.kind, ada?.otherKinds]).toEqual([
      'ex:Poet',
      ['foaf:Person', 'owl:NamedIndividual', 'owl:Thing'],
    ]);
    expect([eve?.kind, eve?.otherKinds]).toEqual(['ex:Rare', ['ex:Odd']]);
    expect([Poet?.kind, Poet?.iri]).toEqual(['owl:Class', 'http://e.example/ns#Poet']);
    expect(open(trig).dataset.ontology.classes['ex:Poet']?.parents).toEqual(['foaf:Person']);
  });

  test('names classes and predicates as the data does, else as their IRIs do', () => {
    const { classes, properties } = open(`
      <http://e.example/a> a ex:PostalAddress ; ex:birthPlace <http://e.example/b> ; ex:hasURL "x" .
      ex:birthPlace rdfs:label "geboren in"@de .`).dataset.ontology;
    expect(classes['ex:PostalAddress']?.label).toEqual({ und: 'Postal address' });
    expect(properties['ex:birthPlace']?.label).toEqual({ de: 'geboren in' });
    expect(properties['ex:hasURL']).toMatchObject({ label: { und: 'has URL' }, values: 'literal' });
  });

  test('makes ids that read like the IRIs, each its own', () => {
    const iris = [
      'http://e.example/company/12',
      'http://e.example/person/12',
      'http://e.example/wiki/Z%C3%BCrich_(city)',
      'http://e.example/constructor',
      'http://e.example/ABC',
      'http://other.example/abc',
      'urn:isbn:9780',
      'mailto:ada@e.example',
      'http://host.example/',
    ];
    const found = entities(iris.map((iri) => `<${iri}> ex:p "1" .`).join('\n'));
    expect(Object.fromEntries(Object.entries(found).map(([id, { iri }]) => [iri, id]))).toEqual({
      'http://e.example/company/12': 'company-12',
      'http://e.example/person/12': 'person-12',
      'http://e.example/wiki/Z%C3%BCrich_(city)': 'Zurich_-city',
      'http://e.example/constructor': 'x-constructor',
      'http://e.example/ABC': 'ABC',
      'http://other.example/abc': 'abc-2',
      'urn:isbn:9780': '9780',
      'mailto:ada@e.example': 'ada-e-example',
      'http://host.example/': 'host-example',
    });
  });

  test('has an article for every named graph', () => {
    const trig = `
      <http://e.example/a> ex:p "0" . <http://e.example/g1> rdfs:label "First"@en .
      GRAPH <http://e.example/g1> { <http://e.example/a> ex:p "1" }
      GRAPH <http://e.example/dataset> { <http://e.example/a> ex:p "2" }`;
    const { dataset, losses } = open(trig);
    expect(
      dataset.articles.map(({ id, title, url, claims: { length } }) => [id, title, url, length]),
    ).toEqual([
      ['dataset-2', { und: 'dataset' }, 'http://e.example/dataset', 1],
      ['file', { und: 'file' }, undefined, 1],
      ['g1', { en: 'First' }, 'http://e.example/g1', 1],
    ]);
    expect(losses).toEqual([{ what: 'names of graphs, kept as articles’ addresses', count: 2 }]);
  });

  test('says what it does not hold, with counts', () => {
    const { losses } = open(`
      <http://e.example/r> rdf:reifies <<( <http://e.example/a> ex:p "x" )>> ; ex:sure 0.5 .
      <http://e.example/a> ex:n "four"^^xsd:integer ; owl:sameAs [] ; owl:differentFrom <http://e.example/b> ;
        rdfs:label "x"@en , "y"@en ; a [] ; ex:says "hi"@en--ltr .`);
    expect(losses).toEqual([
      { what: 'statements whose object is a triple term (RDF 1.2)', count: 1 },
      { what: `statements by ${owl.sameAs.value} whose object is a blank node`, count: 1 },
      { what: `statements by ${owl.differentFrom.value} whose object is an IRI`, count: 1 },
      { what: `statements by ${rdf.type.value} whose object is a blank node`, count: 1 },
      { what: 'base directions of texts', count: 1 },
      { what: 'further labels of one language, kept as aliases', count: 1 },
      { what: 'literals that their datatype does not have, read as plain texts', count: 1 },
    ]);
  });

  test('keeps reification by statements as the statements that it is', () => {
    const trig = `<http://e.example/s> a rdf:Statement ; rdf:subject <http://e.example/a> ;
      rdf:predicate ex:p ; rdf:object "x" ; ex:source <http://e.example/b> .`;
    expect(open(trig).losses).toEqual([]);
    expect(claims(trig)).toHaveLength(4);
  });

  test('makes a graph', () => {
    const graph = datasetToGraph(open('<http://e.example/a> ex:p <http://e.example/b> ; ex:n 1 .').dataset);
    expect(graph.nodes()).toEqual(['a', 'b']);
    expect(graph.getNodeAttribute('a', 'literals')).toHaveLength(1);
    expect(graph.mapEdges((key, { label }, from, to) => [key, label, from, to])).toEqual([
      ['file/c2', 'p', 'a', 'b'],
    ]);
  });

  test('keeps clear of what a file holds under the usual base', () => {
    const { dataset } = open('<https://clew.invalid/file/id/a> ex:p "1" .');
    expect(dataset.base).toBe('https://clew.invalid/file-2/');
  });
});

describe('any quads', () => {
  const iri = fc
    .constantFrom('a', 'b/c', 'b-c', 'B-C', 'd#e', 'f?g=1', 'Z%C3%BCrich', 'name_of', 'constructor')
    .map((path) => new NamedNode(`http://e.example/${path}`));
  const node = fc.oneof(
    { weight: 4, arbitrary: iri },
    fc.constantFrom('x', 'y.z').map((label) => new BlankNode(label)),
  );
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 5 }), fc.constantFrom('', 'a\nb', '🚢'));
  const literal = fc.oneof(
    text.map((value) => new Literal(value, xsd.string)),
    fc
      .tuple(text, fc.constantFrom('en', 'zh-Hant'))
      .map(([value, tag]) => new Literal(value, rdf.langString, tag)),
    fc.constantFrom('1', '-7').map((value) => new Literal(value, xsd.integer)),
    text.map((value) => new Literal(value, new NamedNode('http://e.example/type'))),
  );
  const predicate = fc.constantFrom(
    ...[rdfs.comment, rdfs.subClassOf, skos.definition, xsd.string],
    ...[
      'http://e.example/ns#p',
      'http://e.example/ns/q',
      'tag:e,2020:r',
      'http://xmlns.com/foaf/0.1/name',
    ].map((value) => new NamedNode(value)),
  );
  const graph = fc.constantFrom(
    DEFAULT_GRAPH,
    new NamedNode('http://e.example/g'),
    new NamedNode('http://e.example/a'),
  );
  const statement = fc.oneof(
    fc.tuple(node, predicate, fc.oneof(node, literal)),
    fc.tuple(
      node,
      fc.constant(rdf.type),
      fc.oneof(iri, fc.constantFrom(owl.Class, owl.Thing, rdfs.Resource)),
    ),
    fc.tuple(node, fc.constantFrom(owl.sameAs, skos.closeMatch), iri),
    fc.tuple(node, fc.constantFrom(rdfs.label, skos.altLabel), literal),
  );
  const quads = fc.array(
    fc
      .tuple(statement, graph)
      .map(([[subject, property, object], name]) => quad(subject, property, object, name)),
    { minLength: 1, maxLength: 14 },
  );
  const withoutGraph = ({ subject, predicate: property, object }: Quad) =>
    [subject, property, object].map(showTerm).join(' ');
  const isNamed = ({ subject, object }: Quad) =>
    subject.termType !== 'BlankNode' && object.termType !== 'BlankNode';
  /** Labels that are no texts, or not the only ones of their language, are counted as losses. */
  const isNoLabel = ({ predicate: { value } }: Quad) =>
    value !== rdfs.label.value && value !== skos.altLabel.value;

  test('are all said again by the RDF of their dataset, at the same IRIs', () => {
    fc.assert(
      fc.property(quads, (given) => {
        const { dataset } = foreignQuadsToDataset(given, { id: 'file' });
        const written = new Set([...datasetToTriples(dataset)].map(withoutGraph));
        const missing = given.filter(
          (one) => isNamed(one) && isNoLabel(one) && !written.has(withoutGraph(one)),
        );
        expect(missing).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('make a dataset that comes back from its own RDF, with ids that are ids', () => {
    fc.assert(
      fc.property(quads, (given) => {
        const { dataset } = foreignQuadsToDataset(given, { id: 'file' });
        expect(quadsToDataset(datasetToQuads(dataset))).toEqual(dataset);
        const ids = dataset.articles.flatMap((article) => article.entities.map(({ id }) => id));
        expect(ids.filter((id) => !ID_PATTERN.test(id))).toEqual([]);
        expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(new Set(ids).size);
      }),
      { numRuns: 150 },
    );
  });

  test('make the same dataset in whatever order they come', () => {
    fc.assert(
      fc.property(quads, (given) => {
        const { dataset } = foreignQuadsToDataset(given, { id: 'file' });
        expect(foreignQuadsToDataset([...given].reverse(), { id: 'file' }).dataset).toEqual(dataset);
      }),
      { numRuns: 100 },
    );
  });
});
