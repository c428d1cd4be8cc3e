/** What is worked out of an object once, and known as long as the object is there. */

export function once<Of extends object, T>(find: (of: Of) => T): (of: Of) => T {
  const known = new WeakMap<Of, { readonly value: T }>();
  return (of) => {
    const found = known.get(of) ?? { value: find(of) };
    known.set(of, found);
    return found.value;
  };
}

/** The same for each of several keys. */
export function oncePer<Of extends object, Key, T>(find: (of: Of, key: Key) => T): (of: Of, key: Key) => T {
  const known = once((_: Of) => new Map<Key, T>());
  return (of, key) => {
    const ofAll = known(of);
    if (!ofAll.has(key)) ofAll.set(key, find(of, key));
    return ofAll.get(key) as T;
  };
}
