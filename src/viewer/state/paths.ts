/** Ways between two entities along claims: the shortest, and the next ones (Yen, Management Science 17, 1971). */
import { isEntityRef } from '../../model/index.ts';
import type { Catalog } from './catalog.ts';
import type { Shown } from './filters.ts';

export interface PathStep {
  readonly from: string;
  readonly to: string;
  /** Every claim that joins the two, in the order of the articles. */
  readonly claims: readonly string[];
}

export interface PathOptions {
  /** How many ways, at most. */
  readonly count: number;
  /** Only from subject to object. */
  readonly directed: boolean;
}
export const PATH_DEFAULTS: PathOptions = { count: 4, directed: false };

type Joins = (entity: string) => ReadonlyMap<string, readonly string[]>;

/**
 * The shortest ways from one entity to another that pass none twice, over the shown claims between entities. Shorter
 * ones come first; of equals, those whose claims come first in the articles. Empty where there is none.
 */
export function shortestPaths(
  catalog: Catalog,
  shown: Shown,
  from: string,
  to: string,
  options: Partial<PathOptions> = {},
): PathStep[][] {
  const { count, directed } = { ...PATH_DEFAULTS, ...options };
  const joins = joinsOf(catalog, shown, directed);
  const first = from === to ? undefined : breadthFirst(joins, from, to, new Set(), new Set());
  if (first === undefined) return [];
  const found = [first];
  const candidates: string[][] = [];
  while (found.length < count) {
    const last = found.at(-1)!;
    for (let spur = 0; spur < last.length - 1; spur += 1) {
      const root = last.slice(0, spur + 1);
      const closed = new Set(
        found.filter((path) => startsWith(path, root)).map((path) => `${path[spur]}\n${path[spur + 1]}`),
      );
      const rest = breadthFirst(joins, root.at(-1)!, to, new Set(root.slice(0, -1)), closed);
      if (rest === undefined) continue;
      const path = [...root.slice(0, -1), ...rest];
      if (![...candidates, ...found].some((known) => same(known, path))) candidates.push(path);
    }
    if (candidates.length === 0) break;
    // Stable, so that of equals the one found first comes first.
    candidates.sort((a, b) => a.length - b.length);
    found.push(candidates.shift()!);
  }
  return found.map((path) =>
    path.slice(1).map((node, index) => ({
      from: path[index]!,
      to: node,
      claims: joins(path[index]!).get(node)!,
    })),
  );
}

/** Which entities an entity is joined to, and by which claims; found when first asked for. */
function joinsOf({ claims, claimsOf }: Catalog, shown: Shown, directed: boolean): Joins {
  const known = new Map<string, ReadonlyMap<string, readonly string[]>>();
  return (entity) => {
    let near = known.get(entity);
    if (near === undefined) {
      const { out, in: incoming } = claimsOf(entity);
      const keys = [...out.values(), ...(directed ? [] : incoming.values())].flat();
      const found = new Map<string, string[]>();
      for (const key of keys.filter((claim) => shown.claims.has(claim))) {
        const { subject, object } = claims.get(key)!;
        if (!isEntityRef(subject) || !isEntityRef(object) || subject.entity === object.entity) continue;
        const other = subject.entity === entity ? object.entity : subject.entity;
        const list = found.get(other);
        if (list) list.push(key);
        else found.set(other, [key]);
      }
      near = found;
      known.set(entity, near);
    }
    return near;
  };
}

function breadthFirst(
  joins: Joins,
  from: string,
  to: string,
  passed: ReadonlySet<string>,
  closed: ReadonlySet<string>,
): string[] | undefined {
  const before = new Map<string, string>();
  const queue = [from];
  for (let at = 0; at < queue.length; at += 1) {
    const node = queue[at]!;
    if (node === to) {
      const path = [node];
      while (path[0] !== from) path.unshift(before.get(path[0]!)!);
      return path;
    }
    for (const near of joins(node).keys()) {
      if (near === from || before.has(near) || passed.has(near)) continue;
      if (node === from && closed.has(`${node}\n${near}`)) continue;
      before.set(near, node);
      queue.push(near);
    }
  }
  return undefined;
}

function startsWith(path: readonly string[], root: readonly string[]): boolean {
  return root.every((node, index) => path[index] === node);
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && startsWith(a, b);
}
