import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../src/model/index.ts';
import { type ForeignQuad, guardQuads } from '../../src/rdf/guard-quads.ts';
import { checkPrefixes, isPrefixName } from '../../src/rdf/prefixes.ts';
import { BlankNode, DEFAULT_GRAPH, Literal, NamedNode, Quad } from '../../src/rdf/quad.ts';
import { TermGuard } from '../../src/rdf/term-guard.ts';
import { rdf, xsd } from '../../src/rdf/well-known.ts';

const guard = (options: ConstructorParameters<typeof TermGuard>[0] = {}) =>
  new TermGuard(options).at('claim', 'c1', 'harbour');

describe('our own dataset', () => {
  test('legal terms pass as they are', () => {
    const g = guard();
    expect(g.iri('https://e.example/ế', 'sameAs')).toEqual(new NamedNode('https://e.example/ế'));
    expect(g.text('Tàu 🚢\u0000"""\\', 'zh-Hant', 'statement')).toEqual(
      new Literal('Tàu 🚢\u0000"""\\', rdf.langString, 'zh-Hant'),
    );
    expect(g.typed('042', xsd.integer, 'object')).toEqual(new Literal('042', xsd.integer));
    expect(g.problems).toEqual([]);
    expect(g.refused).toBe(0);
  });

  test('each refusal names the claim, the field and the value', () => {
    const g = guard();
    g.iri('http://e/a> <http://e/b', 'sameAs');
    g.text('half \ud83d', 'en', 'statement');
    g.text('x', 'en_US', 'statement');
    g.typed('4.2x', xsd.integer, 'object');
    g.count(-1, 'start', xsd.nonNegativeInteger);
    expect(g.refused).toBe(5);
    expect(g.problems.map(({ code, severity, value, at }) => [severity, code, value, at])).toEqual([
      ['error', 'bad-iri', 'http://e/a> <http://e/b', { kind: 'claim', key: 'harbour/c1', field: 'sameAs' }],
      ['error', 'lone-surrogate', 'half \ud83d', { kind: 'claim', key: 'harbour/c1', field: 'statement' }],
      ['error', 'bad-language', 'en_US', { kind: 'claim', key: 'harbour/c1', field: 'statement' }],
      ['error', 'bad-lexical-form', '4.2x', { kind: 'claim', key: 'harbour/c1', field: 'object' }],
      ['error', 'bad-number', '-1', { kind: 'claim', key: 'harbour/c1', field: 'start' }],
    ]);
    expect(() => g.finish()).toThrow(ProblemError);
  });

  test('with repair each is mended and reported', () => {
    const g = guard({ repair: true });
    expect(g.iri('http://e/a b>', 'sameAs').value).toBe('http://e/a%20b%3E');
    expect(g.text('half \ud83d', 'en_US', 'statement')).toEqual(
      new Literal('half \ufffd', rdf.langString, 'en-US'),
    );
    expect(g.text('x', 'no tag', 'statement').language).toBe('und');
    expect(g.typed('4.2x', xsd.integer, 'object')).toEqual(new Literal('4.2x', xsd.string));
    expect(g.blankNode('a b', 'subject').value).toBe('repaired-006100200062');
    expect(g.refused).toBe(0);
    expect(g.problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'warning repaired-iri',
      'warning repaired-text',
      'warning repaired-language',
      'warning repaired-language',
      'warning repaired-literal',
      'warning repaired-blank-node',
    ]);
  });

  test('a reference without a scheme is beyond repair', () => {
    const g = guard({ repair: true });
    g.iri('a/b', 'url');
    expect(g.refused).toBe(1);
  });
});

