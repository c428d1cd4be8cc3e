/** `clew build --sources --text`: what outputs carry of the source texts. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readQuads } from '../../src/formats/index.ts';
import { harbourData, TEXT } from './harbour-data.ts';
import { cli, inFolder } from './run-cli.ts';

const LONG = `It rained, and they talked about the bridge ${'again and '.repeat(40)}again.`;
const from = [...TEXT].length + 1;
const TALKED = `- id: c3
  subject: vik-bridge
  predicate: delays
  object: dockers
  statement: {en: The dockers talk about the bridge.}
  evidence: [[${from}, ${from + LONG.length}]]
`;
const EVIDENCE = 'the bridge at Vik will open in 2031';
const RDF = ['ttl', 'trig', 'nt', 'nq', 'jsonld', 'rdf'];
const TABLES = ['graphml', 'gexf', 'edges.csv', 'cypher', 'json', 'html', 'neo4j.edges.csv', 'cx2'];
const PICTURES = ['nodes.csv', 'svg', 'dot'];

const build = (dir: string, out: string, ...more: string[]) =>
  cli('build', join(dir, 'data'), '--out', join(dir, out), '--json', ...more);
const idOf = (dir: string) => readdirSync(dir)[0]!.split('.')[0]!;

describe('clew build --text', () => {
  it('standoff: with the texts at hand or without, the same bytes, and none of their words', () =>
    inFolder(async (dir) => {
      await harbourData(dir, `\n${LONG}\n`, TALKED);
      const without = await build(dir, 'a');
      const withTexts = await build(dir, 'b', '--sources', join(dir, 'texts'));
      expect([without.code, withTexts.code, withTexts.err]).toEqual([0, 0, '']);
      const names = readdirSync(join(dir, 'a'));
      expect(readdirSync(join(dir, 'b'))).toEqual(names);
      for (const name of names) {
        const bytes = readFileSync(join(dir, 'a', name));
        expect(readFileSync(join(dir, 'b', name)).equals(bytes)).toBe(true);
        expect(bytes.includes(EVIDENCE)).toBe(false);
      }
    }));

  it('quotes: RDF, tables and graph files quote short evidence, pictures nothing, and long evidence is counted', () =>
    inFolder(async (dir) => {
      await harbourData(dir, `\n${LONG}\n`, TALKED);
      const formats = [...RDF, ...TABLES, ...PICTURES];
      const { code, out } = await build(
        dir,
        'q',
        '--sources',
        dir,
        '--text',
        'quotes',
        '--formats',
        formats.join(),
      );
      expect(code).toBe(0);
      const files: { path: string; losses: { what: string; count: number }[] }[] = JSON.parse(out).files;
      const at = join(dir, 'q');
      const id = idOf(at);
      const told = { what: 'spans of evidence longer than 300 characters, not quoted', count: 1 };
      for (const format of formats) {
        const text = readFileSync(join(at, `${id}.${format}`), 'utf8');
        const { losses } = files.find(({ path }) => path === join(at, `${id}.${format}`))!;
        const carries = !PICTURES.includes(format);
        expect([format, text.includes(EVIDENCE)]).toEqual([format, carries]);
        expect([format, text.includes(LONG)]).toEqual([format, false]);
        expect([format, losses.filter(({ what }) => what === told.what)]).toEqual([
          format,
          carries ? [told] : [],
        ]);
      }
    }));

  it('quotes: what is read back is the same dataset', () =>
    inFolder(async (dir) => {
      const data = await harbourData(dir);
      const formats = ['trig', 'graphml', 'gexf', 'json'];
      await build(dir, 'q', '--sources', join(dir, 'texts'), '--text', 'quotes', '--formats', formats.join());
      for (const name of readdirSync(join(dir, 'q'))) {
        expect((await cli('diff', data, join(dir, 'q', name), '--exit-code')).code).toBe(0);
      }
      const json = readFileSync(join(dir, 'q', `${idOf(join(dir, 'q'))}.json`), 'utf8');
      const [edge] = (JSON.parse(json) as { edges: { attributes: { quote?: string } }[] }).edges;
      expect(edge!.attributes.quote).toBe(EVIDENCE);
    }));

  it('full: RDF has the whole text, graph files its evidence, with the loss counted', () =>
    inFolder(async (dir) => {
      await harbourData(dir);
      const { out } = await build(
        dir,
        'f',
        '--sources',
        join(dir, 'texts'),
        '--text',
        'full',
        '--formats',
        'nt,edges.csv',
      );
      const id = idOf(join(dir, 'f'));
      const { quads } = readQuads(readFileSync(join(dir, 'f', `${id}.nt`), 'utf8'), 'ntriples');
      const body = quads.find(({ predicate }) => predicate.value === 'https://schema.org/articleBody');
      expect(body!.object.value).toBe(TEXT);
      const [nt, csv] = JSON.parse(out).files;
      expect(nt.losses).toEqual([]);
      expect(csv.losses).toContainEqual({
        what: 'texts of articles, of which only evidence is quoted',
        count: 1,
      });
    }));

  it('refuses what it has no text for, and leaves nothing', () =>
    inFolder(async (dir) => {
      await harbourData(dir);
      const bare = await cli('build', join(dir, 'data'), '--out', join(dir, 'o'), '--text', 'quotes');
      expect([bare.code, bare.err]).toEqual([2, expect.stringContaining('--text quotes needs --sources')]);
      writeFileSync(join(dir, 'texts', 'harbour.txt'), `${TEXT} changed`);
      const drifted = await cli(
        'build',
        join(dir, 'data'),
        '--out',
        join(dir, 'o'),
        '--sources',
        join(dir, 'texts'),
      );
      expect(drifted.code).toBe(1);
      expect(drifted.err).toContain('source-not-found');
      rmSync(join(dir, 'texts', 'harbour.txt'));
      const gone = await build(dir, 'o', '--sources', join(dir, 'texts'), '--text', 'full');
      expect(gone.code).toBe(1);
      expect(JSON.parse(gone.out)).toMatchObject({
        ok: false,
        problems: [{ code: 'source-not-found', message: `no file in ${join(dir, 'texts')} has this hash` }],
      });
      expect(() => readdirSync(join(dir, 'o'))).toThrow('ENOENT');
    }));
});
