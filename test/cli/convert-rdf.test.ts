import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDatasetFile } from '../../src/build/index.ts';
import { canonical, readByOxigraph, type Syntax } from '../formats/rdf-judges.ts';
import { cli, inFolder } from './run-cli.ts';

const SYNTAXES: Readonly<Record<string, Syntax>> = {
  ttl: 'turtle',
  trig: 'trig',
  nt: 'ntriples',
  nq: 'nquads',
  jsonld: 'jsonld',
  rdf: 'rdfxml',
};
const ENDINGS = Object.keys(SYNTAXES);
const WITH_GRAPHS = ['trig', 'nq', 'jsonld'];

const TRIPLES = `@prefix ex: <http://harbour.example/> .
@prefix : <http://harbour.example/unnamed#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
ex:quay a ex:Place , :Thing ; rdfs:label "Quay"@en-GB , "bến 🚢"@vi , "plain" ;
  ex:depth 4.50 , 04 , 7 , 1.0E3 , true , "1"^^xsd:boolean , "deep"^^xsd:integer ;
  ex:opened "2020-02-30"^^xsd:date ; ex:note "two\\r\\nlines \\"quoted\\" <&> \\\\ ]]>" ;
  ex:calls ( ex:a [ ex:name "b" ; ex:next _:x ] () ) ; ex:form "<b/>"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral> .
_:x ex:next _:y . _:y ex:next _:x ; ex:name "y" . _:anon-1 ex:name "said to be anonymous" .
`;
const GRAPHS = `${TRIPLES}ex:g { ex:quay ex:depth 4.50 . _:x ex:in ex:g . } _:h { _:h ex:name "h" . ex:quay a ex:Place . }\n`;

const judged = (path: string, ending: string) =>
  canonical(readByOxigraph(readFileSync(path, 'utf8'), SYNTAXES[ending]!, { lenient: true }));

