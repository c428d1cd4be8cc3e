/** Bytes of a file to text: UTF-8 strictly, with the place of what is none. */
import { ProblemError } from '../../model/index.ts';

/** @throws ProblemError where the bytes are not UTF-8, with line and column (in code points) of the first that are not */
export function decodeText(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    const before = isUtf16 ? '' : soundStart(bytes);
    const lines = before.split('\n');
    throw new ProblemError([
      {
        severity: 'error',
        code: 'not-utf8',
        message: isUtf16 ? 'the file is UTF-16' : 'the file is not UTF-8 from here on',
        hint: 'Save the file as UTF-8.',
        place: { file, line: lines.length, column: [...lines.at(-1)!].length + 1 },
      },
    ]);
  }
}

/** The text before the first byte that is no UTF-8. */
function soundStart(bytes: Uint8Array): string {
  let sound = 0;
  let broken = bytes.length;
  // The longest start that decodes, found by halves: a start that ends within a character is no fault.
  while (sound < broken) {
    const middle = Math.ceil((sound + broken) / 2);
    if (decodes(bytes.subarray(0, middle))) sound = middle;
    else broken = middle - 1;
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, sound), { stream: true });
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
