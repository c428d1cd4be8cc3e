/** Bytes to text: UTF-8 strictly, with the place of the first byte that is none; and text to lines, as it streams in. */
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { type Place, ProblemError } from '../model/index.ts';
import { codePointsIn } from './source.ts';

const NEWLINE = 0x0a;

/** What kept bytes from being text. */
export interface NotUtf8 {
  readonly place: Place;
  /** The bytes in hexadecimal, e.g. `FF FE`. */
  readonly value: string;
  readonly hint: string;
}

/** The text without its byte order mark, or where it stops being UTF-8. */
export function decodeUtf8(bytes: Uint8Array, file: string): { text: string } | { problem: NotUtf8 } {
  if (isUtf8(bytes)) return { text: new TextDecoder().decode(bytes) };
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    const problem = { place: { file, line: 1, column: 1 }, value: hex(bytes, 0, 2) };
    return { problem: { ...problem, hint: 'this is UTF-16; save the file as UTF-8' } };
  }
  let line = 1;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(NEWLINE, start);
    const lineBytes = bytes.subarray(start, end < 0 ? bytes.length : end);
    if (!isUtf8(lineBytes)) {
      const good = validLength(lineBytes);
      const column = codePointsIn(new TextDecoder().decode(lineBytes.subarray(0, good))) + 1;
      const value = hex(lineBytes, good, good + 2);
      return { problem: { place: { file, line, column }, value, hint: 'save the file as UTF-8' } };
    }
    line += 1;
    start = end + 1;
  }
}

/** How many bytes from the start are whole UTF-8 characters; `bytes` are known to hold one that is not. */
function validLength(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at]!;
    const width = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (at + width > bytes.length || !isUtf8(bytes.subarray(at, at + width))) return at;
    at += width;
  }
  return bytes.length;
}

function hex(bytes: Uint8Array, start: number, end: number): string {
  return Array.from(bytes.subarray(start, end), (byte) =>
    byte.toString(16).toUpperCase().padStart(2, '0'),
  ).join(' ');
}

export interface LineOptions {
  /** Name of the input in messages. */
  readonly file: string;
  /** In UTF-16 code units; a longer line is refused instead of filling the memory. */
  readonly longestLine?: number;
}
export const LINE_DEFAULTS = { longestLine: 64 << 20 };

/**
 * The lines of a stream of bytes, without their ends.
 * @throws ProblemError where the bytes are not UTF-8 or a line is too long
 */
export async function* decodeLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: LineOptions,
): AsyncGenerator<string> {
  const { file, longestLine } = { ...LINE_DEFAULTS, ...options };
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let line = 1;
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      throw new ProblemError([refusal('not-utf8', 'the input is not UTF-8', file, line, 'save it as UTF-8')]);
    }
  };
  const split = function* (text: string): Generator<string> {
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      const head = rest + text.slice(start, end);
      rest = '';
      line += 1;
      start = end + 1;
      yield head.endsWith('\r') ? head.slice(0, -1) : head;
    }
    rest += text.slice(start);
    if (rest.length > longestLine) {
      const hint = 'JSON Lines holds one article a line: is it one large JSON document?';
      throw new ProblemError([
        refusal('long-line', `the line is longer than ${longestLine} characters`, file, line, hint),
      ]);
    }
  };
  for await (const chunk of chunks) yield* split(decode(chunk));
  yield* split(decode());
  if (rest !== '') yield rest;
}

/** The lines of a file, read as they are asked for. @throws ProblemError as `decodeLines` */
export function readLines(file: string): AsyncGenerator<string> {
  return decodeLines(createReadStream(file), { file });
}

function refusal(code: string, message: string, file: string, line: number, hint: string) {
  return { severity: 'error' as const, code, message, hint, place: { file, line } };
}
