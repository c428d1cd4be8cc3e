/** Components side by side: the largest in the middle, the others in the nooks around it. */
import { type Boxes, boundsOf } from './boxes.ts';
import type { Net } from './net.ts';
import type { Places } from './places.ts';

/** Bodies that keep their places to each other, in graph units. */
export interface Piece {
  /** Bodies of the whole net, by body of the piece. */
  readonly members: Int32Array;
  readonly net: Pick<Net, 'from' | 'to'>;
  readonly boxes: Boxes;
  readonly places: Places;
}

/** Cells over all pieces together, about, and for each one more: finer ones pack closer but take longer. */
const CELLS = { all: 3000, each: 20 } as const;

/**
 * Moves the pieces, in place, until no box or edge of one is nearer than about `gap` to one of another. Each piece
 * covers cells of a common grid (polyomino packing; Freivalds, Dogrusoz, Kikusts 2002) and takes, in the order given,
 * the free spot that is nearest to the middle, by a distance that gives the whole the aspect (width by height).
 */
export function pack(pieces: readonly Piece[], gap: number, aspect: number): void {
  if (pieces.length < 2) return;
  const extents = pieces.map(({ boxes, places }) => boundsOf(boxes, places));
  const area = extents.reduce((sum, { minX, maxX, minY, maxY }) => sum + (maxX - minX) * (maxY - minY), 0);
  const cell = Math.max(gap, Math.sqrt(area / (CELLS.all + CELLS.each * pieces.length)));
  const taken = new Set<number>();
  const reached = new Map<string, number>();
  const rings: Spot[][] = [];
  for (const [index, piece] of pieces.entries()) {
    const { minX, maxX, minY, maxY } = extents[index]!;
    const middle = { x: (minX + maxX) / 2, y: (minY + maxY) / 2 };
    const covered = cellsOf(piece, middle, cell);
    // What has not fitted nearer to the middle for one piece is not tried again for the next of its size.
    const size = `${Math.ceil((maxX - minX) / cell)} ${Math.ceil((maxY - minY) / cell)}`;
    for (let ring = reached.get(size) ?? 0; ; ring += 1) {
      const spots = rings[ring] ?? spotsOf(ring, aspect);
      rings[ring] = spots;
      const spot = spots.find(([column, row]) => covered.every((at) => !taken.has(at + keyOf(column, row))));
      if (spot === undefined) continue;
      reached.set(size, ring);
      const [column, row] = spot;
      for (const at of covered) for (const near of NEIGHBOURHOOD) taken.add(at + keyOf(column, row) + near);
      shift(piece.places, column * cell - middle.x, row * cell - middle.y);
      break;
    }
  }
}

type Spot = readonly [column: number, row: number];

/** Rows are so many keys apart that columns on either side of 0 never run into each other. */
const ROW = 2 ** 24;

function keyOf(column: number, row: number): number {
  return row * ROW + column;
}

/** A cell and the eight around it. */
const NEIGHBOURHOOD = [-1, 0, 1].flatMap((row) => [-1, 0, 1].map((column) => keyOf(column, row)));

/** Spots around the middle, on a rectangle of the given aspect that is `ring` cells high on each side. */
function spotsOf(ring: number, aspect: number): Spot[] {
  const reach = Math.round(ring * aspect);
  const inner = ring === 0 ? -1 : Math.round((ring - 1) * aspect);
  const spots: Spot[] = [];
  for (let row = -ring; row <= ring; row += 1) {
    for (let column = -reach; column <= reach; column += 1) {
      if (Math.abs(row) === ring || Math.abs(column) > inner) spots.push([column, row]);
    }
  }
  const distance = ([column, row]: Spot): number => (column / aspect) ** 2 + row ** 2;
  return spots.sort((a, b) => distance(a) - distance(b));
}

/**
 * The cells under a piece's boxes and edges, and those between such cells both across and down: what lies within a
 * component would look like a part of it.
 */
function cellsOf({ net, boxes, places }: Piece, middle: { x: number; y: number }, cell: number): number[] {
  const x = places.x.map((value) => value - middle.x);
  const y = places.y.map((value) => value - middle.y);
  const rows = new Map<number, Span>();
  const columns = new Map<number, Span>();
  const cover = (atX: number, atY: number): void => {
    const column = Math.round(atX / cell);
    const row = Math.round(atY / cell);
    widen(rows, row, column);
    widen(columns, column, row);
  };
  for (let body = 0; body < x.length; body += 1) {
    const [left, right] = [x[body]! - boxes.left[body]!, x[body]! + boxes.right[body]!];
    const [top, bottom] = [y[body]! - boxes.half[body]!, y[body]! + boxes.half[body]!];
    coverLine(left, top, right, top, cell, cover);
    coverLine(left, bottom, right, bottom, cell, cover);
    coverLine(left, top, left, bottom, cell, cover);
    coverLine(right, top, right, bottom, cell, cover);
  }
  for (const [spring, a] of net.from.entries()) {
    const b = net.to[spring]!;
    coverLine(x[a]!, y[a]!, x[b]!, y[b]!, cell, cover);
  }
  const cells: number[] = [];
  for (const [row, { least, most }] of rows) {
    for (let column = least; column <= most; column += 1) {
      const span = columns.get(column);
      if (span !== undefined && span.least <= row && row <= span.most) cells.push(keyOf(column, row));
    }
  }
  return cells;
}

interface Span {
  least: number;
  most: number;
}

function widen(spans: Map<number, Span>, line: number, at: number): void {
  const span = spans.get(line);
  if (span === undefined) {
    spans.set(line, { least: at, most: at });
  } else {
    span.least = Math.min(span.least, at);
    span.most = Math.max(span.most, at);
  }
}

/** Points from one end of a line to the other, no farther than a cell from each other. */
function coverLine(
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
  cell: number,
  cover: (x: number, y: number) => void,
): void {
  const steps = Math.max(1, Math.ceil(Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY)) / cell));
  for (let step = 0; step <= steps; step += 1) {
    cover(fromX + ((toX - fromX) * step) / steps, fromY + ((toY - fromY) * step) / steps);
  }
}

/** Moves all bodies by the same way, in place. */
export function shift({ x, y }: Places, byX: number, byY: number): void {
  for (const [body, value] of x.entries()) x[body] = value + byX;
  for (const [body, value] of y.entries()) y[body] = value + byY;
}
