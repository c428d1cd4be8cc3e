/** What measures are taken on: the entities and the claims between them, parallel claims as one weighted link, in flat arrays. */
import { compareCodePoints } from '../../model/index.ts';
import type { ClewGraph } from '../attributes.ts';

/** The links of entity `i` are at `start[i]..start[i + 1]`. Claim nodes, their ties, loops and literals are left out. */
export interface Network {
  /** Entity ids, sorted. */
  readonly ids: readonly string[];
  readonly start: Int32Array;
  /** The entity at the other end, by place in `ids`; ascending for each entity. */
  readonly near: Int32Array;
  /** How many claims the link stands for. */
  readonly weight: Float64Array;
}

/** The same for every order of nodes and edges. @param directed links go from subject to object only */
export function entityNetwork(graph: ClewGraph, directed = false): Network {
  const ids = graph.filterNodes((_, { role }) => role === 'entity').sort(compareCodePoints);
  const place = new Map(ids.map((id, at) => [id, at]));
  const links = ids.map(() => new Map<number, number>());
  const add = (from: number, to: number) => links[from]!.set(to, (links[from]!.get(to) ?? 0) + 1);
  graph.forEachEdge((_, { role }, source, target) => {
    const from = place.get(source);
    const to = place.get(target);
    if (role !== 'claim' || from === undefined || to === undefined || from === to) return;
    add(from, to);
    if (!directed) add(to, from);
  });
  const start = new Int32Array(ids.length + 1);
  for (const [at, link] of links.entries()) start[at + 1] = start[at]! + link.size;
  const near = new Int32Array(start.at(-1)!);
  const weight = new Float64Array(near.length);
  for (const [at, link] of links.entries()) {
    for (const [step, [to, claims]] of [...link].sort(([a], [b]) => a - b).entries()) {
      near[start[at]! + step] = to;
      weight[start[at]! + step] = claims;
    }
  }
  return { ids, start, near, weight };
}
