/** Pieces of a text that tell how many of them have been gone through. */

/** @param onGone told after each piece, each time that they are gone through */
export function counted(pieces: Iterable<string>, onGone: (gone: number) => void): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      let gone = 0;
      for (const piece of pieces) {
        yield piece;
        gone += 1;
        onGone(gone);
      }
    },
  };
}
