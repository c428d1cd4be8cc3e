/** Walks JSON text (RFC 8259) for what JSON.parse does not tell: where a value stands, and where the syntax breaks. */
import type { Path } from './source.ts';

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const OTHER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** The offset of the value at `path`, or of its field name; where the path ends early, of the last value on it. */
export function findJson(text: string, path: Path, key: boolean): number {
  let at = skip(SPACE, text, 0);
  for (const [depth, step] of path.entries()) {
    const found = typeof step === 'number' ? item(text, at, step) : field(text, at, step);
    if (found === undefined) return at;
    if (key && depth === path.length - 1) return found.key;
    at = found.value;
  }
  return at;
}

/** The offset of the first character that no JSON text could have there; the text's length where its end is missing. */
export function firstJsonError(text: string): number {
  const end = endOfValue(text, skip(SPACE, text, 0));
  return end.broken ? end.at : skip(SPACE, text, end.at);
}

interface Found {
  readonly key: number;
  readonly value: number;
}

function item(text: string, list: number, index: number): Found | undefined {
  if (text[list] !== '[') return undefined;
  let at = skip(SPACE, text, list + 1);
  for (let i = 0; i < index; i += 1) {
    at = skip(SPACE, text, endOfValue(text, at).at);
    if (text[at] !== ',') return undefined;
    at = skip(SPACE, text, at + 1);
  }
  return text[at] === ']' ? undefined : { key: at, value: at };
}

/** JSON.parse keeps the last of two fields of one name, so the last is found. */
function field(text: string, object: number, name: string): Found | undefined {
  if (text[object] !== '{') return undefined;
  let found: Found | undefined;
  let at = skip(SPACE, text, object + 1);
  while (text[at] === '"') {
    const key = at;
    const keyEnd = skip(STRING, text, at);
    const value = skip(SPACE, text, skip(SPACE, text, keyEnd) + 1);
    if (JSON.parse(text.slice(key, keyEnd)) === name) found = { key, value };
    at = skip(SPACE, text, endOfValue(text, value).at);
    if (text[at] !== ',') break;
    at = skip(SPACE, text, at + 1);
  }
  return found;
}

/** Where the value that begins at `start` ends, or breaks. A stack in place of recursion: depth costs no call frames. */
function endOfValue(text: string, start: number): { at: number; broken: boolean } {
  const closers: string[] = [];
  let at = start;
  for (;;) {
    const open = text[at];
    if (open === '{' || open === '[') {
      const closer = open === '{' ? '}' : ']';
      at = skip(SPACE, text, at + 1);
      if (text[at] !== closer) {
        closers.push(closer);
        if (closer === '}') {
          const key = keyAndColon(text, at);
          if (key.broken) return key;
          at = key.at;
        }
        continue;
      }
      at += 1;
    } else {
      const end = skip(open === '"' ? STRING : OTHER, text, at);
      if (end === at) return { at, broken: true };
      at = end;
    }
    for (;;) {
      const closer = closers.at(-1);
      if (closer === undefined) return { at, broken: false };
      at = skip(SPACE, text, at);
      if (text[at] === closer) {
        closers.pop();
        at += 1;
        continue;
      }
      if (text[at] !== ',') return { at, broken: true };
      at = skip(SPACE, text, at + 1);
      if (closer === '}') {
        const key = keyAndColon(text, at);
        if (key.broken) return key;
        at = key.at;
      }
      break;
    }
  }
}

function keyAndColon(text: string, start: number): { at: number; broken: boolean } {
  const end = skip(STRING, text, start);
  if (end === start) return { at: start, broken: true };
  const colon = skip(SPACE, text, end);
  if (text[colon] !== ':') return { at: colon, broken: true };
  return { at: skip(SPACE, text, colon + 1), broken: false };
}

/** The offset after what the sticky `pattern` matches at `at`; `at` where it does not match. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
