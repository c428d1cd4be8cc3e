import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson, canonicalParts } from '../../src/formats/canonical-json.ts';

it('gives an object in parts as it gives it in one, and its lists element by element', () => {
  const members = fc.dictionary(
    fc.string({ unit: 'binary' }),
    fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue(), fc.constant(undefined)),
  );
  fc.assert(
    fc.property(members, fc.integer({ min: 1, max: 5 }), (record, levels) => {
      expect([...canonicalParts(record, '', levels)].join('')).toBe(canonicalJson(record));
    }),
  );
  expect([...canonicalParts({ b: [{ d: 1, c: 2 }, 'x'], a: undefined })]).toEqual([
    '{"b":',
    '[',
    '{"c":2,"d":1}',
    ',',
    '"x"',
    ']',
    '}',
  ]);
});
