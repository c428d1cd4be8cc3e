/** A long text in pieces, so that who reads it can say how far it is. */

/** UTF-16 units of a piece. */
const PIECE = 65_536;

/** The text piece by piece, no pair of surrogates parted. @param onRead told how many units are read, before the next piece */
export function* pieces(text: string, onRead: (units: number) => void = () => {}): Generator<string> {
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + PIECE, text.length);
    if (isHigh(text.charCodeAt(end - 1)) && end < text.length) end += 1;
    yield text.slice(start, end);
    start = end;
    onRead(end);
  }
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}