describe('quads of other libraries', () => {
  const iri = (value: string) => ({ termType: 'NamedNode', value });
  const quad = (parts: Partial<ForeignQuad>): ForeignQuad => ({
    subject: iri('http://e/s'),
    predicate: iri('http://e/p'),
    object: { termType: 'Literal', value: 'o' },
    ...parts,
  });
  const run = (quads: ForeignQuad[], options = { own: false, repair: false }) => {
    const g = new TermGuard(options);
    return { quads: [...guardQuads(quads, g)], problems: g.problems };
  };

  test('become ours', () => {
    const { quads } = run([
      quad({}),
      quad({ subject: { termType: 'BlankNode', value: 'b.1' }, graph: iri('http://e/g') }),
      quad({
        object: {
          termType: 'Literal',
          value: 'x',
          language: 'en-US',
          direction: 'rtl',
          datatype: rdf.dirLangString,
        },
      }),
      quad({ object: { termType: 'Quad', value: '', ...quad({}) } }),
    ]);
    const s = new NamedNode('http://e/s');
    const p = new NamedNode('http://e/p');
    const o = new Literal('o', xsd.string);
    expect(quads).toEqual([
      new Quad(s, p, o, DEFAULT_GRAPH),
      new Quad(new BlankNode('b.1'), p, o, new NamedNode('http://e/g')),
      new Quad(s, p, new Literal('x', rdf.dirLangString, 'en-US', 'rtl'), DEFAULT_GRAPH),
      new Quad(s, p, new Quad(s, p, o, DEFAULT_GRAPH), DEFAULT_GRAPH),
    ]);
  });

  test('ill-typed literals, odd tags and odd IRIs that a syntax can hold are warnings', () => {
    const { quads, problems } = run([
      quad({ object: { termType: 'Literal', value: 'x', datatype: xsd.integer } }),
      quad({ object: { termType: 'Literal', value: 'x', language: 'a-b-c' } }),
      quad({ object: iri('http://e/[a]') }),
    ]);
    expect(quads).toHaveLength(3);
    expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'warning bad-lexical-form',
      'warning bad-language',
      'warning bad-iri',
    ]);
  });

  test.each([
    [
      'an IRI that closes itself',
      quad({ object: iri('http://e/o> . <http://evil/s> <http://evil/p> <http://evil/o') }),
    ],
    [
      'a tag that ends the statement',
      quad({ object: { termType: 'Literal', value: 'x', language: 'en . <http://x>' } }),
    ],
    ['a blank node with a space', quad({ subject: { termType: 'BlankNode', value: 'a b' } })],
    ['a blank node that ends in a full stop', quad({ subject: { termType: 'BlankNode', value: 'a.' } })],
    ['a relative IRI', quad({ object: iri('o') })],
    ['a literal as subject', quad({ subject: { termType: 'Literal', value: 'x' } })],
    ['a blank node as predicate', quad({ predicate: { termType: 'BlankNode', value: 'b' } })],
    ['a literal as graph', quad({ graph: { termType: 'Literal', value: 'x' } })],
    ['a variable', quad({ object: { termType: 'Variable', value: 'x' } })],
    ['half a surrogate pair', quad({ object: { termType: 'Literal', value: '\udc00' } })],
    [
      'a language-tagged text without a tag',
      quad({ object: { termType: 'Literal', value: 'x', datatype: rdf.langString } }),
    ],
    [
      'a triple term in a graph',
      quad({ object: { termType: 'Quad', value: '', ...quad({ graph: iri('http://e/g') }) } }),
    ],
  ])('%s is refused', (_, bad) => {
    expect(() => run([bad])).toThrow(ProblemError);
  });

  test('after a refusal nothing more comes out, and everything wrong is named at once', () => {
    const g = new TermGuard({ own: false });
    const out: Quad[] = [];
    let error: unknown;
    try {
      for (const q of guardQuads(
        [quad({}), quad({ object: iri('') }), quad({}), quad({ object: iri(' ') })],
        g,
      ))
        out.push(q);
    } catch (thrown) {
      error = thrown;
    }
    expect(out).toHaveLength(1);
    expect((error as ProblemError).problems.map((p) => ('at' in p ? p.at : undefined))).toEqual([
      { kind: 'quad', key: '2', field: 'object' },
      { kind: 'quad', key: '4', field: 'object' },
    ]);
  });
});

describe('prefixes', () => {
  test('names that a reader could take for a scheme are refused', () => {
    expect(
      ['urn', 'doi', 'mailto', 'tag', 'http', 'HTTPS', 'info', 'geo', 'isbn'].filter(isPrefixName),
    ).toEqual([]);
    expect(['_', '1e', 'e.', '', 'a b', 'é', 'xml', 'xmlns'].filter(isPrefixName)).toEqual([]);
    expect(['ex', 'news', 'clew', 'a-b', 'a.b', 'dc_terms'].filter((name) => !isPrefixName(name))).toEqual(
      [],
    );
  });

  test('all that is wrong with a table is said at once', () => {
    const problems = checkPrefixes({
      ex: 'https://e.example/#',
      doi: 'https://doi.org/',
      bad: 'http://e/> <x',
      twin: 'https://e.example/#',
    });
    expect(problems.map(({ code, value }) => [code, value])).toEqual([
      ['bad-prefix', 'doi'],
      ['bad-iri', 'http://e/> <x'],
      ['ambiguous-prefix', 'https://e.example/#'],
    ]);
  });
});
