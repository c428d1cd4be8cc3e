/** Where JSON text breaks, which engines say in different words or not at all, and where its values stand. */

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Line and column, from 1, of the first character that JSON (RFC 8259) cannot have there; the place after the last
 * character where the text ends too early. Columns count code points. For text that JSON.parse has refused.
 */
export function jsonErrorPlace(text: string): { readonly line: number; readonly column: number } {
  return placeAt(text, firstError(text));
}

/**
 * Line and column of the value at the end of a path of keys and indexes; of two keys of one name the first is followed.
 * For text that JSON.parse has read.
 */
export function jsonValuePlace(
  text: string,
  path: readonly (string | number)[],
): { readonly line: number; readonly column: number } | undefined {
  const open: { readonly list: boolean; step: string | number }[] = [];
  let at = skip(SPACE, text, 0);
  for (;;) {
    if (open.length === path.length && open.every(({ step }, i) => step === path[i]))
      return placeAt(text, at);
    const first = text[at]!;
    if (first === '[' || first === '{') {
      open.push({ list: first === '[', step: -1 });
      at = skip(SPACE, text, at + 1);
    } else at = skip(SPACE, text, skip(first === '"' ? STRING : SCALAR, text, at));
    for (; text[at] === ']' || text[at] === '}'; at = skip(SPACE, text, at + 1)) open.pop();
    const inside = open.at(-1);
    if (inside === undefined) return undefined;
    if (text[at] === ',') at = skip(SPACE, text, at + 1);
    if (inside.list) inside.step = Number(inside.step) + 1;
    else {
      const end = skip(STRING, text, at);
      inside.step = JSON.parse(text.slice(at, end)) as string;
      at = skip(SPACE, text, skip(SPACE, text, end) + 1);
    }
  }
}

function placeAt(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: [...before.slice(lineStart)].length + 1 };
}

/** What may come next: a value; a value or the end of an empty list; a key or the end of an empty object; a key. */
type State = 'value' | 'item' | 'member' | 'key';

function firstError(text: string): number {
  const open: ('[' | '{')[] = [];
  let at = skip(SPACE, text, 0);
  let state: State = 'value';
  for (;;) {
    const closes = (state === 'item' && text[at] === ']') || (state === 'member' && text[at] === '}');
    if (closes) {
      open.pop();
      at += 1;
    } else {
      if (state === 'key' || state === 'member') {
        const end = skip(STRING, text, at);
        if (end === at) return at;
        at = skip(SPACE, text, end);
        if (text[at] !== ':') return at;
        at = skip(SPACE, text, at + 1);
      }
      const first = text[at];
      if (first === '[' || first === '{') {
        open.push(first);
        state = first === '[' ? 'item' : 'member';
        at = skip(SPACE, text, at + 1);
        continue;
      }
      const end = skip(first === '"' ? STRING : SCALAR, text, at);
      if (end === at) return at;
      at = end;
    }
    for (
      at = skip(SPACE, text, at);
      text[at] === (open.at(-1) === '[' ? ']' : '}');
      at = skip(SPACE, text, at + 1)
    ) {
      if (open.pop() === undefined) return at;
    }
    const inside = open.at(-1);
    if (inside === undefined || text[at] !== ',') return at;
    state = inside === '[' ? 'value' : 'key';
    at = skip(SPACE, text, at + 1);
  }
}

/** The offset after what the sticky pattern matches at `at`; `at` where it does not match. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
