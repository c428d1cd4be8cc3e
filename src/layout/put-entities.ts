/** Places that come from elsewhere, written into a graph: entities by id, claims at the middles of their edges. */
import type { ClewGraph } from '../graph/index.ts';
import { claimPoints, placeClaims } from './claim-points.ts';

/** Entities that are not among the places stay where they are. @param places in graph units, y upwards */
export function putEntities(
  graph: ClewGraph,
  places: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
): void {
  for (const [id, { x, y }] of places) if (graph.hasNode(id)) graph.mergeNodeAttributes(id, { x, y });
  placeClaims(graph, claimPoints(graph));
}
