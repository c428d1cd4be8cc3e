/** How a component that has come to rest is turned, stretched and scaled for a wide screen. */
import type { Boxes } from './boxes.ts';
import type { Places } from './places.ts';

/** A component's lesser extent may be this part of the greater one before it counts as a chain. */
const CHAIN = 0.25;
/** Cosine and sine of a chain's slope: on a level line names, which stand to the right, would lie on the edges. */
const SLOPE = { cos: 0.9, sin: Math.sqrt(1 - 0.9 ** 2) } as const;
/** No component is stretched more than so many times. */
const MOST_STRETCH = 1.4;
/**
 * The part of the boxes that may overlap others before all are moved apart: the crowded corners do not decide how far
 * the rest spreads.
 */
const CROWDED = 0.5;
/** Bodies nearer to each other than that are left to be pushed apart. */
const SMALLEST_ROOM = 1e-3;
/** Bodies whose spacing is looked at. */
const SAMPLE = 1000;

/** Turns the main axis level, a chain's somewhat downwards, and puts the middle at 0, in place. */
export function turnLevel({ x, y }: Places): void {
  centre(x);
  centre(y);
  const axis = mainAxis(x, y);
  const { cos, sin } =
    axis.narrow < CHAIN
      ? { cos: axis.cos * SLOPE.cos + axis.sin * SLOPE.sin, sin: axis.sin * SLOPE.cos - axis.cos * SLOPE.sin }
      : axis;
  for (let body = 0; body < x.length; body += 1) {
    const [atX, atY] = [x[body]!, y[body]!];
    x[body] = atX * cos + atY * sin;
    y[body] = atY * cos - atX * sin;
  }
}

function centre(values: Float64Array): void {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  for (const [body, value] of values.entries()) values[body] = value - middle;
}

/** The direction of greatest variance, and the root of the least variance by the greatest. */
function mainAxis(x: Float64Array, y: Float64Array): { cos: number; sin: number; narrow: number } {
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let body = 0; body < x.length; body += 1) {
    xx += x[body]! ** 2;
    xy += x[body]! * y[body]!;
    yy += y[body]! ** 2;
  }
  const half = (xx - yy) / 2;
  const root = Math.sqrt(half ** 2 + xy ** 2);
  const mean = (xx + yy) / 2;
  if (root === 0) return { cos: 1, sin: 0, narrow: 1 };
  // Both are eigenvectors of the greater eigenvalue; the longer one is the exacter one.
  const [cos, sin] = half >= 0 ? [half + root, xy] : [Math.abs(xy), (root - half) * (xy < 0 ? -1 : 1)];
  const length = Math.sqrt(cos ** 2 + sin ** 2);
  return {
    cos: cos / length,
    sin: sin / length,
    narrow: Math.sqrt(Math.max(0, mean - root) / (mean + root)),
  };
}

/**
 * Scales a component from the units of the forces to graph units, in place, until half of its boxes are free of others.
 * Stretches it towards the aspect (width by height) before, for labels are wide.
 */
export function scaleToBoxes(boxes: Boxes, places: Places, aspect: number): void {
  const { x, y } = places;
  const wide = extentOf(x);
  const stretch = wide > 0 ? Math.min(MOST_STRETCH, Math.max(1, (aspect * extentOf(y)) / wide)) : 1;
  for (const [body, value] of x.entries()) x[body] = value * stretch;
  const room = roomOf(boxes, places);
  const scale = 1 / Math.max(SMALLEST_ROOM, room[Math.floor(room.length * CROWDED)]!);
  for (const values of [x, y]) for (const [body, value] of values.entries()) values[body] = value * scale;
}

function extentOf(values: Float64Array): number {
  return (
    values.reduce((most, value) => Math.max(most, value), -Infinity) -
    values.reduce((least, value) => Math.min(least, value), Infinity)
  );
}

/** Of a sample of bodies: how many times as far away as needed is the box that is nearest to overlapping; sorted. */
function roomOf({ left, right, half }: Boxes, { x, y }: Places): Float64Array {
  const room: number[] = [];
  for (let a = 0; a < x.length; a += Math.ceil(x.length / SAMPLE)) {
    let least = Infinity;
    for (let b = 0; b < x.length; b += 1) {
      if (a === b) continue;
      const across = x[a]! <= x[b]! ? right[a]! + left[b]! : left[a]! + right[b]!;
      const ratio = Math.max(
        Math.abs(x[a]! - x[b]!) / across,
        Math.abs(y[a]! - y[b]!) / (half[a]! + half[b]!),
      );
      if (ratio < least) least = ratio;
    }
    room.push(least);
  }
  return Float64Array.from(room).sort();
}
