/** Repulsion between many bodies in little time: far groups of them act as one (Barnes, Hut 1986). */
import type { Places } from './places.ts';

/** Bodies in a cell that is not divided further. */
const LEAF = 6;
/** Bits of a coordinate in a body's position code, and so the depth of the tree at most. */
const DEPTH = 16;
/**
 * A cell acts as one body on those that are farther from its centre of mass than its width by this. Less than the root
 * of 1/2, or it could act so on bodies within it, with forces that jump from step to step.
 */
const OPENING = 0.7;

/** Cells in depth-first order: a cell's first child comes next after it, `after` skips all that is in it. */
export class Quadtree {
  readonly #mass: Float64Array;
  /** Bodies in the order of their position codes, which walks the plane in a Z (Morton 1966). */
  #order: Int32Array;
  #spare: Int32Array;
  readonly #codes: Uint32Array;
  /** Bodies' places and masses in that order, for neighbours on the plane to be neighbours in memory. */
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #m: Float64Array;
  /** By cell: centre of mass, mass, width; the bodies in it; the next cell that is not in it. */
  #cells = 0;
  #cellX = new Float64Array(0);
  #cellY = new Float64Array(0);
  #cellMass = new Float64Array(0);
  #cellWidth = new Float64Array(0);
  #first = new Int32Array(0);
  #last = new Int32Array(0);
  #after = new Int32Array(0);

  constructor(mass: Float64Array) {
    const order = mass.length;
    this.#mass = mass;
    this.#order = Int32Array.from({ length: order }, (_, body) => body);
    this.#spare = new Int32Array(order);
    this.#codes = new Uint32Array(order);
    this.#x = new Float64Array(order);
    this.#y = new Float64Array(order);
    this.#m = new Float64Array(order);
    this.#grow(Math.ceil(order / 2) + 16);
  }

  /** Adds to `force` what pushes each body away from all others: `scale` times both masses by the distance. */
  repel(places: Places, scale: number, force: Places): void {
    const width = this.#sort(places);
    this.#cells = 0;
    this.#divide(0, this.#order.length, 0, width);
    const [xs, ys, ms, after] = [this.#x, this.#y, this.#m, this.#after];
    const [cellX, cellY, cellMass, cellWidth] = [this.#cellX, this.#cellY, this.#cellMass, this.#cellWidth];
    const [first, last, cells] = [this.#first, this.#last, this.#cells];
    for (let at = 0; at < xs.length; at += 1) {
      const x = xs[at]!;
      const y = ys[at]!;
      let forceX = 0;
      let forceY = 0;
      for (let cell = 0; cell < cells; ) {
        const byX = x - cellX[cell]!;
        const byY = y - cellY[cell]!;
        const square = byX * byX + byY * byY;
        const side = cellWidth[cell]!;
        if (side * side < OPENING * OPENING * square) {
          const factor = cellMass[cell]! / square;
          forceX += byX * factor;
          forceY += byY * factor;
          cell = after[cell]!;
        } else if (after[cell] === cell + 1) {
          for (let other = first[cell]!; other < last[cell]!; other += 1) {
            const toX = x - xs[other]!;
            const toY = y - ys[other]!;
            const apart = toX * toX + toY * toY;
            if (apart === 0) continue;
            const factor = ms[other]! / apart;
            forceX += toX * factor;
            forceY += toY * factor;
          }
          cell += 1;
        } else {
          cell += 1;
        }
      }
      const body = this.#order[at]!;
      const strength = scale * ms[at]!;
      force.x[body]! += forceX * strength;
      force.y[body]! += forceY * strength;
    }
  }

  /** Puts the bodies into the order of their codes. @returns the width of the square around them */
  #sort({ x, y }: Places): number {
    let [minX, maxX, minY, maxY] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let body = 0; body < x.length; body += 1) {
      minX = Math.min(minX, x[body]!);
      maxX = Math.max(maxX, x[body]!);
      minY = Math.min(minY, y[body]!);
      maxY = Math.max(maxY, y[body]!);
    }
    const width = Math.max(maxX - minX, maxY - minY);
    const scale = width > 0 ? (2 ** DEPTH - 1) / width : 0;
    for (let body = 0; body < x.length; body += 1) {
      this.#codes[body] =
        ((spreadBits((y[body]! - minY) * scale) << 1) | spreadBits((x[body]! - minX) * scale)) >>> 0;
    }
    for (let shift = 0; shift < 2 * DEPTH; shift += 8) this.#sortByByte(shift);
    for (let at = 0; at < x.length; at += 1) {
      const body = this.#order[at]!;
      this.#x[at] = x[body]!;
      this.#y[at] = y[body]!;
      this.#m[at] = this.#mass[body]!;
    }
    return width;
  }

  /** One pass of a radix sort, which keeps the order of equals. */
  #sortByByte(shift: number): void {
    const next = new Int32Array(257);
    for (const code of this.#codes) next[((code >>> shift) & 0xff) + 1]! += 1;
    for (let byte = 0; byte < 256; byte += 1) next[byte + 1]! += next[byte]!;
    for (const body of this.#order) {
      const byte = (this.#codes[body]! >>> shift) & 0xff;
      this.#spare[next[byte]!] = body;
      next[byte]! += 1;
    }
    [this.#order, this.#spare] = [this.#spare, this.#order];
  }

  /** Makes the cell of the bodies at `from..to` and the cells in it. */
  #divide(from: number, to: number, depth: number, width: number): void {
    if (this.#cells === this.#after.length) this.#grow(2 * this.#cells);
    const cell = this.#cells;
    this.#cells += 1;
    this.#first[cell] = from;
    this.#last[cell] = to;
    this.#cellWidth[cell] = width;
    let [mass, x, y] = [0, 0, 0];
    if (to - from <= LEAF || depth === DEPTH) {
      for (let at = from; at < to; at += 1) {
        mass += this.#m[at]!;
        x += this.#m[at]! * this.#x[at]!;
        y += this.#m[at]! * this.#y[at]!;
      }
    } else {
      const shift = 2 * (DEPTH - 1 - depth);
      for (let start = from; start < to; ) {
        const quarter = (this.#codes[this.#order[start]!]! >>> shift) & 3;
        let end = start + 1;
        while (end < to && ((this.#codes[this.#order[end]!]! >>> shift) & 3) === quarter) end += 1;
        const child = this.#cells;
        this.#divide(start, end, depth + 1, width / 2);
        mass += this.#cellMass[child]!;
        x += this.#cellMass[child]! * this.#cellX[child]!;
        y += this.#cellMass[child]! * this.#cellY[child]!;
        start = end;
      }
    }
    this.#cellMass[cell] = mass;
    this.#cellX[cell] = x / mass;
    this.#cellY[cell] = y / mass;
    this.#after[cell] = this.#cells;
  }

  #grow(size: number): void {
    const grown = <T extends Float64Array | Int32Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.#cellX = grown(this.#cellX, new Float64Array(size));
    this.#cellY = grown(this.#cellY, new Float64Array(size));
    this.#cellMass = grown(this.#cellMass, new Float64Array(size));
    this.#cellWidth = grown(this.#cellWidth, new Float64Array(size));
    this.#first = grown(this.#first, new Int32Array(size));
    this.#last = grown(this.#last, new Int32Array(size));
    this.#after = grown(this.#after, new Int32Array(size));
  }
}

/** The lower 16 bits of a number, each followed by a 0. */
function spreadBits(value: number): number {
  let bits = value & 0xffff;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}
