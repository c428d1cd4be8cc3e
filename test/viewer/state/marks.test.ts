import { describe, expect, it } from 'vitest';
import { markedRuns } from '../../../src/viewer/state/marked-runs.ts';
import {
  articleParts,
  claimsWithin,
  marksOf,
  marksWithin,
  paragraphAt,
  shareOf,
} from '../../../src/viewer/state/marks.ts';
import { sampleArticle } from '../../fixtures/sample.ts';
import { catalog } from './sample-catalog.ts';

const span = (start: number, end: number) => ({ start, end });

describe('the parts of an article', () => {
  it('are its paragraphs by number and, between them, what is no prose', () => {
    expect(
      articleParts(sampleArticle).map(({ number, span: { start }, role }) => [number, start, role]),
    ).toEqual([
      [1, 0, undefined],
      [2, 202, undefined],
      [3, 422, undefined],
      [undefined, 600, 'credits'],
    ]);
  });

  it('know where a paragraph as a whole is a heading', () => {
    const article = { ...sampleArticle, structure: [{ role: 'heading' as const, span: span(202, 420) }] };
    expect(articleParts(article).map(({ role }) => role)).toEqual([undefined, 'heading', undefined]);
  });

  it('hold the claims whose evidence touches them', () => {
    expect(claimsWithin(sampleArticle, span(0, 200))).toEqual(['harbour/c1', 'harbour/c2']);
  });
});

describe('marks', () => {
  it('are a claim’s evidence and the words that name its speakers, in text order', () => {
    expect(marksOf(catalog, sampleArticle, ['harbour/c3'])).toEqual([
      { span: span(202, 225), use: 'attribution', of: 'harbour/c3' },
      { span: span(226, 240), use: 'attribution', of: 'harbour/c3' },
      { span: span(250, 280), use: 'evidence', of: 'harbour/c3' },
      { span: span(300, 320), use: 'evidence', of: 'harbour/c3' },
    ]);
  });

  it('are an entity’s mentions', () => {
    expect(marksOf(catalog, sampleArticle, ['anna-berg']).map(({ span, use }) => [span.start, use])).toEqual([
      [202, 'mention'],
      [230, 'mention'],
    ]);
  });

  it('are cut to the part that they touch', () => {
    const marks = [{ span: span(190, 210), use: 'evidence' as const, of: 'x' }];
    expect(marksWithin(marks, span(0, 200))[0]?.span).toEqual(span(190, 200));
    expect(marksWithin(marks, span(202, 420))[0]?.span).toEqual(span(202, 210));
    expect(marksWithin(marks, span(422, 598))).toEqual([]);
  });

  it('are a share of their part, never too small to be seen and never beyond its end', () => {
    expect(shareOf(span(50, 100), span(0, 200))).toEqual({ left: 25, width: 25 });
    expect(shareOf(span(199, 200), span(0, 200), 2)).toEqual({ left: 98, width: 2 });
  });

  it('stand in a paragraph, or in none', () => {
    expect([0, 205, 597, 605].map((at) => paragraphAt(sampleArticle, span(at, at + 1)))).toEqual([
      1, 2, 3, 0,
    ]);
  });
});

describe('runs of marked text', () => {
  const mark = (start: number, end: number, use: 'evidence' | 'attribution' | 'mention') => ({
    span: span(start, end),
    use,
    of: 'x',
  });

  it('make up the whole part, the weightiest mark on top', () => {
    expect(markedRuns(span(0, 10), [mark(2, 6, 'mention'), mark(4, 8, 'evidence')])).toEqual([
      { span: span(0, 2), use: undefined },
      { span: span(2, 4), use: 'mention' },
      { span: span(4, 8), use: 'evidence' },
      { span: span(8, 10), use: undefined },
    ]);
  });

  it('join where the same mark goes on', () => {
    expect(markedRuns(span(0, 6), [mark(0, 3, 'evidence'), mark(3, 6, 'evidence')])).toEqual([
      { span: span(0, 6), use: 'evidence' },
    ]);
  });

  it('pass over marks of other parts', () => {
    expect(markedRuns(span(0, 4), [mark(4, 9, 'evidence')])).toEqual([{ span: span(0, 4), use: undefined }]);
  });
});
