/** Growing from a small start: which claims of an entity are shown, and how the others come in. */
import { type Catalog, isClaimKey } from './catalog.ts';
import { claimsAbout, claimsOf } from './entity-claims.ts';
import type { Shown } from './filters.ts';
import { entitiesUnder } from './reveal.ts';
import { surroundings } from './surroundings.ts';
import { setWithin, type ViewState } from './view-state.ts';

/** Claims that one step brings in at most: more could not be taken in. */
export const MOST_NEW = 20;

/** How many claims of an entity are shown, of how many. */
export interface Reach {
  readonly shown: number;
  readonly all: number;
}

export function reachOf(shown: Shown, claims: readonly string[]): Reach {
  return { shown: claims.filter((key) => shown.claims.has(key)).length, all: claims.length };
}

/** Every claim at an entity, or about a claim: as subject, as object, by its speaker, in a qualifier; each once. */
export function claimsAround(catalog: Catalog, key: string): string[] {
  if (isClaimKey(key)) return claimsAbout(catalog, key);
  const { out, in: incoming, says, qualifies } = claimsOf(catalog, key);
  return [...new Set([...out.values(), ...incoming.values(), says, qualifies].flat())];
}

/** Shows one entity alone, to grow from. */
export function startFrom(state: ViewState, entity: string): ViewState {
  return setWithin(state, new Set([entity]));
}

/** Takes an entity out of what has grown. */
export function takeOut(state: ViewState, entity: string): ViewState {
  const { within } = state.filters;
  return within?.has(entity) ? setWithin(state, new Set([...within].filter((id) => id !== entity))) : state;
}

/**
 * Brings claims in, with what they hang on: those between more important entities first. The same state where everything
 * is in already; other filters stay as they are and may still hide some.
 *
 * @param claims of an entity  @param most how many claims come in at most
 */
export function expand(
  state: ViewState,
  catalog: Catalog,
  claims: readonly string[],
  most: number = MOST_NEW,
): ViewState {
  const within = grownIn(state, catalog);
  if (within === undefined) return state;
  const grown = new Set(within);
  const missing = missingUnder(catalog, claims, within).map((ids) => ({
    ids,
    weight: Math.max(...ids.map((id) => catalog.degree.get(id) ?? 0)),
  }));
  missing.sort((a, b) => b.weight - a.weight);
  for (const { ids } of missing.slice(0, most)) for (const id of ids) grown.add(id);
  return grown.size === within.size ? state : setWithin(state, grown);
}

/** How many of the claims the limit has kept out: those that the next step brings in, or the one after it. */
export function leftOut(state: ViewState, catalog: Catalog, claims: readonly string[]): number {
  const within = grownIn(state, catalog);
  return within === undefined ? 0 : missingUnder(catalog, claims, within).length;
}

/** Undefined where nothing bounds what is shown. */
function grownIn({ filters }: ViewState, catalog: Catalog): ReadonlySet<string> | undefined {
  const { focus, within = focus && surroundings(catalog, focus) } = filters;
  return within;
}

/** Of each claim that is not in yet, the entities that are missing. */
function missingUnder(catalog: Catalog, claims: readonly string[], within: ReadonlySet<string>): string[][] {
  return claims
    .map((key) => [...entitiesUnder(catalog, key)].filter((id) => !within.has(id)))
    .filter((ids) => ids.length > 0);
}
