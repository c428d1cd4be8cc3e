/** `--repair` of a data folder: what is mended, what is told, and what stays refused. */
import { expect, test } from 'vitest';
import { loadDataset } from '../../src/corpus/index.ts';
import { mendPart } from '../../src/corpus/mend-part.ts';
import { ProblemList } from '../../src/corpus/problem-list.ts';
import { readYaml } from '../../src/corpus/yaml-source.ts';
import { ferryFiles, folderOf } from './ferry.ts';

function mended(value: unknown) {
  const problems = new ProblemList();
  const part = readYaml(JSON.stringify(value), 'a.yaml', problems)!;
  const after = mendPart(part, problems).value;
  return [after, problems.sorted().map(({ code, value: given, hint }) => [code, given, hint])];
}

test.each<[name: string, given: unknown, after: unknown, told: unknown[]]>([
  [
    'what is right',
    { label: { en: 'a' }, sameAs: ['urn:x:1'] },
    { label: { en: 'a' }, sameAs: ['urn:x:1'] },
    [],
  ],
  [
    'an IRI that would be a second statement',
    { sameAs: ['http://e/a> . <http://e/b', 'http://e/a[1]#b#c', 'http://e/\ufdd0'] },
    { sameAs: ['http://e/a%3E%20.%20%3Chttp://e/b', 'http://e/a%5B1%5D#b%23c', 'http://e/%EF%B7%90'] },
    [
      ['repaired-iri', 'http://e/a> . <http://e/b', 'Written as <http://e/a%3E%20.%20%3Chttp://e/b>.'],
      ['repaired-iri', 'http://e/a[1]#b#c', 'Written as <http://e/a%5B1%5D#b%23c>.'],
      ['repaired-iri', 'http://e/\ufdd0', 'Written as <http://e/%EF%B7%90>.'],
    ],
  ],
  ['no IRI at all', { url: 'relative', base: 'http://[bad' }, { url: 'relative', base: 'http://[bad' }, []],
  [
    'tags, but for those that another text has',
    { title: { en_US: 'a', 'x y': 'b', '': 'c', EN: 'd', en: 'e' }, language: 'PT_br' },
    { title: { 'en-US': 'a', und: 'b', '': 'c', EN: 'd', en: 'e' }, language: 'pt-BR' },
    [
      ['repaired-language', 'en_US', 'Written as en-US.'],
      ['repaired-language', 'x y', 'Written as und.'],
      ['repaired-language', 'PT_br', 'Written as pt-BR.'],
    ],
  ],
  [
    'what is no character',
    { aliases: ['a\u0000b'], statement: { en: 'x\ufffey' } },
    { aliases: ['a\ufffdb'], statement: { en: 'x\ufffdy' } },
    [
      ['repaired-text', 'a\u0000b', 'Replaced by U+FFFD.'],
      ['repaired-text', 'x\ufffey', 'Replaced by U+FFFD.'],
    ],
  ],
  [
    'values that their datatype does not have',
    [
      { value: '4.2x', datatype: 'xsd:integer' },
      { value: 4.5, datatype: 'xsd:integer' },
      { value: '1', datatype: 'xsd:integer' },
    ],
    [{ value: '4.2x' }, { value: '4.5' }, { value: '1', datatype: 'xsd:integer' }],
    [
      ['repaired-literal', '4.2x', 'Written as a plain string.'],
      ['repaired-literal', '4.5', 'Written as a plain string.'],
    ],
  ],
  [
    'no value with a unit',
    { value: 'x', datatype: 'xsd:decimal', unit: 'm' },
    { value: 'x', datatype: 'xsd:decimal', unit: 'm' },
    [],
  ],
])('%s', (_, given, after, told) => {
  expect(mended(given)).toEqual([after, told]);
});

test('half a surrogate pair', () => {
  const problems = new ProblemList();
  const part = readYaml('label: {en: "a\\ud83d"}', 'a.yaml', problems)!;
  expect(mendPart(part, problems).value).toEqual({ label: { en: 'a\ufffd' } });
});

test('a folder that is refused as it is is read with everything told at its place', async () => {
  const files = ferryFiles();
  const broken = {
    ...files,
    'dataset.yaml': files['dataset.yaml']!.replace(/^licence: .*$/m, 'licence: https://l.example/a b'),
  };
  const folder = folderOf(broken);
  const refused = await loadDataset(folder);
  expect(refused.dataset).toBeUndefined();
  const { dataset, problems } = await loadDataset(folder, { repair: true });
  expect(dataset!.licence).toBe('https://l.example/a%20b');
  const { place } = refused.problems.find(({ code }) => code === 'bad-iri')!;
  expect(problems).toContainEqual(
    expect.objectContaining({
      severity: 'warning',
      code: 'repaired-iri',
      value: 'https://l.example/a b',
      place,
    }),
  );
});
