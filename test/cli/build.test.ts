import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_FORMATS, OUTPUT_FORMATS } from '../../src/build/index.ts';
import { readGraphJson } from '../../src/formats/index.ts';
import { cli, DATA, inFolder } from './run-cli.ts';

describe('clew build', () => {
  it('writes every format, says what it wrote, and leaves nothing else', () =>
    inFolder(async (dir) => {
      const { code, out, err } = await cli('build', DATA, '--out', join(dir, 'out'));
      expect([code, err]).toEqual([0, '']);
      const names = readdirSync(join(dir, 'out')).sort();
      expect(names).toEqual(DEFAULT_FORMATS.map((format) => `chinese-ai.${format}`).sort());
      for (const name of names) expect(out).toContain(name);
    }));

  it('writes the flavours that are asked for, their names in the files’', () =>
    inFolder(async (dir) => {
      const flavours = OUTPUT_FORMATS.filter((format) => !DEFAULT_FORMATS.includes(format));
      const { code } = await cli(
        'build',
        DATA,
        '--out',
        dir,
        '--rdf',
        'rdf12',
        '--formats',
        ['ttl', ...flavours].join(),
      );
      expect(code).toBe(0);
      const names = ['rdf12.ttl', ...flavours].map((name) => `chinese-ai.${name}`);
      expect(readdirSync(dir).sort()).toEqual(names.sort());
      expect(readFileSync(join(dir, 'chinese-ai.rdf12.ttl'), 'utf8')).toContain(
        'rdf:reifies <<(<id/openai> news:provides <id/sora>)>>',
      );
    }));

  it('writes NIF, and nanopublications where they can stand, and says what it left out', () =>
    inFolder(async (dir) => {
      const nif = await cli(
        'build',
        DATA,
        '--out',
        dir,
        '--rdf',
        'nif',
        '--formats',
        'ttl,void.ttl',
        '--json',
      );
      expect(JSON.parse(nif.out).files[0].losses).toEqual([
        { what: 'texts, for which NIF has nif:isString: they stay outside', count: 1 },
      ]);
      const back = await cli('diff', DATA, join(dir, 'chinese-ai.nif.ttl'), '--exit-code');
      expect(back.code).toBe(0);

      const { code, out } = await cli('build', DATA, '--out', join(dir, 'np'), '--rdf', 'nanopub');
      expect(code).toBe(0);
      expect(out).toContain('not written, for they cannot hold nanopub: ttl, nt, rdf');
      const names = readdirSync(join(dir, 'np')).filter((name) => name.includes('nanopub'));
      expect(names.sort()).toEqual(['jsonld', 'nq', 'trig'].map((end) => `chinese-ai.nanopub.${end}`));

      const asked = await cli('build', DATA, '--out', dir, '--rdf', 'nanopub', '--formats', 'ttl');
      expect(asked.code).toBe(1);
      expect(asked.err).toContain('nanopublications are made of named graphs');
      const trig = join(dir, 'c.nanopub.trig');
      expect((await cli('convert', join(dir, 'chinese-ai.nif.ttl'), trig)).code).toBe(0);
      expect(readFileSync(trig).equals(readFileSync(join(dir, 'np', 'chinese-ai.nanopub.trig')))).toBe(true);
    }));

  it('gives the same bytes twice', () =>
    inFolder(async (dir) => {
      await cli('build', DATA, '--out', join(dir, 'a'));
      await cli('build', DATA, '--out', join(dir, 'b'));
      for (const name of readdirSync(join(dir, 'a'))) {
        expect(readFileSync(join(dir, 'a', name)).equals(readFileSync(join(dir, 'b', name)))).toBe(true);
      }
    }));

  it('writes only the formats asked for', () =>
    inFolder(async (dir) => {
      await cli('build', DATA, '--out', dir, '--formats', 'json, .ttl');
      expect(readdirSync(dir).sort()).toEqual(['chinese-ai.json', 'chinese-ai.ttl']);
    }));

  it('reports as JSON', () =>
    inFolder(async (dir) => {
      const { out } = await cli('build', DATA, '--out', dir, '--formats', 'json', '--json');
      const report = JSON.parse(out);
      expect(report).toMatchObject({ ok: true, dataset: 'chinese-ai', layout: { converged: true } });
      expect(report.files).toEqual([
        {
          path: join(dir, 'chinese-ai.json'),
          bytes: readFileSync(join(dir, 'chinese-ai.json')).length,
          losses: [],
        },
      ]);
    }));

  it('tells what no format could hold, the same to people and to machines', () =>
    inFolder(async (dir) => {
      const formats = ['graphml', 'gexf', 'nodes.csv', 'neo4j.nodes.csv', 'cypher', 'cx2', 'dot', 'svg'];
      const options = ['--lean', '--formats', formats.join()];
      const { files } = JSON.parse((await cli('build', DATA, '--out', dir, ...options, '--json')).out) as {
        files: { path: string; losses: { what: string; count: number }[] }[];
      };
      const said = (await cli('build', DATA, '--out', dir, ...options)).out.split('\n');
      const told = said.filter((line) => line.startsWith(' ')).map((line) => line.trim());
      expect(told).toEqual(
        files.flatMap(({ losses }) =>
          losses.map(({ what, count }) => `not held by this format: ${what} (${count})`),
        ),
      );
      for (const { path, losses } of files) {
        expect([path, losses.map(({ what }) => what)]).toEqual([
          path,
          expect.arrayContaining([expect.stringMatching(/literal object/)]),
        ]);
        expect(losses.every(({ count }) => count > 0)).toBe(true);
      }
      expect(files).toHaveLength(formats.length);
    }));

  it('writes a graph that reads back, every node with a place', () =>
    inFolder(async (dir) => {
      await cli('build', DATA, '--out', dir, '--formats', 'json');
      const graph = readGraphJson(readFileSync(join(dir, 'chinese-ai.json'), 'utf8'));
      const places = graph.mapNodes((_, { x, y }) => `${x} ${y}`);
      expect(new Set(places).size).toBe(graph.order);
    }));

  it('leaves the old files where the data is wrong', () =>
    inFolder(async (dir) => {
      const data = join(dir, 'data');
      const out = join(dir, 'out');
      await cli('init', 'a', '--text', join(DATA, 'dataset.yaml'), '--data', data);
      const { code, err } = await cli('build', data, '--out', out);
      expect(code).toBe(1);
      expect(err).toMatch(/\.yaml:\d+:\d+: error: /);
      expect(err).not.toMatch(/at .*\.(ts|js):/);
      expect(() => readdirSync(out)).toThrow('ENOENT');
    }));

  it('says that it cannot write where a file stands in the way', () =>
    inFolder(async (dir) => {
      writeFileSync(join(dir, 'out'), '');
      const { code, err } = await cli('build', DATA, '--out', join(dir, 'out'));
      expect(code).toBe(1);
      expect(err).toContain(`${join(dir, 'out')}: error:`);
    }));
});
