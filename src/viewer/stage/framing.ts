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
  const outer = outermost(extents);
  const fits = (scale: number) => {
    const [left, right] = sidesAt(outer, scale, 'x');
    const [top, bottom] = sidesAt(outer, scale, 'y');
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
  const [left, right] = sidesAt(outer, low, 'x');
  const [top, bottom] = sidesAt(outer, low, 'y');
  return { x: (left + right) / 2 / low, y: -(top + bottom) / 2 / low, scale: low };
}

/** Fewer extents that take the same room at every scale: those without a label grow alike, so that two corners stand for them. */
function outermost(extents: readonly Extent[]): readonly Extent[] {
  const labelled: Extent[] = [];
  const least = { x: Number.POSITIVE_INFINITY, y: Number.POSITIVE_INFINITY };
  const most = { x: Number.NEGATIVE_INFINITY, y: Number.NEGATIVE_INFINITY };
  for (const extent of extents) {
    const { x, y, radius, left, right, up, down } = extent;
    if (left !== 0 || right !== 0 || up !== 0 || down !== 0) {
      labelled.push(extent);
      continue;
    }
    least.x = Math.min(least.x, x - radius);
    least.y = Math.min(least.y, y - radius);
    most.x = Math.max(most.x, x + radius);
    most.y = Math.max(most.y, y + radius);
  }
  if (labelled.length === extents.length) return labelled;
  const point = { radius: 0, left: 0, right: 0, up: 0, down: 0 };
  return [...labelled, { ...least, ...point }, { ...most, ...point }];
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
