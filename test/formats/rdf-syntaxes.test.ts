import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LINE_DEFAULTS, writeNQuads, writeNTriples } from '../../src/formats/nquads.ts';
import { type QuadSyntax, readQuads, streamQuads } from '../../src/formats/quad-reader.ts';
import type { QuadSource } from '../../src/formats/quad-text.ts';
import { type Sink, StringSink } from '../../src/formats/sink.ts';
import { writeTriG, writeTurtle } from '../../src/formats/turtle.ts';
import { type Dataset, ProblemError } from '../../src/model/index.ts';
import {
  datasetToQuads,
  datasetToTriples,
  type ForeignQuad,
  quadsToDataset,
  rdfPrefixes,
  usedPrefixes,
} from '../../src/rdf/index.ts';
import { arbitraryDataset } from '../fixtures/arbitrary-dataset.ts';
import { sampleDataset } from '../fixtures/sample.ts';
import { canonical, readByN3, readByOxigraph } from './rdf-judges.ts';

const PREFIXES = rdfPrefixes(sampleDataset);
type Choice = { ascii?: boolean };
const WRITERS: Record<QuadSyntax, (quads: QuadSource, sink: Sink, options: Choice) => Promise<unknown>> = {
  turtle: (quads, sink, options) =>
    writeTurtle(quads, sink, { prefixes: PREFIXES, base: sampleDataset.base, ...options }),
  trig: (quads, sink, options) =>
    writeTriG(quads, sink, { prefixes: PREFIXES, base: sampleDataset.base, ...options }),
  ntriples: writeNTriples,
  nquads: writeNQuads,
};
const SYNTAXES = Object.keys(WRITERS) as QuadSyntax[];
const hasGraphs = (syntax: QuadSyntax) => syntax === 'trig' || syntax === 'nquads';
const write = async (syntax: QuadSyntax, quads: QuadSource, options: Choice = {}): Promise<string> => {
  const sink = new StringSink();
  await WRITERS[syntax](quads, sink, options);
  expect(sink.ended).toBe(true);
  return sink.toString();
};
const quadsOf = (dataset: Dataset, syntax: QuadSyntax, options = {}) =>
  hasGraphs(syntax) ? [...datasetToQuads(dataset, options)] : [...datasetToTriples(dataset, options)];

