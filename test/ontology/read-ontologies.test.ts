import { describe, expect, it } from 'vitest';
import { readOntologies } from '../../src/ontology/index.ts';

const HEAD = `@prefix ex: <https://vocab.example/ns#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix schema: <https://schema.org/> .
@prefix clew: <https://w3id.org/clew/ns#> .
`;
const read = (...texts: string[]) =>
  readOntologies(
    texts.map((text, i) => ({ file: `${'abc'[i]}.ttl`, text: HEAD + text })),
    {},
  );

describe('readOntologies', () => {
  it('reads a class with its texts and parents', () => {
    const { index, problems, prefixes } = read(`
      ex:Ship a owl:Class ; rdfs:label "ship"@en , "tàu"@vi ; skos:definition "A vessel."@en ;
        rdfs:subClassOf ex:Thing , prov:Entity , owl:Thing , [ a owl:Restriction ] .`);
    expect(problems).toEqual([]);
    expect(index.classes).toEqual({
      'ex:Ship': {
        id: 'ex:Ship',
        label: { en: 'ship', vi: 'tàu' },
        definition: { en: 'A vessel.' },
        parents: ['ex:Thing', 'prov:Entity'],
      },
    });
    expect(prefixes).toEqual({ ex: 'https://vocab.example/ns#', prov: 'http://www.w3.org/ns/prov#' });
  });

  it('keeps language tags as they are written', () => {
    const { index } = read(`ex:Ship a owl:Class ; rdfs:label "船"@zh-Hans , "ship"@en-GB .`);
    expect(index.classes['ex:Ship']!.label).toEqual({ 'en-GB': 'ship', 'zh-Hans': '船' });
  });

  it('reads a property with union domain, flags and what its values are', () => {
    const { index } = read(`
      ex:sails a owl:ObjectProperty ; rdfs:label "sails"@en ; rdfs:range ex:Ship ;
        rdfs:domain [ a owl:Class ; owl:unionOf ( ex:Crew prov:Agent ) ] ; clew:needsQualifiers true ; clew:comparison true .
      ex:length a owl:DatatypeProperty ; rdfs:label "length"@en ; rdfs:range xsd:decimal ; clew:termUse "qualifier" .
      ex:any a rdf:Property ; rdfs:label "any"@en ; schema:domainIncludes ex:Ship ; schema:rangeIncludes ex:Crew , xsd:string ;
        rdfs:subPropertyOf ex:sails .`);
    expect(index.properties).toEqual({
      'ex:any': {
        id: 'ex:any',
        label: { en: 'any' },
        definition: {},
        parents: ['ex:sails'],
        domain: ['ex:Ship'],
        range: ['ex:Crew', 'xsd:string'],
        values: 'any',
        use: 'predicate',
        needsQualifiers: false,
        comparison: false,
      },
      'ex:length': {
        id: 'ex:length',
        label: { en: 'length' },
        definition: {},
        parents: [],
        domain: [],
        range: ['xsd:decimal'],
        values: 'literal',
        use: 'qualifier',
        needsQualifiers: false,
        comparison: false,
      },
      'ex:sails': {
        id: 'ex:sails',
        label: { en: 'sails' },
        definition: {},
        parents: [],
        domain: ['ex:Crew', 'prov:Agent'],
        range: ['ex:Ship'],
        values: 'thing',
        use: 'predicate',
        needsQualifiers: true,
        comparison: true,
      },
    });
  });

  it('leaves out Clew’s own records and bare declarations of foreign terms', () => {
    const { index, problems } = read(`
      ex:Record a owl:Class ; rdfs:label "r"@en ; clew:termUse "structure" . prov:Agent a owl:Class .
      ex:Ship a owl:Class ; rdfs:label "ship"@en .`);
    expect(Object.keys(index.classes)).toEqual(['ex:Ship']);
    expect(problems).toEqual([]);
  });

  it('reports bad Turtle at its line, and reads the other files all the same', () => {
    const { index, problems } = read(
      'ex:Ship a owl:Class\nex:Boat',
      'ex:Crew a owl:Class ; rdfs:label "crew"@en .',
    );
    expect(Object.keys(index.classes)).toEqual(['ex:Crew']);
    expect(problems).toMatchObject([
      { code: 'bad-turtle', severity: 'error', place: { file: 'a.ttl', line: 11 } },
    ]);
  });

  it('reports a term that two files define, and a file that defines nothing', () => {
    const ship = 'ex:Ship a owl:Class ; rdfs:label "ship"@en .';
    expect(read(ship, ship, 'ex:a ex:b ex:c .').problems).toMatchObject([
      { code: 'term-defined-twice', value: 'ex:Ship', place: { file: 'b.ttl' } },
      { code: 'empty-ontology', place: { file: 'c.ttl' } },
    ]);
  });

  it('asks for a prefix where a term has none', () => {
    const { problems } = read('<https://other.example/Ship> a owl:Class ; rdfs:label "ship"@en .');
    expect(problems).toMatchObject([{ code: 'term-without-prefix', value: 'https://other.example/Ship' }]);
  });

  it('names terms by the dataset’s prefixes first', () => {
    const text = `${HEAD}ex:Ship a owl:Class ; rdfs:label "ship"@en .`;
    const { index } = readOntologies([{ file: 'a.ttl', text }], { sea: 'https://vocab.example/ns#' });
    expect(Object.keys(index.classes)).toEqual(['sea:Ship']);
  });
});
