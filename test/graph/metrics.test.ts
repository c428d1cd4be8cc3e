import { DirectedGraph, UndirectedGraph } from 'graphology';
import { betweenness as betweennessCentrality, pagerank } from 'graphology-metrics/centrality/index.js';
import { describe, expect, it } from 'vitest';
import {
  betweenness,
  type ClewGraph,
  communities,
  datasetToGraph,
  entityNetwork,
  measure,
  type Network,
  pageRank,
} from '../../src/graph/index.ts';
import type { Claim, Dataset } from '../../src/model/index.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';

/** The sample's dataset with entities `e0..` and these claims between them in place of its own. */
function datasetOf(entities: number, claims: readonly (readonly [number, number])[]): Dataset {
  const [entity, claim] = [sampleArticle.entities[0]!, sampleArticle.claims[0]!];
  const article = {
    ...sampleArticle,
    credits: [],
    entities: Array.from({ length: entities }, (_, at) => ({ ...entity, id: `e${at}` })),
    claims: claims.map(
      ([from, to], at): Claim => ({
        ...claim,
        id: `c${at}`,
        subject: { entity: `e${from}` },
        object: { entity: `e${to}` },
      }),
    ),
  };
  return { ...sampleDataset, articles: [article] };
}

/** Rings of six, each tied to the next by one claim; every third claim is there twice. */
const rings = Array.from({ length: 4 }, (_, ring) =>
  Array.from({ length: 6 }, (_, at) => [
    [6 * ring + at, 6 * ring + ((at + 1) % 6)] as const,
    [6 * ring + at, 6 * ring + ((at + 2) % 6)] as const,
  ]).flat(),
).flat();
const ringed = datasetOf(25, [
  ...rings,
  ...rings.filter((_, at) => at % 3 === 0),
  ...[0, 1, 2].map((ring) => [6 * ring, 6 * ring + 7] as const),
]);

/** The network as graphology has it. */
function asGraph({ ids, start, near, weight }: Network, directed: boolean) {
  const graph = directed ? new DirectedGraph() : new UndirectedGraph();
  for (const id of ids) graph.addNode(id);
  for (const [at, id] of ids.entries()) {
    for (let link = start[at]!; link < start[at + 1]!; link += 1) {
      graph.mergeEdge(id, ids[near[link]!]!, { weight: weight[link]! });
    }
  }
  return graph;
}

const graphOf = (dataset: Dataset): ClewGraph => datasetToGraph(dataset);

describe('the network of entities', () => {
  it('unites parallel claims, and leaves out loops, literals and claim nodes', () => {
    const { ids, start, near, weight } = entityNetwork(graphOf(sampleDataset));
    const links = ids.flatMap((id, at) =>
      [...near.subarray(start[at]!, start[at + 1]!)].map(
        (to, step) => `${id} ${ids[to]} ${weight[start[at]! + step]}`,
      ),
    );
    expect(links.filter((link) => link < `${link.split(' ')[1]}`)).toEqual([
      'anna-berg lindmar 1',
      'lindmar nordlink 1',
      'nordlink quick-tern 2',
      'nordlink tourism 1',
      'old-gull quick-tern 1',
      'quick-tern tourism 2',
    ]);
  });

  it('goes from subject to object only where that is asked for', () => {
    const { ids, start } = entityNetwork(graphOf(sampleDataset), true);
    const at = ids.indexOf('tourism');
    expect(start[at + 1]! - start[at]!).toBe(0);
  });
});

describe('measures', () => {
  it('agree with graphology-metrics: PageRank', () => {
    const network = entityNetwork(graphOf(ringed), true);
    const expected = pagerank(asGraph(network, true));
    const values = pageRank(network);
    for (const [at, id] of network.ids.entries()) expect(values[at]).toBeCloseTo(expected[id]!, 6);
    expect(values.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
  });

  it('agree with graphology-metrics: betweenness', () => {
    const network = entityNetwork(graphOf(ringed));
    const expected = betweennessCentrality(asGraph(network, false), { getEdgeWeight: null });
    const values = betweenness(network);
    for (const [at, id] of network.ids.entries()) expect(values[at]).toBeCloseTo(expected[id]!, 9);
  });

  it('estimate betweenness from some of many entities', () => {
    const network = entityNetwork(graphOf(ringed));
    const [exact, some] = [betweenness(network), betweenness(network, 8)];
    expect(some).not.toEqual(exact);
    for (const [at, value] of some.entries()) expect(Math.abs(value - exact[at]!)).toBeLessThan(0.2);
  });

  it('find the rings as communities, the largest first, and none for who stands alone', () => {
    const network = entityNetwork(graphOf(ringed));
    const found = communities(network);
    const byId = Object.fromEntries(network.ids.map((id, at) => [id, found[at]]));
    expect(byId.e24).toBe(-1);
    for (let ring = 0; ring < 4; ring += 1) {
      const members = Array.from({ length: 6 }, (_, at) => byId[`e${6 * ring + at}`]);
      expect(new Set(members).size).toBe(1);
    }
    expect(new Set(found)).toEqual(new Set([-1, 0, 1, 2, 3]));
  });

  it('are the same whatever the order of the claims', () => {
    const article = ringed.articles[0]!;
    const turned = { ...ringed, articles: [{ ...article, claims: article.claims.toReversed() }] };
    for (const name of ['community', 'pageRank', 'betweenness'] as const) {
      expect(measure(graphOf(turned), name)).toEqual(measure(graphOf(ringed), name));
    }
  });

  it('stand for graphs without claims, and without entities', () => {
    for (const size of [0, 1, 3]) {
      const graph = graphOf(datasetOf(size, []));
      expect(measure(graph, 'community').size).toBe(0);
      expect([...measure(graph, 'betweenness').values()]).toEqual(new Array(size).fill(0));
      expect(measure(graph, 'pageRank').size).toBe(size);
    }
  });
});
