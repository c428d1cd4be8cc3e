/** Places in an address: a few by name, many packed into two octets a coordinate. */
import { compareCodePoints } from '../../model/index.ts';
import type { Place, Places } from './places.ts';

/** Up to so many places are written by name. */
const FEW = 12;
/** Of graphs with more entities than these an address holds no packed places: it would be too long to send to anyone. */
export const MOST_PACKED = 5_000;

const STEPS = 0xfffe;
const ABSENT = 0xffff;

/** `id,x,y` one after another, sorted by id. */
export function namePlaces(places: Places): string[] {
  return [...places]
    .sort(([a], [b]) => compareCodePoints(a, b))
    .flatMap(([id, { x, y }]) => [id, `${x}`, `${y}`]);
}

/** Reads what {@link namePlaces} wrote; what names no known entity, or no place, is left out. */
export function readNamedPlaces(values: readonly string[], known: { has(id: string): boolean }): Places {
  const places = new Map<string, Place>();
  for (let at = 0; at + 2 < values.length; at += 3) {
    const place = placeOf(values[at + 1]!, values[at + 2]!);
    if (place !== undefined && known.has(values[at]!)) places.set(values[at]!, place);
  }
  return places;
}

export function isFew(places: number): boolean {
  return places <= FEW;
}

/**
 * All places as `check,x,y,step,base64url`: from a corner, in steps, two 16-bit numbers for each entity of the graph in
 * the order of the ids.
 */
export function packPlaces(places: Places, ids: Iterable<string>): string[] {
  const order = [...ids].sort(compareCodePoints);
  if (places.size === 0) return [];
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of places.values()) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [bottom, top] = [Math.min(bottom, y), Math.max(top, y)];
  }
  const step = Math.max(0.01, Math.ceil((100 * Math.max(right - left, top - bottom)) / STEPS) / 100);
  const octets: number[] = [];
  const put = (value: number) => octets.push(value >> 8, value & 0xff);
  for (const id of order) {
    const place = places.get(id);
    put(place === undefined ? ABSENT : Math.round((place.x - left) / step));
    put(place === undefined ? ABSENT : Math.round((place.y - bottom) / step));
  }
  const text = btoa(octets.map((octet) => String.fromCharCode(octet)).join(''));
  const packed = text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return [checkOf(order), `${left}`, `${bottom}`, `${step}`, packed];
}

/** Reads what {@link packPlaces} wrote; nothing where it was written for other entities, or is damaged. */
export function readPackedPlaces(values: readonly string[], ids: Iterable<string>): Places {
  const [check, x = '', y = '', width = '', packed = ''] = values;
  const order = [...ids].sort(compareCodePoints);
  const corner = placeOf(x, y);
  const step = Number(width);
  const places = new Map<string, Place>();
  if (corner === undefined || !(step > 0 && step < 1000) || check !== checkOf(order)) return places;
  const octets = decode(packed);
  if (octets.length !== 4 * order.length) return places;
  const read = (at: number) => (octets.charCodeAt(at) << 8) | octets.charCodeAt(at + 1);
  const tenths = (value: number) => Math.round(value * 10) / 10 + 0;
  for (const [at, id] of order.entries()) {
    const right = read(4 * at);
    if (right === ABSENT) continue;
    places.set(id, { x: tenths(corner.x + right * step), y: tenths(corner.y + read(4 * at + 2) * step) });
  }
  return places;
}

function decode(packed: string): string {
  try {
    return atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}

/** Places far beyond every layout would only lose the reader. */
function placeOf(x: string, y: string): Place | undefined {
  const place = { x: Number(x || 'none'), y: Number(y || 'none') };
  return Math.abs(place.x) < 1e7 && Math.abs(place.y) < 1e7 ? place : undefined;
}

/** Tells whether an address speaks of the same entities: FNV-1a over their ids. */
function checkOf(ids: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const id of ids) {
    for (let at = 0; at <= id.length; at += 1) {
      hash = Math.imul(hash ^ (at === id.length ? 10 : id.charCodeAt(at)), 0x01000193);
    }
  }
  return (hash >>> 0).toString(36);
}
