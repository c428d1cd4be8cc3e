/** Where an entity starts before the forces act: a point hashed from its id, so that no order and no chance enters. */

/**
 * A 32-bit hash of a string: FNV-1a (Fowler, Noll, Vo; draft-eastlake-fnv) over its UTF-16 code units, low octet
 * first, then the finalizer of MurmurHash3 (Appleby), without which ids that differ in their last character only
 * would start close to each other.
 */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A point of the square `[-1, 1) x [-1, 1)` that depends on the id alone. */
export function hashedPoint(id: string): { readonly x: number; readonly y: number } {
  return { x: hash32(`x ${id}`) / 0x80000000 - 1, y: hash32(`y ${id}`) / 0x80000000 - 1 };
}

/** A direction of length 1 that depends on the id alone. */
export function hashedDirection(id: string): { readonly x: number; readonly y: number } {
  const { x, y } = hashedPoint(id);
  const length = Math.sqrt(x * x + y * y);
  return length > 0 ? { x: x / length, y: y / length } : { x: 1, y: 0 };
}
