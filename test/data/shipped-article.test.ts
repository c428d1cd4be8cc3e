import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSources, coverage, loadDataset, sourceTexts } from '../../src/corpus/index.ts';
import { attributionChain, type Claim, isEntityRef, isPlain, uniteEntities } from '../../src/model/index.ts';

const root = join(import.meta.dirname, '..', '..');
const loaded = await loadDataset(join(root, 'data'));
const dataset = loaded.dataset!;
const article = dataset.articles[0]!;
const claims = (test: (claim: Claim) => boolean) => article.claims.filter(test);
const entity = (value: Claim['object'] | undefined) =>
  value && isEntityRef(value) ? value.entity : undefined;
const qualifier = (claim: Claim, property: string) =>
  claim.qualifiers.filter((q) => q.property === `clew:${property}`).map(({ value }) => value);

describe('the shipped article', () => {
  it('loads without an error or a warning', () => {
    expect(loaded.problems).toEqual([]);
  });

  it('labels and describes every entity in English and Vietnamese', () => {
    const bare = [...uniteEntities(dataset).values()].filter(
      ({ label, description }) => !label.en || !label.vi || !description.en || !description.vi,
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it('links to Wikidata only what was verified', () => {
    const verified =
      'Q21708200 Q1359568 Q108943604 Q182477 Q160120 Q918 Q30 Q148 Q956 Q115305900 Q11660 Q20514253 Q484876 Q129238';
    const linked = article.entities.flatMap(({ sameAs }) => sameAs.map((iri) => iri.split('/').at(-1)));
    expect([...linked].sort()).toEqual(verified.split(' ').sort());
  });

  it('quotes at most eight words of the text at a time in its judgement calls', () => {
    const text = readFileSync(join(root, 'data', article.id, 'decisions.md'), 'utf8');
    const quotes = [...text.matchAll(/"([^"]+)"/g)].map((match) => match[1]!);
    expect(quotes.length).toBeGreaterThan(20);
    expect(quotes.filter((quote) => quote.split(/\s+/).length > 8)).toEqual([]);
  });

  it('names only claims that exist in its judgement calls', () => {
    const text = readFileSync(join(root, 'data', article.id, 'decisions.md'), 'utf8');
    const ids = new Set(article.claims.map(({ id }) => id));
    expect([...text.matchAll(/\bc\d+\b/g)].map(([id]) => id).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('never makes a plain triple of what is denied, attempted, predicted, attributed or implied', () => {
    const firm = claims((claim) => isPlain(claim, dataset.ontology.properties[claim.predicate]));
    expect(firm.length).toBeGreaterThan(40);
    for (const claim of firm) {
      expect([claim.polarity, claim.modality, claim.derivation, claim.attribution]).toEqual([
        'positive',
        'asserted',
        'explicit',
        undefined,
      ]);
    }
  });
});

describe('questions that the article answers', () => {
  it('what has not happened, and as of when', () => {
    const denied = claims(({ polarity }) => polarity === 'negative');
    expect(denied.map((c) => [entity(c.subject), c.predicate, entity(c.object)])).toEqual([
      ['openai', 'news:provides', 'sora'],
    ]);
    expect(qualifier(denied[0]!, 'asOf')).toEqual([{ value: '2024-08', datatype: 'xsd:gYearMonth' }]);
    expect(qualifier(denied[0]!, 'aspect')).toContainEqual({ value: 'not yet', lang: 'en' });
  });

  it('what rank the Beijing startup held, and who came before it', () => {
    const [third] = claims((c) => entity(c.subject) === 'shengshu-ai' && qualifier(c, 'rank').length > 0);
    expect(qualifier(third!, 'rank')).toEqual([{ value: '3', datatype: 'xsd:integer' }]);
    expect(qualifier(third!, 'after').map((v) => entity(v))).toEqual(['kuaishou', 'zhipu-ai']);
    expect(claims((c) => c.predicate === 'news:precedes').map((c) => entity(c.subject))).not.toContain(
      'kuaishou',
    );
  });

  it('who ranked which model, where and when', () => {
    const [ranking] = claims(({ predicate }) => predicate === 'news:ranked');
    expect([entity(ranking!.subject), entity(ranking!.object), ranking!.time]).toEqual([
      'hugging-face',
      'qwen2',
      '2024-06',
    ]);
    expect(qualifier(ranking!, 'category')).toEqual([{ entity: 'open-source-ai' }]);
  });

  it('which chips were restricted, and in which order', () => {
    const restricted = claims(
      (c) => c.predicate === 'news:restricts' && entity(c.object)?.startsWith('nvidia-') === true,
    );
    expect(restricted.map((c) => entity(c.object))).toEqual([
      'nvidia-a100',
      'nvidia-h100',
      'nvidia-a800',
      'nvidia-h800',
    ]);
    const [order] = claims(({ predicate }) => predicate === 'news:precedes');
    expect([entity(order!.subject), entity(order!.object)]).toEqual([
      'us-controls-a100-h100',
      'us-controls-a800-h800',
    ]);
  });

  it('how the Ascend 910B compares with the A100', () => {
    const [comparison] = claims(({ predicate }) => predicate === 'news:performsComparedWith');
    expect(qualifier(comparison!, 'amount')).toEqual([
      { min: '80', max: '120', datatype: 'xsd:decimal', unit: 'percent' },
    ]);
    expect([
      comparison!.modality,
      qualifier(comparison!, 'task'),
      qualifier(comparison!, 'measuredBy'),
    ]).toEqual(['reported', [{ entity: 'llm-training' }], []]);
  });

  it('who sought to build which reserve: sought is not built', () => {
    const sought = claims((c) => entity(c.object) === 'computing-reserve' && c.predicate === 'news:builds');
    expect(sought.map((c) => [entity(c.subject), c.modality])).toEqual([
      ['chinese-government', 'attempted'],
      ['chinese-tech-businesses', 'attempted'],
    ]);
    expect(sought.flatMap((c) => qualifier(c, 'since'))).toEqual(
      Array(2).fill({ entity: 'us-controls-a100-h100' }),
    );
  });

  it('what each speaker claims, in which form and through which channel', () => {
    const speakers = new Map<string, Set<string>>();
    for (const claim of article.claims) {
      for (const { speaker, form, channel } of attributionChain(claim)) {
        const forms = speakers.get(speaker) ?? new Set();
        speakers.set(speaker, forms.add(channel === undefined ? form : `${form} through ${channel}`));
      }
    }
    expect(Object.fromEntries([...speakers].map(([speaker, forms]) => [speaker, [...forms].sort()]))).toEqual(
      {
        'winston-ma': ['direct'],
        'clement-delangue': ['direct through delangue-post'],
        analysts: ['indirect'],
        'li-yangwei': ['direct', 'indirect'],
        'zhang-yi': ['indirect'],
      },
    );
  });
});

const SOURCES = process.env.CLEW_SOURCES;
const withSources = SOURCES !== undefined && existsSync(SOURCES);
if (!withSources) console.warn('SKIPPED: the shipped article against its text. Set CLEW_SOURCES=FOLDER.');

describe.runIf(withSources)('the shipped article against its text', () => {
  it('has the hash, and every name stands where it is said to', async () => {
    expect(await checkSources(loaded, SOURCES!)).toEqual([]);
  });

  it('covers at least 95 % of the letters outside structural spans', async () => {
    const text = (await sourceTexts(dataset, SOURCES!)).get(article.id)!;
    const covered = coverage(article, text);
    expect(covered.basis).toBe('letters');
    expect(covered.share).toBeGreaterThanOrEqual(0.95);
  });

  it('rests on spans that are no whole paragraph', () => {
    const whole = new Set(article.paragraphs.map(({ span }) => `${span.start}-${span.end}`));
    const lazy = article.claims.filter(({ evidence }) =>
      evidence.some(({ start, end }) => whole.has(`${start}-${end}`)),
    );
    expect(lazy.map(({ id }) => id)).toEqual([]);
  });
});
