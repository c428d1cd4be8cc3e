/** What lies around an entity: all that claims join to it, directly or over others. */
import { type Catalog, claimEntities } from './catalog.ts';

export const DEPTHS = [1, 2, 3] as const;
export type Depth = (typeof DEPTHS)[number];

/** An entity with what lies at most so many claims away from it. */
export interface Focus {
  readonly entity: string;
  readonly depth: Depth;
}

/** Ids of the entities around the focus, itself included; speakers and qualifiers count as joined by their claim. */
export function surroundings({ claims, claimsOf }: Catalog, { entity, depth }: Focus): Set<string> {
  const found = new Set([entity]);
  let border = [entity];
  for (let step = 0; step < depth && border.length > 0; step += 1) {
    const next: string[] = [];
    for (const id of border) {
      const { out, in: incoming, says, qualifies } = claimsOf(id);
      for (const key of [...out.values(), ...incoming.values(), says, qualifies].flat()) {
        for (const near of claimEntities(claims.get(key)!)) {
          if (found.has(near)) continue;
          found.add(near);
          next.push(near);
        }
      }
    }
    border = next;
  }
  return found;
}
