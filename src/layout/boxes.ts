/** The room of nodes on the plane: a disc, a margin around it, and space for its label to the right. */
import type { Places } from './places.ts';

/** Extents by body from its centre, in graph units; `half` is both upwards and downwards. */
export interface Boxes {
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly half: Float64Array;
}

/** The rectangle around some boxes. */
export interface Bounds {
  readonly minX: number;
  readonly maxX: number;
  readonly minY: number;
  readonly maxY: number;
}

/** @param margin between two discs  @param label room for a label, to the right */
export function boxesOf(radius: Float64Array, margin: number, label: number): Boxes {
  const rim = radius.map((r) => r + margin / 2);
  return { left: rim, right: rim.map((side) => side + label), half: rim };
}

/** The boxes of some bodies. */
export function pickBoxes({ left, right, half }: Boxes, bodies: Int32Array): Boxes {
  const pick = (values: Float64Array): Float64Array => Float64Array.from(bodies, (body) => values[body]!);
  return { left: pick(left), right: pick(right), half: pick(half) };
}

/** All zero where there are none. */
export function boundsOf({ left, right, half }: Boxes, { x, y }: Places): Bounds {
  if (x.length === 0) return { minX: 0, maxX: 0, minY: 0, maxY: 0 };
  const bounds = { minX: Infinity, maxX: -Infinity, minY: Infinity, maxY: -Infinity };
  for (let body = 0; body < x.length; body += 1) {
    bounds.minX = Math.min(bounds.minX, x[body]! - left[body]!);
    bounds.maxX = Math.max(bounds.maxX, x[body]! + right[body]!);
    bounds.minY = Math.min(bounds.minY, y[body]! - half[body]!);
    bounds.maxY = Math.max(bounds.maxY, y[body]! + half[body]!);
  }
  return bounds;
}

/** The shortest way, along an axis, that takes box `b` off box `a`; undefined where they do not overlap. */
export function wayOff(
  { left, right, half }: Boxes,
  { x, y }: Places,
  a: number,
  b: number,
): { readonly x: number; readonly y: number } | undefined {
  const east = x[a]! + right[a]! - (x[b]! - left[b]!);
  const west = x[b]! + right[b]! - (x[a]! - left[a]!);
  const apart = half[a]! + half[b]!;
  const south = y[a]! + apart - y[b]!;
  const north = y[b]! + apart - y[a]!;
  if (east <= 0 || west <= 0 || south <= 0 || north <= 0) return undefined;
  const across = Math.min(east, west);
  const down = Math.min(south, north);
  if (across < down) return { x: east <= west ? east : -west, y: 0 };
  return { x: 0, y: south <= north ? south : -north };
}
