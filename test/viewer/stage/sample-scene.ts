/** The sample dataset as the stage sees it. */
import { datasetToGraph } from '../../../src/graph/index.ts';
import { finish } from '../../../src/model/index.ts';
import type { Scene } from '../../../src/viewer/stage/scene.ts';
import { sceneSteps } from '../../../src/viewer/stage/scene-steps.ts';
import { sampleDataset } from '../../fixtures/sample.ts';

/** The sample with its entities on a circle. */
export function sampleScene(dataset = sampleDataset): Scene {
  const graph = datasetToGraph(dataset);
  for (const [at, key] of graph.nodes().entries()) {
    graph.mergeNodeAttributes(key, { x: 200 * Math.cos(at), y: 200 * Math.sin(at) });
  }
  return finish(sceneSteps(graph));
}
