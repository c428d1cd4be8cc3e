/** Claims that other claims refer to: between which nodes each of their nodes lies, and its place there. */
import { type ClewGraph, claimDegrees, nodeRadius } from '../graph/index.ts';
import { compareCodePoints } from '../model/index.ts';
import { roundCoordinate } from './places.ts';
import { hashedDirection } from './start.ts';

/** The node of a claim and the nodes between which it lies: two, or one for a literal object and for a loop. */
export interface ClaimPoint {
  readonly node: string;
  readonly ends: readonly string[];
}

/** How far beyond its subject's rim a claim without a second end is placed, in graph units. */
const BESIDE = 12;

/**
 * Every claim node, each after those at its own ends. Of claims that refer to each other in a ring the smallest key
 * comes first, without the ends that are not placed by then, so that it may be left with one or none.
 */
export function claimPoints(graph: ClewGraph): ClaimPoint[] {
  const nodes = graph.filterNodes((_, { role }) => role === 'claim').sort(compareCodePoints);
  const ends = new Map(nodes.map((node) => [node, claimEnds(graph, node)]));
  const waiting = new Map<string, number>();
  const dependants = new Map<string, string[]>(nodes.map((node) => [node, []]));
  for (const [node, list] of ends) {
    const claims = list.filter((end) => ends.has(end));
    waiting.set(node, claims.length);
    for (const end of claims) dependants.get(end)!.push(node);
  }
  const points: ClaimPoint[] = [];
  const placed = new Set<string>();
  const placeFrom = (first: string): void => {
    const ready = [first];
    for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
      if (placed.has(node)) continue;
      points.push({ node, ends: ends.get(node)!.filter((end) => !ends.has(end) || placed.has(end)) });
      placed.add(node);
      for (const next of dependants.get(node)!) {
        const left = waiting.get(next)! - 1;
        waiting.set(next, left);
        if (left === 0) ready.push(next);
      }
    }
  };
  for (const node of nodes) if (waiting.get(node) === 0) placeFrom(node);
  for (const node of nodes) placeFrom(node);
  return points;
}

/** The ends of the claim's edge, or what its `about` edge says is its subject where the object is a literal. */
function claimEnds(graph: ClewGraph, node: string): string[] {
  const key = node.slice('claim:'.length);
  if (graph.hasEdge(key)) return [...new Set(graph.extremities(key))];
  const about = `about:${key}/subject`;
  return graph.hasEdge(about) ? [graph.opposite(node, about)] : [];
}

/** Writes `x` and `y` of the claim nodes, in the order of `points`, once those of the entities stand. */
export function placeClaims(graph: ClewGraph, points: readonly ClaimPoint[]): void {
  const degrees = claimDegrees(graph);
  for (const { node, ends } of points) {
    const [a, b] = ends.map((end) => graph.getNodeAttributes(end));
    let place = { x: 0, y: 0 };
    if (a !== undefined && b !== undefined) {
      place = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    } else if (a !== undefined) {
      const { x, y } = hashedDirection(node);
      const away = nodeRadius(degrees.get(ends[0]!)!) + BESIDE;
      place = { x: a.x + x * away, y: a.y + y * away };
    }
    graph.mergeNodeAttributes(node, { x: roundCoordinate(place.x), y: roundCoordinate(place.y) });
  }
}
