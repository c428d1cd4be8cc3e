/** SHACL Core where engines go wrong: what a shape finds in data, as the specification has it. */
import { describe, expect, it } from 'vitest';
import { readQuads } from '../../src/formats/index.ts';
import { compareLiterals } from '../../src/rdf/compare-literals.ts';
import { Literal, NamedNode } from '../../src/rdf/quad.ts';
import { ShapeCheck } from '../../src/rdf/shape-check.ts';
import { ShapeGraph } from '../../src/rdf/shape-graph.ts';

const HEAD = `@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix ex: <urn:ex:> .
`;
const quads = (text: string) => readQuads(HEAD + text, 'turtle').quads;

/** Nodes that a finding is about, with what was broken, each once. @param shape what is said of a shape for ex:T, and what follows it */
async function found(shape: string, data: string): Promise<string[]> {
  const shapes = `ex:S a sh:NodeShape ; sh:targetClass ex:T ; ${shape} .`;
  const check = await ShapeCheck.load(new ShapeGraph(quads(shapes)));
  const { findings } = await check.check(quads(data.replace(/\b([a-f]) :/g, 'ex:$1 a ex:T ;')));
  const names = findings.map(
    ({ focus, code }) => `${focus.value.slice('urn:ex:'.length)} ${code.slice('shacl-'.length)}`,
  );
  return [...new Set(names)].sort();
}
const p = (constraints: string) => `sh:property [ sh:path ex:p ; ${constraints} ]`;

describe.each<[name: string, shape: string, data: string, broken: string[]]>([
  ['a text of any plane is a string', p('sh:datatype xsd:string'), 'a : ex:p "🚢" .', []],
  [
    'days have to exist',
    p('sh:datatype xsd:date'),
    'a : ex:p "2023-02-29"^^xsd:date . b : ex:p "2024-02-29"^^xsd:date .',
    ['a datatype'],
  ],
  [
    'strings of tokens',
    p('sh:datatype xsd:token'),
    'a : ex:p "a b"^^xsd:token . b : ex:p " a"^^xsd:token .',
    ['b datatype'],
  ],
  [
    'length is counted in characters',
    p('sh:maxLength 1'),
    'a : ex:p "🚢" . b : ex:p "ab" .',
    ['b max-length'],
  ],
  ['also the least', p('sh:minLength 2'), 'a : ex:p "🚢" .', ['a min-length']],
  ['a dot is a character', p('sh:pattern "^.$"'), 'a : ex:p "🚢" . b : ex:p "ab" .', ['b pattern']],
  [
    'a class of letters',
    p('sh:pattern "^\\\\p{Lu}[\\\\w\\\\-]$"'),
    'a : ex:p "Ä-" . b : ex:p "ä-" .',
    ['b pattern'],
  ],
  [
    'each pattern has to match',
    p('sh:pattern "^a" , "b$"'),
    'a : ex:p "ab" . b : ex:p "ac" .',
    ['b pattern'],
  ],
  ['flag q', p('sh:pattern "a.b" ; sh:flags "q"'), 'a : ex:p "a.b" . b : ex:p "acb" .', ['b pattern']],
  ['flag x', p('sh:pattern "a [ ] b" ; sh:flags "x"'), 'a : ex:p "a b" . b : ex:p "ab" .', ['b pattern']],
  [
    'languages by subtags, without case',
    p('sh:languageIn ( "en" "ZH-hans" )'),
    'a : ex:p "x"@eng . b : ex:p "x"@EN-us . c : ex:p "x"@zh-Hans . d : ex:p "x" .',
    ['a language-in', 'd language-in'],
  ],
  ['any language', p('sh:languageIn ( "*" )'), 'a : ex:p "x"@vi . b : ex:p "x" .', ['b language-in']],
  [
    'one text per language, without case',
    p('sh:uniqueLang true'),
    'a : ex:p "x"@en-US , "y"@en-us . b : ex:p "x"@en , "y"@en-us .',
    ['a unique-lang'],
  ],
  [
    'integers beyond 2^53',
    p('sh:maxInclusive 9007199254740992'),
    'a : ex:p 9007199254740993 . b : ex:p 9007199254740992 .',
    ['a max-inclusive'],
  ],
  [
    'what has no order',
    p('sh:minInclusive 1'),
    'a : ex:p "2" . b : ex:p ex:x .',
    ['a min-inclusive', 'b min-inclusive'],
  ],
  [
    'texts by code points',
    p('sh:lessThan ex:q'),
    'a : ex:p "B" ; ex:q "a" . b : ex:p "a" ; ex:q "B" . c : ex:p "x"^^xsd:integer ; ex:q 1 .',
    ['b less-than', 'c less-than'],
  ],
  [
    'several lists of alternatives',
    p(
      'sh:or ( [ sh:datatype xsd:string ] [ sh:hasValue 1 ] ) ; sh:or ( [ sh:minLength 3 ] [ sh:hasValue 1 ] )',
    ),
    'a : ex:p "ab" . b : ex:p "abc" . c : ex:p 1 .',
    ['a or'],
  ],
  [
    'several shapes that a node must not have',
    'sh:not [ sh:property [ sh:path ex:p ; sh:minCount 1 ] ] , [ sh:property [ sh:path ex:q ; sh:minCount 1 ] ]',
    'a : ex:p 1 . b : ex:q 1 . c : ex:r 1 .',
    ['a not', 'b not'],
  ],
  ['several values', p('sh:hasValue 1 , 2'), 'a : ex:p 1 . b : ex:p 1 , 2 .', ['a has-value']],
  [
    'several equal properties',
    p('sh:equals ex:q , ex:r'),
    'a : ex:p 1 ; ex:q 1 . b : ex:p 1 ; ex:q 1 ; ex:r 1 .',
    ['a equals'],
  ],
  [
    'several disjoint properties',
    p('sh:disjoint ex:q , ex:r'),
    'a : ex:p 1 ; ex:r 1 . b : ex:p 1 ; ex:q 2 ; ex:r 2 .',
    ['a disjoint'],
  ],
  [
    'a shape that is asked for twice at one node',
    'sh:node ex:N ; sh:or ( ex:N ex:M ) ; sh:not ex:N . ex:N sh:property [ sh:path ex:p ; sh:minCount 1 ] . ex:M sh:hasValue ex:c',
    'a : ex:r 1 . b : ex:p 1 . c : ex:r 1 .',
    ['a node', 'a or', 'b not', 'c node'],
  ],
  [
    'a value that two qualified shapes share',
    `${['A', 'B', 'C'].map((c) => p(`sh:qualifiedValueShape [ sh:class ex:${c} ] ; sh:qualifiedValueShapesDisjoint true ; sh:qualifiedMaxCount 0`)).join(' ; ')}`,
    'a : ex:p ex:x . ex:x a ex:A , ex:B . b : ex:p ex:y . ex:y a ex:A .',
    ['b qualified-max-count'],
  ],
  [
    'a path is no allowed property',
    'sh:closed true ; sh:ignoredProperties ( rdf:type ) ; sh:property [ sh:path ( ex:p ex:q ) ] , [ sh:path ex:r ]',
    'a : ex:p ex:x . b : ex:r 1 .',
    ['a closed'],
  ],
  [
    'a closed shape of values',
    p('sh:closed true ; sh:ignoredProperties ( ex:q )'),
    'a : ex:p ex:x . ex:x ex:q 1 ; ex:r 1 . b : ex:p ex:y . ex:y ex:q 1 .',
    ['a closed'],
  ],
  [
    'a tag in another case is on the list',
    p('sh:in ( "a"@en )'),
    'a : ex:p "a"@EN . b : ex:p "a" .',
    ['b in'],
  ],
  [
    'shapes that lead back to their node',
    'sh:property [ sh:path ex:p ; sh:node ex:S ] , [ sh:path ex:q ; sh:minCount 1 ]',
    'a : ex:p ex:b ; ex:q 1 . ex:b ex:p ex:a .',
    ['a node'],
  ],
])('%s', (_, shape, data, broken) => {
  it('is found by the shape', async () => {
    expect(await found(shape, data)).toEqual(broken);
  });
});

