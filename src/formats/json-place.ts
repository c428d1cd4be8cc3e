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
  for (const { steps, at } of jsonValues(text)) {
    if (steps.length === path.length && steps.every((step, i) => step === path[i])) return placeAt(text, at);
  }
  return undefined;
}

/** Lines, from 1, of the values at the end of paths; `undefined` for paths that the text does not have. One pass for all. */
export function jsonValueLines(
  text: string,
  paths: readonly (readonly (string | number)[])[],
): (number | undefined)[] {
  const root: Asked = { asks: [], inner: new Map() };
  for (const [i, path] of paths.entries()) {
    let node = root;
    for (const step of path) {
      const next: Asked = node.inner.get(step) ?? { asks: [], inner: new Map() };
      node.inner.set(step, next);
      node = next;
    }
    node.asks.push(i);
  }
  const lines = Array.from({ length: paths.length }, (): number | undefined => undefined);
  let [line, counted] = [1, 0];
  /** Of each level that is open, what is asked of it. */
  const asked: (Asked | undefined)[] = [root];
  for (const { steps, at } of jsonValues(text)) {
    const depth = steps.length;
    if (depth > 0) asked[depth] = asked[depth - 1]?.inner.get(steps[depth - 1]!);
    for (; counted < at; counted += 1) if (text.charCodeAt(counted) === LINE_FEED) line += 1;
    for (const i of asked[depth]?.asks ?? []) lines[i] ??= line;
  }
  return lines;
}

interface Asked {
  /** Indexes of the paths that end here. */
  readonly asks: number[];
  readonly inner: Map<string | number, Asked>;
}
const LINE_FEED = 10;

/** Every value, with the keys and indexes that lead to it and its offset. The list of steps is the same one throughout. */
function* jsonValues(
  text: string,
): Generator<{ readonly steps: readonly (string | number)[]; readonly at: number }> {
  const lists: boolean[] = [];
  const steps: (string | number)[] = [];
  let at = skip(SPACE, text, 0);
  for (;;) {
    yield { steps, at };
    const first = text[at]!;
    if (first === '[' || first === '{') {
      lists.push(first === '[');
      steps.push(-1);
      at = skip(SPACE, text, at + 1);
    } else at = skip(SPACE, text, skip(first === '"' ? STRING : SCALAR, text, at));
    for (; text[at] === ']' || text[at] === '}'; at = skip(SPACE, text, at + 1)) {
      lists.pop();
      steps.pop();
    }
    const last = steps.length - 1;
    if (last < 0) return;
    if (text[at] === ',') at = skip(SPACE, text, at + 1);
    if (lists[last]) steps[last] = Number(steps[last]) + 1;
    else {
      const end = skip(STRING, text, at);
      steps[last] = JSON.parse(text.slice(at, end)) as string;
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
