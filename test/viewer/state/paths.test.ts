import { describe, expect, it } from 'vitest';
import { shortestPaths } from '../../../src/viewer/state/paths.ts';
import { surroundings } from '../../../src/viewer/state/surroundings.ts';
import { catalog, filtersOf, shownUnder } from './sample-catalog.ts';

const all = shownUnder();
const ways = (from: string, to: string, options: Parameters<typeof shortestPaths>[4] = {}, shown = all) =>
  shortestPaths(catalog, shown, from, to, options).map((steps) =>
    steps.map(
      ({ to: end, claims }) => `${claims.map((key) => key.replace('harbour/', '')).join('+')} ${end}`,
    ),
  );

describe('ways between two entities', () => {
  it('are the shortest first, with every claim that joins each step', () => {
    expect(ways('anna-berg', 'old-gull')).toEqual([
      ['c10 lindmar', 'c2 nordlink', 'c1+c8 quick-tern', 'c6 old-gull'],
      ['c10 lindmar', 'c2 nordlink', 'c11 tourism', 'c3+c4 quick-tern', 'c6 old-gull'],
    ]);
  });

  it('are no more than asked for', () => {
    expect(ways('nordlink', 'tourism', { count: 1 })).toEqual([['c11 tourism']]);
    expect(ways('nordlink', 'tourism')).toEqual([['c11 tourism'], ['c1+c8 quick-tern', 'c3+c4 tourism']]);
  });

  it('go only from subject to object where that is asked for', () => {
    expect(ways('old-gull', 'nordlink', { directed: true })).toEqual([]);
    expect(ways('nordlink', 'old-gull', { directed: true })).toEqual([['c1+c8 quick-tern', 'c6 old-gull']]);
  });

  it('use shown claims alone', () => {
    const shown = shownUnder(filtersOf({ modality: ['asserted'] }));
    expect(ways('nordlink', 'old-gull', {}, shown)).toEqual([]);
  });

  it('are none from an entity to itself, to one that no claim names, or to none', () => {
    expect(ways('nordlink', 'nordlink')).toEqual([]);
    expect(ways('nordlink', 'lone-rock')).toEqual([]);
    expect(ways('nordlink', 'nobody')).toEqual([]);
  });

  it('never pass an entity twice', () => {
    for (const path of shortestPaths(catalog, all, 'lindmar', 'tourism', { count: 9 })) {
      const passed = [path[0]!.from, ...path.map(({ to }) => to)];
      expect(new Set(passed).size).toBe(passed.length);
    }
  });
});

describe('what lies around an entity', () => {
  it('grows by one claim a step; speakers count', () => {
    const around = (depth: 1 | 2 | 3) => [...surroundings(catalog, { entity: 'old-gull', depth })].sort();
    expect(around(1)).toEqual(['old-gull', 'quick-tern']);
    expect(around(2)).toEqual([
      'anna-berg',
      'coast-post',
      'dock-union',
      'nordlink',
      'old-gull',
      'open-letter',
      'quick-tern',
      'tourism',
    ]);
    expect(around(3)).toContain('lindmar');
  });

  it('narrows what is shown', () => {
    const shown = shownUnder({ ...filtersOf({}), focus: { entity: 'old-gull', depth: 1 } });
    expect([...shown.entities].sort()).toEqual(['old-gull', 'quick-tern']);
    expect([...shown.claims]).toEqual(['harbour/c6', 'harbour/c7']);
    expect(shown.kindCounts.get('ex:Ship')).toBe(2);
  });
});