describe.each(SYNTAXES)('%s', (syntax) => {
  test.each([{}, { model: 'rdf12' }] as const)(
    'is read by n3 and oxigraph as it was meant, with %o',
    async (options) => {
      const quads = quadsOf(sampleDataset, syntax, options);
      const expected = await canonical(quads);
      for (const ascii of [false, true]) {
        const text = await write(syntax, quads, { ascii });
        expect(await canonical(readByN3(text, syntax))).toBe(expected);
        expect(await canonical(readByOxigraph(text, syntax))).toBe(expected);
      }
    },
  );

  test('gives an equal dataset, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDataset(hasGraphs(syntax) ? 3 : 1), fc.boolean(), async (dataset, ascii) => {
        const text = await write(syntax, quadsOf(dataset, syntax), { ascii });
        expect(quadsToDataset(readQuads(text, syntax).quads)).toEqual(dataset);
      }),
      { numRuns: 25 },
    );
  });

  test('in ASCII has no other character', async () => {
    const text = await write(syntax, quadsOf(sampleDataset, syntax), { ascii: true });
    expect(/[^\n -~]/.test(text)).toBe(false);
    expect(text).toContain('\\U0001F6A2');
  });

  test('is the same bytes for the same quads, whether they come at once or one by one', async () => {
    const quads = quadsOf(sampleDataset, syntax);
    const text = await write(syntax, quads);
    expect(await write(syntax, [...quads])).toBe(text);
    async function* later() {
      for (const quad of quads) yield quad;
    }
    expect(await write(syntax, later())).toBe(text);
  });

  test('goes out in chunks, and waits for the sink after each', async () => {
    const quads = quadsOf(sampleDataset, syntax);
    const long = Array.from({ length: 60 }, () => quads).flat();
    const chunks: string[] = [];
    let writing = 0;
    const sink: Sink = {
      async write(chunk) {
        writing += 1;
        expect(writing).toBe(1);
        await Promise.resolve();
        chunks.push(chunk);
        writing -= 1;
      },
      end() {},
    };
    await WRITERS[syntax](long, sink, {});
    expect(chunks.length).toBeGreaterThan(10);
    const [first = '', ...rest] = chunks.slice(0, -1);
    expect(Math.max(...rest.map(({ length }) => length))).toBeLessThan(64 * 1024);
    if (syntax === 'ntriples' || syntax === 'nquads') return;
    // Before so long a file is whole, nobody knows which prefixes it will use.
    for (const [name, iri] of Object.entries(PREFIXES))
      expect(first).toContain(`@prefix ${name}: <${iri}> .\n`);
  });

  test('holds terms of all planes, and never makes two quads of one', async () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        '"""',
        'a\\',
        '\\',
        '"',
        "'''",
        '42.',
        '\u0000',
        '\ufeff',
        '\r\n',
        '. <http://evil/s>',
        '>',
      ),
    );
    const iris = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }).map((rest) => `http://e.example/${rest}`),
      fc.constantFrom(
        'urn:isbn:1',
        'ex:looks-prefixed',
        'clew:time',
        'rdf:type',
        'http://e/o> . <http://evil/s> <p> <o',
      ),
      fc.constantFrom(
        `${sampleDataset.base}a//b`,
        `${sampleDataset.base}../x`,
        `${sampleDataset.base}a:b`,
        `${sampleDataset.base}?q`,
        sampleDataset.base,
        'https://vocab.example/ns#',
        'https://vocab.example/ns#a,b',
        'https://vocab.example/ns#a.',
        'https://vocab.example/ns#đ',
        'https://vocab.example/ns#-a',
      ),
    );
    const named = iris.map((value) => ({ termType: 'NamedNode', value }));
    const object = fc.oneof(
      named,
      fc.record({
        termType: fc.constant('Literal'),
        value: texts,
        language: fc.constantFrom('', 'en', 'zh-Hant', 'en . <http://x> <http://y> <http://z>'),
        datatype: fc.constantFrom(
          { termType: 'NamedNode', value: 'http://www.w3.org/2001/XMLSchema#string' },
          { termType: 'NamedNode', value: 'http://www.w3.org/2001/XMLSchema#integer' },
          { termType: 'NamedNode', value: 'urn:my type' },
        ),
      }),
      fc.record({
        termType: fc.constant('BlankNode'),
        value: fc.constantFrom('b', 'b.1', 'b.', 'é', '-', 'a b'),
      }),
    );
    await fc.assert(
      fc.asyncProperty(named, named, object, async (subject, predicate, value) => {
        const quad: ForeignQuad = { subject, predicate, object: value };
        let text: string;
        try {
          text = await write(syntax, [quad]);
        } catch (error) {
          expect(error).toBeInstanceOf(ProblemError);
          return;
        }
        const expected = await canonical([quad]);
        const back = readByN3(text, syntax);
        expect(back).toHaveLength(1);
        expect(await canonical(back)).toBe(expected);
        expect(await canonical(readByOxigraph(text, syntax, { lenient: true }))).toBe(expected);
      }),
      { numRuns: 150 },
    );
  });
});

