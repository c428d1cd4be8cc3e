/** New entities in a picture that a reader knows: those with a place keep it, the others settle around them. */
import { type Boxes, pickBoxes } from './boxes.ts';
import type { Component } from './components.ts';
import { type Rest, settle } from './forces.ts';
import { iterationsFor } from './multilevel.ts';
import { adjacency } from './net.ts';
import { pushAround } from './overlaps.ts';
import { type Places, pickPlaces, writePlaces } from './places.ts';
import { hashedPoint } from './start.ts';

/** Graph units to a unit of the forces: about what components of many sizes get when they are laid out alone. */
const SCALE = 2.4;
/** How far from their neighbours' middle new bodies start at most, in units of the forces. */
const NEAR = 5;
/** Places farther from 0 than that count for nothing: hundredths of them are not exact. */
const FARTHEST = 1e9;

export interface KeepOptions {
  /** Iterations at most. */
  readonly cap: number;
  /** Called between batches of iterations; may throw to stop. */
  readonly onBatch: (iterations: number) => void;
}

/**
 * Copies the places that are known. Of several bodies at one place only the first has it: what stands in a heap shows
 * nothing that is worth keeping.
 * @param ids by body, sorted  @returns 1 by body for those that have a place
 */
export function takeOver(
  previous: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
  ids: readonly string[],
  { x, y }: Places,
): Uint8Array {
  const taken = new Set<string>();
  return Uint8Array.from(ids, (id, body) => {
    const place = previous.get(id);
    // Asked this way round, not a number is out too.
    if (place === undefined || !(Math.abs(place.x) <= FARTHEST && Math.abs(place.y) <= FARTHEST)) return 0;
    const key = `${place.x} ${place.y}`;
    if (taken.has(key)) return 0;
    taken.add(key);
    x[body] = place.x;
    // In the graph y grows upward, within this room downward.
    y[body] = 0 - place.y;
    return 1;
  });
}

/**
 * Writes the places of the component's new bodies.
 * @param places of all bodies of the whole net, in graph units  @param known 1 for those that have one
 */
export function placeAmongKnown(
  component: Component,
  ids: readonly string[],
  boxes: Boxes,
  places: Places,
  known: Uint8Array,
  options: KeepOptions,
): Rest {
  const { members } = component;
  const fixed = Uint8Array.from(members, (body) => known[body]!);
  if (!fixed.includes(0)) return { iterations: 0, converged: true };
  const middle = middleOf(
    places,
    members.filter((body) => known[body] === 1),
  );
  const own = pickPlaces(places, members);
  for (let i = 0; i < component.order; i += 1) {
    own.x[i] = (own.x[i]! - middle.x) / SCALE;
    own.y[i] = (own.y[i]! - middle.y) / SCALE;
  }
  startNearNeighbours(
    component,
    Array.from(members, (body) => ids[body]!),
    own,
    fixed,
  );
  const rest = settle(component, own, {
    ...options,
    cap: iterationsFor(component.order, options.cap),
    fixed,
  });
  const result = pickPlaces(places, members);
  for (let i = 0; i < component.order; i += 1) {
    if (fixed[i]) continue;
    result.x[i] = own.x[i]! * SCALE + middle.x;
    result.y[i] = own.y[i]! * SCALE + middle.y;
  }
  pushAround(pickBoxes(boxes, members), result, fixed);
  writePlaces(places, members, result);
  return rest;
}

/** In waves from the known bodies outwards: each new body at the middle of its neighbours that stand, by stiffness. */
function startNearNeighbours(
  net: Component,
  ids: readonly string[],
  { x, y }: Places,
  fixed: Uint8Array,
): void {
  const { start, neighbour, weight } = adjacency(net);
  /** By body, the wave that it came to stand in, from 1. */
  const wave = Uint32Array.from(fixed);
  let last = Array.from(wave.keys()).filter((body) => fixed[body] === 1);
  for (let now = 2; last.length > 0; now += 1) {
    const next: number[] = [];
    for (const body of last) {
      for (let at = start[body]!; at < start[body + 1]!; at += 1) {
        const other = neighbour[at]!;
        if (wave[other] !== 0) continue;
        wave[other] = now;
        next.push(other);
      }
    }
    for (const body of next) {
      let pull = 0;
      const offset = hashedPoint(ids[body]!);
      const sum = { x: 0, y: 0 };
      for (let at = start[body]!; at < start[body + 1]!; at += 1) {
        const other = neighbour[at]!;
        if (wave[other] === 0 || wave[other] === now) continue;
        pull += weight[at]!;
        sum.x += weight[at]! * x[other]!;
        sum.y += weight[at]! * y[other]!;
      }
      x[body] = sum.x / pull + offset.x * NEAR;
      y[body] = sum.y / pull + offset.y * NEAR;
    }
    last = next;
  }
}

function middleOf({ x, y }: Places, bodies: Int32Array): { x: number; y: number } {
  const mean = (values: Float64Array): number =>
    bodies.reduce((sum, body) => sum + values[body]!, 0) / bodies.length;
  return { x: mean(x), y: mean(y) };
}
