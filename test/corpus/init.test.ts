/** A second person's own article: begun by one command, filled in, loaded. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findParagraphs } from '../../src/corpus/find-paragraphs.ts';
import { checkSources, initArticle, loadDataset } from '../../src/corpus/index.ts';
import { CodePointText } from '../../src/model/index.ts';
import { ferryFiles, folderOf, hashOf, said, TEXT } from './ferry.ts';

const options = { today: '2031-05-06' };

/** Takes the `#` off every example of a file, and fills every empty text. */
function fillIn(folder: string, file: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace(/^#(?=[^ ]| {2})/gm, '').replaceAll('""', '"Filled in."'));
}

async function refusal(run: Promise<unknown>, folder?: string): Promise<string> {
  const message = await run.then(
    () => 'nothing was refused',
    (error: Error) => error.message,
  );
  return folder === undefined ? message : message.replaceAll(folder, 'work');
}

describe('a new article in a new dataset', () => {
  test('says what is to be done, and is sound once its examples are taken and its texts written', async () => {
    const folder = folderOf({ 'ferry.txt': TEXT });
    const data = join(folder, 'data');
    const report = await initArticle(data, 'my-ferry', join(folder, 'ferry.txt'), {
      ...options,
      language: 'vi',
    });
    expect(report).toEqual({
      files: ['dataset.yaml', 'my-ferry/article.yaml', 'my-ferry/entities.yaml', 'my-ferry/claims.yaml'].map(
        (file) => join(data, file),
      ),
      sha256: hashOf(TEXT),
      codePoints: 235,
      paragraphs: 4,
      separatedBy: 'blank lines',
    });
    const begun = await loadDataset(data);
    expect(begun.dataset).toBeUndefined();
    // Title and description of the dataset, title of the article, digests of four paragraphs, in two languages.
    expect(begun.problems.map(({ code }) => code)).toEqual(Array(2 + 2 + 1 + 8).fill('empty-text'));
    expect(said(begun.problems, data)[4]).toMatch(
      /^data\/my-ferry\/article\.yaml:5:13: error: the text is empty \(empty-text\)\n/,
    );

    for (const file of [
      'dataset.yaml',
      'my-ferry/article.yaml',
      'my-ferry/entities.yaml',
      'my-ferry/claims.yaml',
    ])
      fillIn(data, file);
    const filled = await loadDataset(data);
    expect(
      said(
        filled.problems.filter(({ severity }) => severity === 'error'),
        data,
      ),
    ).toEqual([]);
    const [article] = filled.dataset!.articles;
    expect(filled.dataset!.languages).toEqual(['en', 'vi']);
    expect(filled.dataset!.issued).toBe('2031-05-06');
    expect(article!.claims.map(({ id, predicate }) => [id, predicate])).toEqual([
      ['c1', 'news:launched'],
      ['c2', 'news:provides'],
    ]);
    expect(article!.claims[1]).toMatchObject({
      modality: 'predicted',
      polarity: 'negative',
      attribution: { speaker: 'example-speaker' },
    });
    // The examples point at the first word of the text, and name it.
    expect(article!.entities.find(({ id }) => id === 'example-company')!.aliases).toEqual([
      { text: 'Lindmar' },
    ]);
    expect(said(await checkSources(filled, folder))).toEqual([]);
  });

  test('leaves no draft behind', async () => {
    const folder = folderOf({ 'ferry.txt': TEXT });
    await initArticle(folder, 'one', join(folder, 'ferry.txt'), options);
    expect(readdirSync(folder)).toEqual(['dataset.yaml', 'ferry.txt', 'one']);
    expect(readdirSync(join(folder, 'one'))).toEqual(['article.yaml', 'claims.yaml', 'entities.yaml']);
  });

  test('may have a name and a text that YAML would take for something else', async () => {
    const folder = folderOf({ 't.txt': '1e5 "quoted" #1\n\nMore.' });
    await initArticle(folder, '2031', join(folder, 't.txt'), options);
    for (const file of ['dataset.yaml', '2031/article.yaml', '2031/entities.yaml', '2031/claims.yaml'])
      fillIn(folder, file);
    const { dataset, problems } = await loadDataset(folder);
    expect(said(problems.filter(({ severity }) => severity === 'error'))).toEqual([]);
    expect(dataset!.articles[0]!.id).toBe('2031');
    expect(dataset!.articles[0]!.entities[0]!.aliases).toEqual([{ text: '1e5' }]);
  });
});

describe('a new article in a dataset that is there', () => {
  test('takes its languages and leaves its files alone', async () => {
    const data = folderOf(ferryFiles());
    const before = readFileSync(join(data, 'dataset.yaml'), 'utf8');
    const text = join(folderOf({ 't.txt': 'Một.\nHai.' }), 't.txt');
    const report = await initArticle(data, 'second', text, { ...options, languages: ['fr'] });
    expect(report.files.map((file) => file.slice(data.length + 1))).toEqual(
      ['article.yaml', 'entities.yaml', 'claims.yaml'].map((file) => `second/${file}`),
    );
    expect(report.separatedBy).toBe('lines');
    expect(readFileSync(join(data, 'dataset.yaml'), 'utf8')).toBe(before);
    expect(readFileSync(join(data, 'second/article.yaml'), 'utf8')).toContain(
      'paragraphs:\n  - span: [0, 4]\n    digest: {en: "", vi: ""}\n  - span: [5, 9]\n    digest: {en: "", vi: ""}\n',
    );
  });

  test('never takes the place of one of its name, in any letter case', async () => {
    const data = folderOf(ferryFiles());
    const text = join(folderOf({ 't.txt': 'One.' }), 't.txt');
    expect(await refusal(initArticle(data, 'Ferry', text, options), data)).toBe(
      'work/ferry: error: an article of this name is there already (already-there) [Ferry]\n' +
        '    choose another name, or move the folder away; nothing was written',
    );
    writeFileSync(join(data, 'dataset.yaml'), 'id: [');
    expect(await refusal(initArticle(data, 'second', text, options), data)).toMatch(
      /^work\/dataset.yaml:1:\d: error: this is not YAML/,
    );
    expect(readdirSync(data)).toEqual(['dataset.yaml', 'ferry', 'ferry.ttl']);
  });
});

describe('what is refused, all at once', () => {
  test('a bad name, a bad language, a text that is missing', async () => {
    const data = folderOf({});
    expect(
      await refusal(
        initArticle(data, 'my article', join(data, 'no.txt'), { ...options, language: 'english' }),
        data,
      ),
    ).toBe(
      [
        'error: the name is not a legal id (bad-id) [my article]',
        '    use letters from A to Z, digits, - and _, beginning with a letter or digit; names of JavaScript such as toString are taken',
        'error: this is not a language tag (bad-language) [english]',
        '    use BCP 47, e.g. en, vi, zh-Hant',
        'work/no.txt: error: there is no such file or folder (missing-file)',
        '    name the plain text file of the article',
      ].join('\n'),
    );
    expect(readdirSync(data)).toEqual([]);
  });

  test('a text that is empty, or not UTF-8, or a folder; a reserved name', async () => {
    const data = folderOf({
      'empty.txt': ' \n',
      'latin.txt': Uint8Array.of(0x61, 0xe9, 0x20),
      'folder/x': '',
    });
    const said = (name: string, text: string) =>
      refusal(initArticle(join(data, 'new'), name, join(data, text), options), data);
    expect(await said('a', 'empty.txt')).toBe(
      'work/empty.txt: error: the text is empty (empty-text)\n    name the plain text file of the article',
    );
    expect(await said('a', 'latin.txt')).toBe(
      'work/latin.txt:1:2: error: the text is not UTF-8 from here on (not-utf8) [E9 20]\n    save the file as UTF-8',
    );
    expect(await said('a', 'folder')).toBe(
      'work/folder: error: this is a folder, and a file is needed here (cannot-read)\n    name the plain text file of the article',
    );
    expect(await said('Dataset', 'folder/x')).toContain(
      'error: no article may have this id (reserved-id) [Dataset]',
    );
  });

  test('a data folder that is a file', async () => {
    const folder = folderOf({ data: 'x', 't.txt': 'One.' });
    expect(
      await refusal(initArticle(join(folder, 'data'), 'a', join(folder, 't.txt'), options), folder),
    ).toBe(
      'work/data: error: this is a file, and a folder is needed here (cannot-read)\n    name another data folder',
    );
  });

  test.skipIf(process.getuid?.() === 0)('a folder that may not be written (skipped for root)', async () => {
    const folder = folderOf({ 't.txt': 'One.' });
    mkdirSync(join(folder, 'data'));
    chmodSync(join(folder, 'data'), 0o500);
    expect(
      await refusal(initArticle(join(folder, 'data'), 'a', join(folder, 't.txt'), options), folder),
    ).toBe(
      'work/data/a: error: you have no permission to write here (cannot-write)\n    allow it, or name another data folder',
    );
    chmodSync(join(folder, 'data'), 0o700);
  });
});

describe('paragraphs', () => {
  const cut = (text: string) => {
    const { spans, separatedBy } = findParagraphs(text);
    const points = new CodePointText(text);
    return [separatedBy, ...spans.map((span) => points.slice(span))];
  };

  test('are what blank lines separate, where there are any', () => {
    expect(cut('\n  🚢 one\nstill one \n \t\n\n two\r\n\r\nthree\n')).toEqual([
      'blank lines',
      '🚢 one\nstill one',
      'two',
      'three',
    ]);
  });

  test('are the lines, where there are none', () => {
    expect(cut(' one\ntwo  \r\nthree')).toEqual(['lines', 'one', 'two', 'three']);
    expect(cut('one\n\n')).toEqual(['lines', 'one']);
  });
});
