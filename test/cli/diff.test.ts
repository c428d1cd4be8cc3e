import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../src/build/index.ts';
import { articleToJsonLine, loadDataset } from '../../src/corpus/index.ts';
import type { Article, Claim, Dataset } from '../../src/model/index.ts';
import { sampleDataset } from '../fixtures/sample.ts';
import { cli, DATA, inFolder, ROOT } from './run-cli.ts';

const [article] = sampleDataset.articles;
const withClaims = (change: (claim: Claim) => Claim | undefined): Dataset => ({
  ...sampleDataset,
  articles: [{ ...article!, claims: article!.claims.flatMap((claim) => change(claim) ?? []) }],
});
const build = (dataset: Dataset, dir: string) =>
  buildDataset(dataset, dir, { formats: ['ttl', 'nq', 'jsonld', 'rdf', 'graphml', 'gexf', 'json'] });

describe('clew diff', () => {
  it.each(['ttl', 'nq', 'trig', 'nt', 'jsonld', 'rdf', 'graphml', 'gexf', 'json'])(
    'finds nothing between the data and the .%s that was built of it',
    async (ending) => {
      const file = join(ROOT, 'exports', `chinese-ai.${ending}`);
      expect(await cli('diff', file, DATA, '--exit-code')).toEqual({
        code: 0,
        out: 'Nothing changed.',
        err: '',
      });
    },
  );

  it('says what changed, old and new, across formats', () =>
    inFolder(async (dir) => {
      const [first, second] = article!.claims as [Claim, Claim];
      const changed = withClaims((claim) => {
        if (claim.id === first.id) return { ...claim, polarity: 'negative', confidence: 0.25 };
        return claim.id === second.id ? undefined : claim;
      });
      await build(sampleDataset, join(dir, 'a'));
      await build(changed, join(dir, 'b'));
      const [a, b] = [join(dir, 'a', 'sample.graphml'), join(dir, 'b', 'sample.nq')];
      const { code, out } = await cli('diff', a, b);
      expect(code).toBe(0);
      expect(out).toContain(`~ claim ${article!.id}/${first.id}\n    polarity: "positive" → "negative"\n`);
      expect(out).toContain(`- claim ${article!.id}/${second.id}`);
      expect(out).toMatch(/^claim: 1 removed, 1 changed$/m);
      const { counts, changes } = JSON.parse((await cli('diff', a, b, '--json')).out);
      expect(counts.claim).toEqual({ added: 0, removed: 1, changed: 1 });
      expect(changes.map(({ part, key, change }: Record<string, string>) => [part, key, change])).toEqual([
        ['claim', `${article!.id}/${first.id}`, 'changed'],
        ['claim', `${article!.id}/${second.id}`, 'removed'],
      ]);
      expect(await cli('diff', a, b, '--exit-code', '--quiet')).toEqual({ code: 1, out: '', err: '' });
    }));

  it('takes JSON Lines, with its dataset.yaml beside it, on either side', () =>
    inFolder(async (dir) => {
      const { dataset } = await loadDataset(DATA);
      const own = readFileSync(join(DATA, 'dataset.yaml'), 'utf8');
      writeFileSync(join(dir, 'dataset.yaml'), own);
      const file = join(dir, 'articles.jsonl');
      const lines = (articles: readonly Article[]) => `${articles.map(articleToJsonLine).join('\n')}\n`;
      writeFileSync(file, lines(dataset!.articles));
      const left = `not compared: decisions on identity: ${file} has no place for them`;
      for (const sides of [
        [file, DATA],
        [join(ROOT, 'exports', 'chinese-ai.trig'), file],
        [file, file],
      ]) {
        const { code, out, err } = await cli('diff', ...sides, '--exit-code');
        expect([code, out.split('\n'), err]).toEqual([0, ['Nothing changed.', left], '']);
      }
      const [one] = dataset!.articles;
      const said = JSON.stringify(one!.claims);
      const gone = one!.claims.find(({ id }) => !said.includes(`"claim":"${id}"`));
      const claims = one!.claims.filter((claim) => claim !== gone);
      writeFileSync(file, lines([{ ...one!, claims }]));
      const { code, out } = await cli('diff', DATA, file, '--exit-code');
      expect([code, out]).toEqual([1, expect.stringContaining(`- claim ${one!.id}/${gone!.id}`)]);
      expect((await cli('diff', DATA, file, '--triples', '--exit-code')).code).toBe(1);
    }));

  it('says which line of JSON Lines is wrong, and what it lacks beside it', () =>
    inFolder(async (dir) => {
      const file = join(dir, 'articles.jsonl');
      writeFileSync(file, '{}\n');
      const bare = await cli('diff', DATA, file);
      expect([bare.code, bare.err]).toEqual([1, expect.stringContaining(join(dir, 'dataset.yaml'))]);
      writeFileSync(join(dir, 'dataset.yaml'), readFileSync(join(DATA, 'dataset.yaml')));
      const wrong = await cli('diff', DATA, file);
      expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining(`${file}:1:`)]);
    }));

  it('names what a side without graphs cannot tell, and finds no false changes', () =>
    inFolder(async (dir) => {
      const two: Dataset = {
        ...sampleDataset,
        articles: [article!, { ...article!, id: 'pier', claims: [] }],
      };
      await build(two, dir);
      const { out } = await cli('diff', join(dir, 'sample.ttl'), join(dir, 'sample.nq'));
      expect(out).toMatch(/^Nothing changed\.\nnot compared: which article says what of an entity/);
    }));

  it('compares a graph file without model objects with the dataset by what it holds', () =>
    inFolder(async (dir) => {
      await build(sampleDataset, dir);
      await cli('convert', join(dir, 'sample.nq'), join(dir, 'lean.graphml'), '--lean');
      const { out } = await cli('diff', join(dir, 'lean.graphml'), join(dir, 'sample.nq'));
      expect(out).toMatch(/^Nothing changed\.\nnot compared: /);
    }));

  it('compares a dataset of nothing with its graph file, which has no place for it', () =>
    inFolder(async (dir) => {
      const articles = [{ ...article!, entities: [], claims: [], credits: [] }];
      await build({ ...sampleDataset, articles, identity: [] }, dir);
      const { code, out } = await cli('diff', join(dir, 'sample.graphml'), join(dir, 'sample.nq'));
      expect([code, out.split('\n')[0]]).toEqual([0, 'Nothing changed.']);
    }));

  it('holds files of others against each other by IRIs and statements, whatever their blank nodes are called', () =>
    inFolder(async (dir) => {
      const at = (name: string, text: string) => {
        writeFileSync(join(dir, name), text);
        return join(dir, name);
      };
      const start = '@prefix e: <https://e.example/> . e:ada e:knows e:bob .';
      const a = at('a.ttl', `${start} e:ada e:at [ e:city "Hue" ; e:street "One" ], [ e:city "Vinh" ] .`);
      const same = at(
        'same.trig',
        `${start} e:ada e:at _:z , _:y . _:y e:city "Hue" ; e:street "One" . _:z e:city "Vinh" .`,
      );
      const b = at(
        'b.ttl',
        `${start} e:ada e:at _:q, _:r . _:q e:city "Hue" ; e:street "Two" . _:r e:city "Vinh" . e:bob a e:Man .`,
      );
      expect((await cli('diff', a, same)).out).toMatch(/^Nothing changed\./);
      expect((await cli('diff', a, same, '--triples', '--exit-code')).code).toBe(0);
      const { graphs } = JSON.parse((await cli('diff', a, b, '--triples', '--json')).out);
      const strip = (lines: string[]) => lines.map((line) => line.replace(/_:\S+/g, '_:x'));
      expect(graphs).toHaveLength(1);
      expect(strip(graphs[0].removed)).toEqual(['_:x <https://e.example/street> "One" .']);
      expect(strip(graphs[0].added)).toEqual([
        '<https://e.example/bob> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://e.example/Man> .',
        '_:x <https://e.example/street> "Two" .',
      ]);
      const { changes } = JSON.parse((await cli('diff', a, b, '--json')).out);
      expect(changes).toContainEqual(
        expect.objectContaining({
          part: 'entity',
          key: 'https://e.example/bob',
          change: 'changed',
          fields: expect.arrayContaining([
            expect.objectContaining({ field: 'kind', new: 'https://e.example/Man' }),
          ]),
        }),
      );
    }));

  it('tells files of others from what they were converted to by what is said, not by made-up names', () =>
    inFolder(async (dir) => {
      const from = join(dir, 'a.trig');
      const text = `VERSION "1.2" PREFIX e: <https://e.example/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        e:g { e:ada e:knows _:x ; rdfs:label "Ada"@en-GB . _:x e:age 1 . } e:h { _:x e:of e:ada . } e:g e:from [ e:at 2 ] .`;
      writeFileSync(from, text);
      for (const name of ['a.nt', 'a.rdf', 'b.nq', 'b.jsonld']) {
        const to = join(dir, name);
        expect((await cli('convert', from, to)).code).toBe(0);
        const { code, out } = await cli('diff', from, to, '--triples', '--exit-code');
        expect([name, code, out.split('\n')[0]]).toEqual([name, 0, 'Nothing changed.']);
      }
      for (const name of ['b.graphml', 'c.gexf', 'd.json']) {
        const to = join(dir, name);
        expect((await cli('convert', from, to)).code).toBe(0);
        const { code, out } = await cli('diff', from, to, '--exit-code');
        expect([name, code, out.split('\n')[0]]).toEqual([name, 0, 'Nothing changed.']);
      }
    }));

  it('says what of a file of others is not compared as records', () =>
    inFolder(async (dir) => {
      const files = ['c', 'd'].map((object) => {
        const file = join(dir, `${object}.ttl`);
        writeFileSync(file, `PREFIX e: <urn:e:> e:a e:says <<( e:a e:b e:${object} )>> ; e:t "x"@ar--rtl .`);
        return file;
      }) as [string, string];
      const { out } = await cli('diff', ...files);
      for (const file of files) {
        const lost = 'statements whose object is a triple term (RDF 1.2) (1); base directions of texts (1)';
        expect(out).toContain(`not compared: what reading ${file} leaves out or makes over: ${lost}`);
      }
      expect((await cli('diff', ...files, '--triples', '--exit-code')).code).toBe(1);
    }));

  it('finds the same triples in a dataset and in its files', async () => {
    const triples = async (name: string, other: string) =>
      (await cli('diff', join(ROOT, 'exports', `chinese-ai.${name}`), other, '--triples')).out;
    expect(await triples('trig', DATA)).toBe('Nothing changed.');
    expect(await triples('nt', DATA)).toBe(
      'Nothing changed.\nnot compared: names of graphs: one side has none',
    );
  });

  it('refuses what is not there and what it cannot read', async () => {
    const missing = await cli('diff', DATA, join(ROOT, 'nowhere.ttl'));
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('nowhere.ttl')]);
    const unread = await cli('diff', DATA, join(ROOT, 'exports', 'chinese-ai.svg'), '--json');
    expect([unread.code, JSON.parse(unread.out).problems[0].code]).toEqual([1, 'unread-format']);
    expect((await cli('diff', DATA)).code).toBe(2);
  });
});
