/** Data folders written by Clew read back as what they were written from. */
import { expect, test } from 'vitest';
import { articleToYaml, datasetToYaml, loadDataset } from '../../src/corpus/index.ts';
import { ferryFiles, folderOf } from './ferry.ts';

test('a dataset that is written and read again is the same', async () => {
  const files = ferryFiles();
  files['identity.yaml'] =
    '- {a: union, b: letter, same: false, decidedBy: editor, date: 2031-05, reason: "Two: things."}\n';
  const { dataset } = await loadDataset(folderOf(files));
  const written: Record<string, string> = {
    'ferry.ttl': files['ferry.ttl']!,
    ...datasetToYaml(dataset!, ['ferry.ttl']),
  };
  for (const article of dataset!.articles) {
    for (const [name, text] of Object.entries(articleToYaml(article)))
      written[`${article.id}/${name}`] = text;
  }
  const again = await loadDataset(folderOf(written));
  expect(again.problems).toEqual([]);
  expect(JSON.stringify(again.dataset)).toBe(JSON.stringify(dataset));
});

test('spans and short lists stand on one line, and text that looks like something else in quotes', async () => {
  const files = ferryFiles();
  files['ferry/entities.yaml'] = files['ferry/entities.yaml']!.replace('en: Open letter', 'en: "2031"');
  const { dataset } = await loadDataset(folderOf(files));
  const { 'claims.yaml': claims, 'entities.yaml': entities } = articleToYaml(dataset!.articles[0]!);
  expect(claims).toContain('  evidence: [[80, 90], [91, 110]]\n');
  expect(claims).toContain('    ex:after: [anna-berg, union]\n');
  expect(claims).toContain('    value: "72000000000000000001"\n    datatype: xsd:integer\n');
  expect(entities).toContain('    en: "2031"\n');
});
