/** The net of a graph: its entities as bodies, the claims between them as springs. */
import { type ClewGraph, claimDegrees, nodeRadius } from '../graph/index.ts';
import { compareCodePoints } from '../model/index.ts';
import type { ClaimPoint } from './claim-points.ts';
import { type Net, Springs } from './net.ts';

export interface EntityNet extends Net {
  /** Entity ids by body, sorted. */
  readonly ids: readonly string[];
  /** Drawn radius by body, in graph units. */
  readonly radius: Float64Array;
}

/** Bodies behind a node, each with its part of a pull at it; the parts add up to 1 or less. */
type Parts = ReadonlyMap<number, number>;

/** Smaller parts are left out: at the top of a tower of claims about claims one edge would pull at everything. */
const SMALLEST_PART = 1 / 16;
/** Parts are multiples of this, so that sums of their products are exact and edges may come in any order. */
const GRAIN = 1 / 1024;

/**
 * The same for every order of nodes and edges. A spring gets stiffer with the claims between its two entities, but
 * by their square root only: ten claims should not draw two nodes ten times as hard. A claim's node is no body; an
 * edge that ends there pulls at the nodes it lies between, half at each, as a pull at the middle of a rod does, so
 * that an entity tied to a claim alone still finds its place beside it.
 * @param pulls whether a claim's edge counts; by default all do
 */
export function entityNet(
  graph: ClewGraph,
  claims: readonly ClaimPoint[],
  pulls: (edge: string) => boolean = () => true,
): EntityNet {
  const ids = graph.filterNodes((_, { role }) => role === 'entity').sort(compareCodePoints);
  const order = ids.length;
  const parts = new Map<string, Parts>(ids.map((id, body) => [id, new Map([[body, 1]])]));
  for (const { node, ends } of claims) parts.set(node, partsBetween(ends.map((end) => parts.get(end)!)));
  const springs = new Springs(order);
  graph.forEachEdge((key, { role }, source, target) => {
    if (role !== 'claim' || !pulls(key)) return;
    for (const [a, part] of parts.get(source)!) {
      for (const [b, other] of parts.get(target)!) springs.add(a, b, part * other);
    }
  });
  const degrees = claimDegrees(graph);
  const { from, to, weight } = springs.build(Math.sqrt);
  const mass = new Float64Array(order).fill(1);
  for (const ends of [from, to]) for (const [i, body] of ends.entries()) mass[body]! += weight[i]!;
  return {
    ids,
    order,
    mass,
    from,
    to,
    weight,
    radius: Float64Array.from(ids, (id) => nodeRadius(degrees.get(id)!)),
  };
}

function partsBetween(ends: readonly Parts[]): Parts {
  const parts = new Map<number, number>();
  for (const end of ends) {
    for (const [body, part] of end) parts.set(body, (parts.get(body) ?? 0) + part / ends.length);
  }
  return new Map(
    [...parts]
      .filter(([, part]) => part >= SMALLEST_PART)
      .map(([body, part]) => [body, Math.round(part / GRAIN) * GRAIN]),
  );
}