it('refuses a pattern that cannot be read', async () => {
  await expect(found(p('sh:pattern "["'), 'a : ex:p "x" .')).rejects.toThrow('Invalid regular expression');
});

describe('literals in order', () => {
  const literal = (text: string) => {
    const [, value = '', type = 'string'] = /^(.*?)(?:\^(\w+))?$/.exec(text)!;
    return new Literal(value, new NamedNode(`http://www.w3.org/2001/XMLSchema#${type}`));
  };
  it.each<[a: string, b: string, order: number | undefined]>([
    ['0.10^decimal', '.1^decimal', 0],
    ['-2^integer', '-1.5^decimal', -1],
    ['123456789012345678901^integer', '123456789012345678900^integer', 1],
    ['1^integer', '1.5e0^double', -1],
    ['-INF^double', '0^float', -1],
    ['NaN^double', '0^double', undefined],
    ['false^boolean', '1^boolean', -1],
    ['2024-02-29^date', '2024-03-01^date', -1],
    ['2024-01-01T00:00:00+05:00^dateTime', '2023-12-31T20:00:00Z^dateTime', -1],
    ['2024-01-01T00:00:00.25^dateTime', '2024-01-01T00:00:00.5^dateTime', -1],
    ['2024-01-01T00:00:00^dateTime', '2024-01-01T00:00:00Z^dateTime', undefined],
    ['-0044^gYear', '0001^gYear', -1],
    ['2024-02^gYearMonth', '2024-02^gYearMonth', 0],
    ['10:00:00^time', '09:59:59^time', 1],
    ['PT25H^dayTimeDuration', 'P1D^dayTimeDuration', 1],
    ['-P1Y^yearMonthDuration', 'P0M^yearMonthDuration', -1],
    ['P1M^duration', 'P30D^duration', undefined],
    ['2024^gYear', '2024-01-01^date', undefined],
    ['\u{1f6a2}', '\uffff', 1],
    ['2', '10^integer', undefined],
  ])('%s and %s', (a, b, order) => {
    expect(Math.sign(compareLiterals(literal(a), literal(b)) ?? Number.NaN)).toBe(order ?? Number.NaN);
  });
});
