/** DOT as graphviz reads it. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { dotParts, join } from '../../src/formats/index.ts';
import { datasetToGraph } from '../../src/graph/index.ts';
import { layoutGraph, loadDataset } from '../../src/index.ts';

const graphviz = spawnSync('dot', ['-V'], { encoding: 'utf8' });
const missing = graphviz.error !== undefined;
if (missing) console.warn('SKIPPED: DOT read by graphviz, which is not here.');

test.skipIf(missing)('graphviz reads the article whole, without a warning', async () => {
  const { dataset } = await loadDataset('data');
  const graph = datasetToGraph(dataset!);
  await layoutGraph(graph);
  const input = join(dotParts(graph)).text;
  // neato -n keeps the places that the file has; -Tjson says what was read. Curves are not asked for: where nodes touch,
  // graphviz warns that it draws straight lines, which says nothing of the file.
  const { status, stdout, stderr } = spawnSync('neato', ['-n', '-Gsplines=line', '-Tjson'], {
    encoding: 'utf8',
    input,
  });
  expect([status, stderr]).toEqual([0, '']);
  const { objects, edges } = JSON.parse(stdout);
  expect(objects.map(({ name }: { name: string }) => name).sort()).toEqual(graph.nodes().sort());
  expect(edges).toHaveLength(graph.size);
});
