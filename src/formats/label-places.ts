/** Room for labels: boxes on the plane, none of which may overlap; found by a grid, so that large graphs cost little. */

/** In drawn units, y downward. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const CELL = 48;
/** More than there are rows of cells; where there are not, cells share a number, and are looked through together. */
const ROWS = 2 ** 26;

export class TakenRoom {
  readonly #cells = new Map<number, Box[]>();

  /** True where nothing that was taken overlaps the box. */
  isFree(box: Box): boolean {
    for (const cell of cellsOf(box)) {
      for (const other of this.#cells.get(cell) ?? []) {
        if (
          box.left < other.right &&
          other.left < box.right &&
          box.top < other.bottom &&
          other.top < box.bottom
        ) {
          return false;
        }
      }
    }
    return true;
  }

  take(box: Box): void {
    for (const cell of cellsOf(box)) {
      const list = this.#cells.get(cell);
      if (list) list.push(box);
      else this.#cells.set(cell, [box]);
    }
  }

  /** The cheapest of the free boxes; of equal ones the first. */
  bestOf<T extends { readonly box: Box }>(
    candidates: readonly T[],
    cost: (box: Box) => number,
  ): T | undefined {
    let best: T | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const [i, candidate] of candidates.entries()) {
      if (!this.isFree(candidate.box)) continue;
      const price = cost(candidate.box) + i * LATER;
      if (price >= least) continue;
      best = candidate;
      least = price;
    }
    return best;
  }
}

/** What it costs a place to come one later in the order of preference: less than to hide a stretch of a line. */
const LATER = 0.4;

/** The number of the cell that a point lies in. */
export function cellAt(x: number, y: number): number {
  return Math.floor(x / CELL) * ROWS + Math.floor(y / CELL);
}

/** The numbers of all cells that a box lies in. */
export function* cellsOf({ left, top, right, bottom }: Box): Generator<number> {
  for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column += 1) {
    for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row += 1)
      yield column * ROWS + row;
  }
}

export type Anchor = 'start' | 'middle' | 'end';
/** A place for lines of text: where the first baseline begins, or its middle or end lies. */
export interface LabelPlace {
  readonly box: Box;
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
}

/** Space between a circle and its label, and around every label. */
const GAP = 2.5;

/** Places beside a circle, the best first: right, left, below, above, then the corners. */
export function placesAround(
  x: number,
  y: number,
  radius: number,
  width: number,
  height: number,
  lineHeight: number,
): LabelPlace[] {
  const near = radius + GAP;
  const slant = radius * 0.75 + GAP;
  return [
    place(x + near, y - height / 2, width, height, lineHeight, 'start'),
    place(x - near - width, y - height / 2, width, height, lineHeight, 'end'),
    place(x - width / 2, y + near, width, height, lineHeight, 'middle'),
    place(x - width / 2, y - near - height, width, height, lineHeight, 'middle'),
    place(x + slant, y + slant * 0.6, width, height, lineHeight, 'start'),
    place(x + slant, y - slant * 0.6 - height, width, height, lineHeight, 'start'),
    place(x - slant - width, y + slant * 0.6, width, height, lineHeight, 'end'),
    place(x - slant - width, y - slant * 0.6 - height, width, height, lineHeight, 'end'),
  ];
}

/** The place whose box has its upper left corner at `left`, `top`. */
export function place(
  left: number,
  top: number,
  width: number,
  height: number,
  lineHeight: number,
  anchor: Anchor,
): LabelPlace {
  const box = { left: left - 1, top: top - 0.5, right: left + width + 1, bottom: top + height + 0.5 };
  const x = anchor === 'start' ? left : anchor === 'end' ? left + width : left + width / 2;
  // The baseline of a line lies about four fifths down.
  return { box, x, y: top + lineHeight * 0.8, anchor };
}
