import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ShapeProblem, ShapesReport } from '../../src/build/index.ts';
import { cli, DATA, inFolder, ROOT } from './run-cli.ts';

const HEAD = `@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix clew: <https://w3id.org/clew/ns#> .
@prefix news: <https://w3id.org/clew/news#> .
@prefix ex: <https://shapes.example/> .
`;

/** Runs the check with shapes of one's own. */
const checked = (turtle: string, data: string, ...rest: string[]) =>
  inFolder(async (dir) => {
    const shapes = join(dir, 'own.ttl');
    writeFileSync(shapes, HEAD + turtle);
    return cli('check', data, '--shapes', shapes, ...rest);
  });
const problemsOf = (out: string) => (JSON.parse(out) as ShapesReport).problems as ShapeProblem[];
const line = (file: string, n: number) => readFileSync(file, 'utf8').split('\n')[n - 1]!;

describe('clew check --shacl on a data folder', () => {
  it('passes the shipped data, and says how much it looked at', async () => {
    const { code, out, err } = await cli('check', DATA, '--shacl');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^\d{4} nodes checked against shapes\.\n.* is sound: 1 article, 133 claims/);
  });

  it('says a breach of one’s own shapes at the claim, with value, message and way out, and ends with 1', async () => {
    const own = `ex:Firm a sh:NodeShape ; sh:targetClass clew:Claim ; sh:property [ sh:path clew:confidence ;
      sh:minInclusive 0.95 ; sh:message "Too unsure."@en ; sh:description "Read again."@en ] .`;
    const { code, err, out } = await checked(own, DATA);
    expect(code).toBe(1);
    const [first, hint] = err.split('\n');
    const [, file, at] =
      /^(.*claims\.yaml):(\d+):3: error: Too unsure\. \(shacl-min-inclusive\) \[0\.\d+\]$/.exec(first!)!;
    const id = /id: (c\d+)/.exec(line(file!, Number(at)))![1];
    expect(hint).toBe(
      `    Read again. (minInclusive: 0.95) (node claim/china-ai-2024-08/${id}, path clew:confidence, shape https://shapes.example/Firm)`,
    );
    expect(out).not.toContain('is sound');
  });

  it('takes sh:Warning for a warning, and ends with 0', async () => {
    const own = `ex:S a sh:NodeShape ; sh:targetClass clew:Article ; sh:property [ sh:path ex:isbn ; sh:minCount 1 ; sh:severity sh:Warning ] .`;
    const { code, err } = await checked(own, DATA);
    expect(code).toBe(0);
    expect(err).toMatch(
      /article\.yaml:\d+:\d+: warning: there are too few values: https:\/\/shapes\.example\/isbn/,
    );
  });

  it('knows that companies are organizations', async () => {
    const own = `ex:S a sh:NodeShape ; sh:targetClass news:Organization ; sh:property [ sh:path ex:seat ; sh:minCount 1 ] .`;
    const nodes = problemsOf((await checked(own, DATA, '--json')).out).map(({ node }) =>
      node.replace(/.*\//, ''),
    );
    expect(nodes).toContain('alibaba');
    expect(nodes.length).toBe(13);
  });

  it('finds for every node the part of the data that made it', async () => {
    const own = `ex:S a sh:NodeShape ; sh:targetClass clew:Claim , clew:Attribution , clew:Evidence , clew:Mention ,
      clew:Paragraph , clew:StructuralSpan , clew:Credit , clew:Article , clew:Dataset ;
      sh:property [ sh:path ex:never ; sh:minCount 1 ] .`;
    const found = problemsOf((await checked(own, DATA, '--json')).out).map(({ node, place }) => ({
      node: node.replace('https://w3id.org/clew/chinese-ai/', '').split('/'),
      file: place!.file.slice(DATA.length + 1),
      from: [...line(place!.file, place!.line!)].slice(place!.column! - 1).join(''),
    }));
    const from = (kind: string) => found.filter(({ node }) => node[0] === kind);
    const article = 'china-ai-2024-08';
    for (const kind of ['claim', 'attribution']) {
      expect(from(kind).length).toBeGreaterThan(30);
      for (const { node, ...place } of from(kind)) {
        expect(place).toEqual({ file: `${article}/claims.yaml`, from: `id: ${node[2]}` });
      }
    }
    const files = {
      evidence: 'claims',
      mention: 'entities',
      paragraph: 'article',
      structure: 'article',
      credit: 'article',
    };
    for (const [kind, file] of Object.entries(files)) {
      expect(from(kind).length).toBeGreaterThan(2);
      for (const place of from(kind)) {
        expect(place).toMatchObject({
          file: `${article}/${file}.yaml`,
          from: expect.stringMatching(/^\[\d+, \d+\]/),
        });
      }
    }
    expect(from('article').map(({ file }) => file)).toEqual([`${article}/article.yaml`]);
    expect(from('dataset').map(({ file }) => file)).toEqual(['dataset.yaml']);
  });

  it('keeps a thousand findings and counts the rest', async () => {
    const own = `ex:S a sh:NodeShape ; sh:targetSubjectsOf rdf:type ; sh:property [ sh:path ex:never ; sh:minCount 1 ] .`;
    const { out, err } = await checked(own, DATA);
    expect(err).toContain('1000 errors, no warnings.');
    expect(out).toMatch(/(\d+) more findings not listed\.$/);
  });

  it('says bad shapes at their line', async () => {
    const { code, err } = await checked(
      'ex:S a sh:NodeShape ;\n sh:targetClass clew:Claim ;\n sh:sparql [] .',
      DATA,
    );
    expect(code).toBe(1);
    expect(err).toMatch(/own\.ttl:8: error: sh:sparql is beyond SHACL Core/);
  });
});

