import { describe, expect, it } from 'vitest';
import { datasetToGraph } from '../../../src/graph/index.ts';
import { buildCatalog } from '../../../src/viewer/state/catalog.ts';
import { binsOf, histogram, timelineOf, timeTest, touches } from '../../../src/viewer/state/timeline.ts';
import { sampleArticle, sampleDataset } from '../../fixtures/sample.ts';
import { catalog } from './sample-catalog.ts';

/** The sample with these times on its first claims. */
function timed(...times: (string | undefined)[]) {
  const claims = sampleArticle.claims.map(({ time: _, ...claim }, at) => {
    const time = times[at];
    return time === undefined ? claim : { ...claim, time };
  });
  return buildCatalog(datasetToGraph({ ...sampleDataset, articles: [{ ...sampleArticle, claims }] }));
}
const namesOf = (...times: string[]) => timelineOf(timed(...times), 'time').bins.map(({ name }) => name);

describe('the steps of a timeline', () => {
  it('are the months of the years that have any, so that one date still stands on a scale', () => {
    const { bins } = timelineOf(catalog, 'time');
    expect(bins).toHaveLength(12);
    expect(bins[4]).toEqual({ from: '2031-05-01', to: '2031-05-31', name: '2031-05' });
    expect(namesOf('2031-05', '2032')).toHaveLength(24);
  });

  it('are the days of a month where claims know them, all in one month', () => {
    expect(timelineOf(catalog, 'said').bins).toHaveLength(31);
    expect(timelineOf(catalog, 'published').bins[3]!.name).toBe('2031-05-04');
  });

  it('are years, decades or centuries where the times lie far apart', () => {
    expect(namesOf('1995', '2005-03')).toEqual(Array.from({ length: 11 }, (_, at) => `${1995 + at}`));
    expect(namesOf('1850', '2005').slice(0, 2)).toEqual(['185X', '186X']);
    expect(namesOf('1066', '2005')).toEqual([
      ...['10XX', '11XX', '12XX', '13XX', '14XX', '15XX', '16XX', '17XX', '18XX', '19XX', '20XX'],
    ]);
  });

  it('are none where no claim has a time, or none of days', () => {
    expect(namesOf()).toEqual([]);
    expect(namesOf('2031-21')).toEqual([]);
  });
});

describe('claims on a timeline', () => {
  it('stand at every step that they last through; open ends reach the end of the scale', () => {
    const open = timed('2030-11/2031-02', '2031-10/..', '../2030-02', '2030~');
    const line = timelineOf(open, 'time');
    expect(histogram(line).counts).toEqual([
      ...[2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2],
      ...[1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1],
    ]);
    const keys = [...open.claims.keys()];
    const marks = Uint8Array.from(keys, (key) => Number(key === 'harbour/c1' || key === 'harbour/c9'));
    expect(histogram(line, marks)).toEqual({
      counts: [...Array(10).fill(0), 1, 1, 1, 1, ...Array(10).fill(0)],
      undated: 1,
    });
  });

  it('touch a range that shares a day with them', () => {
    const range = { from: '2031-05-31', to: '2031-06-30' };
    expect(touches({ start: '2031-05-01', end: '2031-05-31', approximate: false }, range)).toBe(true);
    expect(touches({ start: '2031-07-01', approximate: false }, range)).toBe(false);
    expect(touches({ end: '2031-06-01', approximate: true }, range)).toBe(true);
  });

  it('without a time pass where they are asked in', () => {
    const range = { axis: 'time', from: '2031-05-01', to: '2031-05-31', undated: false } as const;
    const [c1, c2] = ['harbour/c1', 'harbour/c2'].map((key) => [...catalog.claims.keys()].indexOf(key));
    expect(timeTest(catalog, range)(c1!)).toBe(true);
    expect(timeTest(catalog, range)(c2!)).toBe(false);
    expect(timeTest(catalog, { ...range, undated: true })(c2!)).toBe(true);
    expect(timeTest(catalog, { ...range, axis: 'published' })(c2!)).toBe(true);
  });

  it('give a range its place among the steps', () => {
    const line = timelineOf(catalog, 'time');
    const range = { axis: 'time', from: '2031-03-15', to: '2031-05-02', undated: false } as const;
    expect(binsOf(line, range)).toEqual([2, 4]);
    expect(binsOf(line, undefined)).toEqual([0, 11]);
    expect(binsOf(line, { ...range, from: '1990-01-01', to: '1990-02-01' })).toEqual([0, 11]);
  });
});
