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
  const left = (scale: number) => outermost(extents, scale, -1, 'x', 'left');
  const right = (scale: number) => outermost(extents, scale, 1, 'x', 'right');
  const top = (scale: number) => -outermost(extents, scale, 1, 'y', 'up');
  const bottom = (scale: number) => -outermost(extents, scale, -1, 'y', 'down');
  const fits = (scale: number) =>
    right(scale) - left(scale) <= width - 2 * MARGIN && bottom(scale) - top(scale) <= height - 2 * MARGIN;
  let low = 1e-4;
  let high = closest;
  if (fits(high)) low = high;
  for (let step = 0; step < 24 && high - low > low * 1e-3; step += 1) {
    const middle = Math.sqrt(low * high);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return { x: (left(low) + right(low)) / 2 / low, y: -(top(low) + bottom(low)) / 2 / low, scale: low };
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

/**
 * The outermost pixel at a scale in one direction, measured from the graph's origin; y upwards.
 *
 * @param sign of the direction along the axis
 */
function outermost(
  extents: readonly Extent[],
  scale: number,
  sign: 1 | -1,
  axis: 'x' | 'y',
  side: 'left' | 'right' | 'up' | 'down',
): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < extents.length; at += 1) {
    const extent = extents[at]!;
    most = Math.max(most, (sign * extent[axis] + extent.radius) * scale + extent[side]);
  }
  return sign * most;
}
