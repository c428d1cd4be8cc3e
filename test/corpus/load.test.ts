/** The data folder as a whole: what it becomes, what its order does not change, and what keeps it from being read. */
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { loadDataset } from '../../src/corpus/index.ts';
import { at, ferryFiles, folderOf, hashOf, said, TEXT } from './ferry.ts';

async function problemsOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  const folder = folderOf(files);
  const { problems } = await loadDataset(folder);
  return said(problems, folder);
}

/** The same data with every list turned around and every group of fields in another order. */
function turned(value: unknown): unknown {
  // A span is a pair, and its order is its meaning; so is the order of languages.
  if (Array.isArray(value)) {
    const isSpan = value.length === 2 && value.every((item) => typeof item === 'bigint');
    return isSpan ? value : value.map(turned).reverse();
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    key === 'languages' ? inner : turned(inner),
  ]);
  return Object.fromEntries(entries.reverse());
}

describe('a sound folder', () => {
  test('becomes a dataset in canonical order, with defaults filled in', async () => {
    const { dataset, problems } = await loadDataset(folderOf(ferryFiles()));
    expect(problems).toEqual([]);
    await expect(`${JSON.stringify(dataset, null, 1)}\n`).toMatchFileSnapshot('ferry.dataset.txt');
  });

  test('gives the same dataset whatever the order of lines in its files', async () => {
    const files = ferryFiles();
    const other = Object.entries(files).map(([path, text]) => {
      // Kept as text, so that the large number keeps its digits.
      const options = { intAsBigInt: true } as const;
      return [path, path.endsWith('.yaml') ? stringify(turned(parse(text, options)), options) : text];
    });
    const [first, second] = await Promise.all(
      [files, Object.fromEntries(other)].map((content) => loadDataset(folderOf(content))),
    );
    expect(second!.problems).toEqual([]);
    expect(JSON.stringify(second!.dataset)).toBe(JSON.stringify(first!.dataset));
  });

  test('keeps numbers as they are spelt, and bare years as dates', async () => {
    const files = ferryFiles();
    files['ferry/claims.yaml'] = files['ferry/claims.yaml']!.replace('rank: 3', 'rank: +007').replace(
      'min: 80, max: 120',
      'min: 80.50, max: 1200',
    );
    const { dataset } = await loadDataset(folderOf(files));
    const claims = new Map(dataset!.articles[0]!.claims.map((claim) => [claim.id, claim]));
    expect(claims.get('c10')!.object).toEqual({ value: '72000000000000000001', datatype: 'xsd:integer' });
    expect(claims.get('c2')!.said).toBe('2031');
    expect(claims.get('c3')!.qualifiers.slice(2)).toEqual([
      { property: 'ex:amount', value: { min: '80.50', max: '1200', datatype: 'xsd:decimal', unit: 'cars' } },
      { property: 'ex:rank', value: { value: '+007', datatype: 'xsd:integer' } },
    ]);
  });

  test('may name the ontologies that ship with Clew', async () => {
    const files = ferryFiles();
    files['dataset.yaml'] = files['dataset.yaml']!.replace('[ferry.ttl]', '[clew:core, clew:news]');
    files['ferry/entities.yaml'] = `- id: nordlink
  kind: Company
  label: {en: Nordlink, vi: Nordlink}
  aliases: [Nordlink]
  mentions: [{span: ${at('Nordlink')}, form: name}]
`;
    files['ferry/article.yaml'] = files['ferry/article.yaml']!.replaceAll('anna-berg', 'nordlink');
    files['ferry/claims.yaml'] = '[]';
    const { dataset, problems } = await loadDataset(folderOf(files));
    expect(problems.map(({ code }) => code)).toEqual(['no-claims']);
    expect(dataset!.articles[0]!.entities[0]!.kind).toBe('news:Company');
    expect(dataset!.prefixes).toMatchObject({
      news: expect.stringMatching(/^https:/),
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    });
  });

  test('says where each part was read', async () => {
    const folder = folderOf(ferryFiles());
    const { places } = await loadDataset(folder);
    const lines = readFileSync(join(folder, 'ferry/claims.yaml'), 'utf8').split('\n');
    const line = lines.indexOf('- id: c2') + 1;
    const claims = join(folder, 'ferry/claims.yaml');
    expect(places.claim('ferry/c2')).toEqual({ file: claims, line, column: 3 });
    const [start, end] = JSON.parse(at('Quick Tern')) as [number, number];
    const evidence = lines.findIndex((text) => text.includes('evidence') && text.includes(at('Quick Tern')));
    expect(places.evidence('ferry/c2', { start, end })).toEqual({
      file: claims,
      line: evidence + 1,
      column: [...lines[evidence]!.slice(0, lines[evidence]!.indexOf(at('Quick Tern')))].length + 1,
    });
    expect(places.evidence('ferry/c2', { start: 1, end: 2 })).toEqual(places.claim('ferry/c2'));
    expect(places.claim('ferry/none')).toEqual(places.article('ferry'));
    expect(places.entity('ferry', 'nordlink')).toMatchObject({ line: 1, column: 3 });
    expect(places.mention('ferry', 'nordlink', { start: 23, end: 31 })).toMatchObject({
      line: 8,
      column: 14,
    });
    expect(places.region('ferry', { start: 0, end: 21 })).toMatchObject({ line: 20 });
    expect(places.dataset()).toMatchObject({ file: join(folder, 'dataset.yaml'), line: 1 });
    expect(places.article('none')).toBeUndefined();
  });
});

