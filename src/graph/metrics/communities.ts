/** Communities: entities that claims join more closely to each other than to the rest (Louvain; Blondel et al. 2008). */
import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import type { Network } from './network.ts';

/** Any number will do; the same one gives the same communities. */
const SEED = 1;

/**
 * The number of each entity's community, in the order of `ids`: 0 for the largest; of equals, the one with the first id.
 * -1 for an entity that is joined to no other.
 */
export function communities({ ids, start, near, weight }: Network): Int32Array {
  const graph = new UndirectedGraph();
  for (const at of ids.keys()) if (start[at]! < start[at + 1]!) graph.addNode(at);
  for (const at of ids.keys()) {
    for (let link = start[at]!; link < start[at + 1]!; link += 1) {
      if (near[link]! > at) graph.addEdgeWithKey(link, at, near[link]!, { weight: weight[link]! });
    }
  }
  const found = new Int32Array(ids.length).fill(-1);
  if (graph.size === 0) return found;
  const members = new Map<number, number[]>();
  for (const [node, community] of Object.entries(findCommunities(graph, { rng: seeded(SEED) }))) {
    const list = members.get(community);
    if (list) list.push(Number(node));
    else members.set(community, [Number(node)]);
  }
  // Integer keys of an object come in ascending order, so that each list begins with its first id.
  const ranked = [...members.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!);
  for (const [number, list] of ranked.entries()) for (const at of list) found[at] = number;
  return found;
}

/** Under Node's module resolution the default import is the whole CommonJS module. */
const findCommunities = louvain as unknown as (
  graph: UndirectedGraph,
  options: { readonly rng: () => number },
) => Record<string, number>;

/** Numbers in `[0, 1)`, the same after the same seed: mulberry32 (Ettinger 2017). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}
