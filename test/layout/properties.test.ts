import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutGraph } from '../../src/layout/index.ts';
import { type ClaimSpec, graphOf, overlappingPairs, placesOf, unroundedPlaces } from './graphs.ts';

/** Any entities, and claims between them, with literals or about one another, rings and loops included. */
const parts = fc
  .uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 30 })
  .map((ids) => ids.filter((id) => !id.startsWith('claim:')))
  .filter((ids) => ids.length > 0)
  .chain((ids) => {
    const end = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...ids) },
      { weight: 1, arbitrary: fc.nat(39).map((i) => ({ claim: i })) },
    );
    const ends = fc.array(fc.tuple(end, fc.option(end, { nil: undefined, freq: 8 })), { maxLength: 40 });
    return ends.map((list): { ids: string[]; claims: ClaimSpec[] } => {
      const name = (at: (typeof list)[number][0]): string =>
        typeof at === 'string' ? at : `claim:x/c${at.claim % list.length}`;
      const claims = list.map(
        ([subject, object], i): ClaimSpec =>
          object === undefined ? [`x/c${i}`, name(subject)] : [`x/c${i}`, name(subject), name(object)],
      );
      return { ids, claims };
    });
  });

describe('any graph', () => {
  it('is laid out without overlaps, in finite hundredths, whatever the order of its parts', () => {
    fc.assert(
      fc.property(
        parts.chain(({ ids, claims }) =>
          fc.record({
            ids: fc.constant(ids),
            claims: fc.constant(claims),
            shuffledIds: fc.shuffledSubarray(ids, { minLength: ids.length }),
            shuffledClaims: fc.shuffledSubarray(claims, { minLength: claims.length }),
          }),
        ),
        ({ ids, claims, shuffledIds, shuffledClaims }) => {
          const graph = graphOf(ids, claims);
          const shuffled = graphOf(shuffledIds, shuffledClaims);
          const report = layoutGraph(graph);
          expect(layoutGraph(shuffled)).toEqual(report);
          expect(placesOf(shuffled)).toEqual(placesOf(graph));
          expect(overlappingPairs(graph)).toEqual([]);
          expect(unroundedPlaces(graph)).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('keeps its entities apart from any earlier places', () => {
    const place = fc.record({ x: fc.nat(60), y: fc.nat(20) });
    fc.assert(
      fc.property(
        parts,
        fc.array(place, { minLength: 30, maxLength: 30 }),
        fc.nat(30),
        ({ ids, claims }, at, known) => {
          const graph = graphOf(ids, claims);
          layoutGraph(graph, { previous: new Map(ids.slice(0, known).map((id, i) => [id, at[i]!])) });
          expect(overlappingPairs(graph)).toEqual([]);
          expect(unroundedPlaces(graph)).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });
});