describe('what cannot be read', () => {
  test('an empty folder, and one that is not there', async () => {
    expect(await problemsOf({})).toEqual([
      'data: error: the data folder is empty (empty-folder)\n    start with `clew init NAME --text FILE`',
    ]);
    const { problems } = await loadDataset('no/such/folder');
    expect(said(problems)).toEqual([
      'no/such/folder: error: there is no such file or folder (missing-file)\n' +
        '    check the path, or start with `clew init NAME --text FILE`',
    ]);
  });

  test('a folder without dataset.yaml still has its articles checked', async () => {
    const { 'dataset.yaml': _gone, ...files } = ferryFiles();
    files['ferry/claims.yaml'] = files['ferry/claims.yaml']!.replace('object: lindmar', 'object: lindmr');
    expect(await problemsOf(files)).toEqual([
      'data/dataset.yaml: error: there is no such file or folder (missing-file)\n' +
        '    write it, or start with `clew init NAME --text FILE`',
      'data/ferry/claims.yaml:4:11: error: this article lists no entity of this id (unknown-entity) [lindmr]\n' +
        '    did you mean `lindmar`?',
    ]);
  });

  test('folders without an article or without its lists', async () => {
    const files = ferryFiles();
    delete files['ferry/claims.yaml'];
    expect(await problemsOf({ ...files, 'drafts/notes.txt': 'x' })).toEqual([
      'data/drafts/article.yaml: error: there is no such file or folder (missing-file)\n' +
        '    every folder here is an article: write the file, or move the folder away',
      'data/drafts/claims.yaml: error: there is no such file or folder (missing-file)\n    write the file; it may hold an empty list: []',
      'data/drafts/entities.yaml: error: there is no such file or folder (missing-file)\n    write the file; it may hold an empty list: []',
      'data/ferry/claims.yaml: error: there is no such file or folder (missing-file)\n    write the file; it may hold an empty list: []',
    ]);
    const { 'dataset.yaml': dataset, 'ferry.ttl': ontology } = ferryFiles();
    expect(await problemsOf({ 'dataset.yaml': dataset!, 'ferry.ttl': ontology! })).toEqual([
      'data: error: the data folder holds no article (no-articles)\n    start with `clew init NAME --text FILE`',
    ]);
  });

  test('a folder in the place of a file, and a file in the place of the folder', async () => {
    const folder = folderOf(ferryFiles());
    rmSync(join(folder, 'ferry/claims.yaml'));
    mkdirSync(join(folder, 'ferry/claims.yaml'));
    const { problems, dataset } = await loadDataset(folder);
    expect(dataset).toBeUndefined();
    expect(said(problems, folder)).toEqual([
      'data/ferry/claims.yaml: error: this is a folder, and a file is needed here (cannot-read)\n' +
        '    write the file; it may hold an empty list: []',
    ]);
    const file = join(folder, 'dataset.yaml');
    expect(said((await loadDataset(file)).problems, folder)).toEqual([
      'data/dataset.yaml: error: this is a file, and a folder is needed here (cannot-read)\n' +
        '    check the path, or start with `clew init NAME --text FILE`',
    ]);
  });

  test('a link that leads to itself', async () => {
    const folder = folderOf(ferryFiles());
    rmSync(join(folder, 'ferry/claims.yaml'));
    symlinkSync('claims.yaml', join(folder, 'ferry/claims.yaml'));
    expect(said((await loadDataset(folder)).problems, folder)).toEqual([
      'data/ferry/claims.yaml: error: the system cannot read this (ELOOP) (cannot-read)\n' +
        '    write the file; it may hold an empty list: []',
    ]);
  });

  const isRoot = process.getuid?.() === 0;
  test.skipIf(isRoot)(
    'a file and a folder without permission (skipped for root, who may read everything)',
    async () => {
      const folder = folderOf(ferryFiles());
      chmodSync(join(folder, 'ferry/claims.yaml'), 0o000);
      expect(said((await loadDataset(folder)).problems, folder)).toEqual([
        'data/ferry/claims.yaml: error: you have no permission to read this (cannot-read)\n' +
          "    allow yourself to read it: chmod u+rX 'data/ferry/claims.yaml'",
      ]);
      chmodSync(folder, 0o000);
      const { problems } = await loadDataset(folder);
      chmodSync(folder, 0o700);
      expect(said(problems, folder)).toEqual([
        "data: error: you have no permission to read this (cannot-read)\n    allow yourself to read it: chmod u+rX 'data'",
      ]);
    },
  );

  test('bytes that are not UTF-8, at the first of them', async () => {
    const files: Record<string, string | Uint8Array> = ferryFiles();
    files['ferry/claims.yaml'] = Buffer.concat([
      Buffer.from('# bờ\n- id: "ữ'),
      Buffer.from([0xc3, 0x28]),
      Buffer.from('"\n'),
    ]);
    files['ferry/entities.yaml'] = Buffer.from('\ufeff- id: a', 'utf16le');
    expect(await problemsOf(files)).toEqual([
      'data/ferry/claims.yaml:2:9: error: the file is not UTF-8 from here on (not-utf8) [C3 28]\n    save the file as UTF-8',
      'data/ferry/entities.yaml:1:1: error: the file is not UTF-8 from here on (not-utf8) [FF FE]\n    this is UTF-16; save the file as UTF-8',
    ]);
  });

  test('all files that are wrong are reported in one run', async () => {
    const files = ferryFiles();
    files['dataset.yaml'] = files['dataset.yaml']!.replace('licence: https', 'licence: ttps//');
    files['ferry/article.yaml'] = files['ferry/article.yaml']!.replace('language: en', 'language: english');
    files['ferry/entities.yaml'] = files['ferry/entities.yaml']!.replace('kind: Work', 'kind: Wrok');
    files['ferry/claims.yaml'] = files['ferry/claims.yaml']!.replace('time: 2031-05', 'time: soon').replace(
      'rank: 3',
      'rank: [',
    );
    files['identity.yaml'] = 'a: b';
    expect(
      (await problemsOf(files)).map((line) => line.replace(/: error.*\(/s, ' (').replace(/\)[^)]*$/s, ')')),
    ).toEqual([
      'data/dataset.yaml:5:10 (bad-iri)',
      'data/ferry/article.yaml:5:11 (bad-language)',
      expect.stringMatching(/^data\/ferry\/claims.yaml:\d+:\d+ \(yaml-syntax\)$/),
      'data/ferry/entities.yaml:30:9 (unknown-kind)',
      'data/identity.yaml:1:1 (wrong-type)',
    ]);
  });
});