describe('Turtle', () => {
  const turtle = (quads: QuadSource, options: Parameters<typeof writeTurtle>[2] = {}) => {
    const sink = new StringSink();
    return writeTurtle(quads, sink, options).then(() => sink.toString());
  };
  const iri = (value: string) => ({ termType: 'NamedNode', value });
  const xsd = (value: string, type: string) => ({
    termType: 'Literal',
    value,
    datatype: iri(`http://www.w3.org/2001/XMLSchema#${type}`),
  });
  const quad = (object: ForeignQuad['object'], predicate = 'http://e/p'): ForeignQuad => ({
    subject: iri('http://e/s'),
    predicate: iri(predicate),
    object,
  });

  test('reads well: relative IRIs, used prefixes, one predicate a line, one text a line', async () => {
    const quads = [...datasetToTriples(sampleDataset)].filter(({ subject }) =>
      /\/(?:claim\/harbour\/c6|id\/nordlink|mention\/harbour\/1\/position)$/.test(subject.value),
    );
    const prefixes = usedPrefixes(quads, PREFIXES);
    expect(prefixes).not.toEqual(PREFIXES);
    const options = { prefixes: PREFIXES, base: sampleDataset.base };
    expect(await turtle(quads, { ...options, prefixes })).toBe(await turtle(quads, options));
    expect(await turtle(quads, options)).toBe(
      `@base <https://data.example/sample/> .
@prefix clew: <https://w3id.org/clew/ns#> .
@prefix ex: <https://vocab.example/ns#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<claim/harbour/c6>
    rdf:object <id/old-gull> ;
    rdf:predicate ex:fasterThan ;
    rdf:subject <id/quick-tern> ;
    a rdf:Statement , schema:Claim , clew:Claim ;
    rdfs:comment "In trials the Quick Tern was 20 to 35 percent faster than the Old Gull."@en ,
        "Khi chạy thử, Quick Tern nhanh hơn Old Gull 20–35%."@vi ;
    prov:wasDerivedFrom <article/harbour> ;
    schema:appearance <article/harbour> ;
    ex:by <quantity/harbour/c6/1> ;
    ex:condition "sea trials"@en ;
    clew:derivation clew:explicit ;
    clew:modality clew:reported ;
    clew:polarity clew:positive .

<id/nordlink>
    a ex:Company ;
    rdfs:label "Nordlink Ferries"@en ,
        "Phà Nordlink"@vi ;
    skos:altLabel "Nordlink" ,
        "hãng Nordlink"@vi ;
    ex:operates <id/quick-tern> .

<mention/harbour/1/position>
    a oa:TextPositionSelector ;
    oa:end "8"^^xsd:nonNegativeInteger ;
    oa:start "0"^^xsd:nonNegativeInteger .
`,
    );
  });

  test('never has a bare integer; a decimal, a boolean and a double may stand bare, before a space', async () => {
    const prefixes = { xsd: 'http://www.w3.org/2001/XMLSchema#' };
    const values = [
      xsd('42', 'integer'),
      xsd('4.5', 'decimal'),
      xsd('true', 'boolean'),
      xsd('1.0E3', 'double'),
      xsd('42', 'decimal'),
      xsd('.5', 'decimal'),
      xsd('+1.0', 'decimal'),
      xsd('1.E3', 'double'),
      xsd('-1.0E-3', 'double'),
    ];
    const texts = await Promise.all(values.map((value) => turtle([quad(value)], { prefixes })));
    expect(texts.map((text) => text.split('<http://e/p> ')[1])).toEqual([
      '"42"^^xsd:integer .\n',
      '4.5 .\n',
      'true .\n',
      '1.0E3 .\n',
      '"42"^^xsd:decimal .\n',
      '".5"^^xsd:decimal .\n',
      '"+1.0"^^xsd:decimal .\n',
      '"1.E3"^^xsd:double .\n',
      '-1.0E-3 .\n',
    ]);
  });

  test('has no bare boolean within a triple term, which Jena 5.6 refuses', async () => {
    const prefixes = { xsd: 'http://www.w3.org/2001/XMLSchema#' };
    const term = { termType: 'Quad', value: '', ...quad(xsd('true', 'boolean')) };
    const text = await turtle([quad(term)], { prefixes });
    expect(text).toContain('<<(<http://e/s> <http://e/p> "true"^^xsd:boolean)>>');
    expect(await canonical(readByN3(text, 'turtle'))).toBe(await canonical([quad(term)]));
  });

  test('never takes an IRI for a prefixed name', async () => {
    const prefixes = { ex: 'https://vocab.example/ns#', news: 'https://news.example/#' };
    const text = await turtle([quad(iri('ex:a')), quad(iri('news:comp.lang'))], { prefixes });
    expect(text).toContain('<ex:a> , <news:comp.lang>');
    expect(readByN3(text, 'turtle').map(({ object }) => object.value)).toEqual(['ex:a', 'news:comp.lang']);
  });

  test.each([
    ['the name of a scheme', { urn: 'https://e.example/' }],
    ['a bad name', { 'a b': 'https://e.example/' }],
    ['a bad namespace', { ex: 'https://e.example/> .' }],
  ])('refuses a prefix with %s', async (_, prefixes) => {
    expect(() => writeTurtle([], new StringSink(), { prefixes })).toThrow(ProblemError);
  });

  test('keeps the case of language tags', async () => {
    const text = await turtle([quad({ termType: 'Literal', value: 'x', language: 'zh-Hant-TW' })]);
    expect(text).toContain('"x"@zh-Hant-TW');
    expect(readQuads(text, 'turtle').quads[0]!.object).toMatchObject({ language: 'zh-Hant-TW' });
  });

  test('counts the graphs that it leaves out', async () => {
    const { losses } = await writeTurtle(datasetToQuads(sampleDataset), new StringSink());
    expect(losses).toEqual([
      { what: 'names of graphs: their triples stand in one', count: expect.any(Number) },
    ]);
    expect((await writeTurtle(datasetToTriples(sampleDataset), new StringSink())).losses).toEqual([]);
  });
});