describe('RDF that others wrote', () => {
  it.each(ENDINGS)('keeps every triple from .%s into each of the six syntaxes', (from) =>
    inFolder(async (dir) => {
      const at = (name: string) => join(dir, name);
      writeFileSync(at('harbour.ttl'), TRIPLES);
      const expected = await judged(at('harbour.ttl'), 'ttl');
      expect(expected.split('\n').length).toBeGreaterThan(25);
      if (from !== 'ttl')
        expect((await cli('convert', at('harbour.ttl'), at(`harbour.${from}`))).code).toBe(0);
      for (const to of ENDINGS) {
        const { code, out } = await cli(
          'convert',
          at(`harbour.${from}`),
          at(`to.${to}`),
          '--ascii',
          '--json',
        );
        const report = JSON.parse(out);
        expect([to, code, report.in.losses, report.out.losses]).toEqual([to, 0, [], []]);
        expect(await judged(at(`to.${to}`), to)).toBe(expected);
        expect(/[^\n -~]/.test(readFileSync(at(`to.${to}`), 'utf8'))).toBe(false);
      }
    }),
  );

  it('keeps named graphs where the syntax has them, and counts them where not', () =>
    inFolder(async (dir) => {
      const at = (name: string) => join(dir, name);
      writeFileSync(at('in.trig'), GRAPHS);
      const expected = await judged(at('in.trig'), 'trig');
      const union = await canonical(
        readByOxigraph(GRAPHS, 'trig').map(({ subject, predicate, object }) => ({
          subject,
          predicate,
          object,
        })),
      );
      for (const to of ENDINGS) {
        const { code, out } = await cli('convert', at('in.trig'), at(`to.${to}`), '--json');
        const graphs = WITH_GRAPHS.includes(to);
        const lost = { what: 'names of graphs: their triples stand in one', count: 4 };
        expect([to, code, JSON.parse(out).out.losses]).toEqual([to, 0, graphs ? [] : [lost]]);
        expect(await judged(at(`to.${to}`), to)).toBe(graphs ? expected : union);
      }
      await cli('convert', at('to.nq'), at('round.jsonld'));
      await cli('convert', at('round.jsonld'), at('round.trig'));
      expect(await judged(at('round.trig'), 'trig')).toBe(expected);
    }));

  it('warns of illegal lexical forms with their lines, and keeps them', () =>
    inFolder(async (dir) => {
      const from = join(dir, 'in.ttl');
      writeFileSync(from, TRIPLES);
      const { code, err } = await cli('convert', from, join(dir, 'out.nt'));
      expect([code, err]).toEqual([
        0,
        expect.stringMatching(/in\.ttl:6: warning: a literal is no xsd:integer/),
      ]);
      expect(err).toContain('in.ttl:7: warning: a literal is no xsd:date');
      expect(readFileSync(join(dir, 'out.nt'), 'utf8')).toContain(
        '"deep"^^<http://www.w3.org/2001/XMLSchema#integer>',
      );
    }));

  it.each([
    ['a predicate without a name', 'rdf', '<http://e.example/p/1>', '"x"', 'RDF/XML cannot name an element'],
    ['a control character', 'rdf', '<http://e.example/p>', '"a\\u0001"', 'U+0001'],
    [
      'a triple term',
      'jsonld',
      '<http://e.example/p>',
      '<<( <http://e.example/a> <http://e.example/b> "c" )>>',
      'triple term',
    ],
  ])('refuses %s in .%s at its line, and leaves the old file', (_, ending, predicate, object, message) =>
    inFolder(async (dir) => {
      const [from, to] = [join(dir, 'in.nt'), join(dir, `out.${ending}`)];
      const triple = `<http://e.example/s> ${predicate} ${object} .`;
      writeFileSync(from, `<http://e.example/s> <http://e.example/q> "first" .\n${triple}\n`);
      writeFileSync(to, 'old');
      const { code, err } = await cli('convert', from, to);
      expect([code, err]).toEqual([1, expect.stringContaining(`${from}:2: error: `)]);
      expect(err).toContain(message);
      if (predicate.endsWith('1>')) expect(err).toContain(triple);
      expect(readFileSync(to, 'utf8')).toBe('old');
      expect(readdirSync(dir).sort()).toEqual(['in.nt', `out.${ending}`]);
    }),
  );

  it('carries the direction of a text through JSON-LD, and refuses it in RDF/XML at its line', () =>
    inFolder(async (dir) => {
      const at = (name: string) => join(dir, name);
      const line = '<http://e.example/s> <http://e.example/p> "\u0643"@ar--rtl .\n';
      writeFileSync(at('in.nt'), line);
      expect((await cli('convert', at('in.nt'), at('out.jsonld'))).code).toBe(0);
      expect((await cli('convert', at('out.jsonld'), at('back.nt'))).code).toBe(0);
      expect(readFileSync(at('back.nt'), 'utf8')).toBe(line);

      const value = '{"@value": "x", "@language": "ar"';
      writeFileSync(
        at('blank.jsonld'),
        `{"http://e.example/q":\n  [${value}},\n   ${value}, "@direction": "rtl"}]}\n`,
      );
      const { code, err } = await cli('convert', at('blank.jsonld'), at('out.rdf'));
      expect([code, err]).toEqual([1, expect.stringContaining(`${at('blank.jsonld')}:3: error: `)]);
      expect(err).toContain('RDF/XML cannot hold the direction of a text');
    }));

  it('mends what XML cannot hold where asked, and counts it', () =>
    inFolder(async (dir) => {
      const [from, to] = [join(dir, 'in.nt'), join(dir, 'out.rdf')];
      writeFileSync(from, '<http://e.example/s> <http://e.example/p> "bell \\u0007" .\n');
      const { code, out } = await cli('convert', from, to, '--repair');
      expect([code, out]).toEqual([0, expect.stringContaining('not held by this format')]);
      expect(readFileSync(to, 'utf8')).toContain('<p:p xmlns:p="http://e.example/">bell \ufffd</p:p>');
    }));

  it('counts relative IRIs, for a file has no address', () =>
    inFolder(async (dir) => {
      const from = join(dir, 'in.ttl');
      writeFileSync(from, '<a> <http://e.example/p> <#b> , <a> .');
      const { out } = await cli('convert', from, join(dir, 'out.nt'));
      expect(out).toContain('relative IRIs, written under https://clew.invalid/ (2)');
    }));

  it('becomes claims where a model of claims is asked for', () =>
    inFolder(async (dir) => {
      const from = join(dir, 'in.ttl');
      writeFileSync(from, TRIPLES);
      expect((await cli('convert', from, join(dir, 'claims.nq'), '--rdf', 'rdf11')).code).toBe(0);
      expect((await readDatasetFile(join(dir, 'claims.nq'))).origin).toBe('clew');
      expect((await cli('convert', from, join(dir, 'plain.nq'))).code).toBe(0);
      expect((await readDatasetFile(join(dir, 'plain.nq'))).origin).toBe('foreign');
    }));
});
