import fc from 'fast-check';
import jsonld from 'jsonld';
import { expect, it } from 'vitest';
import { readJsonLd } from '../../src/formats/jsonld-read.ts';
import { randomJsonLd } from './random-jsonld.ts';
import { canonical } from './rdf-judges.ts';

const RANDOM = { numRuns: 200, seed: 20_310_504 };
const base = 'http://base.example/';

it('JSON-LD of every kind means to us what it means to jsonld.js', async () => {
  let [statements, compared] = [0, 0];
  await fc.assert(
    fc.asyncProperty(randomJsonLd, async (document) => {
      const theirs = await jsonld
        .toRDF(document, { base, rdfDirection: 'i18n-datatype' })
        .catch(() => undefined);
      // What it refuses: two indexes of one node, names alone that are included.
      if (theirs === undefined) return;
      const { quads } = await readJsonLd(JSON.stringify(document), { base });
      expect(await canonical(quads)).toBe(await canonical(theirs));
      statements += theirs.length;
      compared += 1;
    }),
    RANDOM,
  );
  expect(statements).toBeGreaterThan(3000);
  expect(compared).toBeGreaterThan(0.9 * RANDOM.numRuns);
});
