import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../../src/viewer/state/entity-claims.ts';
import {
  claimsAround,
  expand,
  MOST_NEW,
  reachOf,
  startFrom,
  takeOut,
} from '../../../src/viewer/state/expand.ts';
import { applyFilters } from '../../../src/viewer/state/filters.ts';
import { reveal } from '../../../src/viewer/state/reveal.ts';
import { INITIAL_VIEW, setFocus, type ViewState } from '../../../src/viewer/state/view-state.ts';
import { catalog, shownUnder } from './sample-catalog.ts';

const shownOf = (state: ViewState) => applyFilters(catalog, state.filters);
const withinOf = (state: ViewState) => [...(state.filters.within ?? [])].sort();
const small = startFrom(INITIAL_VIEW, 'nordlink');

describe('a small start', () => {
  it('shows one entity with what joins it to itself, and counts what is left', () => {
    const shown = shownOf(small);
    expect([...shown.entities]).toEqual(['nordlink']);
    expect([...shown.claims]).toEqual(['harbour/c9']);
    expect(reachOf(shown, claimsOf(catalog, 'nordlink').out.get('ex:operates')!)).toEqual({
      shown: 0,
      all: 2,
    });
  });

  it('grows by a predicate, with all that its claims hang on', () => {
    const operates = claimsOf(catalog, 'nordlink').out.get('ex:operates')!;
    const grown = expand(small, catalog, operates);
    expect(withinOf(grown)).toEqual(['nordlink', 'quick-tern']);
    expect(reachOf(shownOf(grown), operates)).toEqual({ shown: 2, all: 2 });
  });

  it('grows by everything around an entity, and around a claim', () => {
    const grown = expand(small, catalog, claimsAround(catalog, 'nordlink'));
    expect(withinOf(grown)).toEqual(['lindmar', 'nordlink', 'quick-tern', 'tourism']);
    const further = expand(grown, catalog, claimsAround(catalog, 'harbour/c3'));
    expect(withinOf(further)).toContain('dock-union');
    expect(shownOf(further).claims.has('harbour/c5')).toBe(true);
  });

  it('stops at a limit, the more important first', () => {
    const grown = expand(small, catalog, claimsAround(catalog, 'nordlink'), 1);
    expect(withinOf(grown)).toEqual(['nordlink', 'quick-tern']);
    expect(MOST_NEW).toBeGreaterThan(1);
  });

  it('grows out of a focus, which gives way', () => {
    const focused = setFocus(INITIAL_VIEW, { entity: 'old-gull', depth: 1 });
    const grown = expand(focused, catalog, claimsAround(catalog, 'quick-tern'));
    expect(grown.filters.focus).toBeUndefined();
    expect(withinOf(grown)).toEqual(
      expect.arrayContaining(['old-gull', 'quick-tern', 'nordlink', 'tourism']),
    );
  });

  it('changes nothing where all is shown, or in already', () => {
    expect(expand(INITIAL_VIEW, catalog, claimsAround(catalog, 'nordlink'))).toBe(INITIAL_VIEW);
    const grown = expand(small, catalog, claimsAround(catalog, 'nordlink'));
    expect(expand(grown, catalog, claimsAround(catalog, 'nordlink'))).toBe(grown);
  });

  it('lets go of an entity, and takes in what is looked for elsewhere', () => {
    const grown = expand(small, catalog, claimsAround(catalog, 'nordlink'));
    expect(withinOf(takeOut(grown, 'tourism'))).not.toContain('tourism');
    const seen = reveal(small, catalog, 'harbour/c6');
    expect(withinOf(seen)).toEqual(['nordlink', 'old-gull', 'quick-tern']);
    expect(shownOf(seen).claims.has('harbour/c6')).toBe(true);
    expect(shownUnder(seen.filters).entities.has('lone-rock')).toBe(false);
  });
});
