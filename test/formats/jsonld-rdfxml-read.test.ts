import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJsonLd } from '../../src/formats/jsonld-read.ts';
import { tripleLine } from '../../src/formats/nquads.ts';
import { readRdfXml } from '../../src/formats/rdfxml-read.ts';
import { ProblemError } from '../../src/model/index.ts';
import { canonical, readByN3 } from './rdf-judges.ts';

const problems = async (read: Promise<unknown>) => {
  try {
    await read;
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
  return [];
};

describe('JSON-LD', () => {
  it('asks no address for a context, and says which one the text wanted', async () => {
    const text =
      '{"@context": "https://context.example/c.jsonld", "@id": "https://a.example/x", "name": "X"}';
    expect(await problems(readJsonLd(text, { file: 'a.jsonld' }))).toEqual([
      {
        severity: 'error',
        code: 'remote-context',
        message: 'the text asks for a context at an address, and no address is asked',
        value: 'https://context.example/c.jsonld',
        hint: 'Put what stands at the address in its place as the value of "@context".',
        place: { file: 'a.jsonld', line: 1, column: 14 },
      },
    ]);
  });

  it('says where its JSON breaks', async () => {
    expect(await problems(readJsonLd('{\n  "@id": }', { file: 'a.jsonld' }))).toEqual([
      {
        severity: 'error',
        code: 'json-syntax',
        message: 'this is not JSON',
        place: { file: 'a.jsonld', line: 2, column: 10 },
      },
    ]);
  });

  const XSD = 'http://www.w3.org/2001/XMLSchema#';
  const read = (fields: string) =>
    readJsonLd(
      `{"@context": {"@vocab": "http://v/", "rtl": {"@direction": "rtl"}, "js": {"@type": "@json"},\n"by": {"@container": "@index", "@index": "at"}}, "@id": "http://e/1",\n${fields}}`,
      { file: 'a.jsonld' },
    );
  const literals = async (fields: string) =>
    (await read(fields)).quads.map(({ object }) => {
      if (object.termType !== 'Literal') throw new Error(object.termType);
      return [object.value, object.datatype.value.replace(XSD, 'xsd:')];
    });

  it('keeps whole numbers of any length, which are no strings', async () => {
    expect(
      await literals(
        '"a": 12345678901234567890, "b": [-9007199254740993, 42], "c": {"@value": 9007199254740993}',
      ),
    ).toEqual([
      ['12345678901234567890', 'xsd:integer'],
      ['-9007199254740993', 'xsd:integer'],
      ['42', 'xsd:integer'],
      ['9007199254740993', 'xsd:integer'],
    ]);
    // The specification's own bound, and the numbers of JSON literals.
    expect(await literals('"a": 1000000000000000000000')).toEqual([['1.0E21', 'xsd:double']]);
    expect((await literals('"js": [12345678901234567890]'))[0]![0]).toBe('[12345678901234567000]');
  });

  it('keeps numbers and booleans with a type of their own', async () => {
    expect(
      await literals(
        `"a": {"@value": true, "@type": "http://t/b"}, "b": {"@value": 5, "@type": "${XSD}double"}, "c": {"@value": 7, "@type": "${XSD}byte"}`,
      ),
    ).toEqual([
      ['true', 'http://t/b'],
      ['5.0E0', 'xsd:double'],
      ['7', 'xsd:byte'],
    ]);
  });

  it('takes each {} for a node of its own', async () => {
    const { quads } = await read('"a": {}, "b": [{}, {"c": {}}], "d": {"@list": [{}, {}]}');
    const said = quads.filter(({ predicate }) => !predicate.value.endsWith('rest'));
    expect(new Set(said.map(({ object }) => object.value)).size).toBe(said.length);
    expect(said).toHaveLength(7);
  });

  it('reads a text with a direction but no language as the text, and says so', async () => {
    const { quads, problems } = await read('"rtl": "abc"');
    expect(quads.map(({ object }) => object.value)).toEqual(['abc']);
    expect(problems).toMatchObject([
      {
        severity: 'warning',
        code: 'direction-without-language',
        value: 'abc',
        place: { line: 3, column: 8 },
      },
    ]);
  });

  it('has lists in the graph where they stand', async () => {
    const text =
      '{"@context": {"@vocab": "http://v/"}, "@id": "http://e/G", "p": {"@list": [1]}, "@graph": [{"@id": "http://e/s", "p": {"@list": ["a", {"q": {"@list": ["b"]}}]}}]}';
    const meant =
      '@prefix : <http://v/> . <http://e/G> :p (1) . GRAPH <http://e/G> { <http://e/s> :p ("a" [ :q ("b") ]) }';
    expect(await canonical((await readJsonLd(text)).quads)).toBe(await canonical(readByN3(meant, 'trig')));
  });

  it('takes maps and sets that hold values alone', async () => {
    const text =
      '{"@context": {"@vocab": "http://v/", "i": {"@container": "@index"}}, "@id": "http://e/1", "i": {"a": ["x", {"@value": "y"}], "b": 1}, "p": {"@set": ["z"]}}';
    expect((await readJsonLd(text)).quads.map(({ object }) => object.value)).toEqual(['x', 'y', '1', 'z']);
  });

  // What each means is written out in Turtle; two nodes of a map or a graph must not become one.
  it.each([
    [
      'maps by index, whose nodes have no names',
      '"i": {"a": [{"p": 1}, {"q": {"r": 2}}], "b": {"p": 3}, "c": "s"}',
      '<1> :i [ :p 1 ], [ :q [ :r 2 ] ], [ :p 3 ], "s" .',
    ],
    [
      'maps by class',
      '"t": {"A": {"p": {"q": 1}}, "B": [{"p": 2}, "http://e/3"]}',
      '<1> :t [ a :A ; :p [ :q 1 ] ], [ a :B ; :p 2 ], <3> . <3> a :B .',
    ],
    [
      'maps by class, by an alias and with sets',
      '"ts": {"A": {"p": {"@set": [{"q": 1}, {"q": 2}]}}}',
      '<1> :ts [ a :A ; :p [ :q 1 ], [ :q 2 ] ] .',
    ],
    [
      'names of terms that every object of JavaScript has',
      '"toString": {"constructor": "a", "@context": {"x": "http://e/x"}}, "__proto__": {"hasOwnProperty": 1}',
      '<1> <http://e/text> [ :constructor "a" ] ; :__proto__ [ :hasOwnProperty 1 ] .',
    ],
    [
      'what is included, in a node without a name',
      '"p": {"@included": {"@id": "http://e/2", "q": 1}}',
      '<1> :p [] . <2> :q 1 .',
    ],
    [
      'graphs with nodes within nodes',
      '"g": [{"r": [{"s": 1}]}, {"r": 2}]',
      '<1> :g _:a, _:b . GRAPH _:a { [] :r [ :s 1 ] } GRAPH _:b { [] :r 2 }',
    ],
    [
      'graphs by name, after texts by language',
      '"l": {"en": ["A", "B"]}, "n": {"http://e/G": {"p": 1}, "@none": {"p": 2}}',
      '<1> :l "A"@en, "B"@en ; :n <G>, _:a . GRAPH <G> { [] :p 1 } GRAPH _:a { [] :p 2 }',
    ],
    [
      'lists in lists, and backwards',
      '"p": {"@list": [[1, []], {"q": 2}]}, "@reverse": {"r": [{"s": 3}, {"@id": "http://e/2"}]}',
      '<1> :p ((1 ()) [ :q 2 ]) . [ :r <1> ; :s 3 ] . <2> :r <1> .',
    ],
  ])('reads %s', async (_, fields, meant) => {
    const context = {
      '@vocab': 'http://v/',
      i: { '@container': '@index' },
      t: { '@container': '@type' },
      ts: { '@container': ['@type', '@set'] },
      toString: 'http://e/text',
      g: { '@container': '@graph' },
      n: { '@container': ['@graph', '@id'] },
      l: { '@container': '@language' },
    };
    const { quads } = await readJsonLd(
      `{"@context": ${JSON.stringify(context)}, "@id": "http://e/1", ${fields}}`,
    );
    const wanted = readByN3(`@base <http://e/> . @prefix : <http://v/> . ${meant}`, 'trig');
    expect(await canonical(quads)).toBe(await canonical(wanted));
  });

  it('reads nodes by the thousand without a context, and labels them the same each time', async () => {
    const nodes = Array.from({ length: 20_000 }, (_, i) => ({
      '@type': ['http://v/T'],
      'http://v/n': [{ '@value': `_:b${i}` }],
    }));
    const first = await readJsonLd(JSON.stringify(nodes));
    expect(first.quads).toHaveLength(40_000);
    expect(new Set(first.quads.map(({ subject }) => subject.value)).size).toBe(20_000);
    expect((await readJsonLd(JSON.stringify(nodes))).quads).toEqual(first.quads);
  });

  it.each([
    ['objects', '{"p":', '1', '}'],
    ['lists', '[', '1', ']'],
    ['lists of JSON-LD', '{"@list":[', '1', ']}'],
    ['a JSON literal', '{"js":[', '1', ']}'],
    ['numbers that are marked', '[', '12345678901234567890', ']'],
    ['contexts', '{"@context":{"c":', '{"@id": "http://e/c"}', '}}'],
  ])('refuses in words, not by a stack that is full, 100,000 levels of %s', async (_, open, inner, close) => {
    const deep = open.repeat(100_000) + inner + close.repeat(100_000);
    const [problem, ...others] = await problems(read(`"a": ${deep}`));
    expect([problem, others]).toMatchObject([{ severity: 'error', code: 'bad-syntax' }, []]);
    expect(problem!.message).toMatch(/levels/);
  });

  it('reads what is 400 levels deep, and lists of very many items', async () => {
    const deep = `${'{"p":'.repeat(400)}1${'}'.repeat(400)}`;
    expect((await read(`"a": ${deep}`)).quads).toHaveLength(401);
    const long = `[${'[1],'.repeat(200_000)}2]`;
    expect((await read(`"a": [${long}], "l": {"@list": ${long}}`)).quads.length).toBeGreaterThan(1_000_000);
  });

  it.each([
    ['@import', '{"@import": "http://e/c"}', 'remote-context', 'http://e/c'],
    ['an address beside others', '[{"x": "http://e/x"}, "c.jsonld"]', 'remote-context', 'http://b/c.jsonld'],
    ['the address of the text itself', '""', 'remote-context', 'http://b/'],
    [
      'an address in the context of a property',
      '{"a": {"@id": "http://e/a", "@context": "http://e/c"}}',
      'remote-context',
      'http://e/c',
    ],
    ['__proto__', '{"__proto__": {"a": "http://e/a"}}', 'bad-syntax', undefined],
    ['another version', '{"@version": 2}', 'bad-syntax', undefined],
    ['a number for a term', '{"a": 1}', 'bad-syntax', undefined],
  ])('refuses contexts with %s', async (_, context, code, value) => {
    const text = `{"@context": ${context},\n"a": 1}`;
    const [problem] = await problems(readJsonLd(text, { base: 'http://b/' }));
    expect([problem?.code, problem?.value, problem?.place?.line]).toEqual([code, value, 1]);
  });

  it.each([
    ['as it is', '"@id": "_:b1"'],
    ['with an escape', '"@id": "\\u005f:b1"'],
    ['with another', '"@id": "_:\\u00621"'],
    ['by a prefix', '"@context": {"x": "_:b"}, "@id": "x:1"'],
    ['by the vocabulary', '"@context": {"@vocab": "_:"}, "@type": "b1"'],
  ])('keeps a label of the text apart from new ones, and as it is: %s', async (_, spelt) => {
    const { quads } = await readJsonLd(`[{"http://v/p": 1}, {${spelt}, "http://v/p": 2}]`);
    const labels = quads.flatMap(({ subject, object }) => [subject, object]);
    const blank = labels.filter(({ termType }) => termType === 'BlankNode').map(({ value }) => value);
    expect(blank).toContain('b1');
    expect(blank.filter((label) => label === 'b1')).toHaveLength(1);
    const other = await readJsonLd(`[{"http://v/p": 1}, {${spelt}, "http://v/p": 2}]`, {
      blankNodePrefix: 'f2-',
    });
    expect(other.quads.map(tripleLine)).toEqual(
      quads.map(tripleLine).map((line) => line.replaceAll('_:', '_:f2-')),
    );
  });

  it('says where what is no JSON-LD stands', async () => {
    expect(await problems(read('"a": ["x", {"b":\n{"@value": 1, "@language": "en"}}]'))).toMatchObject([
      { code: 'bad-syntax', place: { file: 'a.jsonld', line: 4, column: 1 } },
    ]);
    expect(await problems(read('"by": {"y": "z"}'))).toMatchObject([
      { code: 'bad-syntax', place: { line: 3, column: 13 } },
    ]);
    expect(await problems(readJsonLd('{"http://v/p":\n{"@id": {"http://v/q": 1}}}'))).toMatchObject([
      { code: 'bad-syntax', place: { line: 2 } },
    ]);
  });
});

describe('RDF/XML', () => {
  it('keeps language tags as they are written, where they stand and within', async () => {
    const { quads } =
      await readRdfXml(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="urn:e:" xml:lang="zh-Hans">
      <rdf:Description rdf:about="urn:e:a" e:p="a" xml:lang="en-GB"><e:q>b</e:q><e:r xml:lang="en-gb">c</e:r><e:s xml:lang="">d</e:s></rdf:Description>
      <rdf:Description rdf:about="urn:e:b" e:p="e"><e:q><rdf:Description e:r="f"/></e:q></rdf:Description></rdf:RDF>`);
    const said = quads.flatMap(({ object }) =>
      object.termType === 'Literal' ? [`${object.value}@${object.language}`] : [],
    );
    expect(said.sort()).toEqual(['a@en-GB', 'b@en-GB', 'c@en-gb', 'd@', 'e@zh-Hans', 'f@zh-Hans']);
  });

  it('numbers new blank nodes in each text alike, and keeps them apart from those that have a label', async () => {
    const text =
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="https://e.example/">' +
      '<rdf:Description rdf:nodeID="b1"><e:p><rdf:Description e:q="new"/></e:p><e:p rdf:nodeID="bb1"/>' +
      '<e:p rdf:nodeID="other"/></rdf:Description></rdf:RDF>';
    const labels = async () =>
      (await readRdfXml(text)).quads.map(({ subject, object }) => [subject.value, object.value]);
    const first = await labels();
    expect(first).toContainEqual([expect.stringMatching(/^b\d+$/), 'new']);
    const made = first.find(([, value]) => value === 'new')![0];
    for (const object of [made, 'bbb1', 'other']) expect(first).toContainEqual(['bb1', object]);
    expect(first).toHaveLength(4);
    expect(await labels()).toEqual(first);
  });

  const head =
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="https://e.example/">';

  it('that ends too early is refused', async () => {
    const text = `${head}\n<e:Thing rdf:about="https://e.example/x">\n<e:name>X</e:name>`;
    expect(await problems(readRdfXml(text, { file: 'a.rdf' }))).toEqual([
      {
        severity: 'error',
        code: 'xml-syntax',
        message: 'not well-formed: unclosed tag: e:Thing',
        place: { file: 'a.rdf', line: 3, column: 19 },
      },
    ]);
  });

  it('with an attribute that has no namespace is refused at its element', async () => {
    const text = (attribute: string) => `${head}\n<e:Thing ${attribute}="x"/></rdf:RDF>`;
    expect(await problems(readRdfXml(text('name'), { file: 'a.rdf' }))).toMatchObject([
      {
        code: 'bad-syntax',
        message: 'the attribute name has no namespace; write prefix:name',
        place: { file: 'a.rdf', line: 2 },
      },
    ]);
    expect(await problems(readRdfXml(text('about')))).toMatchObject([
      { message: 'the attribute about has no namespace; write rdf:about' },
    ]);
  });

  it('has its XML literals in the canonical form, whatever stands in them', async () => {
    const literal =
      '<b t="a&quot;b &lt; &amp;" rdf:z="1&#10;2">x &amp; y &lt; z <!-- c --><?pi x y?><e:d xmlns:e="https://e.example/"/></b><![CDATA[a<b]]>';
    const text = `${head.replace('>', ' xmlns="https://d.example/">')}<e:T rdf:about="https://e.example/t"><e:p rdf:parseType="Literal">${literal}</e:p></e:T></rdf:RDF>`;
    const { quads } = await readRdfXml(text);
    expect(quads.map(({ object }) => object.value)).toContain(
      '<b xmlns="https://d.example/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" t="a&quot;b &lt; &amp;" rdf:z="1&#xA;2">' +
        'x &amp; y &lt; z <!-- c --><?pi x y?><e:d xmlns:e="https://e.example/"></e:d></b>a&lt;b',
    );
  });

  const suite = join(process.env.RDF_TESTS ?? '', 'rdf11', 'rdf-xml');
  it.skipIf(!existsSync(suite))(
    'reads what the W3C suite calls right and refuses what it calls wrong',
    async () => {
      const manifest = readFileSync(join(suite, 'manifest.ttl'), 'utf8');
      const entries = manifest.split(/^<#/m).flatMap((entry) => {
        const kind = /rdft:TestXML(Eval|NegativeSyntax)/.exec(entry)?.[1];
        const action = /mf:action <([^>]+)>/.exec(entry)?.[1];
        return kind && action ? [{ kind, action, result: /mf:result <([^>]+)>/.exec(entry)?.[1] }] : [];
      });
      const wrong: string[] = [];
      for (const { kind, action, result } of entries) {
        const base = `https://w3c.github.io/rdf-tests/rdf/rdf11/rdf-xml/${action}`;
        const read = readRdfXml(readFileSync(join(suite, action), 'utf8'), { file: action, base });
        if (kind === 'NegativeSyntax') {
          if ((await problems(read)).length === 0) wrong.push(`taken: ${action}`);
          continue;
        }
        const { quads } = await read;
        const meant = readByN3(readFileSync(join(suite, result!), 'utf8'), 'ntriples');
        if ((await canonical(quads)) !== (await canonical(meant))) wrong.push(`differs: ${action}`);
      }
      expect(entries.length).toBeGreaterThan(150);
      expect(wrong).toEqual([]);
    },
  );
});
