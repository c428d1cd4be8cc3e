import { expect, it } from 'vitest';
import { claimDegrees, datasetToGraph } from '../../src/graph/index.ts';
import { sampleDataset } from '../fixtures/sample.ts';

it('counts each claim once at an entity: loops, literals, denied and parallel ones; ties of claim nodes never', () => {
  expect(Object.fromEntries(claimDegrees(datasetToGraph(sampleDataset)))).toEqual({
    'anna-berg': 1,
    'coast-post': 0,
    'dock-union': 0,
    lindmar: 2,
    'lone-rock': 0,
    nordlink: 5,
    'old-gull': 1,
    'open-letter': 0,
    'quick-tern': 6,
    tourism: 3,
    'claim:harbour/c3': 1,
    'claim:harbour/c4': 1,
  });
});
