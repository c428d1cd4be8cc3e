/** The sample's graph with places, as a layout would leave it. */
import { type ClewGraph, datasetToGraph } from '../../src/graph/index.ts';
import type { Dataset } from '../../src/model/index.ts';
import { sampleDataset } from '../fixtures/sample.ts';

export function laidOut(dataset: Dataset = sampleDataset): ClewGraph {
  const graph = datasetToGraph(dataset);
  for (const [i, key] of graph.nodes().entries()) {
    // A sunflower: no two nodes near each other, none on a line.
    const angle = i * 2.4;
    const distance = 45 * Math.sqrt(i + 1);
    graph.mergeNodeAttributes(key, {
      x: Math.round(Math.cos(angle) * distance * 100) / 100,
      y: Math.round(Math.sin(angle) * distance * 100) / 100,
    });
  }
  return graph;
}
