/** Small graphs with nothing on their nodes and edges but what a layout looks at. */
import { MultiDirectedGraph } from 'graphology';
import { type ClewGraph, claimDegrees, nodeRadius } from '../../src/graph/index.ts';

/** A claim: its key, and its ends; an end that starts with `claim:` is another claim. No object: a literal. */
export type ClaimSpec = readonly [key: string, subject: string, object?: string];

/** The graph of some entities and claims, added in the order given, with the claims' nodes where others refer to them. */
export function graphOf(entities: readonly string[], claims: readonly ClaimSpec[] = []): ClewGraph {
  const graph = new MultiDirectedGraph() as unknown as ClewGraph;
  const bare = graph as unknown as MultiDirectedGraph;
  for (const id of entities) bare.addNode(id, { role: 'entity', literals: [], x: 0, y: 0 });
  const referred = new Set(claims.flatMap(([, ...ends]) => ends.filter((end) => end?.startsWith('claim:'))));
  for (const node of referred) bare.addNode(node, { role: 'claim', literals: [], x: 0, y: 0 });
  for (const [key, subject, object] of claims) {
    if (object !== undefined) bare.addEdgeWithKey(key, subject, object, { role: 'claim' });
    if (!referred.has(`claim:${key}`)) continue;
    bare.addEdgeWithKey(`about:${key}/subject`, `claim:${key}`, subject, { role: 'about' });
    if (object !== undefined) {
      bare.addEdgeWithKey(`about:${key}/object`, `claim:${key}`, object, { role: 'about' });
    }
  }
  return graph;
}

/** Claims `a/c0`, `a/c1` ... between the pairs, given as `subject-object`. */
export function claimsBetween(...pairs: readonly string[]): ClaimSpec[] {
  return pairs.map((pair, i) => {
    const [subject, object] = pair.split('-') as [string, string];
    return [`a/c${i}`, subject, object];
  });
}

/** A graph like those of news: hubs, small components, single entities; the same for the same size. */
export function newsLike(size: number): ClewGraph {
  const ids = Array.from({ length: size }, (_, i) => `e${i}`);
  const claims: ClaimSpec[] = [];
  const joined = Math.floor(size * 0.85);
  const join = (a: number, b: number): void => {
    claims.push([`a/c${claims.length}`, ids[a]!, ids[b]!]);
  };
  for (let i = 1; i < joined; i += 1) {
    join(i, Math.floor((i * ((i * 7919) % 97)) / 97 / ((i % 4) + 1)));
    if (i % 3 === 0) join(i, (i * 31) % i);
  }
  for (let i = joined; i + 1 < Math.floor(size * 0.95); i += 2) join(i, i + 1);
  return graphOf(ids, claims);
}

/** `[x, y]` by node, sorted by node. */
export function placesOf(graph: ClewGraph): Record<string, readonly [number, number]> {
  return Object.fromEntries(
    graph
      .nodes()
      .sort()
      .map((node) => [node, [graph.getNodeAttribute(node, 'x'), graph.getNodeAttribute(node, 'y')] as const]),
  );
}

/** Pairs of entities whose discs touch or overlap, at the size they are drawn. */
export function overlappingPairs(graph: ClewGraph): string[] {
  const degrees = claimDegrees(graph);
  const discs = graph
    .filterNodes((_, { role }) => role === 'entity')
    .map((id) => {
      const { x, y } = graph.getNodeAttributes(id);
      return { id, x, y, radius: nodeRadius(degrees.get(id)!) };
    });
  return discs.flatMap((a, i) =>
    discs
      .slice(i + 1)
      .filter((b) => Math.hypot(a.x - b.x, a.y - b.y) <= a.radius + b.radius)
      .map((b) => `${a.id} ${b.id}`),
  );
}

/** The numbers of the places that are not finite hundredths. */
export function unroundedPlaces(graph: ClewGraph): number[] {
  return Object.values(placesOf(graph))
    .flat()
    .filter((value) => !Number.isFinite(value) || Number(value.toFixed(2)) !== value || Object.is(value, -0));
}
