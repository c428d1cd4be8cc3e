import { describe, expect, it } from 'vitest';
import {
  clearFilters,
  INITIAL_VIEW,
  onlyFacet,
  onlyKinds,
  primary,
  select,
  showRows,
  sortBy,
  toggleFacet,
  toggleFold,
  toggleKinds,
} from '../../../src/viewer/state/view-state.ts';

const kinds = ['ex:Company', 'ex:Person', 'ex:Ship'];
const hidden = (state: { filters: { hiddenKinds: ReadonlySet<string> } }) => [...state.filters.hiddenKinds];

describe('selecting', () => {
  it('replaces, joins and leaves', () => {
    const one = select(INITIAL_VIEW, 'a');
    const two = select(one, 'b', true);
    expect(two.selection).toEqual(['a', 'b']);
    expect(primary(two)).toBe('b');
    expect(select(two, 'a', true).selection).toEqual(['b']);
    expect(select(two, 'c').selection).toEqual(['c']);
    expect(select(two, undefined).selection).toEqual([]);
  });

  it('returns the same state where nothing changes', () => {
    const one = select(INITIAL_VIEW, 'a');
    expect(select(one, 'a')).toBe(one);
    expect(select(INITIAL_VIEW, undefined)).toBe(INITIAL_VIEW);
  });
});

describe('the legend', () => {
  it('hides a group as long as any of it is shown, then shows it', () => {
    const some = toggleKinds(INITIAL_VIEW, ['ex:Ship']);
    const all = toggleKinds(some, ['ex:Ship', 'ex:Person']);
    expect(hidden(all)).toEqual(['ex:Ship', 'ex:Person']);
    expect(hidden(toggleKinds(all, ['ex:Ship', 'ex:Person']))).toEqual([]);
  });

  it('shows one kind alone, and all again', () => {
    const only = onlyKinds(INITIAL_VIEW, ['ex:Ship'], kinds);
    expect(hidden(only)).toEqual(['ex:Company', 'ex:Person']);
    expect(hidden(onlyKinds(only, ['ex:Ship'], kinds))).toEqual([]);
  });
});

describe('facets', () => {
  it('take values in and give them back, or narrow to one', () => {
    const two = toggleFacet(toggleFacet(INITIAL_VIEW, 'modality', 'opinion'), 'modality', 'reported');
    expect([...two.filters.chosen.modality]).toEqual(['opinion', 'reported']);
    expect([...toggleFacet(two, 'modality', 'opinion').filters.chosen.modality]).toEqual(['reported']);
    expect([...onlyFacet(two, 'modality', 'asserted').filters.chosen.modality]).toEqual(['asserted']);
    expect(clearFilters(two)).toEqual(INITIAL_VIEW);
  });
});

describe('tables and panels', () => {
  it('sort by a column, then turn round', () => {
    const first = sortBy(INITIAL_VIEW, 'claims', true);
    expect(first.sort).toEqual({ column: 'claims', descending: true });
    expect(sortBy(first, 'claims', true).sort).toEqual({ column: 'claims', descending: false });
    expect(sortBy(first, 'name', false).sort).toEqual({ column: 'name', descending: false });
  });

  it('begin the other table in its own order', () => {
    expect(showRows(sortBy(INITIAL_VIEW, 'claims', true), 'claims')).toEqual({
      ...INITIAL_VIEW,
      rows: 'claims',
    });
  });

  it('fold and unfold', () => {
    const folded = toggleFold(INITIAL_VIEW, 'legend');
    expect([...folded.folded]).toEqual(['legend']);
    expect([...toggleFold(folded, 'legend').folded]).toEqual([]);
  });
});
