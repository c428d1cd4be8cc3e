/** Places of bodies on the plane. */

/** Coordinates by body. */
export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export function newPlaces(order: number): Places {
  return { x: new Float64Array(order), y: new Float64Array(order) };
}

/** The places of some bodies. */
export function pickPlaces({ x, y }: Places, bodies: Int32Array): Places {
  return {
    x: Float64Array.from(bodies, (body) => x[body]!),
    y: Float64Array.from(bodies, (body) => y[body]!),
  };
}

/** Writes the places of some bodies among those of all. */
export function writePlaces(all: Places, bodies: Int32Array, places: Places): void {
  for (const [i, body] of bodies.entries()) {
    all.x[body] = places.x[i]!;
    all.y[body] = places.y[i]!;
  }
}

/** To hundredths, as every output writes it; never a negative zero. */
export function roundCoordinate(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
