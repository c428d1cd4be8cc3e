/** What stands out on the canvas while something is selected or pointed at, in keys of the graph. */
import { claimNodeKey } from '../../graph/index.ts';
import { isLiteral } from '../../model/index.ts';
import { type Catalog, isClaimKey, refKey } from './catalog.ts';
import { claimIndex } from './claim-index.ts';
import { claimsAbout, claimsOf } from './entity-claims.ts';
import type { Shown } from './filters.ts';
import { MarkedSet } from './numbered.ts';
import type { PathStep } from './paths.ts';

/** A claim key for any graph key that stands for the claim: its edge, its node, the lines that tie the node. */
export function selectionKey(key: string): string {
  if (!key.startsWith('claim:') && !key.startsWith('about:')) return key;
  if (key.startsWith('claim:')) return key.slice('claim:'.length);
  const about = /^about:(.+)\/(?:subject|object)$/.exec(key);
  return about?.[1] ?? key;
}

/** The keys that wear the selection: a claim's edge, if only one to the node of its literal, and its node where it has one. */
export function graphKeys({ graph }: Catalog, key: string): string[] {
  if (!isClaimKey(key)) return [key];
  const node = claimNodeKey(key);
  return graph.hasNode(node) ? [key, node] : [key];
}

/** The last: what is selected is emphasised, and brought into sight. */
const last = new WeakMap<
  Catalog,
  { readonly shown: Shown; readonly keys: readonly string[]; readonly lit: ReadonlySet<string> }
>();

/** The neighbourhood of keys: an entity with its claims and their entities, a claim with its ends and its speakers. */
export function neighbourhood(catalog: Catalog, shown: Shown, keys: readonly string[]): ReadonlySet<string> {
  const before = last.get(catalog);
  if (before?.shown === shown && before.keys.join('\n') === keys.join('\n')) return before.lit;
  const lit = findNeighbourhood(catalog, shown, keys);
  last.set(catalog, { shown, keys, lit });
  return lit;
}

function findNeighbourhood(catalog: Catalog, shown: Shown, keys: readonly string[]): Set<string> {
  const lit = new Set<string>();
  // Before the first frame the claims are not counted.
  if (keys.length === 0) return lit;
  const { keys: claimKeys, numbers, entities, spokenOf, about } = claimIndex(catalog);
  /** A claim's edge, and its node, which it has where others speak of it. */
  const lightClaim = (claim: number) => {
    const key = claimKeys[claim]!;
    lit.add(key);
    if (about.has(claim)) lit.add(claimNodeKey(key));
  };
  const lightEntities = (claim: number, hiddenToo: boolean) => {
    for (let at = entities.start[claim]!; at < entities.start[claim + 1]!; at += 1) {
      const id = entities.names[entities.list[at]!]!;
      if (hiddenToo || shown.entities.has(id)) lit.add(id);
    }
  };
  const light = (claimKey: string) => {
    const claim = numbers.get(claimKey);
    if (claim === undefined) return;
    lightClaim(claim);
    // Who says it may be hidden while it is shown: that is not brought into sight.
    lightEntities(claim, false);
    for (const other of spokenOf.get(claim) ?? []) {
      lightClaim(other);
      lightEntities(other, true);
    }
  };
  for (const key of keys) {
    if (isClaimKey(key)) {
      light(key);
      for (const about of claimsAbout(catalog, key)) if (shown.drawn.has(about)) light(about);
    } else {
      lit.add(key);
      const { out, in: incoming, says } = claimsOf(catalog, key);
      const lightShown = (claim: string) => {
        if (shown.drawn.has(claim)) light(claim);
      };
      for (const claims of [...out.values(), ...incoming.values(), says]) claims.forEach(lightShown);
    }
  }
  return lit;
}

/** What has to be in sight for a selection: an entity with its neighbours, a claim with its two ends. */
export function sightOf(catalog: Catalog, shown: Shown, keys: Iterable<string>): Set<string> {
  const sight = new Set<string>();
  for (const key of keys) {
    const claim = catalog.claims.get(key);
    if (claim === undefined) {
      for (const near of neighbourhood(catalog, shown, [key])) sight.add(near);
      continue;
    }
    for (const near of graphKeys(catalog, key)) sight.add(near);
    for (const end of [claim.subject, claim.object]) {
      if (!isLiteral(end)) for (const near of graphKeys(catalog, refKey(end))) sight.add(near);
    }
  }
  return sight;
}

/** What a way passes: its entities and every claim that joins them. */
export function keysAlong(catalog: Catalog, way: readonly PathStep[]): Set<string> {
  return new Set(
    way.flatMap(({ from, to, claims }) => [from, to, ...claims.flatMap((key) => graphKeys(catalog, key))]),
  );
}

/** Entities that the filters take out, and claims, whether they have a line or a node or both. */
export function hiddenParts(
  { claims, entities }: Catalog,
  shown: Shown,
): { readonly nodes: ReadonlySet<string>; readonly edges: ReadonlySet<string> } {
  return { nodes: missing(entities, shown.entities), edges: missing(claims, shown.drawn) };
}

function missing(all: ReadonlyMap<string, unknown>, kept: ReadonlySet<string>): ReadonlySet<string> {
  if (kept.size === all.size) return NONE;
  if (kept instanceof MarkedSet) return kept.missing();
  return new Set([...all.keys()].filter((key) => !kept.has(key)));
}

const NONE: ReadonlySet<string> = new Set();
