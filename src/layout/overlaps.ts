/** Boxes that overlap: finding them and moving them apart. */
import { type Bounds, type Boxes, boundsOf, wayOff } from './boxes.ts';
import type { Places } from './places.ts';

/** Rounds of pushing before the plane is stretched. */
const ROUNDS = 100;
/** By how much it is stretched then: room for the boxes that are jammed. */
const STRETCH = 1.1;
/** Boxes are pushed so much further than needed, and may overlap so much: rounding to hundredths changes nothing. */
const SLACK = 0.02;

/**
 * Moves boxes apart, in place: each pair along the axis where the way is shorter, half of it each. Where pushing does
 * not come to an end, the plane is stretched from its middle until it does: at last no two boxes overlap.
 *
 * @param onRound told after each round which share of the most overlaps there were is gone, in `0..1`; may throw to stop
 */
export function pushApart(boxes: Boxes, places: Places, onRound: (share: number) => void = () => {}): void {
  let most = 0;
  const onLeft = (left: number) => {
    most = Math.max(most, left);
    onRound(1 - left / most);
  };
  while (!push(boxes, places, () => 0.5, onLeft)) stretch(places);
}

/** Moves boxes off those that are fixed (1 by body) and off each other, as far as there is room between these. */
export function pushAround(boxes: Boxes, places: Places, fixed: Uint8Array): void {
  push(boxes, places, (a, b) => (fixed[a] ? (fixed[b] ? undefined : 0) : fixed[b] ? 1 : 0.5));
}

/**
 * @param share of the way that `a` goes in the opposite direction; undefined leaves the pair alone
 * @param onLeft told after each round how many pairs overlapped in it
 * @returns whether no two boxes overlap any more
 */
function push(
  boxes: Boxes,
  places: Places,
  share: (a: number, b: number) => number | undefined,
  onLeft: (left: number) => void = () => {},
): boolean {
  const { x, y } = places;
  for (let round = 0; round < ROUNDS; round += 1) {
    let left = 0;
    forEachOverlap(boxes, places, (a, b, way) => {
      const part = share(a, b);
      if (part === undefined || Math.abs(way.x + way.y) <= SLACK) return;
      left += 1;
      const byX = way.x + Math.sign(way.x) * SLACK;
      const byY = way.y + Math.sign(way.y) * SLACK;
      x[a]! -= byX * part;
      y[a]! -= byY * part;
      x[b]! += byX * (1 - part);
      y[b]! += byY * (1 - part);
    });
    if (left === 0) return true;
    onLeft(left);
  }
  return false;
}

function stretch({ x, y }: Places): void {
  for (const values of [x, y]) {
    const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
    for (const [body, value] of values.entries()) values[body] = middle + (value - middle) * STRETCH;
  }
}

/**
 * Visits each pair of boxes that overlap, `a < b`, by ascending `a`, with the shortest way off. The visitor may move
 * bodies: later pairs see that, but pairs that only then come to overlap are left to the next call.
 */
export function forEachOverlap(
  boxes: Boxes,
  places: Places,
  visit: (a: number, b: number, way: { readonly x: number; readonly y: number }) => void,
): void {
  if (places.x.length < 2) return;
  const { column, row, cells, members, columns } = gridOf(boxes, places);
  for (let a = 0; a < places.x.length; a += 1) {
    for (let r = row.first[a]!; r <= row.last[a]!; r += 1) {
      for (let c = column.first[a]!; c <= column.last[a]!; c += 1) {
        const cell = r * columns + c;
        for (let at = cells[cell + 1]! - 1; at >= cells[cell]! && members[at]! > a; at -= 1) {
          const b = members[at]!;
          // Two boxes may share several cells: they meet in the first.
          if (Math.max(column.first[a]!, column.first[b]!) !== c) continue;
          if (Math.max(row.first[a]!, row.first[b]!) !== r) continue;
          const way = wayOff(boxes, places, a, b);
          if (way !== undefined) visit(a, b, way);
        }
      }
    }
  }
}

interface Grid {
  readonly columns: number;
  /** The bodies of cell `i`, ascending, are `members[cells[i]..cells[i + 1]]`. */
  readonly cells: Int32Array;
  readonly members: Int32Array;
  /** The cells that each body's box touches. */
  readonly column: Range;
  readonly row: Range;
}
interface Range {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** About as many cells as boxes, each about as large as a box or larger. */
function gridOf(boxes: Boxes, places: Places): Grid {
  const { left, right, half } = boxes;
  const { x, y } = places;
  const order = x.length;
  const bounds = boundsOf(boxes, places);
  const size = cellSize(boxes, bounds, order);
  const span = (from: (body: number) => number, to: (body: number) => number, step: number): Range => {
    const cellsBy = (at: (body: number) => number): Int32Array =>
      Int32Array.from({ length: order }, (_, body) => Math.floor(at(body) / step));
    return { first: cellsBy(from), last: cellsBy(to) };
  };
  const column = span(
    (body) => x[body]! - left[body]! - bounds.minX,
    (body) => x[body]! + right[body]! - bounds.minX,
    size.width,
  );
  const row = span(
    (body) => y[body]! - half[body]! - bounds.minY,
    (body) => y[body]! + half[body]! - bounds.minY,
    size.height,
  );
  const columns = Math.floor((bounds.maxX - bounds.minX) / size.width) + 1;
  const rows = Math.floor((bounds.maxY - bounds.minY) / size.height) + 1;
  const cells = new Int32Array(columns * rows + 1);
  const forEachCell = (visit: (cell: number, body: number) => void): void => {
    for (let body = 0; body < order; body += 1) {
      for (let r = row.first[body]!; r <= row.last[body]!; r += 1) {
        for (let c = column.first[body]!; c <= column.last[body]!; c += 1) visit(r * columns + c, body);
      }
    }
  };
  forEachCell((cell) => {
    cells[cell + 1]! += 1;
  });
  for (let cell = 0; cell < columns * rows; cell += 1) cells[cell + 1]! += cells[cell]!;
  const next = cells.slice();
  const members = new Int32Array(cells[columns * rows]!);
  forEachCell((cell, body) => {
    members[next[cell]!] = body;
    next[cell]! += 1;
  });
  return { columns, cells, members, column, row };
}

function cellSize(
  { left, right, half }: Boxes,
  bounds: Bounds,
  order: number,
): { width: number; height: number } {
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const side = Math.sqrt(order);
  return {
    width: Math.max((sum(left) + sum(right)) / order, (bounds.maxX - bounds.minX) / side),
    height: Math.max((2 * sum(half)) / order, (bounds.maxY - bounds.minY) / side),
  };
}
