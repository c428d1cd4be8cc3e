import { describe, expect, it } from 'vitest';
import {
  type Box,
  boxesMeet,
  boxHolds,
  boxMeetsDisc,
  turnedBox,
  uprightBox,
} from '../../../src/viewer/stage/boxes.ts';
import { newTrace, traceEdge } from '../../../src/viewer/stage/curve.ts';
import {
  edgeLabelBox,
  KEPT_INSIDE,
  nodeLabelBox,
  SLOTS,
  slotOrder,
} from '../../../src/viewer/stage/label-slots.ts';
import {
  type Candidate,
  disc,
  PLACE_OPTIONS,
  type PlaceOptions,
  placeLabels,
  Room,
} from '../../../src/viewer/stage/place-labels.ts';

const options: PlaceOptions = { ...PLACE_OPTIONS, width: 400, height: 300 };
const label = (item: number, x: number, y: number, rest: Partial<Candidate> = {}): Candidate => ({
  item,
  slots: SLOTS,
  slot: undefined,
  box: (slot) => nodeLabelBox(slot, x, y, 5, 60, 16),
  ...rest,
});
const slots = (candidates: Candidate[], room = new Room(), more: Partial<PlaceOptions> = {}) =>
  placeLabels(candidates, room, { ...options, ...more }).map(({ item, slot }) => [item, slot]);

describe('boxes', () => {
  const turn = (degrees: number): Box => {
    const angle = (degrees * Math.PI) / 180;
    return turnedBox(0, 0, 30, 5, Math.cos(angle), Math.sin(angle));
  };

  it('meet where they overlap, and not where they only touch', () => {
    expect(boxesMeet(uprightBox(0, 0, 10, 5), uprightBox(19, 9, 10, 5))).toBe(true);
    expect(boxesMeet(uprightBox(0, 0, 10, 5), uprightBox(20, 0, 10, 5))).toBe(false);
  });

  it('that are turned do not meet for the sake of the upright boxes around them', () => {
    const corner = uprightBox(18, -18, 5, 5);
    expect(boxesMeet(turn(45), corner)).toBe(false);
    expect(boxesMeet(turn(-45), corner)).toBe(true);
  });

  it('hold points and meet discs in their own direction', () => {
    expect([boxHolds(turn(90), 0, 28), boxHolds(turn(90), 28, 0)]).toEqual([true, false]);
    expect(boxMeetsDisc(turn(0), 33, 0, 4)).toBe(true);
    expect(boxMeetsDisc(turn(0), 33, 8, 4)).toBe(false);
  });
});

describe('the slots of a node', () => {
  it('are tried to the right first', () => {
    expect(slotOrder(8, [])).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('give way to the lines of the node', () => {
    const line = (x: number, y: number) => Array.from({ length: 14 }, (_, at) => [x * at, y * at]).flat();
    expect(slotOrder(8, [line(8, 0)])[0]).toBe(1);
    expect(slotOrder(8, [line(8, 0), line(-8, 0)])[0]).toBe(2);
  });
});

describe('placing labels', () => {
  it('gives the important the first choice, the next what is left, and the last no place at all', () => {
    expect(slots([label(1, 100, 100), label(2, 110, 100), label(3, 90, 100)])).toEqual([
      [1, 0],
      [2, 1],
    ]);
  });

  it('never lets two labels overlap, in any crowd', () => {
    const crowd = Array.from({ length: 300 }, (_, at) => label(at, (at * 37) % 400, (at * 53) % 300));
    const places = placeLabels(crowd, new Room(), options);
    const meeting = places.flatMap((a, at) => places.slice(at + 1).filter((b) => boxesMeet(a.box, b.box)));
    expect(places.length).toBeGreaterThan(40);
    expect(meeting).toEqual([]);
  });

  it('leaves a label where it stands, though a better slot is free', () => {
    expect(slots([label(1, 100, 100, { slot: 3 })])).toEqual([[1, 3]]);
  });

  it('keeps labels off the discs of other nodes', () => {
    const room = new Room();
    room.discs.add(disc(1, 100, 100, 5));
    room.discs.add(disc(2, 120, 100, 5));
    expect(slots([label(1, 100, 100)], room)).toEqual([[1, 1]]);
  });

  it('turns labels away from the border, and drops what would be cut where asked', () => {
    expect(slots([label(1, 395, 100)])).toEqual([[1, 1]]);
    const across = label(1, 395, 100, { slots: [0] });
    expect(slots([across], new Room(), { border: 'allow' })).toEqual([[1, 0]]);
    expect(slots([across], new Room(), { border: 'drop' })).toEqual([]);
  });

  it('pushes what the reader asks for aside where the border would cut it, but not off its disc', () => {
    const asked = (x: number, width = 60) => ({
      ...label(1, x, 100, { slots: [0, 1, ...KEPT_INSIDE], covers: 'anything' }),
      box: (slot: number) => nodeLabelBox(slot, x, 100, 5, width, 16, 400),
    });
    const sides = (x: number, width?: number) => {
      const [place] = placeLabels([asked(x, width)], new Room(), options);
      return [place!.slot, place!.box.x - place!.box.spanX, place!.box.x + place!.box.spanX];
    };
    expect(sides(200)).toEqual([0, 205, 273]);
    expect(sides(150, 300)).toEqual([8, 4, 312]);
    expect(sides(250, 300)).toEqual([8, 88, 396]);
    // The disc itself is off the canvas: its name goes with it.
    expect(sides(-100)).toEqual([0, -95, -27]);
  });

  it('stops at the limit', () => {
    expect(slots([label(1, 100, 50), label(2, 100, 150)], new Room(), { limit: 1 })).toEqual([[1, 0]]);
  });

  it('drops what finds no place, unless it may cover something, as little as it can', () => {
    const full = () => {
      const room = new Room();
      for (const slot of SLOTS) if (slot !== 1) room.labels.add(nodeLabelBox(slot, 100, 100, 5, 60, 16));
      room.labels.add(uprightBox(40, 100, 4, 4));
      return room;
    };
    expect(slots([label(1, 100, 100)], full())).toEqual([]);
    expect(slots([label(1, 100, 100, { covers: 'discs' })], full())).toEqual([]);
    expect(slots([label(1, 100, 100, { covers: 'anything' })], full())).toEqual([[1, 1]]);
  });
});

describe('the label of a line', () => {
  const box = (x1: number, y1: number, bend = 0, side = 0) =>
    edgeLabelBox(traceEdge(newTrace(), 0, 0, x1, y1, 5, 5, bend), side, 40, 14, false, false);

  it('runs along the line and reads from left to right, whichever way the line goes', () => {
    for (const [x, y] of [
      [100, 40],
      [-100, -40],
      [100, -40],
      [-100, 40],
    ] as const) {
      const { cos, sin } = box(x, y);
      expect(cos).toBeGreaterThan(0);
      expect(sin / cos).toBeCloseTo(y / x, 9);
    }
  });

  it('stands above a straight line, or below it', () => {
    expect(box(100, 0).y).toBeLessThan(-7);
    expect(box(100, 0, 0, 1).y).toBeGreaterThan(7);
  });

  it('stands outside of a curve, so that labels of parallel lines part', () => {
    expect(box(100, 0, 0.2).y).toBeLessThan(-20);
    expect(box(100, 0, -0.2).y).toBeGreaterThan(20);
  });
});
