/** Takes back just the filters that hide something, so that it can be shown. */
import { attributionChain, claimRefKey, isClaimRef, isEntityRef } from '../../model/index.ts';
import { type Catalog, isClaimKey } from './catalog.ts';
import { applyFilters, FACETS, type Filters, facetValues, NO_FILTERS } from './filters.ts';
import type { ViewState } from './view-state.ts';

/** The state in which an entity or a claim is shown; the same state where it is shown already. */
export function reveal(
  state: ViewState,
  catalog: Catalog,
  key: string,
  communityOf?: ReadonlyMap<string, number>,
): ViewState {
  const { filters } = state;
  if (isShown(catalog, filters, key, communityOf)) return state;
  const chosen = { ...filters.chosen };
  const claim = catalog.claims.get(key);
  for (const facet of FACETS) {
    const keeps = claim && facetValues(claim, facet).some((value) => chosen[facet].has(value));
    if (chosen[facet].size > 0 && !keeps) chosen[facet] = NO_FILTERS.chosen[facet];
  }
  const needed = entitiesUnder(catalog, key);
  const hiddenKinds = new Set(filters.hiddenKinds);
  for (const id of needed) hiddenKinds.delete(catalog.entities.get(id)?.kind ?? '');
  const { focus, within, time, confidence, communities } = filters;
  const keeps = (part: Partial<Filters>) =>
    isShown(catalog, { ...NO_FILTERS, ...part }, key, communityOf) ? part : {};
  return {
    ...state,
    filters: {
      ...NO_FILTERS,
      hiddenKinds,
      chosen,
      // An entity is shown at claims, so that it takes all that is asked of claims out of the way.
      ...(claim && time && keeps({ time })),
      ...(claim && confidence && keeps({ confidence })),
      ...(focus && keeps({ focus })),
      ...(within && { within: new Set([...within, ...needed]) }),
      ...keeps({ communities }),
    },
  };
}

function isShown(
  catalog: Catalog,
  filters: Filters,
  key: string,
  communityOf: ReadonlyMap<string, number> | undefined,
): boolean {
  const shown = applyFilters(catalog, filters, communityOf);
  return isClaimKey(key) ? shown.claims.has(key) : shown.entities.has(key);
}

/** An entity itself, or all that a claim hangs on. */
export function entitiesUnder({ claims }: Catalog, key: string): Set<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (at: string) => {
    if (seen.has(at)) return;
    seen.add(at);
    const claim = claims.get(at);
    if (claim === undefined) {
      found.add(at);
      return;
    }
    for (const end of [claim.subject, claim.object]) {
      if (isEntityRef(end)) visit(end.entity);
      else if (isClaimRef(end)) visit(claimRefKey(end));
    }
    for (const { speaker } of attributionChain(claim)) visit(speaker);
  };
  visit(key);
  return found;
}