describe('N-Quads', () => {
  test('are canonical line for line', async () => {
    const sink = new StringSink();
    const quads = [
      {
        subject: { termType: 'NamedNode', value: 'http://e/é' },
        predicate: { termType: 'NamedNode', value: 'http://e/p' },
        object: { termType: 'Literal', value: '\u0000\b\t\n\u000b\f\r"\\\u007f\u0080\ufffe🚢', language: '' },
        graph: { termType: 'BlankNode', value: 'g' },
      },
    ];
    await writeNQuads(quads, sink, LINE_DEFAULTS);
    expect(sink.toString()).toBe(
      '<http://e/é> <http://e/p> "\\u0000\\b\\t\\n\\u000B\\f\\r\\"\\\\\\u007F\u0080\\uFFFE🚢" _:g .\n',
    );
  });

  test('end no sink and pass nothing on after a refusal', async () => {
    const sink = new StringSink();
    const bad = { termType: 'NamedNode', value: 'http://e/> <x' };
    const good = { termType: 'NamedNode', value: 'http://e/s' };
    await expect(
      writeNQuads(
        [
          { subject: good, predicate: good, object: bad },
          { subject: good, predicate: good, object: good },
        ],
        sink,
      ),
    ).rejects.toThrow('http://e/> <x');
    expect(sink.toString()).toBe('');
    expect(sink.ended).toBe(false);
  });
});

describe('reading', () => {
  test('names file and line of a syntax error', () => {
    const read = () =>
      readQuads('@prefix ex: <https://e.example/#> .\n\nex:a ex:b ;;; "c .\n', 'turtle', { file: 'x.ttl' });
    expect(read).toThrow(ProblemError);
    try {
      read();
    } catch (error) {
      expect((error as ProblemError).problems[0]).toMatchObject({
        code: 'bad-syntax',
        place: { file: 'x.ttl', line: 3 },
      });
    }
  });

  test('refuses relative IRIs unless it is told their base', () => {
    expect(() => readQuads('<a> <b> <c> .', 'turtle')).toThrow('bad-iri');
    const { quads } = readQuads('<a> <b> <c> .', 'turtle', { base: 'https://e.example/x/' });
    expect(quads[0]!.object.value).toBe('https://e.example/x/c');
  });

  test('is strict about the syntax that is named', () => {
    expect(() => readQuads('@prefix ex: <https://e/#> . ex:a ex:a ex:a .', 'ntriples')).toThrow(ProblemError);
    expect(() => readQuads('<http://e/a> <http://e/a> <http://e/a> <http://e/g> .', 'ntriples')).toThrow(
      ProblemError,
    );
    expect(() => readQuads('{ <http://e/a> <http://e/a> 1 }', 'turtle')).toThrow(ProblemError);
  });

  test('reports ill-typed literals with their lines, and mends on demand what cannot be written', () => {
    const text = '<http://e/a> <http://e/p> "x"^^<http://www.w3.org/2001/XMLSchema#integer> .\n';
    expect(readQuads(`\n${text}`, 'turtle', { file: 'x.ttl' }).problems).toMatchObject([
      { severity: 'warning', code: 'bad-lexical-form', value: 'x', place: { file: 'x.ttl', line: 2 } },
    ]);
    expect(() => readQuads('<http://e/a> <http://e/p> "\\ud800" .', 'ntriples')).toThrow(ProblemError);
  });

  test('keeps labels, keeps made ones apart from them, and separates files by a prefix', () => {
    const labels = (text: string, blankNodePrefix = '') =>
      readQuads(text, 'turtle', { blankNodePrefix }).quads.map(({ subject }) => subject.value);
    expect(labels('_:x <http://e/p> 1 . [] <http://e/p> 1 . _:anon-1 <http://e/p> 1 .')).toEqual([
      'x',
      'anon-1',
      'anon-u-anon-1',
    ]);
    expect(labels('_:x <http://e/p> 1 . [] <http://e/p> 1 .', 'f2-')).toEqual(['f2-x', 'f2-anon-1']);
  });

  test('gives the same whatever the chunks', async () => {
    const sink = new StringSink();
    await WRITERS.trig(datasetToQuads(sampleDataset), sink, {});
    const text = sink.toString();
    const whole = readQuads(text, 'trig');
    for (const size of [1, 7, 1000]) {
      const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
        text.slice(i * size, (i + 1) * size),
      );
      const quads = [];
      for await (const quad of streamQuads(chunks, 'trig')) quads.push(quad);
      expect(quads).toEqual(whole.quads);
    }
    expect(whole.prefixes).toEqual(PREFIXES);
  });
});
