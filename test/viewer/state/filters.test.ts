import { describe, expect, it } from 'vitest';
import { OWN_VOICE } from '../../../src/viewer/state/filters.ts';
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
