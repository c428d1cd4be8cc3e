/** Where the camera must stand so that nothing is cut: discs, curves and labels all inside the canvas. */

/** A point of the graph and how far, in CSS pixels, what is drawn there reaches out. */
export interface Extent {
  readonly x: number;
  readonly y: number;
  /** Radius in graph units of the disc at the point, which grows with the zoom. */
  readonly radius: number;
  readonly left: number;
  readonly right: number;
  readonly up: number;
  readonly down: number;
}

export interface View {
  /** Graph coordinates of the canvas's middle. */
  readonly x: number;
  readonly y: number;
  /** Pixels per graph unit. */
  readonly scale: number;
}

/** Free space along the border of the canvas, in CSS pixels. */
export const MARGIN = 20;

/**
 * The closest view that holds all extents within the canvas, its middle in the middle; `undefined` where there are
 * none. Found by halving: the room that the extents take only grows with the scale.
 *
 * @param closest greatest scale, pixels per graph unit
 */
export function frameExtents(
  extents: readonly Extent[],
  width: number,
  height: number,
  closest: number,
): View | undefined {
  if (extents.length === 0) return undefined;
  const fits = (scale: number) => {
    const [left, right] = sidesAt(extents, scale, 'x');
    const [top, bottom] = sidesAt(extents, scale, 'y');
    return right - left <= width - 2 * MARGIN && bottom - top <= height - 2 * MARGIN;
  };
  let low = 1e-4;
  let high = closest;
  if (fits(high)) low = high;
  for (let step = 0; step < 24 && high - low > low * 1e-3; step += 1) {
    const middle = Math.sqrt(low * high);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  const [left, right] = sidesAt(extents, low, 'x');
  const [top, bottom] = sidesAt(extents, low, 'y');
  return { x: (left + right) / 2 / low, y: -(top + bottom) / 2 / low, scale: low };
}

/** Extents of which those without a label are one: they grow alike, so that two corners stand for all of them. */
export class Extents {
  readonly #labelled: Extent[] = [];
  #left = Number.POSITIVE_INFINITY;
  #right = Number.NEGATIVE_INFINITY;
  #low = Number.POSITIVE_INFINITY;
  #high = Number.NEGATIVE_INFINITY;

  /** A disc with its label. */
  add(extent: Extent): void {
    this.#labelled.push(extent);
  }

  /** A disc without one. @param radius in graph units */
  addDisc(x: number, y: number, radius: number): void {
    this.#left = Math.min(this.#left, x - radius);
    this.#right = Math.max(this.#right, x + radius);
    this.#low = Math.min(this.#low, y - radius);
    this.#high = Math.max(this.#high, y + radius);
  }

  /** As few as take the same room at every scale. */
  get list(): readonly Extent[] {
    if (this.#left > this.#right) return this.#labelled;
    const point = { radius: 0, left: 0, right: 0, up: 0, down: 0 };
    return [
      ...this.#labelled,
      { ...point, x: this.#left, y: this.#low },
      { ...point, x: this.#right, y: this.#high },
    ];
  }
}

/** The outermost pixels at a scale, measured from the graph's origin; y downwards. */
function sidesAt(extents: readonly Extent[], scale: number, axis: 'x' | 'y'): [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const extent of extents) {
    const at = (axis === 'x' ? extent.x : -extent.y) * scale;
    const disc = extent.radius * scale;
    least = Math.min(least, at - disc - (axis === 'x' ? extent.left : extent.up));
    most = Math.max(most, at + disc + (axis === 'x' ? extent.right : extent.down));
  }
  return [least, most];
}
