import { describe, expect, it } from 'vitest';
import { hiddenParts } from '../../../src/viewer/state/emphasis.ts';
import { catalog, filtersOf, shownUnder } from './sample-catalog.ts';

const hidden = (...filters: Parameters<typeof filtersOf>) => {
  const { nodes, edges } = hiddenParts(catalog, shownUnder(filtersOf(...filters)));
  return { nodes: [...nodes].sort(), edges: [...edges].sort() };
};

describe('what filters take off the canvas', () => {
  it('is nothing where everything is shown', () => {
    expect(hidden({})).toEqual({ nodes: [], edges: [] });
  });

  it('is the entities of a hidden kind, with the claims at them and the claims about those', () => {
    expect(hidden({}, ['ex:Concept'])).toEqual({
      nodes: ['tourism'],
      edges: ['harbour/c11', 'harbour/c3', 'harbour/c4', 'harbour/c5'],
    });
  });

  it('leaves the claims that a shown claim speaks of', () => {
    const { edges } = hidden({ predicate: ['ex:contradicts'] });
    expect(edges).not.toContain('harbour/c3');
    expect(edges).toContain('harbour/c7');
  });
});
