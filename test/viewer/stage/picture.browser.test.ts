/** Pictures of a large graph are drawn in layers: nobody can tell. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { svgLayers } from '../../../src/formats/index.ts';
import { DARK, datasetToGraph } from '../../../src/graph/index.ts';
import { layoutGraph } from '../../../src/layout/index.ts';
import { sampleDataset } from '../../fixtures/sample.ts';
import { launch, openPage, pageScript } from './open-page.ts';

declare const stagePage: typeof import('./picture-page.ts');

const WIDTH = 900;
/** What is left of rounding the colours of each layer to whole steps. */
const ROUNDING = 4;

const graph = datasetToGraph(sampleDataset);
layoutGraph(graph);
const whole = [...svgLayers(graph, { palette: DARK }, Number.POSITIVE_INFINITY)];
const layers = [...svgLayers(graph, { palette: DARK }, 3)];

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  page = await openPage(browser, await pageScript(false, 'picture-page.ts'), { width: 400, height: 300 });
});
afterAll(() => browser?.close());

const compare = (some: readonly string[], others: readonly string[]) =>
  page.evaluate(([some, others, width]) => stagePage.compare(some, others, width), [
    some,
    others,
    WIDTH,
  ] as const);

it('layers are the same picture as one drawing, all of them and in their order', async () => {
  expect([whole.length, layers.length > 12]).toEqual([1, true]);
  const found = await compare(whole, layers);
  expect(found.most).toBeLessThanOrEqual(ROUNDING);
  expect(found.pixels).toBeGreaterThan(WIDTH * 300);
  expect(found.colours).toBeGreaterThan(50);
  // Each of them shows something, and each group of marks lies above the one before.
  for (let left = 0; left < layers.length; left += 1) {
    const without = layers.filter((_, at) => at !== left);
    expect((await compare(whole, without)).most, `without layer ${left}`).toBeGreaterThan(10 * ROUNDING);
  }
  const [ground, ...marks] = layers;
  expect((await compare(whole, [ground!, ...marks.reverse()])).most).toBeGreaterThan(10 * ROUNDING);
});