describe('clew check --shacl on an RDF file', () => {
  const nq = join(ROOT, 'exports', 'chinese-ai.nq');

  it.each([
    ['nif', 'ttl'],
    ['nanopub', 'trig'],
  ])('passes what Clew wrote as %s', (model, format) =>
    inFolder(async (dir) => {
      expect((await cli('build', DATA, '--out', dir, '--rdf', model, '--formats', format)).code).toBe(0);
      const file = join(dir, `chinese-ai.${model}.${format}`);
      const { code, out, err } = await cli('check', file, '--shacl');
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/^\d{4} nodes checked against shapes/);
      // One nanopublication, or string, without what it must have is found.
      const broken = readFileSync(file, 'utf8').replace(
        / a np:Nanopublication|nif:endIndex "\d+"\^\^xsd:nonNegativeInteger ;/,
        (found) => (found.startsWith('nif') ? '' : ' dct:license <urn:another> ; a np:Nanopublication'),
      );
      writeFileSync(file, broken);
      expect((await cli('check', file, '--shacl')).code).toBe(1);
    }),
  );

  it('passes what Clew wrote', async () => {
    const files = ['nq', 'ttl', 'jsonld', 'rdf', 'void.ttl'].map((ending) => `chinese-ai.${ending}`);
    for (const file of files) {
      expect((await cli('check', join(ROOT, 'exports', file), '--shacl')).err).toBe('');
    }
  });

  it.each([
    ['jsonld', /"confidence":"0\.7"/, '"confidence":"9.0"', /^\{"@id":"claim\/.*"9\.0"/],
    [
      'rdf',
      />0\.7<\/clew:confidence>/,
      '>9.0</clew:confidence>',
      /^ {2}<rdf:Description rdf:about=".*\/claim\//,
    ],
  ])('says a breach in .%s at the line of the node', async (ending, from, to, at) => {
    await inFolder(async (dir) => {
      const text = readFileSync(join(ROOT, 'exports', `chinese-ai.${ending}`), 'utf8');
      const changed = text.replace(from, to);
      const file = join(dir, `changed.${ending}`);
      writeFileSync(file, changed);
      const { code, out } = await cli('check', file, '--shacl', '--json');
      expect(code).toBe(1);
      const [problem, ...others] = problemsOf(out);
      expect(others).toEqual([]);
      expect(problem).toMatchObject({ code: 'shacl-max-inclusive', value: '9.0', place: { file } });
      const found = changed.split('\n')[problem!.place!.line! - 1]!;
      expect(found).toMatch(at);
      expect(changed.indexOf(found)).toBeLessThan(changed.indexOf(to));
    });
  });

  it('finds statements of JSON-LD and nodes of RDF/XML that others wrote, in their own spelling', async () => {
    await inFolder(async (dir) => {
      const own =
        'ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:minCount 1 ] .';
      const json = join(dir, 'foreign.jsonld');
      writeFileSync(
        json,
        '{ "@context": { "ex": "https://shapes.example/" },\n "@graph": [\n' +
          '  { "ex:p": { "@id": "ex:b" } },\n  { "@type": "ex:C",\n    "@id": "ex:\\u0062" } ] }\n',
      );
      const xml = join(dir, 'foreign.rdf');
      writeFileSync(
        xml,
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="https://shapes.example/">\n' +
          "  <ex:C\n    rdf:about='https://shapes.example/?a=1&amp;b=2'/>\n</rdf:RDF>\n",
      );
      const places = [];
      for (const file of [json, xml]) {
        const { out } = await checked(own, file, '--json');
        places.push(problemsOf(out).map(({ node, place }) => [node, place!.file, place!.line]));
      }
      expect(places).toEqual([
        [['https://shapes.example/b', json, 4]],
        [['https://shapes.example/?a=1&b=2', xml, 3]],
      ]);
    });
  });

  it('says a breach at the line of the statement', async () => {
    await inFolder(async (dir) => {
      const text = readFileSync(nq, 'utf8').replace(/ns#confidence> "0\.7"/, 'ns#confidence> "9.0"');
      const file = join(dir, 'changed.nq');
      writeFileSync(file, text);
      const { code, out } = await cli('check', file, '--shacl', '--json');
      expect(code).toBe(1);
      const [problem] = problemsOf(out);
      expect(problem).toMatchObject({ code: 'shacl-max-inclusive', value: '9.0', place: { file } });
      expect(text.split('\n')[problem!.place!.line! - 1]).toContain('"9.0"');
    });
  });

  it('holds foreign data against foreign shapes, and says where nothing was looked at', async () => {
    await inFolder(async (dir) => {
      const file = join(dir, 'foreign.ttl');
      writeFileSync(file, `${HEAD}ex:a a ex:C .\n\nex:b a ex:C ;\n  ex:p "x" .\n`);
      const own =
        'ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:minCount 1 ] .';
      const found = await checked(own, file);
      expect(found.code).toBe(1);
      expect(found.err).toContain(
        `${file}:6: error: there are too few values: ex:p (shacl-min-count) [ex:a]`,
      );
      expect(found.out).toBe('2 nodes checked against shapes.');
      const none = await cli('check', file, '--shacl');
      expect([none.code, none.err]).toEqual([1, expect.stringContaining('nothing-checked')]);
    });
  });

  it('is asked for by --shacl or --shapes', async () => {
    expect((await cli('check', nq)).code).toBe(2);
    expect((await cli('check', nq, '--shacl', '--sources', '.')).code).toBe(2);
    expect((await cli('check', join(ROOT, 'README.md'), '--shacl')).err).toContain('unread-format');
  });
});