describe('several articles', () => {
  const second = (entities: string, claims = '[]'): Record<string, string> => ({
    ...ferryFiles(),
    'letter/article.yaml': `id: letter\ntitle: {en: A letter}\nlanguage: en\ntext: {sha256: ${hashOf('x')}, codePoints: 90}\n`,
    'letter/entities.yaml': entities,
    'letter/claims.yaml': claims,
  });

  test('claims may refer to claims of other articles', async () => {
    const files = second(
      '- {id: union, kind: Agent, label: {en: Dock union, vi: Công đoàn}}',
      '- {id: c1, subject: union, predicate: expects, object: {claim: ferry/c1}, statement: {en: A., vi: B.}, evidence: [[0, 5]]}',
    );
    const { dataset, problems } = await loadDataset(folderOf(files));
    expect(problems).toEqual([]);
    expect(dataset!.articles.map(({ id }) => id)).toEqual(['ferry', 'letter']);
    expect(dataset!.articles[1]!.claims[0]!.object).toEqual({ claim: 'c1', article: 'ferry' });
  });

  test('circles of claims are found across articles', async () => {
    const files = second(
      '- {id: union, kind: Agent, label: {en: Dock union, vi: Công đoàn}}',
      '- {id: c1, subject: union, predicate: expects, object: {claim: ferry/c2}, statement: {en: A., vi: B.}, evidence: [[0, 5]]}',
    );
    files['ferry/claims.yaml'] = files['ferry/claims.yaml']!.replace(
      'object: {claim: c1}',
      'object: {claim: letter/c1}',
    );
    expect(await problemsOf(files)).toEqual([
      'data/letter/claims.yaml:1:64: error: these claims refer to each other in a circle (claim-cycle) ' +
        '[ferry/c2 > letter/c1 > ferry/c2]\n    a claim can only be about claims that stand without it',
    ]);
  });

  test('what they say of one entity must agree; what one alone says is united later', async () => {
    const files = second(`- id: nordlink
  kind: Person
  label: {en: Nordlink, fr: Nordlink}
  aliases: [NL]
  sameAs: [https://companies.example/other]
- {id: Quick-Tern, kind: ex:Ship, label: {en: Quick Tern, vi: Quick Tern}}
- {id: lindmar, kind: Place, label: {en: Lindmar, vi: Lindmar}, sameAs: [https://places.example/1]}
`);
    const problems = await problemsOf(files);
    expect(problems.filter((line) => line.includes('error'))).toEqual([
      'data/letter/entities.yaml:1:3: error: `nordlink` has another kind in another article (entities-disagree) [ex:Person]\n' +
        '    data/ferry/entities.yaml:1 says ex:Company: use one, or give one of the two another id',
      'data/letter/entities.yaml:1:3: error: `nordlink` has another label in en in another article (entities-disagree) [Nordlink]\n' +
        '    data/ferry/entities.yaml:1 says Nordlink Ferries: use one, or give one of the two another id',
      'data/letter/entities.yaml:1:3: error: `nordlink` has another sameAs in another article (entities-disagree) [https://companies.example/other]\n' +
        '    data/ferry/entities.yaml:1 says https://companies.example/nordlink: use one, or give one of the two another id',
      'data/letter/entities.yaml:6:3: error: two ids differ in letter case alone (duplicate-id) [Quick-Tern]\n' +
        '    data/ferry/entities.yaml:10 says quick-tern: use one, or give one of the two another id',
    ]);
  });

  test('decisions of identity are kept in order, without those taken back', async () => {
    const files = ferryFiles();
    const decision = (ids: string) => `- {${ids}, decidedBy: editor, date: 2031, reason: So it is.}\n`;
    files['identity.yaml'] =
      decision('a: union, b: lindmar, same: false') +
      decision('a: nordlink, b: union, same: true, retracted: true') +
      decision('a: letter, b: anna-berg, same: true');
    const { dataset, problems } = await loadDataset(folderOf(files));
    expect(problems).toEqual([]);
    const rest = { decidedBy: 'editor', date: '2031', reason: 'So it is.' };
    expect(dataset!.identity).toEqual([
      { a: 'anna-berg', b: 'letter', same: true, ...rest },
      { a: 'lindmar', b: 'union', same: false, ...rest },
    ]);
  });
});

test('the text of the fixture has the length that the article says', () => {
  expect(ferryFiles()['ferry/article.yaml']).toContain(`codePoints: ${TEXT.length - 1}`);
});
