import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildDataset, convertDataset, laidOutGraph, readDatasetFile } from '../../src/build/index.ts';
import { loadDataset } from '../../src/corpus/index.ts';
import { graphJsonParts, join as joinParts, READ_ENDINGS, readGraphml } from '../../src/formats/index.ts';
import { datasetToGraph } from '../../src/graph/index.ts';
import type { Article, Dataset } from '../../src/model/index.ts';
import { sampleDataset } from '../fixtures/sample.ts';
import { cli, DATA, inFolder, ROOT } from './run-cli.ts';

const { dataset } = await loadDataset(DATA);

describe('a file of the shipped dataset', () => {
  it.each(READ_ENDINGS)('that ends in %s reads back as the very dataset', (ending) =>
    inFolder(async (dir) => {
      const path = join(dir, `whole${ending}`);
      // Protégé's ending for RDF/XML, which is read and not written.
      await convertDataset(dataset!, path, (ending === '.owl' ? 'rdf' : ending.slice(1)) as 'ttl');
      const read = await readDatasetFile(path);
      expect(read.dataset).toEqual(dataset);
      expect([read.losses, read.problems]).toEqual([[], []]);
    }),
  );

  it.each(['ttl', 'trig', 'nt', 'nq'] as const)(
    'reads back from RDF 1.2 and with all options, as %s',
    (format) =>
      inFolder(async (dir) => {
        const path = join(dir, `a.${format}`);
        const options = { rdf: 'rdf12', implied: true, infer: true, ascii: true } as const;
        await convertDataset(dataset!, path, format, options);
        expect((await readDatasetFile(path)).dataset).toEqual(dataset);
      }),
  );

  it.each(['graphml', 'gexf', 'json'] as const)('keeps the places that it has through %s', (format) =>
    inFolder(async (dir) => {
      const path = join(dir, `moved.${format}`);
      // Far from where the layout would put them, so that they can't have come from there.
      const { graph } = laidOutGraph(dataset!);
      const moved = new Map<string, { x: number; y: number }>();
      graph.forEachNode((node, { role, x, y }) => {
        if (role === 'entity') moved.set(node, { x: Math.round(x * 100 + 500_000) / 100, y });
      });
      await convertDataset(dataset!, path, format, { previous: moved });
      const read = await readDatasetFile(path);
      expect(read.places).toEqual(moved);
      await convertDataset(read.dataset, join(dir, 'again.json'), 'json', { previous: read.places });
      expect((await readDatasetFile(join(dir, 'again.json'))).places).toEqual(moved);
    }),
  );

  it('takes nodes in one heap for nodes without places', () =>
    inFolder(async (dir) => {
      const path = join(dir, 'heap.json');
      writeFileSync(path, joinParts(graphJsonParts(datasetToGraph(dataset!))).text);
      expect((await readDatasetFile(path)).places.size).toBe(0);
    }));
});

