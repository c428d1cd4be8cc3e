import { describe, expect, it } from 'vitest';
import { stepOf, walk } from '../../../src/viewer/state/walk.ts';
import { catalog, filtersOf, shownUnder } from './sample-catalog.ts';

const all = shownUnder();
const c = (id: string) => `harbour/${id}`;

describe('walking by arrow keys', () => {
  it('begins at the entity with most claims', () => {
    expect(walk(catalog, all, { at: undefined, origin: undefined }, 'next')).toEqual({
      at: 'quick-tern',
      origin: undefined,
    });
  });

  it('goes round the claims of an entity', () => {
    const first = walk(catalog, all, { at: 'lindmar', origin: undefined }, 'next');
    expect(first).toEqual({ at: c('c2'), origin: 'lindmar' });
    const second = walk(catalog, all, first, 'next');
    expect(second).toEqual({ at: c('c10'), origin: 'lindmar' });
    expect(walk(catalog, all, second, 'next')).toEqual(first);
    expect(walk(catalog, all, first, 'previous')).toEqual(second);
  });

  it('crosses a claim to its other end, and goes back to where it came from', () => {
    const stand = { at: c('c2'), origin: 'lindmar' };
    expect(walk(catalog, all, stand, 'across')).toEqual({ at: 'nordlink', origin: undefined });
    expect(walk(catalog, all, stand, 'back')).toEqual({ at: 'lindmar', origin: undefined });
  });

  it('takes the subject for the origin where it did not come along the claim', () => {
    expect(walk(catalog, all, { at: c('c10'), origin: undefined }, 'across').at).toBe('lindmar');
  });

  it('stays at the only end of a claim that joins an entity to itself, or has a literal', () => {
    expect(walk(catalog, all, { at: c('c9'), origin: 'nordlink' }, 'across').at).toBe('nordlink');
    expect(walk(catalog, all, { at: c('c7'), origin: 'quick-tern' }, 'across').at).toBe('quick-tern');
  });

  it('reaches the claims that a claim about claims speaks of', () => {
    expect(walk(catalog, all, { at: c('c5'), origin: undefined }, 'across').at).toBe(c('c3'));
  });

  it('passes over what filters hide', () => {
    const shown = shownUnder(filtersOf({ polarity: ['negative'] }));
    expect(walk(catalog, shown, { at: 'lindmar', origin: undefined }, 'previous').at).toBe(c('c2'));
    expect(walk(catalog, shown, { at: 'old-gull', origin: undefined }, 'next').at).toBe('old-gull');
  });

  it('knows the four arrows and no other key', () => {
    expect(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'a'].map(stepOf)).toEqual([
      'next',
      'previous',
      'across',
      'back',
      undefined,
    ]);
  });
});
