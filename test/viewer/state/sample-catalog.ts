/** The sample dataset as the viewer looks things up in it. */
import { datasetToGraph } from '../../../src/graph/index.ts';
import { buildCatalog, type Catalog } from '../../../src/viewer/state/catalog.ts';
import { applyFilters, type Filters, NO_FILTERS, type Shown } from '../../../src/viewer/state/filters.ts';
import { sampleDataset } from '../../fixtures/sample.ts';

export const catalog: Catalog = buildCatalog(datasetToGraph(sampleDataset));

/** What the sample shows under some filters; all of it where none are given. */
export function shownUnder(filters: Filters = NO_FILTERS): Shown {
  return applyFilters(catalog, filters);
}

/** Filters that differ from none in these parts. */
export function filtersOf(
  chosen: Partial<Record<keyof Filters['chosen'], readonly string[]>>,
  hiddenKinds: readonly string[] = [],
): Filters {
  const sets = Object.entries(chosen).map(([facet, values]) => [facet, new Set(values)]);
  return {
    ...NO_FILTERS,
    hiddenKinds: new Set(hiddenKinds),
    chosen: { ...NO_FILTERS.chosen, ...Object.fromEntries(sets) },
  };
}
