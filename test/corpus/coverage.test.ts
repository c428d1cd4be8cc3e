/** How much of a text its claims rest on, and what is counted over a dataset. */
import { beforeAll, describe, expect, test } from 'vitest';
import { coverage, datasetStats, loadDataset } from '../../src/corpus/index.ts';
import { type Article, CodePointText, type Dataset } from '../../src/model/index.ts';
import { ferryFiles, folderOf, TEXT } from './ferry.ts';

let dataset: Dataset;
let article: Article;
beforeAll(async () => {
  dataset = (await loadDataset(folderOf(ferryFiles()))).dataset!;
  article = dataset.articles[0]!;
});

const letters = (text: string) => text.match(/[\p{L}\p{M}\p{N}]/gu)!.length;

describe('coverage', () => {
  test('is the share of letters in evidence and attribution, outside structural spans', () => {
    const text = new CodePointText(TEXT);
    const found = coverage(article, TEXT);
    const covered = [
      'opened a ferry line to Lindmar',
      'Quick Tern',
      'will bring visitors',
      'said mayor Anna Berg',
      'does not expect more work',
      'Nordlink carried',
      '80 to 120',
    ];
    const total = letters(TEXT.slice(TEXT.indexOf('Nordlink')));
    expect(found.uncovered.map((span) => text.slice(span))).toEqual([
      'Nordlink',
      'on Sunday.\n\n“The',
      'in an open letter.\n\nThe dock union',
      'cars a day',
    ]);
    expect({ ...found, uncovered: [] }).toEqual({
      article: 'ferry',
      basis: 'letters',
      total,
      covered: letters(covered.join('')),
      share: letters(covered.join('')) / total,
      uncovered: [],
    });
  });

  test('counts code points where the text is not at hand, and says so', () => {
    const { basis, total, covered, uncovered } = coverage(article);
    expect({ basis, total, covered }).toEqual({
      basis: 'codePoints',
      total: 235 - 21,
      covered: 30 + 29 + 20 + 25 + 25,
    });
    expect(uncovered[0]).toEqual({ start: 21, end: 32 });
  });

  test('is whole where there is nothing to cover', () => {
    const structure = [{ role: 'heading', span: { start: 0, end: 235 } }] as const;
    expect(coverage({ ...article, structure, claims: [] }, TEXT)).toMatchObject({
      total: 0,
      covered: 0,
      share: 1,
      uncovered: [],
    });
    expect(coverage({ ...article, claims: [] }, TEXT)).toMatchObject({ covered: 0, share: 0 });
  });
});

test('statistics count everything once, also entities that several articles list', () => {
  const twice: Dataset = {
    ...dataset,
    articles: [article, { ...article, id: 'second', claims: [], credits: [] }],
  };
  const { coverage: parts, coverageShare, ...counts } = datasetStats(twice, new Map([['ferry', TEXT]]));
  expect(parts.map(({ basis }) => basis)).toEqual(['letters', 'codePoints']);
  expect(coverageShare).toBeUndefined();
  expect(datasetStats(dataset, new Map([['ferry', TEXT]])).coverageShare).toBe(coverage(article, TEXT).share);
  expect(counts).toEqual({
    articles: 2,
    paragraphs: 6,
    codePoints: 470,
    entities: {
      total: 6,
      byKind: { 'ex:Agent': 1, 'ex:Company': 1, 'ex:Person': 1, 'ex:Place': 1, 'ex:Ship': 1, 'ex:Work': 1 },
    },
    mentions: { total: 14, byForm: { name: 10, nominal: 4 } },
    claims: {
      total: 6,
      byPredicate: {
        'ex:carries': 1,
        'ex:despite': 1,
        'ex:expects': 1,
        'ex:motto': 1,
        'ex:ranked': 1,
        'ex:serves': 1,
      },
      byModality: { asserted: 5, predicted: 1 },
      byPolarity: { negative: 1, positive: 5 },
      byDerivation: { explicit: 5, implied: 1 },
      byAttribution: { '0': 5, '2': 1 },
      bySpeaker: { 'anna-berg': 1 },
      withLiteral: 2,
      withQualifiers: 1,
      withTime: 1,
      aboutClaims: 2,
    },
  });
});
