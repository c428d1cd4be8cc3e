/** Points that a label had better not cover: lines, arrows, bars; each with what covering it costs. */
import { type Box, cellAt, cellsOf } from './label-places.ts';

/** The owner of points that no label may cover for nothing. */
export const NOBODY = -1;
const NONE = -1;

/** In flat arrays, those of a cell linked to each other: a large graph has millions of them. */
export class Clutter {
  /** The point that came last, by cell. */
  readonly #last = new Map<number, number>();
  #count = 0;
  #x = new Float64Array(1024);
  #y = new Float64Array(1024);
  #cost = new Uint8Array(1024);
  #owner = new Int32Array(1024);
  /** The point that came before in the same cell. */
  #before = new Int32Array(1024);

  /**
   * @param cost 0 to 255
   * @param owner number of what the point belongs to, or {@link NOBODY}
   */
  add(x: number, y: number, cost: number, owner: number): void {
    const at = this.#count;
    if (at === this.#x.length) this.#grow();
    const cell = cellAt(x, y);
    this.#x[at] = x;
    this.#y[at] = y;
    this.#cost[at] = cost;
    this.#owner[at] = owner;
    this.#before[at] = this.#last.get(cell) ?? NONE;
    this.#last.set(cell, at);
    this.#count = at + 1;
  }

  /** What covering the box costs, points of `owner` apart. */
  cost(box: Box, owner: number): number {
    let sum = 0;
    for (const cell of cellsOf(box)) {
      for (let at = this.#last.get(cell) ?? NONE; at !== NONE; at = this.#before[at]!) {
        const x = this.#x[at]!;
        const y = this.#y[at]!;
        const inside = x > box.left && x < box.right && y > box.top && y < box.bottom;
        if (inside && (owner === NOBODY || this.#owner[at] !== owner)) sum += this.#cost[at]!;
      }
    }
    return sum;
  }

  #grow(): void {
    this.#x = twice(this.#x, Float64Array);
    this.#y = twice(this.#y, Float64Array);
    this.#cost = twice(this.#cost, Uint8Array);
    this.#owner = twice(this.#owner, Int32Array);
    this.#before = twice(this.#before, Int32Array);
  }
}

type Flat = Float64Array | Int32Array | Uint8Array;

function twice<T extends Flat>(full: T, Kind: new (length: number) => T): T {
  const larger = new Kind(2 * full.length);
  larger.set(full);
  return larger;
}
