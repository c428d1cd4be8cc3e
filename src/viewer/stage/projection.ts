/** From graph units to CSS pixels, and how large a disc may be on screen. */

/** What one frame shows: the same for shaders, labels and the pointer. */
export interface Projection {
  /** Pixels per graph unit. */
  readonly scale: number;
  /** Where the graph's origin lies on screen. */
  readonly originX: number;
  readonly originY: number;
  /** Size of the canvas. */
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
  /** Bounds of a disc's radius on screen: seen from afar it stays a dot, close by it does not fill the canvas. */
  readonly minRadius: number;
  readonly maxRadius: number;
}

/** One graph unit, one pixel: curves keep their form at every scale. */
export const UNIT: Projection = {
  scale: 1,
  originX: 0,
  originY: 0,
  width: 0,
  height: 0,
  ratio: 1,
  minRadius: 0,
  maxRadius: Number.POSITIVE_INFINITY,
};

/** Largest radius of a disc on screen, in pixels. */
export const MAX_RADIUS = 22;

/** Smallest radius of a disc on screen, in pixels: the more nodes, the finer the dots. */
export function minRadiusFor(nodes: number): number {
  return nodes <= 500 ? 2.6 : nodes <= 5_000 ? 1.7 : 1;
}

export function screenX(view: Projection, x: number): number {
  return view.originX + x * view.scale;
}

/** Graph coordinates grow upwards, those of the screen downwards. */
export function screenY(view: Projection, y: number): number {
  return view.originY - y * view.scale;
}

export function graphX(view: Projection, x: number): number {
  return (x - view.originX) / view.scale;
}

export function graphY(view: Projection, y: number): number {
  return (view.originY - y) / view.scale;
}

/** Radius in graph units of an entity with one claim: that which the smallest radius on screen is for. */
export const COMMON_RADIUS = 6.2;
/** From afar sizes are flattened to this power, so that hubs still stand out and beads stay finer than entities. */
export const FLATTENED = 0.6;
/** Smaller discs, in graph units, are beads, which never grow beyond so many pixels. */
export const LEAST_ENTITY = 3.9;
export const MAX_BEAD = 5;

/** @param radius in graph units @returns pixels; the shaders have the same lines */
export function screenRadius(view: Projection, radius: number): number {
  const least = view.minRadius * (radius / COMMON_RADIUS) ** FLATTENED;
  const most = radius < LEAST_ENTITY ? MAX_BEAD : view.maxRadius;
  return Math.min(Math.max(radius * view.scale, least), most);
}

/** {@link screenRadius} for shaders. */
export const DISC_FUNCTION = `
float disc(float radius, float scale, vec2 bounds) {
  float least = bounds.x * pow(radius / ${COMMON_RADIUS.toFixed(1)}, ${FLATTENED.toFixed(1)});
  float most = radius < ${LEAST_ENTITY.toFixed(1)} ? ${MAX_BEAD.toFixed(1)} : bounds.y;
  return min(max(radius * scale, least), most);
}
`;
