/** Ways between two entities along claims: the shortest, and the next ones (Yen, Management Science 17, 1971). */
import { finish, STEP, type Steps } from '../../model/index.ts';
import { once } from '../once.ts';
import type { Catalog } from './catalog.ts';
import { claimIndex } from './claim-index.ts';
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

/**
 * The shortest ways from one entity to another that pass none twice, over the shown claims between entities. Shorter
 * ones come first; of equals, those whose claims come first in the articles. Empty where there is none.
 */
export function shortestPaths(...question: Parameters<typeof pathSteps>): PathStep[][] {
  return finish(pathSteps(...question));
}

/** The same, in steps. */
export function* pathSteps(
  catalog: Catalog,
  shown: Shown,
  from: string,
  to: string,
  options: Partial<PathOptions> = {},
): Steps<PathStep[][]> {
  const { count, directed } = { ...PATH_DEFAULTS, ...options };
  const joins = joinsOf(catalog, shown.claims, directed);
  const { names, numbers } = claimIndex(catalog).entities;
  const [start, goal] = [numbers.get(from), numbers.get(to)];
  if (start === undefined || goal === undefined || start === goal) return [];
  const first = yield* breadthFirst(joins, start, goal, [], new Set());
  if (first === undefined) return [];
  const found = [first];
  const candidates: number[][] = [];
  while (found.length < count) {
    const last = found.at(-1)!;
    for (let spur = 0; spur < last.length - 1; spur += 1) {
      const root = last.slice(0, spur + 1);
      const closed = new Set(found.filter((path) => startsWith(path, root)).map((path) => path[spur + 1]!));
      const rest = yield* breadthFirst(joins, root.at(-1)!, goal, root.slice(0, -1), closed);
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
      from: names[path[index]!]!,
      to: names[node]!,
      claims: joins.claims(path[index]!, node),
    })),
  );
}

/** Which entities an entity is joined to, and by which claims; found when first asked for. */
interface Joins {
  readonly count: number;
  /** In the order of the claims, each once. */
  near(entity: number): readonly number[];
  claims(entity: number, other: number): string[];
}

/** The last that were asked for: more ways between the same two, or another two, find what is known already. */
const known = once((_: ReadonlySet<string>) => new Map<boolean, Joins>());

function joinsOf(catalog: Catalog, shown: ReadonlySet<string>, directed: boolean): Joins {
  const ofShown = known(shown);
  const joins = ofShown.get(directed) ?? makeJoins(catalog, shown, directed);
  ofShown.set(directed, joins);
  return joins;
}

function makeJoins(catalog: Catalog, shown: ReadonlySet<string>, directed: boolean): Joins {
  const { keys, subject, object, entities, atEntity } = claimIndex(catalog);
  const known: (readonly number[] | undefined)[] = [];
  /** With the other end of each; claims that join no two entities are left out. */
  function* joining(entity: number): Generator<readonly [string, number], void> {
    for (let at = atEntity.start[entity]!; at < atEntity.start[entity + 1]!; at += 1) {
      const claim = atEntity.list[at]!;
      const from = subject[claim]!;
      const to = object[claim]!;
      if (from < 0 || to < 0 || from === to || (from !== entity && (directed || to !== entity))) continue;
      const key = keys[claim]!;
      if (shown.has(key)) yield [key, from === entity ? to : from];
    }
  }
  return {
    count: entities.names.length,
    near(entity) {
      let near = known[entity];
      if (near === undefined) {
        near = [...new Set([...joining(entity)].map(([, other]) => other))];
        known[entity] = near;
      }
      return near;
    },
    claims: (entity, other) => [...joining(entity)].filter(([, end]) => end === other).map(([key]) => key),
  };
}

/** @param passed entities that the way must not pass  @param closed those that it must not go to first */
function* breadthFirst(
  joins: Joins,
  from: number,
  to: number,
  passed: readonly number[],
  closed: ReadonlySet<number>,
): Steps<number[] | undefined> {
  const before = new Int32Array(joins.count).fill(-1);
  for (const node of [from, ...passed]) before[node] = from;
  const queue = [from];
  for (let at = 0; at < queue.length; at += 1) {
    if (at % STEP === 0) yield;
    const node = queue[at]!;
    if (node === to) {
      const path = [node];
      while (path[0] !== from) path.unshift(before[path[0]!]!);
      return path;
    }
    for (const near of joins.near(node)) {
      if (before[near] !== -1 || (node === from && closed.has(near))) continue;
      before[near] = node;
      queue.push(near);
    }
  }
  return undefined;
}

function startsWith(path: readonly number[], root: readonly number[]): boolean {
  return root.every((node, index) => path[index] === node);
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && startsWith(a, b);
}
