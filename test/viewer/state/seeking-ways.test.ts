import { signal } from '@preact/signals';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { datasetToGraph } from '../../../src/graph/index.ts';
import { buildCatalog } from '../../../src/viewer/state/catalog.ts';
import { applyFilters, NO_FILTERS } from '../../../src/viewer/state/filters.ts';
import { shortestPaths } from '../../../src/viewer/state/paths.ts';
import { isLarge } from '../../../src/viewer/state/prepare.ts';
import { seekWays } from '../../../src/viewer/state/seeking-ways.ts';
import { newsDataset } from '../stage/news-graph.ts';

const catalog = buildCatalog(datasetToGraph(newsDataset({ entities: 3_000, claims: 9_000, seed: 1 })));
const everything = applyFilters(catalog, NO_FILTERS);

// Every step is a turn.
const everyStepIsLong = () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 1_000;
    return now;
  });
};
afterEach(() => void vi.restoreAllMocks());

function asked(from: readonly string[]) {
  const selection = signal(from);
  const found: (readonly string[])[] = [];
  const { ways, seeking } = seekWays(
    catalog,
    { selection, shown: signal(everything), directed: signal(false), count: signal(4) },
    (keys) => found.push(keys),
  );
  return { selection, found, ways, seeking };
}

describe('ways in a large graph', () => {
  it('are sought in turns, and are those that are found at once', async () => {
    expect(isLarge(catalog)).toBe(true);
    everyStepIsLong();
    const pair = ['e000000', 'e002999'];
    const { found, ways, seeking } = asked(pair);
    expect([ways.value, seeking.value]).toEqual([[], true]);
    await expect.poll(() => seeking.value).toBe(false);
    expect(ways.value.length).toBe(4);
    expect(ways.value).toEqual(shortestPaths(catalog, everything, 'e000000', 'e002999'));
    expect(found).toEqual([pair]);
  });

  it('are given up where something else is selected', async () => {
    everyStepIsLong();
    const { selection, found, ways, seeking } = asked(['e000001', 'e002000']);
    selection.value = ['e000005'];
    expect([ways.value, seeking.value]).toEqual([[], false]);
    selection.value = ['e000007', 'e000009'];
    await expect.poll(() => seeking.value).toBe(false);
    expect(found).toEqual([['e000007', 'e000009']]);
  });
});
