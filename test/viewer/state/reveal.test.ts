import { describe, expect, it } from 'vitest';
import { applyFilters } from '../../../src/viewer/state/filters.ts';
import { reveal } from '../../../src/viewer/state/reveal.ts';
import { INITIAL_VIEW } from '../../../src/viewer/state/view-state.ts';
import { catalog, filtersOf } from './sample-catalog.ts';

describe('revealing', () => {
  it('changes nothing where the thing is shown already', () => {
    expect(reveal(INITIAL_VIEW, catalog, 'nordlink')).toBe(INITIAL_VIEW);
  });

  it('takes back only the filters in the way', () => {
    const state = {
      ...INITIAL_VIEW,
      filters: filtersOf({ polarity: ['positive'] }, ['ex:Ship', 'ex:Person']),
    };
    const { filters } = reveal(state, catalog, 'harbour/c1');
    expect([...filters.hiddenKinds]).toEqual(['ex:Person']);
    expect([...filters.chosen.polarity]).toEqual(['positive']);
  });

  it.each([...catalog.claims.keys(), ...catalog.entities.keys()])('always ends with %s shown', (key) => {
    const kinds = [...catalog.kindCounts.keys()];
    const state = {
      ...INITIAL_VIEW,
      filters: filtersOf({ modality: ['attempted'], polarity: ['negative'], speaker: ['dock-union'] }, kinds),
    };
    const shown = applyFilters(catalog, reveal(state, catalog, key).filters);
    expect(shown.claims.has(key) || shown.entities.has(key)).toBe(true);
  });
});
