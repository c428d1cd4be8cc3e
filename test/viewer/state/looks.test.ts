import { describe, expect, it } from 'vitest';
import { hueOf, LIGHT, nodeRadius } from '../../../src/graph/index.ts';
import { entityColours, entityRadii, stepAt, toneName, valueSteps } from '../../../src/viewer/state/looks.ts';
import { catalog } from './sample-catalog.ts';

describe('steps of values', () => {
  it('hold about as many entities each, equal values together', () => {
    expect(valueSteps([1, 2, 3, 4, 5, 6], 3)).toEqual([
      { least: 1, greatest: 2, count: 2 },
      { least: 3, greatest: 4, count: 2 },
      { least: 5, greatest: 6, count: 2 },
    ]);
    expect(valueSteps([0, 0, 0, 0, 0, 7, 9], 3)).toEqual([
      { least: 0, greatest: 0, count: 5 },
      { least: 7, greatest: 7, count: 1 },
      { least: 9, greatest: 9, count: 1 },
    ]);
    expect(valueSteps([], 5)).toEqual([]);
  });

  it('find the step of a value, and spread few steps over the whole ramp', () => {
    const steps = valueSteps([1, 2, 3, 4], 2);
    expect([1, 2, 2.5, 4, 99].map((value) => stepAt(steps, value))).toEqual([0, 0, 1, 1, 1]);
    expect([0, 1].map((at) => toneName(at, 2))).toEqual(['ramp-0', 'ramp-4']);
    expect(toneName(0, 1)).toBe('ramp-4');
  });
});

describe('looks', () => {
  const values = new Map([...catalog.entities.keys()].map((id, at) => [id, at]));

  it('leave colour to kinds and size to claims where nothing else is asked for, or known yet', () => {
    expect(entityColours('kind', values, LIGHT)).toBeUndefined();
    expect(entityColours('pageRank', undefined, LIGHT)).toBeUndefined();
    expect(entityRadii('claims', values, catalog)).toBeUndefined();
    expect(entityRadii('pageRank', undefined, catalog)).toBeUndefined();
  });

  it('give communities hues, the ninth and later the neutral one', () => {
    const colours = entityColours('community', values, LIGHT)!;
    expect([...colours.values()]).toEqual([...values.values()].map((number) => hueOf(LIGHT, number)));
    expect([...colours.values()].at(-1)).toBe(LIGHT.other);
  });

  it('give much the strong end of the ramp and the largest disc', () => {
    const last = [...values.keys()].at(-1)!;
    const first = [...values.keys()][0]!;
    const colours = entityColours('betweenness', values, LIGHT)!;
    expect([colours.get(first), colours.get(last)]).toEqual([LIGHT.ramp[0], LIGHT.ramp.at(-1)]);
    const radii = entityRadii('betweenness', values, catalog)!;
    expect([radii.get(first), radii.get(last)]).toEqual([nodeRadius(0), nodeRadius(6)]);
    expect(new Set(entityRadii('equal', undefined, catalog)!.values()).size).toBe(1);
  });
});
