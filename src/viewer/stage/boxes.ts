/** Boxes on screen and whether they touch: the room that labels take. */

/** A box around a point, perhaps turned; CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
  /** Cosine and sine of its turn. */
  readonly cos: number;
  readonly sin: number;
  /** Half the sides of the upright box around it. */
  readonly spanX: number;
  readonly spanY: number;
}

export function uprightBox(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { x, y, halfWidth, halfHeight, cos: 1, sin: 0, spanX: halfWidth, spanY: halfHeight };
}

export function turnedBox(
  x: number,
  y: number,
  halfWidth: number,
  halfHeight: number,
  cos: number,
  sin: number,
): Box {
  const spanX = Math.abs(cos) * halfWidth + Math.abs(sin) * halfHeight;
  const spanY = Math.abs(sin) * halfWidth + Math.abs(cos) * halfHeight;
  return { x, y, halfWidth, halfHeight, cos, sin, spanX, spanY };
}

/** True where two boxes overlap, by the separating axes of both (Gottschalk and others, 1996). */
export function boxesMeet(a: Box, b: Box): boolean {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  if (Math.abs(dx) >= a.spanX + b.spanX || Math.abs(dy) >= a.spanY + b.spanY) return false;
  if (a.sin === 0 && b.sin === 0) return true;
  return !apartOnAxesOf(a, b, dx, dy) && !apartOnAxesOf(b, a, dx, dy);
}

function apartOnAxesOf(a: Box, b: Box, dx: number, dy: number): boolean {
  const cos = Math.abs(a.cos * b.cos + a.sin * b.sin);
  const sin = Math.abs(a.cos * b.sin - a.sin * b.cos);
  const along = Math.abs(dx * a.cos + dy * a.sin);
  const across = Math.abs(dy * a.cos - dx * a.sin);
  return (
    along >= a.halfWidth + b.halfWidth * cos + b.halfHeight * sin ||
    across >= a.halfHeight + b.halfWidth * sin + b.halfHeight * cos
  );
}

/** True where a box overlaps a disc. */
export function boxMeetsDisc(box: Box, x: number, y: number, radius: number): boolean {
  const dx = x - box.x;
  const dy = y - box.y;
  const along = Math.max(0, Math.abs(dx * box.cos + dy * box.sin) - box.halfWidth);
  const across = Math.max(0, Math.abs(dy * box.cos - dx * box.sin) - box.halfHeight);
  return along * along + across * across < radius * radius;
}

/** True where a point lies in a box. */
export function boxHolds(box: Box, x: number, y: number): boolean {
  return boxMeetsDisc(box, x, y, 1e-9);
}

/** Side of a cell: about the length of a label. */
const CELL = 96;

/** Boxes by the cells of a grid that they touch, so that a test looks at neighbours only. */
export class BoxGrid<T extends Box = Box> {
  readonly #cells = new Map<number, T[]>();

  add(box: T): void {
    this.#visit(box, (cell) => {
      const list = this.#cells.get(cell);
      if (list) list.push(box);
      else this.#cells.set(cell, [box]);
      return false;
    });
  }

  /** The first box that `meets` holds for among those near `box`. */
  find(box: Box, meets: (other: T) => boolean): T | undefined {
    let found: T | undefined;
    this.#visit(box, (cell) => {
      found = this.#cells.get(cell)?.find(meets);
      return found !== undefined;
    });
    return found;
  }

  hits(box: Box): boolean {
    return this.find(box, (other) => boxesMeet(box, other)) !== undefined;
  }

  #visit(box: Box, visit: (cell: number) => boolean): void {
    const right = Math.floor((box.x + box.spanX) / CELL);
    const bottom = Math.floor((box.y + box.spanY) / CELL);
    for (let row = Math.floor((box.y - box.spanY) / CELL); row <= bottom; row += 1) {
      for (let column = Math.floor((box.x - box.spanX) / CELL); column <= right; column += 1) {
        if (visit(row * 65_536 + column)) return;
      }
    }
  }
}
