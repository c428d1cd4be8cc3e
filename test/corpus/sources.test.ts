/** Texts stay outside: finding them by hash, proving positions, and telling what became of them. */
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  checkSources,
  type LoadedDataset,
  loadDataset,
  type SourcesOptions,
  sourceTexts,
} from '../../src/corpus/index.ts';
import { ferryFiles, folderOf, hashOf, said, TEXT } from './ferry.ts';

/** Loads the ferry folder after some edits, and holds it against a folder of texts. */
async function check(
  texts: Readonly<Record<string, string | Uint8Array>>,
  edits: readonly (readonly [file: string, from: string, to: string])[] = [],
  options?: SourcesOptions,
): Promise<string[]> {
  const files = ferryFiles();
  for (const [file, from, to] of edits) {
    if (!files[file]!.includes(from)) throw new Error(`${file} has no "${from}"`);
    files[file] = files[file]!.replace(from, to);
  }
  const data = folderOf(files);
  const sources = folderOf(texts);
  const loaded = await loadDataset(data);
  expect(said(loaded.problems.filter(({ severity }) => severity === 'error'))).toEqual([]);
  const problems = await checkSources(loaded, sources, options);
  return said(problems, data).map((line) => line.replaceAll(sources, 'texts'));
}

const hash = hashOf(TEXT);
const entities = 'ferry/entities.yaml';
const claims = 'ferry/claims.yaml';

describe('a text that is there', () => {
  test('proves the positions, wherever in the folder it lies and whatever it is called', async () => {
    expect(await check({ 'deep/er/x.bin': TEXT, 'other.txt': TEXT.replace('80', '90') })).toEqual([]);
  });

  test('is given to whoever asks for it, without a byte order mark', async () => {
    const bytes = Buffer.from(`\ufeff${TEXT}`);
    const files = ferryFiles();
    files['ferry/article.yaml'] = files['ferry/article.yaml']!.replace(hash, hashOf(`\ufeff${TEXT}`));
    const { dataset } = await loadDataset(folderOf(files));
    expect(await sourceTexts(dataset!, folderOf({ 'a.txt': bytes }))).toEqual(new Map([['ferry', TEXT]]));
  });

  test('shows names that stand elsewhere, and no more than eight words of the text', async () => {
    expect(
      await check({ 'a.txt': TEXT }, [
        [entities, '{span: [23, 31], form: name}', '{span: [24, 32], form: name}'],
        [entities, '{span: [124, 133], form: name}', '{span: [80, 152], form: name}'],
        [entities, 'aliases: [Lindmar]', 'aliases: [Lindhavn]'],
      ]),
    ).toEqual([
      'data/ferry/entities.yaml:8:14: warning: the span cuts a word in two (cuts-word) [[24, 32]]\n    move its end to the edge',
      'data/ferry/entities.yaml:8:14: error: the text at [24, 32] is no alias of `nordlink` (name-mismatch) [ordlink ]\n' +
        '    "Nordlink" stands at [23, 31]',
      'data/ferry/entities.yaml:21:14: error: the text at [55, 62] is no alias of `lindmar` (name-mismatch) [Lindmar]\n' +
        '    correct the span, add the alias, or use form nominal or pronoun; the aliases are: Lindhavn',
      'data/ferry/entities.yaml:27:14: error: the text at [80, 152] is no alias of `anna-berg` (name-mismatch) [Quick Tern will bring visitors,” said mayor Anna …]\n' +
        '    "Anna Berg" stands at [124, 133]',
    ]);
  });

  test('tells letters that are the same in another Unicode form', async () => {
    const nfd = TEXT.replace('Anna Berg', 'Anna Ba\u0301o');
    expect(
      await check({ 'a.txt': nfd }, [
        ['ferry/article.yaml', hash, hashOf(nfd)],
        ['ferry/article.yaml', 'codePoints: 235', 'codePoints: 235'],
        [entities, 'aliases: [Anna Berg]', 'aliases: [Anna B\u00e1o]'],
      ]),
    ).toEqual([
      'data/ferry/entities.yaml:27:14: error: the text at [124, 133] is no alias of `anna-berg` (name-mismatch) [Anna Ba\u0301o]\n' +
        '    the letters are the same in another Unicode form (NFC or NFD): copy the alias from the text',
    ]);
  });

  test('has the length that the article says', async () => {
    expect(
      await check({ 'a.txt': TEXT }, [['ferry/article.yaml', 'codePoints: 235', 'codePoints: 236']]),
    ).toEqual([
      'data/ferry/article.yaml:1:1: error: the text has 235 code points (code-points) [236]\n    write `codePoints: 235` under `text:`',
    ]);
  });

  test('warns of spans that cut a character or a word, not of scripts without spaces', async () => {
    const text = TEXT.replace('cars a day', '北京 e\u0301té ab');
    expect(
      await check({ 'a.txt': text }, [
        ['ferry/article.yaml', hash, hashOf(text)],
        ['ferry/article.yaml', 'codePoints: 235', `codePoints: ${[...text].length}`],
        [claims, 'evidence: [[32, 62]]', 'evidence: [[33, 62]]'],
        [claims, 'evidence: [[213, 222]]', 'evidence: [[223, 224], [226, 227]]'],
      ]),
    ).toEqual([
      'data/ferry/claims.yaml:7:14: warning: the span cuts a word in two (cuts-word) [[33, 62]]\n    move its end to the edge',
      expect.stringMatching(
        /: warning: the span cuts a character in two \(cuts-character\) \[\[226, 227\]\]\n/,
      ),
    ]);
  });
});

