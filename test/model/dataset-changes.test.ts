import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Article,
  type Claim,
  type Dataset,
  datasetChanges,
  type Entity,
} from '../../src/model/index.ts';
import { datasetToQuads, quadsToDataset } from '../../src/rdf/index.ts';
import { arbitraryDataset } from '../fixtures/arbitrary-dataset.ts';
import { sampleDataset } from '../fixtures/sample.ts';

const [sample] = sampleDataset.articles as [Article];
const edited = (change: (article: Article) => Partial<Article>, dataset = sampleDataset): Dataset => ({
  ...dataset,
  articles: dataset.articles.map((article, n) => (n === 0 ? { ...article, ...change(article) } : article)),
});
const firstClaim = (change: Partial<Claim>) =>
  edited(({ claims: [first, ...rest] }) => ({ claims: [{ ...first!, ...change }, ...rest] }));
const firstEntity = (change: Partial<Entity>) =>
  edited(({ entities: [first, ...rest] }) => ({ entities: [{ ...first!, ...change }, ...rest] }));
const [claim, entity] = [sample.claims[0]!, sample.entities[0]!];
const key = `${sample.id}/${claim.id}`;
const articles = [sample.id];

describe('the changes of a dataset', () => {
  it('are none where only the case of language tags differs, but for prefixes, which have a case', () => {
    const text = JSON.stringify(sampleDataset).replaceAll('"vi"', '"VI"');
    const upper = { ...(JSON.parse(text) as Dataset), languages: sampleDataset.languages };
    expect(text).toContain('"lang":"VI"');
    expect(datasetChanges(sampleDataset, upper)).toEqual([]);
    const prefixes = { EX: sampleDataset.prefixes['ex']! };
    expect(
      datasetChanges({ ...sampleDataset, prefixes: { ex: prefixes.EX } }, { ...sampleDataset, prefixes }),
    ).toHaveLength(1);
  });

  it.each<[string, Dataset, string, string, object[]]>([
    [
      'a licence',
      { ...sampleDataset, licence: 'https://l.example/' },
      'dataset',
      sampleDataset.id,
      [{ field: 'licence', old: sampleDataset.licence, new: 'https://l.example/' }],
    ],
    [
      'a denial',
      firstClaim({ polarity: 'negative' }),
      'claim',
      key,
      [{ field: 'polarity', old: 'positive', new: 'negative' }],
    ],
    [
      'a modality',
      firstClaim({ modality: 'opinion' }),
      'claim',
      key,
      [{ field: 'modality', old: claim.modality, new: 'opinion' }],
    ],
    [
      'a sentence',
      firstClaim({ statement: { ...claim.statement, en: 'Other.' } }),
      'claim',
      key,
      [{ field: 'statement.en', old: claim.statement.en, new: 'Other.' }],
    ],
    [
      'evidence',
      firstClaim({ evidence: [...claim.evidence, { start: 7, end: 9 }] }),
      'claim',
      key,
      [{ field: 'evidence', new: { start: 7, end: 9 } }],
    ],
    [
      'a qualifier',
      firstClaim({ qualifiers: [...claim.qualifiers, { property: 'ex:by', value: { value: 'x' } }] }),
      'claim',
      key,
      [{ field: 'qualifiers', new: { property: 'ex:by', value: { value: 'x' } } }],
    ],
    [
      'a speaker',
      firstClaim({ attribution: { speaker: 'x', form: 'direct', spans: [] } }),
      'claim',
      key,
      [
        { field: 'attribution.speaker', new: 'x' },
        { field: 'attribution.form', new: 'direct' },
      ],
    ],
    [
      'a time',
      firstClaim({ time: '2031~' }),
      'claim',
      key,
      [{ field: 'time', ...(claim.time !== undefined && { old: claim.time }), new: '2031~' }],
    ],
    [
      'a kind',
      firstEntity({ kind: 'ex:Other' }),
      'entity',
      entity.id,
      [{ field: 'kind', old: entity.kind, new: 'ex:Other', articles }],
    ],
    [
      'a label',
      firstEntity({ label: { ...entity.label, fr: 'Nom' } }),
      'entity',
      entity.id,
      [{ field: 'label.fr', new: 'Nom', articles }],
    ],
    [
      'an alias',
      firstEntity({ aliases: [...entity.aliases, { text: 'New' }] }),
      'entity',
      entity.id,
      [{ field: 'aliases', new: { text: 'New' }, articles }],
    ],
    [
      'a link',
      firstEntity({ sameAs: [...entity.sameAs, 'https://x.example/'] }),
      'entity',
      entity.id,
      [{ field: 'sameAs', new: 'https://x.example/', articles }],
    ],
    [
      'a digest',
      edited(({ paragraphs: [first, ...rest] }) => ({
        paragraphs: [{ ...first!, digest: { ...first!.digest, en: 'New.' } }, ...rest],
      })),
      'article',
      sample.id,
      [{ field: 'paragraphs.1.digest.en', old: sample.paragraphs[0]!.digest.en, new: 'New.' }],
    ],
    [
      'the hash of a text',
      edited(({ text }) => ({ text: { ...text, sha256: 'f'.repeat(64) } })),
      'article',
      sample.id,
      [{ field: 'text.sha256', old: sample.text.sha256, new: 'f'.repeat(64) }],
    ],
  ])('name %s', (_, now, part, name, fields) => {
    expect(datasetChanges(sampleDataset, now)).toEqual([{ part, key: name, change: 'changed', fields }]);
  });

  it('name a paragraph that came in between, and none of those behind it', () => {
    const now = edited(({ paragraphs: [first, ...rest] }) => ({
      paragraphs: [first!, { span: { start: 1, end: 2 }, digest: { en: 'Between.' } }, ...rest],
    }));
    expect(datasetChanges(sampleDataset, now)).toEqual([
      {
        part: 'article',
        key: sample.id,
        change: 'changed',
        fields: [{ field: 'paragraphs.2', new: { span: { start: 1, end: 2 }, digest: { en: 'Between.' } } }],
      },
    ]);
  });

  it('say all of a record that came or went', () => {
    const without = edited(({ claims }) => ({ claims: claims.slice(1) }));
    const [gone] = datasetChanges(sampleDataset, without);
    expect(gone).toMatchObject({ part: 'claim', key, change: 'removed' });
    expect(gone!.fields).toContainEqual({ field: 'predicate', old: claim.predicate });
    expect(datasetChanges(without, sampleDataset)).toMatchObject([{ part: 'claim', key, change: 'added' }]);
  });

  it('are none of a dataset and itself, read back from its triples', () => {
    fc.assert(
      fc.property(arbitraryDataset(), (dataset) => {
        expect(datasetChanges(dataset, dataset)).toEqual([]);
        expect(datasetChanges(dataset, quadsToDataset([...datasetToQuads(dataset)]))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('are exactly the edits that were made, and the other way round the same with old and new exchanged', () => {
    const edits = fc.subarray(['deny', 'drop', 'said', 'say'] as const, { minLength: 1 });
    fc.assert(
      fc.property(arbitraryDataset(), edits, fc.nat(), (dataset, chosen, seed) => {
        const claims = dataset.articles.flatMap((article) => article.claims);
        if (claims.length < 4) return;
        const expected = new Map<string, [string, string[]]>();
        const victims = new Map(
          chosen.map((edit, i) => {
            const { article, id } = claims[(seed + i) % claims.length]!;
            const change = edit === 'drop' ? 'removed' : 'changed';
            const field = { deny: 'polarity', said: 'said', say: 'statement.fr', drop: '' }[edit];
            expected.set(`${article}/${id}`, [change, field === '' ? [] : [field]]);
            return [`${article}/${id}`, edit] as const;
          }),
        );
        const edit = (one: Claim): Claim[] => {
          const what = victims.get(`${one.article}/${one.id}`);
          if (what === 'drop') return [];
          if (what === 'deny')
            return [{ ...one, polarity: one.polarity === 'positive' ? 'negative' : 'positive' }];
          if (what === 'said') return [{ ...one, said: '1999' }];
          return [what === 'say' ? { ...one, statement: { ...one.statement, fr: 'Voilà.' } } : one];
        };
        const now = {
          ...dataset,
          articles: dataset.articles.map((article) => ({ ...article, claims: article.claims.flatMap(edit) })),
        };
        const found = datasetChanges(dataset, now);
        const told = new Map(
          found.map(({ key: name, change, fields }) => [
            name,
            [change, change === 'removed' ? [] : fields.map(({ field }) => field)],
          ]),
        );
        expect(told).toEqual(expected);
        const back = datasetChanges(now, dataset);
        expect(back.map(({ key: name }) => name)).toEqual(found.map(({ key: name }) => name));
      }),
      { numRuns: 60 },
    );
  });
});
