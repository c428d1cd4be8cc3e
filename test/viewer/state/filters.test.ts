import { describe, expect, it } from 'vitest';
import { applyFilters, NO_FILTERS, OWN_VOICE } from '../../../src/viewer/state/filters.ts';
import { catalog, filtersOf, shownUnder } from './sample-catalog.ts';

const ids = (keys: Iterable<string>) => [...keys].map((key) => key.replace('harbour/', '')).sort();

describe('no filter', () => {
  it('shows every claim and every entity, also one that no claim names', () => {
    const shown = shownUnder();
    expect(shown.claims.size).toBe(catalog.claims.size);
    expect(shown.entities).toContain('lone-rock');
    expect(Object.fromEntries(shown.facetCounts.modality)).toEqual({
      asserted: 7,
      predicted: 1,
      opinion: 1,
      reported: 1,
      attempted: 1,
    });
  });
});

describe('the same filters', () => {
  it('are gone through once as long as no others are asked for', () => {
    const filters = filtersOf({ polarity: ['negative'] });
    const shown = shownUnder(filters);
    expect(shownUnder(filters)).toBe(shown);
    const communityOf = new Map([...catalog.entities.keys()].map((id) => [id, 0]));
    const counted = applyFilters(catalog, filters, communityOf);
    expect(counted.communityCounts.size).toBe(1);
    expect(shown.communityCounts.size).toBe(0);
    expect(ids(shownUnder(filtersOf({ modality: ['opinion'] })).claims)).toEqual(['c4']);
  });
});

describe('a facet', () => {
  it('keeps the claims that have one of its values, and the entities at them', () => {
    const shown = shownUnder(filtersOf({ modality: ['reported', 'attempted'] }));
    expect(ids(shown.claims)).toEqual(['c6', 'c8']);
    expect(ids(shown.entities)).toEqual(['nordlink', 'old-gull', 'quick-tern']);
  });

  it('finds a speaker anywhere in the chain, and the article’s own voice', () => {
    expect(ids(shownUnder(filtersOf({ speaker: ['coast-post'] })).claims)).toEqual(['c3']);
    expect(shownUnder(filtersOf({ speaker: [OWN_VOICE] })).claims.size).toBe(9);
  });

  it('counts its own values as if it were open, and all others under it', () => {
    const { facetCounts } = shownUnder(filtersOf({ polarity: ['negative'] }));
    expect(Object.fromEntries(facetCounts.polarity)).toEqual({ positive: 9, negative: 2 });
    expect(Object.fromEntries(facetCounts.modality)).toEqual({ asserted: 1, opinion: 1 });
  });

  it('draws the claims that a shown claim speaks of, without counting them as shown', () => {
    const shown = shownUnder(filtersOf({ predicate: ['ex:contradicts'] }));
    expect(ids(shown.claims)).toEqual(['c5']);
    expect(ids(shown.drawn)).toEqual(['c3', 'c4', 'c5']);
    expect(shown.entities).toContain('dock-union');
  });
});

describe('a hidden kind', () => {
  it('takes its entities out, with every claim at them and every claim about those', () => {
    const shown = shownUnder(filtersOf({}, ['ex:Concept']));
    expect(shown.entities.has('tourism')).toBe(false);
    expect(ids(shown.claims)).toEqual(['c1', 'c10', 'c2', 'c6', 'c7', 'c8', 'c9']);
  });

  it('still counts what it would show', () => {
    expect(shownUnder(filtersOf({}, ['ex:Ship'])).kindCounts.get('ex:Ship')).toBe(2);
  });

  it('combines with facets', () => {
    expect(ids(shownUnder(filtersOf({ modality: ['opinion', 'reported'] }, ['ex:Concept'])).claims)).toEqual([
      'c6',
    ]);
  });
});

describe('ranges', () => {
  const time = { axis: 'time', from: '2031-05-01', to: '2031-05-31', undated: false } as const;

  it('keep the claims that touch a stretch of time, and those without a time where asked to', () => {
    expect(ids(shownUnder({ ...NO_FILTERS, time }).claims)).toEqual(['c1']);
    expect(shownUnder({ ...NO_FILTERS, time: { ...time, undated: true } }).claims.size).toBe(11);
    expect(ids(shownUnder({ ...NO_FILTERS, time: { ...time, axis: 'said' } }).claims)).toEqual(['c3']);
  });

  it('keep the claims of a confidence, and those without an estimate where asked to', () => {
    const confidence = { min: 0.7, max: 0.9, unknown: false };
    const shown = shownUnder({ ...NO_FILTERS, confidence });
    expect(ids(shown.claims)).toEqual(['c5']);
    expect(ids(shown.drawn)).toEqual(['c3', 'c4', 'c5']);
    expect(
      ids(shownUnder({ ...NO_FILTERS, confidence: { ...confidence, unknown: true } }).claims),
    ).not.toContain('c1');
  });

  it('know what each would let through without itself, under all other filters', () => {
    const { loose } = shownUnder({ ...filtersOf({ polarity: ['negative'] }), time });
    expect(ids(loose.time)).toEqual(['c2', 'c4']);
    expect(ids(loose.confidence)).toEqual([]);
  });
});

describe('communities', () => {
  const communityOf = new Map([
    ['nordlink', 0],
    ['quick-tern', 0],
    ['tourism', 0],
    ['lindmar', 1],
    ['anna-berg', 1],
  ]);
  const under = (communities: number[], hiddenKinds: string[] = []) =>
    applyFilters(catalog, { ...filtersOf({}, hiddenKinds), communities: new Set(communities) }, communityOf);

  it('keep their entities and the claims within them, and combine', () => {
    expect(ids(under([1]).claims)).toEqual(['c10']);
    expect([...under([1]).entities]).toEqual(['anna-berg', 'lindmar']);
    expect(ids(under([0, 1]).claims)).toContain('c2');
  });

  it('count what each would show, under all other filters', () => {
    expect(Object.fromEntries(under([1]).communityCounts)).toEqual({ 0: 3, 1: 2 });
    expect(Object.fromEntries(under([1], ['ex:Ship']).communityCounts)).toEqual({ 0: 2, 1: 2 });
    expect(under([1]).kindCounts.get('ex:Ship')).toBeUndefined();
  });

  it('are no filter before they are known', () => {
    const shown = applyFilters(catalog, { ...NO_FILTERS, communities: new Set([1]) });
    expect(shown.claims.size).toBe(11);
  });
});

it('a part that has grown shows its entities and the claims between them', () => {
  const shown = shownUnder({ ...NO_FILTERS, within: new Set(['quick-tern', 'tourism']) });
  expect(ids(shown.claims)).toEqual(['c3', 'c4', 'c5', 'c7']);
  expect([...shown.entities]).toEqual(['quick-tern', 'tourism']);
});
