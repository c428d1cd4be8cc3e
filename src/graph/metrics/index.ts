/** Measures of entities by the claims between them; equal datasets give equal values on every machine. */
import type { ClewGraph } from '../attributes.ts';
import { betweenness } from './betweenness.ts';
import { communities } from './communities.ts';
import { entityNetwork } from './network.ts';
import { pageRank } from './page-rank.ts';

export * from './betweenness.ts';
export * from './communities.ts';
export * from './network.ts';
export * from './page-rank.ts';

export const MEASURES = ['community', 'pageRank', 'betweenness'] as const;
export type Measure = (typeof MEASURES)[number];

/** The value of each entity by its id; an entity without a community has none. */
export function measure(graph: ClewGraph, name: Measure): Map<string, number> {
  const network = entityNetwork(graph, name === 'pageRank');
  const take = { community: communities, pageRank, betweenness: (on: typeof network) => betweenness(on) }[
    name
  ];
  const values = take(network);
  return new Map(network.ids.map((id, at) => [id, values[at]!] as const).filter(([, value]) => value >= 0));
}
