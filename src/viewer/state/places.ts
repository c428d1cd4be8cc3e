/** Where the reader has put entities: the changes of the layout, kept beside the graph and never in it. */
import type { ViewState } from './view-state.ts';

/** In graph units, y upwards. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** By entity id; entities that are not in it stand where the data has them. */
export type Places = ReadonlyMap<string, Place>;

export const AS_LAID_OUT: Places = new Map();

/** Tenths of a graph unit are less than a pixel at every zoom that shows more than a few nodes. */
const round = (value: number) => Math.round(value * 10) / 10 + 0;

/** A place as it is kept: rounded to those. */
export function placeOf(x: number, y: number): Place {
  return { x: round(x), y: round(y) };
}

/** Pins entities where a hand has put them. */
export function pinAt(state: ViewState, at: Places): ViewState {
  return { ...withPlaces(state, at), pinned: new Set([...state.pinned, ...at.keys()]) };
}

/** Lets go of pinned entities; they stay in their places until a layout runs. */
export function unpin(state: ViewState, ids: Iterable<string>): ViewState {
  const pinned = new Set(state.pinned);
  for (const id of ids) pinned.delete(id);
  return pinned.size === state.pinned.size ? state : { ...state, pinned };
}

/** Takes over places that a layout has found. */
export function withPlaces(state: ViewState, at: Places): ViewState {
  const places = new Map(state.places);
  at.forEach((place, id) => {
    const kept = placeOf(place.x, place.y);
    // Those of many that are kept already are not made anew.
    places.set(id, kept.x === place.x && kept.y === place.y ? place : kept);
  });
  return { ...state, places };
}

/** Everything where the data has it, nothing pinned. */
export function putBack(state: ViewState): ViewState {
  return { ...state, places: AS_LAID_OUT, pinned: new Set() };
}

/** True where both look the same. */
export function samePlaces(
  a: Pick<ViewState, 'places' | 'pinned'>,
  b: Pick<ViewState, 'places' | 'pinned'>,
): boolean {
  if (a.places === b.places && a.pinned === b.pinned) return true;
  if (a.places.size !== b.places.size || a.pinned.size !== b.pinned.size) return false;
  for (const id of a.pinned) if (!b.pinned.has(id)) return false;
  for (const id of a.places.keys()) {
    const one = a.places.get(id)!;
    const other = b.places.get(id);
    if (one !== other && (other?.x !== one.x || other.y !== one.y)) return false;
  }
  return true;
}
