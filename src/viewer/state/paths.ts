/** Ways between two entities along claims: the shortest, and the next ones (Yen, Management Science 17, 1971). */
import { finish, STEP, type Steps } from '../../model/index.ts';
import type { Catalog } from './catalog.ts';
import { type ClaimIndex, claimIndex, NO_END } from './claim-index.ts';
import type { Shown } from './filters.ts';
import { type Marks, marksOf } from './numbered.ts';

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
  const joins = new Joins(catalog, shown.claims, directed);
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

/** Claims by which entities are joined. */
class Joins {
  readonly #index: ClaimIndex;
  readonly #shown: Marks;
  readonly #directed: boolean;

  constructor(catalog: Catalog, shown: ReadonlySet<string>, directed: boolean) {
    this.#index = claimIndex(catalog);
    this.#shown = marksOf(catalog.claims, shown);
    this.#directed = directed;
  }

  /** How many entities there are. */
  get count(): number {
    return this.#index.entities.names.length;
  }

  /** Where the claims at an entity begin; those at the next one follow. */
  start(entity: number): number {
    return this.#index.atEntity.start[entity]!;
  }

  /** The entity at the other end of the claim at a place; -1 where it joins no two, or not from here. */
  other(entity: number, place: number): number {
    const { subject, object, atEntity } = this.#index;
    const claim = atEntity.list[place]!;
    const from = subject[claim]!;
    const to = object[claim]!;
    if (this.#shown[claim] === 0 || from < 0 || to < 0 || from === to) return NO_END;
    if (from === entity) return to;
    return to === entity && !this.#directed ? from : NO_END;
  }

  /** Keys of the claims that join two, in the order of the articles. */
  claims(entity: number, other: number): string[] {
    const { keys, atEntity } = this.#index;
    const found: string[] = [];
    for (let place = this.start(entity); place < this.start(entity + 1); place += 1)
      if (this.other(entity, place) === other) found.push(keys[atEntity.list[place]!]!);
    return found;
  }
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
    for (let place = joins.start(node); place < joins.start(node + 1); place += 1) {
      const near = joins.other(node, place);
      if (near < 0 || before[near] !== -1 || (node === from && closed.has(near))) continue;
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
