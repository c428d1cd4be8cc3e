import { describe, expect, it } from 'vitest';
import { createSearch } from '../../../src/viewer/state/search.ts';
import { catalog } from './sample-catalog.ts';

const search = createSearch(catalog);
search.grow();
const found = (query: string) => search.find(query).map(({ type, id }) => `${type} ${id}`);

describe('the search', () => {
  it('finds an entity by its name in any language, without accents and case', () => {
    expect(found('cong doan cang')[0]).toBe('entity dock-union');
    expect(found('CÔNG ĐOÀN')[0]).toBe('entity dock-union');
    expect(found('dao da')[0]).toBe('entity lone-rock');
  });

  it('finds it by an alias, by the beginning of a word, and with a typing slip', () => {
    expect(found('hãng Nordlink')).toContain('entity nordlink');
    expect(found('nordl')[0]).toBe('entity nordlink');
    expect(found('nordlnk')[0]).toBe('entity nordlink');
  });

  it('puts an exact name before longer ones', () => {
    expect(found('lindmar')[0]).toBe('entity lindmar');
  });

  it('finds claims by their statement, predicates and kinds by their label', () => {
    expect(found('tourists')).toContain('claim harbour/c3');
    expect(found('faster than')).toContain('predicate ex:fasterThan');
    expect(found('cong ty')).toContain('kind ex:Company');
  });

  it('finds claims and entities by their id', () => {
    expect(found('harbour/c7')[0]).toBe('claim harbour/c7');
    expect(found('old-gull')[0]).toBe('entity old-gull');
  });

  it('wants every word, and takes any where no entry has them all', () => {
    expect(found('quick tourists')).toEqual(['claim harbour/c3']);
    expect(found('gull zzzzz')).toContain('entity old-gull');
  });

  it('finds nothing for nothing', () => {
    expect(found('')).toEqual([]);
    expect(found('  ')).toEqual([]);
    expect(found('…')).toEqual([]);
    expect(found('xqzxqz')).toEqual([]);
  });

  it('grows by steps, and finds what it has', () => {
    const growing = createSearch(catalog);
    expect(growing.find('lindmar')).toEqual([]);
    expect(growing.grow(10)).toBe(true);
    expect(growing.find('lindmar').map(({ type }) => type)).not.toContain('claim');
    expect(growing.grow()).toBe(false);
    expect(growing.find('lindmar').map(({ type }) => type)).toContain('claim');
  });

  it('answers in parts what it answers at one go, and looks again only at what has grown', () => {
    const parts = createSearch(catalog, { part: 6 });
    parts.grow();
    for (const query of ['gull', 'harbour', 'quick tourists', 'gull zzzzz', 'xqzxqz']) {
      const seeking = parts.seek(query);
      let steps = 0;
      while (seeking.step()) steps += 1;
      expect(steps).toBeGreaterThan(3);
      const ids = (hits: readonly { id: string }[]) => hits.map(({ id }) => id).sort();
      expect(ids(seeking.found().hits)).toEqual(ids(search.find(query)));
      expect(seeking.step()).toBe(false);
    }
    const growing = createSearch(catalog, { part: 6 });
    const seeking = growing.seek('lindmar');
    const seen: number[] = [];
    for (let more = true; more; ) {
      more = growing.grow(4);
      let steps = 0;
      while (seeking.step()) steps += 1;
      seen.push(steps);
    }
    expect(seeking.found()).toEqual({ hits: search.find('lindmar'), count: search.find('lindmar').length });
    expect(Math.max(...seen)).toBeLessThanOrEqual(4);
  });

  it('keeps the best of each type, and counts all', () => {
    const few = createSearch(catalog, { perType: 1 });
    few.grow();
    const seeking = few.seek('lindmar');
    while (seeking.step());
    const { hits, count } = seeking.found();
    expect(hits[0]).toEqual(search.find('lindmar')[0]);
    expect(new Set(hits.map(({ type }) => type)).size).toBe(hits.length);
    expect(count).toBe(search.find('lindmar').length);
  });

  it('survives what is no word at all', () => {
    expect(() => found(`${'('.repeat(50)}[a-z]*\u0000\ud800 🚢`)).not.toThrow();
    expect(found('🚢')).toContain('entity quick-tern');
  });
});
