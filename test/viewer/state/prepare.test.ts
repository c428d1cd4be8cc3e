import { describe, expect, it } from 'vitest';
import { datasetToGraph } from '../../../src/graph/index.ts';
import { buildCatalog } from '../../../src/viewer/state/catalog.ts';
import { claimIndex, FACETS, prepareIndex } from '../../../src/viewer/state/claim-index.ts';
import { neighbourhood } from '../../../src/viewer/state/emphasis.ts';
import { applyFilters, NO_FILTERS } from '../../../src/viewer/state/filters.ts';
import { isLarge } from '../../../src/viewer/state/prepare.ts';
import { sampleDataset } from '../../fixtures/sample.ts';
import { catalog } from './sample-catalog.ts';

const fresh = () => buildCatalog(datasetToGraph(sampleDataset));

describe('before the first frame', () => {
  it('nothing counts the claims while no filter is set and nothing selected', () => {
    const untouched = fresh();
    const shown = applyFilters(untouched, NO_FILTERS);
    expect(neighbourhood(untouched, shown, []).size).toBe(0);
    expect([shown.claims.size, shown.entities.size]).toEqual([
      untouched.claims.size,
      untouched.entities.size,
    ]);
    let parts = 1;
    while (prepareIndex(untouched)) parts += 1;
    // All of the index was still to be made, each facet in a part of its own.
    expect(parts).toBeGreaterThan(FACETS.length + 1);
    expect(prepareIndex(untouched)).toBe(false);
    expect(claimIndex(untouched)).toEqual(claimIndex(catalog));
  });

  it('an index half made is made to its end where it is asked for', () => {
    const begun = fresh();
    prepareIndex(begun);
    expect(claimIndex(begun)).toEqual(claimIndex(catalog));
  });

  it('the entities are those of the graph: they are not united a second time', () => {
    const graph = datasetToGraph(sampleDataset);
    const { entities } = buildCatalog(graph);
    expect([...entities.keys()]).toEqual(graph.filterNodes((_, { role }) => role === 'entity'));
    for (const [id, entity] of entities) {
      const node = graph.getNodeAttributes(id);
      expect(node.role === 'entity' && node.model).toBe(entity);
    }
  });

  it('a graph is large by entities and claims together', () => {
    const map = (size: number) =>
      new Map(Array.from({ length: size }, (_, n) => [`${n}`, undefined as never]));
    expect(isLarge({ entities: map(5_000), claims: map(5_000) })).toBe(false);
    expect(isLarge({ entities: map(5_001), claims: map(5_000) })).toBe(true);
  });
});

describe('what is shown without a filter', () => {
  it('is what a filter that lets everything through shows', () => {
    const all = applyFilters(catalog, { ...NO_FILTERS, confidence: { min: 0, max: 1, unknown: true } });
    const { facetCounts, kindCounts, claims, drawn, loose } = applyFilters(catalog, NO_FILTERS);
    expect(facetCounts).toEqual(all.facetCounts);
    expect([claims, drawn, loose]).toEqual([all.claims, all.drawn, all.loose]);
    expect(new Map([...kindCounts].sort())).toEqual(new Map([...catalog.kindCounts].sort()));
  });

  it('counts communities where they are known', () => {
    const ids = [...catalog.entities.keys()];
    const communityOf = new Map(ids.map((id, at) => [id, at === 0 ? 1 : 0]));
    expect(applyFilters(catalog, NO_FILTERS, communityOf).communityCounts).toEqual(
      new Map([
        [1, 1],
        [0, ids.length - 1],
      ]),
    );
  });
});
