import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AS_LAID_OUT,
  type Places,
  pinAt,
  putBack,
  samePlaces,
  unpin,
  withPlaces,
} from '../../../src/viewer/state/places.ts';
import {
  namePlaces,
  packPlaces,
  readNamedPlaces,
  readPackedPlaces,
} from '../../../src/viewer/state/places-text.ts';
import { INITIAL_VIEW } from '../../../src/viewer/state/view-state.ts';

const at = (x: number, y: number, id = 'a'): Places => new Map([[id, { x, y }]]);

describe('moved entities', () => {
  it('are pinned where a hand put them, stay there when let go, and go back when asked', () => {
    const pinned = pinAt(INITIAL_VIEW, at(1.26, -0.04));
    expect(pinned).toMatchObject({ places: at(1.3, 0), pinned: new Set(['a']) });
    const free = unpin(pinned, ['a', 'b']);
    expect(free).toMatchObject({ places: at(1.3, 0), pinned: new Set() });
    expect(unpin(free, ['a'])).toBe(free);
    expect(putBack(pinned)).toEqual(INITIAL_VIEW);
  });

  it('are the same where they stand the same', () => {
    const one = withPlaces(INITIAL_VIEW, at(1, 2));
    expect(samePlaces(one, withPlaces(INITIAL_VIEW, at(1, 2)))).toBe(true);
    for (const other of [
      INITIAL_VIEW,
      withPlaces(one, at(1, 3)),
      withPlaces(INITIAL_VIEW, at(1, 2, 'b')),
      pinAt(one, at(1, 2)),
    ]) {
      expect(samePlaces(one, other)).toBe(false);
    }
    expect(samePlaces(INITIAL_VIEW, { places: AS_LAID_OUT, pinned: new Set() })).toBe(true);
  });
});

describe('places in an address', () => {
  const tenths = fc.integer({ min: -90_000, max: 90_000 }).map((value) => value / 10);
  const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 40 });
  const some = ids.chain((all) =>
    fc.record({
      all: fc.constant(all),
      places: fc
        .array(fc.tuple(fc.constantFrom(...all), fc.record({ x: tenths, y: tenths })), { minLength: 1 })
        .map((list): Places => new Map(list)),
    }),
  );

  it('come back by name as they were', () => {
    fc.assert(
      fc.property(some, ({ all, places }) => {
        expect(readNamedPlaces(namePlaces(places), new Set(all))).toEqual(places);
      }),
    );
  });

  it('come back packed, to within a step', () => {
    fc.assert(
      fc.property(some, ({ all, places }) => {
        const values = packPlaces(places, all);
        const step = Number(values[3]);
        const read = readPackedPlaces(values, [...all].reverse());
        expect([...read.keys()].sort()).toEqual([...places.keys()].sort());
        for (const [id, { x, y }] of places) {
          expect(Math.abs(read.get(id)!.x - x)).toBeLessThanOrEqual(step / 2 + 0.051);
          expect(Math.abs(read.get(id)!.y - y)).toBeLessThanOrEqual(step / 2 + 0.051);
        }
      }),
    );
  });

  it('are nothing where they were packed for other entities', () => {
    const values = packPlaces(at(1, 2), ['a', 'b']);
    expect(readPackedPlaces(values, ['a', 'b']).size).toBe(1);
    expect(readPackedPlaces(values, ['a', 'c']).size).toBe(0);
    expect(readPackedPlaces(values.with(4, '!'), ['a', 'b']).size).toBe(0);
  });
});
