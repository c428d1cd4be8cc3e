/** Takes back just the filters that hide something, so that it can be shown. */
import { attributionChain, claimRefKey, isClaimRef, isEntityRef } from '../../model/index.ts';
import { type Catalog, isClaimKey } from './catalog.ts';
import { applyFilters, FACETS, type Filters, facetValues, NO_FILTERS } from './filters.ts';
import type { ViewState } from './view-state.ts';

/** The state in which an entity or a claim is shown; the same state where it is shown already. */
export function reveal(state: ViewState, catalog: Catalog, key: string): ViewState {
  const { filters } = state;
  if (isShown(catalog, filters, key)) return state;
  const chosen = { ...filters.chosen };
  const claim = catalog.claims.get(key);
  for (const facet of FACETS) {
    const keeps = claim && facetValues(claim, facet).some((value) => chosen[facet].has(value));
    if (chosen[facet].size > 0 && !keeps) chosen[facet] = NO_FILTERS.chosen[facet];
  }
  const hiddenKinds = new Set(filters.hiddenKinds);
  for (const kind of kindsAt(catalog, key)) hiddenKinds.delete(kind);
  const { focus } = filters;
  const near = focus === undefined || isShown(catalog, { ...NO_FILTERS, focus }, key);
  return { ...state, filters: { hiddenKinds, chosen, ...(near && focus && { focus }) } };
}

function isShown(catalog: Catalog, filters: Filters, key: string): boolean {
  const shown = applyFilters(catalog, filters);
  return isClaimKey(key) ? shown.claims.has(key) : shown.entities.has(key);
}

/** Kinds of an entity, or of all that a claim hangs on. */
function kindsAt({ claims, entities }: Catalog, key: string): Set<string> {
  const kinds = new Set<string>();
  const seen = new Set<string>();
  const visit = (at: string) => {
    if (seen.has(at)) return;
    seen.add(at);
    const claim = claims.get(at);
    if (claim === undefined) {
      const kind = entities.get(at)?.kind;
      if (kind !== undefined) kinds.add(kind);
      return;
    }
    for (const end of [claim.subject, claim.object]) {
      if (isEntityRef(end)) visit(end.entity);
      else if (isClaimRef(end)) visit(claimRefKey(end));
    }
    for (const { speaker } of attributionChain(claim)) visit(speaker);
  };
  visit(key);
  return kinds;
}
