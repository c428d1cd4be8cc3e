import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareQuery, queryShape } from '../../src/store/index.ts';
import { tokensOf } from '../../src/store/query/tokens.ts';
import { problemsOf } from './problems.ts';

const words = (text: string) => tokensOf(text).map(({ kind, text: word }) => `${kind} ${word}`);

describe('the words of a query', () => {
  it('are told apart as the grammar tells them', () => {
    expect(words('SELECT ?a # note "x\n{ <http://a/#b> ex:c.d "e\\"f"@en-GB ; a 4.5e1, _:b1 . }')).toEqual([
      'word SELECT',
      'variable ?a',
      'sign {',
      'iri <http://a/#b>',
      'name ex:c.d',
      'string "e\\"f"',
      'tag @en-GB',
      'sign ;',
      'word a',
      'number 4.5e1',
      'sign ,',
      'blank _:b1',
      'sign .',
      'sign }',
    ]);
  });

  it('hold brackets and comment signs that stand in strings and IRIs', () => {
    expect(words(`'''}'#''"''' """ { "" } """ <x#{>`)).toEqual(
      [`string '''}'#''"'''`, 'string """ { "" } """', 'unclosed <x#{>']
        .map((word, i) => (i === 2 ? 'sign <' : word))
        .concat(['word x']),
    );
  });

  it('tell a comparison from an IRI', () => {
    expect(words('?a < 3 && ?b > 2')).toEqual([
      'variable ?a',
      'sign <',
      'number 3',
      'sign &&',
      'variable ?b',
      'sign >',
      'number 2',
    ]);
  });

  it('cover every character of any text but spaces and comments', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let at = 0;
        for (const token of tokensOf(text)) {
          expect(text.slice(at, token.at)).toMatch(/^(?:\s|#[^\n\r]*)*$/);
          expect(text.slice(token.at, token.end)).toBe(token.text);
          at = token.end;
        }
        expect(text.slice(at)).toMatch(/^(?:\s|#[^\n\r]*)*$/);
      }),
    );
  });
});

describe('the shape of a query', () => {
  it.each([
    ['select', 'PREFIX select: <x:> SELECT * {}'],
    ['ask', 'BASE <x:> # SELECT\nASK {}'],
    ['construct', 'construct where { ?s ?p ?o }'],
    ['describe', 'DESCRIBE <x:y>'],
    ['update', 'PREFIX x: <x:> INSERT DATA { x:a x:b x:c }'],
    ['update', 'WITH <g:> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }'],
    [undefined, 'SELEC * {}'],
    [undefined, ''],
  ])('says that it is %s', (form, text) => {
    expect(queryShape(text).form).toBe(form);
  });

  it('counts brackets of all kinds that are open at once', () => {
    expect(queryShape('SELECT * { { ?s ?p [ ] } FILTER((1)) "((((" }').depth).toBe(3);
  });
});

describe('a query that is made ready', () => {
  const prefixes = { news: 'https://w3id.org/clew/news#', rdfs: 'http://www.w3.org/2000/01/rdf-schema#' };
  const ready = (text: string, rows = Number.POSITIVE_INFINITY) =>
    prepareQuery(text, { prefixes, rows }).text;

  it('declares the prefixes that it uses and does not declare, on a line of their own', () => {
    expect(ready('SELECT * { ?s a news:Chip ; rdfs:label ?o ; own:p ?p }'.replace('own:p', 'rdfs:x'))).toBe(
      'PREFIX news: <https://w3id.org/clew/news#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> \n' +
        'SELECT * { ?s a news:Chip ; rdfs:label ?o ; rdfs:x ?p }',
    );
    expect(ready('PREFIX news: <x:> ASK { ?s a news:Chip }')).toBe(
      '\nPREFIX news: <x:> ASK { ?s a news:Chip }',
    );
  });

  it.each([
    ['SELECT * { ?s ?p ?o }', '\nSELECT * { ?s ?p ?o }\nLIMIT 11 '],
    ['SELECT * { ?s ?p ?o } LIMIT 10', '\nSELECT * { ?s ?p ?o } LIMIT 10'],
    ['SELECT * { ?s ?p ?o } OFFSET 5 LIMIT 12 # all', '\nSELECT * { ?s ?p ?o } OFFSET 5 LIMIT 11 # all'],
    [
      'SELECT * { { SELECT ?s { ?s ?p ?o } LIMIT 99 } } # all',
      '\nSELECT * { { SELECT ?s { ?s ?p ?o } LIMIT 99 } }\nLIMIT 11  # all',
    ],
    [
      'SELECT * { ?s ?p ?o } ORDER BY ?s VALUES ?s { <x:a> }',
      '\nSELECT * { ?s ?p ?o } ORDER BY ?s \nLIMIT 11 VALUES ?s { <x:a> }',
    ],
    ['ASK { ?s ?p ?o }', '\nASK { ?s ?p ?o }'],
  ])('asks for one row more than allowed: %s', (text, expected) => {
    expect(ready(text, 10)).toBe(expected);
  });

  it('says all prefixes that nobody declares, with places and the way out', () => {
    expect(problemsOf(() => ready('SELECT * {\n  ?s new:x "é" ; y:z ?o ; y:w ?q }'))).toEqual([
      'query:2:6: error: the prefix “new:” is not declared (unknown-prefix) [new:x]\n    Did you mean news:?',
      'query:2:18: error: the prefix “y:” is not declared (unknown-prefix) [y:z]\n' +
        '    Declare it: PREFIX y: <…>. Known here: news: rdfs:',
    ]);
  });

  it('refuses updates, other endpoints and brackets too deep', () => {
    expect(problemsOf(() => ready('LOAD <file:///etc/passwd>'))[0]).toMatch(
      /^query:1:1: error: this is SPARQL Update/,
    );
    expect(problemsOf(() => ready('SELECT * {\n { SERVICE SILENT ?s {} } }'))[0]).toMatch(
      /^query:2:4: error: SERVICE asks another endpoint.* \(service-refused\) \[SERVICE\]/,
    );
    expect(problemsOf(() => ready(`ASK ${'{'.repeat(101)}${'}'.repeat(101)}`))[0]).toMatch(
      /^query:1:105: error: brackets are inside each other 101 deep; 100 is the most/,
    );
  });

  it('leaves SERVICE to endpoints', () => {
    expect(prepareQuery('ASK { SERVICE <x:y> {} }', { local: false }).form).toBe('ask');
  });
});
