/** What lies around an entity: all that claims join to it, directly or over others. */
import type { Catalog } from './catalog.ts';
import { claimIndex } from './claim-index.ts';
import { MarkedSet } from './numbered.ts';

export const DEPTHS = [1, 2, 3] as const;
export type Depth = (typeof DEPTHS)[number];

/** An entity with what lies at most so many claims away from it. */
export interface Focus {
  readonly entity: string;
  readonly depth: Depth;
}

/** Ids of the entities around the focus, itself included; speakers and qualifiers count as joined by their claim. */
export function surroundings(
  catalog: Pick<Catalog, 'claims'>,
  { entity, depth }: Focus,
): ReadonlySet<string> {
  const { entities, atEntity } = claimIndex(catalog);
  const first = entities.numbers.get(entity);
  if (first === undefined) return new Set([entity]);
  const found = new Uint8Array(entities.names.length);
  const passed = new Uint8Array(entities.start.length - 1);
  found[first] = 1;
  let border = [first];
  for (let step = 0; step < depth && border.length > 0; step += 1) {
    const next: number[] = [];
    for (const number of border) {
      for (let at = atEntity.start[number]!; at < atEntity.start[number + 1]!; at += 1) {
        const claim = atEntity.list[at]!;
        if (passed[claim] === 1) continue;
        passed[claim] = 1;
        for (let i = entities.start[claim]!; i < entities.start[claim + 1]!; i += 1) {
          const near = entities.list[i]!;
          if (found[near] === 1) continue;
          found[near] = 1;
          next.push(near);
        }
      }
    }
    border = next;
  }
  return new MarkedSet(entities, found);
}
