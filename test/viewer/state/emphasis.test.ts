import { describe, expect, it } from 'vitest';
import { hiddenParts, sightOf } from '../../../src/viewer/state/emphasis.ts';
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

it('what is brought into sight is shown: who says a shown claim may be hidden', () => {
  const { kind } = catalog.entities.get('anna-berg')!;
  const shown = shownUnder(filtersOf({}, [kind]));
  for (const id of shown.entities) {
    const sight = sightOf(catalog, shown, [id]);
    expect(sight).toContain(id);
    expect([...sight].filter((key) => catalog.entities.has(key) && !shown.entities.has(key))).toEqual([]);
  }
});
