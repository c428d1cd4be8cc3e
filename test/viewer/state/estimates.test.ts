import { expect, it } from 'vitest';
import { estimatesOf } from '../../../src/viewer/state/estimates.ts';
import { catalog, filtersOf, shownUnder } from './sample-catalog.ts';

it('claims are counted by whether their confidence lies within a range, and those without one apart', () => {
  const claims = [...catalog.claims.values()];
  const among = (values: readonly (number | undefined)[], min: number, max: number) => ({
    within: values.filter((value) => value !== undefined && value >= min && value <= max).length,
    unknown: values.filter((value) => value === undefined).length,
  });
  const known = claims.flatMap(({ confidence }) => confidence ?? []).sort((a, b) => a - b);
  expect(known.length).toBeGreaterThan(1);
  const all = claims.map(({ confidence }) => confidence);
  for (const [min, max] of [[0, 1] as const, [known[0]!, known[0]!] as const, [0.99, 1] as const])
    expect(estimatesOf(catalog, shownUnder().claims, min, max)).toEqual(among(all, min, max));
  const some = shownUnder(filtersOf({ polarity: ['positive'] })).loose.confidence;
  expect(some.size).toBeLessThan(claims.length);
  const values = [...some].map((key) => catalog.claims.get(key)!.confidence);
  expect(estimatesOf(catalog, some, 0, 1)).toEqual(among(values, 0, 1));
});
