/** Gives labels their places: the important first, none upon another, where they stood before if they can. */
import { type Box, BoxGrid, boxesMeet, boxMeetsDisc } from './boxes.ts';
import { BORDER } from './label-slots.ts';

/** A label that asks for a place. */
export interface Candidate {
  readonly item: number;
  /** Slots from best to worst. */
  readonly slots: readonly number[];
  /** The slot that it stands in now; undefined where it is not shown. */
  readonly slot: number | undefined;
  /** What it may cover, as little as possible, where no slot is free; undefined: nothing, it is left out. */
  readonly covers?: 'discs' | 'anything' | undefined;
  /** Its box in a slot; undefined where it cannot stand there. */
  box(slot: number): Box | undefined;
}

/** A label's place. */
export interface Place {
  readonly item: number;
  readonly slot: number;
  readonly box: Box;
}

/** A disc that labels keep off, with the upright box around it. */
export interface Disc extends Box {
  readonly item: number;
  readonly radius: number;
}

export function disc(item: number, x: number, y: number, radius: number): Disc {
  return {
    item,
    x,
    y,
    radius,
    halfWidth: radius,
    halfHeight: radius,
    cos: 1,
    sin: 0,
    spanX: radius,
    spanY: radius,
  };
}

/** What is taken: the boxes of labels that have their places, and the discs of nodes. */
export class Room {
  readonly labels = new BoxGrid();
  readonly discs = new BoxGrid<Disc>();

  /** @param own the item whose disc does not count, -1 for none */
  free(box: Box, own: number): boolean {
    if (this.labels.hits(box)) return false;
    const blocked = (other: Disc) =>
      other.item !== own && boxMeetsDisc(box, other.x, other.y, other.radius + 1);
    return this.discs.find(box, blocked) === undefined;
  }
}

export interface PlaceOptions {
  /** The canvas; a label that would be cut by its border stands elsewhere if it can. */
  readonly width: number;
  readonly height: number;
  /** What happens to a label that only fits across the border: `drop` it, or let it be cut (`allow`). */
  readonly border: 'drop' | 'allow';
  /** Labels to place at most. */
  readonly limit: number;
  /** A label that may cover discs stays where it is, even upon them. */
  readonly still: boolean;
  /** Discs of the items themselves are in the room (nodes), or the items are lines. */
  readonly discs: boolean;
}

export const PLACE_OPTIONS: Omit<PlaceOptions, 'width' | 'height'> = {
  border: 'allow',
  limit: Number.POSITIVE_INFINITY,
  still: true,
  discs: true,
};

/**
 * Takes the candidates in their order and gives each the first free slot, its present one before all others, so that
 * labels sit still. What is placed is taken in `room`.
 */
export function placeLabels(candidates: Iterable<Candidate>, room: Room, options: PlaceOptions): Place[] {
  const places: Place[] = [];
  for (const candidate of candidates) {
    if (places.length >= options.limit) break;
    const place = placeOne(candidate, room, options);
    if (place === undefined) continue;
    room.labels.add(place.box);
    places.push(place);
  }
  return places;
}

function placeOne(candidate: Candidate, room: Room, options: PlaceOptions): Place | undefined {
  const { item, slots, slot: present, covers } = candidate;
  const own = options.discs ? item : -1;
  const order = present === undefined ? slots : [present, ...slots.filter((slot) => slot !== present)];
  let across: Place | undefined;
  let crowded: Place | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const slot of order) {
    const box = candidate.box(slot);
    if (box === undefined) continue;
    const inside = staysInside(box, options);
    const stays =
      options.still && slot === present && covers !== undefined && inside && !room.labels.hits(box);
    if (stays || room.free(box, own)) {
      if (inside) return { item, slot, box };
      across ??= { item, slot, box };
    } else if (covers === 'anything' || (covers === 'discs' && inside && !room.labels.hits(box))) {
      const covered = coveredBy(room, box, own) + (inside ? 0 : box.halfWidth * box.halfHeight);
      if (covered < least) {
        least = covered;
        crowded = { item, slot, box };
      }
    }
  }
  // To be read whole is worth more than what it covers.
  if (crowded !== undefined && staysInside(crowded.box, options)) return crowded;
  if (across !== undefined && (options.border === 'allow' || covers === 'anything')) return across;
  return crowded;
}

function staysInside(box: Box, { width, height }: PlaceOptions): boolean {
  const dx = box.spanX + BORDER;
  const dy = box.spanY + BORDER;
  return box.x >= dx && box.x <= width - dx && box.y >= dy && box.y <= height - dy;
}

/** How much a box would cover of other labels, by area, and of discs, which count for less. */
function coveredBy(room: Room, box: Box, own: number): number {
  let sum = 0;
  room.labels.find(box, (other) => {
    if (boxesMeet(box, other)) {
      const wide = box.spanX + other.spanX - Math.abs(box.x - other.x);
      const high = box.spanY + other.spanY - Math.abs(box.y - other.y);
      sum += Math.max(0, wide) * Math.max(0, high);
    }
    return false;
  });
  room.discs.find(box, (other) => {
    if (other.item !== own && boxMeetsDisc(box, other.x, other.y, other.radius))
      sum += other.radius * other.radius;
    return false;
  });
  return sum;
}