describe('a text that is not there', () => {
  const changed = TEXT.replace('on Sunday.', 'on a sunny Sunday.').replace(
    'does not expect more work',
    'expects ruin',
  );

  test('is an error that names the hash', async () => {
    expect(
      await check({ 'b.txt': 'Something else altogether, of no likeness to what was read.'.repeat(4) }),
    ).toEqual([
      `data/ferry/article.yaml:1:1: error: no file in texts has this hash (source-not-found) [${hash}]\n` +
        '    name the folder that holds the file that was annotated, byte for byte',
    ]);
  });

  test('may lie there changed: what became of the claims is estimated from the names', async () => {
    expect(await check({ 'new.txt': changed })).toEqual([
      `data/ferry/article.yaml:1:1: error: no file in texts has this hash; texts/new.txt looks like a changed version (source-not-found) [${hash}]\n` +
        '    100 % of the names stand in it in their order; estimated from them, the claims are: 1 exact, 4 moved, 1 changed',
      expect.stringContaining(
        '`ferry/c2` rests on probably stands elsewhere in texts/new.txt (drift-moved) [[80, 90] -> [88, 98];',
      ),
      expect.stringContaining(
        '`ferry/c3` rests on lies where something changed in texts/new.txt (drift-changed) [[169, 194] -> ?]',
      ),
      expect.stringContaining(
        '`ferry/c10` rests on probably stands elsewhere in texts/new.txt (drift-moved) [[196, 212] -> [191, 207]]',
      ),
      expect.stringContaining(
        '`ferry/c4` rests on probably stands elsewhere in texts/new.txt (drift-moved) [[213, 222] -> [208, 217]]',
      ),
      expect.stringContaining(
        '`ferry/c5` rests on probably stands elsewhere in texts/new.txt (drift-moved) [[96, 110] -> [104, 118]]',
      ),
    ]);
  });

  test('is compared word by word with its older version where that is given', async () => {
    const against = folderOf({ 'old.txt': TEXT });
    const problems = await check({ 'new.txt': changed }, [], { against });
    expect(problems[0]).toContain(
      'compared with the annotated text, the claims are: 1 exact, 4 moved, 1 orphaned',
    );
    expect(problems.slice(1).map((line) => line.replace(/^[^ ]+ /, '').split('\n')[0])).toEqual([
      'warning: what `ferry/c2` rests on stands elsewhere in texts/new.txt (drift-moved) [[80, 90] -> [88, 98]; [91, 110] -> [99, 118]; [113, 133] -> [121, 141]]',
      'warning: what `ferry/c3` rests on is gone in texts/new.txt (drift-orphaned) [[169, 194] -> ?]',
      'warning: what `ferry/c10` rests on stands elsewhere in texts/new.txt (drift-moved) [[196, 212] -> [191, 207]]',
      'warning: what `ferry/c4` rests on stands elsewhere in texts/new.txt (drift-moved) [[213, 222] -> [208, 217]]',
      'warning: what `ferry/c5` rests on stands elsewhere in texts/new.txt (drift-moved) [[96, 110] -> [104, 118]]',
    ]);
  });

  test('or be no UTF-8, which is said', async () => {
    const latin = Buffer.from(TEXT.replace('🚢', 'é   '), 'latin1');
    const other = hashOf(latin);
    expect(await check({ 'a.txt': latin }, [['ferry/article.yaml', hash, other]])).toEqual([
      'texts/a.txt:1:21: error: the source text is not UTF-8 from here on (not-utf8) [E9 20]\n' +
        '    positions are counted in UTF-8 text: save the text as UTF-8 and annotate that file',
    ]);
  });

  test('a folder that cannot be read is the only thing said', async () => {
    const loaded = await loadDataset(folderOf(ferryFiles()));
    expect(said(await checkSources(loaded, 'no/such/folder'))).toEqual([
      'no/such/folder: error: there is no such file or folder (missing-file)\n    name the folder that holds the source texts',
    ]);
    await expect(sourceTexts(loaded.dataset!, 'no/such/folder')).rejects.toThrow(
      'there is no such file or folder',
    );
  });

  test.skipIf(process.getuid?.() === 0)(
    'a folder within that is closed is warned of (skipped for root)',
    async () => {
      const loaded: LoadedDataset = await loadDataset(folderOf(ferryFiles()));
      const sources = folderOf({ 'a.txt': TEXT, 'closed/b.txt': 'x' });
      chmodSync(join(sources, 'closed'), 0o000);
      const problems = await checkSources(loaded, sources);
      chmodSync(join(sources, 'closed'), 0o700);
      expect(problems.map(({ severity, code }) => [severity, code])).toEqual([['warning', 'cannot-read']]);
    },
  );
});

test('a search looks at no more files than it is told to', async () => {
  const loaded = await loadDataset(folderOf(ferryFiles()));
  const sources = folderOf({ 'a.txt': 'x', 'b.txt': 'x', 'z.txt': TEXT });
  writeFileSync(join(sources, '.hidden'), TEXT);
  const problems = await checkSources(loaded, sources, { files: 2 });
  expect(problems.map(({ code }) => code).sort()).toEqual(['search-limit', 'source-not-found']);
});