describe('clew convert', () => {
  it('goes round through every format that is read, and ends where it began', () =>
    inFolder(async (dir) => {
      const at = (name: string) => join(dir, name);
      expect((await cli('build', DATA, '--out', dir, '--formats', 'json')).code).toBe(0);
      const way = [
        'chinese-ai.json',
        'a.ttl',
        'b.graphml',
        'c.nq',
        'd.gexf',
        'e.trig',
        'f.nt',
        'g.rdf12.ttl',
        'h.json',
      ];
      for (const [i, name] of way.slice(1).entries()) {
        const { code, err } = await cli('convert', at(way[i]!), at(name));
        expect([name, code, err]).toEqual([name, 0, '']);
      }
      expect(readFileSync(at('h.json'), 'utf8')).toBe(readFileSync(at('chinese-ai.json'), 'utf8'));
      expect(readFileSync(at('g.rdf12.ttl'), 'utf8')).toContain('rdf:reifies <<(');
      expect(readdirSync(dir).sort()).toEqual([...way].sort());
    }));

  it('says what the format cannot hold, and as JSON too', () =>
    inFolder(async (dir) => {
      await cli('build', DATA, '--out', dir, '--formats', 'nq');
      const [from, to] = [join(dir, 'chinese-ai.nq'), join(dir, 'new', 'lean.graphml')];
      const { out } = await cli('convert', from, to, '--lean', '--json');
      const report = JSON.parse(out);
      expect(report).toMatchObject({
        ok: true,
        dataset: 'chinese-ai',
        in: { path: from, losses: [] },
        out: { path: to, bytes: readFileSync(to).length },
        layout: { converged: true },
        problems: [],
      });
      expect(report.out.losses.length).toBeGreaterThan(0);
      expect(readGraphml(readFileSync(to, 'utf8')).kind).toBe('plain');
      const said = await cli('convert', from, to, '--lean');
      expect(said.out).toContain(`not held by this format: ${report.out.losses[0].what}`);
    }));

  it('says that entities of several articles have run together in triples', () =>
    inFolder(async (dir) => {
      const [one] = sampleDataset.articles as [Article];
      const second = { ...one, id: 'pier', claims: [] };
      const two: Dataset = { ...sampleDataset, articles: [one, second] };
      await buildDataset(two, dir, { formats: ['nt', 'nq'] });
      const report = async (name: string) =>
        JSON.parse((await cli('convert', join(dir, name), join(dir, 'x.json'), '--json')).out).in.losses;
      expect(await report('sample.nq')).toEqual([]);
      expect(await report('sample.nt')).toEqual([
        { what: 'entities of several articles, of which each now says all', count: one.entities.length },
      ]);
    }));

  it.each([
    [
      'ttl',
      '@prefix foaf: <http://xmlns.com/foaf/0.1/> . <https://a.example/ada> a foaf:Person ; foaf:knows <https://a.example/bob> .',
    ],
    [
      'graphml',
      '<graphml><graph edgedefault="directed"><node id="https://a.example/ada"/><node id="https://a.example/bob"/>' +
        '<edge source="https://a.example/ada" target="https://a.example/bob"/></graph></graphml>',
    ],
  ])('opens foreign .%s as a graph, and writes its IRIs again', (ending, text) =>
    inFolder(async (dir) => {
      const from = join(dir, `friends.${ending}`);
      writeFileSync(from, text);
      expect(await cli('convert', from, join(dir, 'out.json'), '--json')).toMatchObject({ code: 0, err: '' });
      const { dataset: opened, origin } = await readDatasetFile(join(dir, 'out.json'));
      expect([opened.id, opened.title, origin]).toEqual(['friends', { und: 'friends' }, 'clew']);
      await cli('convert', join(dir, 'out.json'), join(dir, 'out.nt'));
      const triples = readFileSync(join(dir, 'out.nt'), 'utf8');
      expect(triples).toMatch(/^<https:\/\/a\.example\/ada> <[^>]+> <https:\/\/a\.example\/bob> \.$/m);
      expect((await readDatasetFile(join(dir, 'out.nt'))).dataset).toEqual(opened);
    }),
  );

  it.each([
    ['foreign JSON', 'in.json', '{"nodes":[]}', 'this JSON holds no dataset'],
    ['broken Turtle', 'in.ttl', '\n<a> <b>', 'in.ttl:2: error:'],
    ['broken XML', 'in.gexf', '<gexf>', 'not well-formed'],
    ['broken JSON', 'in.json', '[1,', 'this is not JSON'],
    [
      'half a record',
      'in.nt',
      '<https://a.example/dataset> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/clew/ns#Dataset> .',
      'https://a.example/dataset has no',
    ],
    ['what is not UTF-8', 'in.nq', Buffer.from([0x3c, 0xff]), 'the file is not UTF-8'],
    ['a format that is not read', 'in.svg', '<svg/>', 'files of this ending are not read'],
  ])('refuses %s, with the file and the way out', (_, name, text, message) =>
    inFolder(async (dir) => {
      const path = join(dir, name);
      writeFileSync(path, text);
      const { code, err } = await cli('convert', path, join(dir, 'out.json'));
      expect(err).toContain(path);
      expect(err).toContain(message);
      expect(code).toBe(1);
      expect(existsSync(join(dir, 'out.json'))).toBe(false);
    }),
  );

  it.each([
    ['ttl', '# nothing', 'statement'],
    ['graphml', '<graphml><graph/></graphml>', 'node'],
  ])(
    'reads a .%s that says nothing as just that, with a warning; what shows it refuses it',
    (ending, text, what) =>
      inFolder(async (dir) => {
        const from = join(dir, `in.${ending}`);
        writeFileSync(from, text);
        const written = await cli('convert', from, join(dir, 'out.json'), '--json');
        expect(written.code).toBe(0);
        const message = `the file says nothing: it holds no ${what}`;
        expect(JSON.parse(written.out).problems).toMatchObject([
          { severity: 'warning', code: 'empty-file', message, place: { file: from } },
        ]);
        const { dataset: read } = await readDatasetFile(join(dir, 'out.json'));
        expect(read.articles.flatMap(({ entities, claims }) => [...entities, ...claims])).toEqual([]);
        writeFileSync(join(dir, 'other.nt'), '');
        expect((await cli('diff', from, join(dir, 'other.nt'), '--exit-code')).code).toBe(0);
        await expect(readDatasetFile(from)).rejects.toThrow(message);
      }),
  );

  it('writes RDF that says nothing as RDF that says nothing', () =>
    inFolder(async (dir) => {
      writeFileSync(join(dir, 'in.ttl'), '@prefix a: <https://a.example/> .');
      expect((await cli('convert', join(dir, 'in.ttl'), join(dir, 'out.nt'))).code).toBe(0);
      expect(readFileSync(join(dir, 'out.nt'), 'utf8')).toBe('');
    }));

  it.each(['ttl', 'trig', 'nt', 'nq', 'graphml', 'gexf', 'json'] as const)(
    'reads a large .%s in pieces, as it reads it whole',
    (format) =>
      inFolder(async (dir) => {
        const path = join(dir, `large.${format}`);
        await convertDataset(dataset!, path, format);
        const [whole, inPieces] = [await readDatasetFile(path), await readDatasetFile(path, {}, 1)];
        expect(inPieces).toEqual(whole);
      }),
  );

  it('refuses what the format cannot hold, and leaves the old file', () =>
    inFolder(async (dir) => {
      const bad = { ...sampleDataset, title: { en: 'half \ud83d' } };
      await buildDataset(bad, dir, { formats: ['json'] });
      writeFileSync(join(dir, 'out.ttl'), 'old');
      const from = join(dir, 'sample.json');
      const { code, err } = await cli('convert', from, join(dir, 'out.ttl'));
      expect([code, err]).toEqual([
        1,
        expect.stringContaining(`${from}: error: dataset ${sampleDataset.id}: title holds half`),
      ]);
      expect(readFileSync(join(dir, 'out.ttl'), 'utf8')).toBe('old');
      expect(readdirSync(dir).sort()).toEqual(['out.ttl', 'sample.json']);
      const mended = await cli('convert', from, join(dir, 'out.ttl'), '--repair');
      expect([mended.code, mended.err]).toEqual([0, expect.stringContaining('repaired-text')]);
    }));

  it.each(['ttl', 'nq', 'jsonld', 'rdf'])(
    'says where in a damaged file of its own, .%s, a record is wrong',
    (ending) =>
      inFolder(async (dir) => {
        const from = join(dir, `own.${ending}`);
        const text = readFileSync(join(ROOT, 'exports', `chinese-ai.${ending}`), 'utf8');
        const claim = /claim\/china-ai-2024-08\/c24(?=[>"])/;
        // The first claim of that name loses its polarity, whatever the syntax writes it as.
        const at = text.search(claim);
        const rest = text.slice(at);
        const cut = rest.replace(/(?:clew:|ns#|")polarity/, (name) => name.replace('polarity', 'polaritee'));
        writeFileSync(from, text.slice(0, at) + cut);
        const { code, err } = await cli('convert', from, join(dir, 'out.json'));
        expect(code).toBe(1);
        const [, line, said] = /^.*own\.\w+:(\d+): error: (\S+ has no \S*polarity .*)$/m.exec(err)!;
        const iri = /https:\S+\/(claim\/\S+)/.exec(said!)![1]!;
        expect(
          readFileSync(from, 'utf8')
            .split('\n')
            .slice(Number(line) - 2, Number(line))
            .join('\n'),
        ).toContain(iri);
      }),
  );

  it('counts what others have put into a file of its own, which has no place in the dataset', () =>
    inFolder(async (dir) => {
      const from = join(dir, 'own.ttl');
      writeFileSync(
        from,
        `${readFileSync(join(ROOT, 'exports', 'chinese-ai.ttl'))}\n<urn:x:a> <urn:x:p> 1 , 2 .\n`,
      );
      const { code, out } = await cli('convert', from, join(dir, 'own.nq'));
      expect([code, out]).toEqual([
        0,
        expect.stringContaining(`not whole in ${from}: statements that are no part of the dataset (2)`),
      ]);
      const compared = await cli('diff', from, DATA);
      expect(compared.out).toContain('statements that are no part of the dataset (2)');
      expect((await cli('diff', from, DATA, '--triples', '--exit-code')).code).toBe(1);
    }));

  it('refuses a folder and a file that is not there', () =>
    inFolder(async (dir) => {
      mkdirSync(join(dir, 'data.ttl'));
      const folder = await cli('convert', join(dir, 'data.ttl'), join(dir, 'a.nt'));
      expect([folder.code, folder.err]).toEqual([1, expect.stringContaining('this is a folder')]);
      const missing = await cli('convert', join(dir, 'no.ttl'), join(dir, 'a.nt'));
      expect([missing.code, missing.err]).toEqual([1, expect.stringContaining(join(dir, 'no.ttl'))]);
    }));
});
