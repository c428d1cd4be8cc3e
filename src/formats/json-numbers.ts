/** JSON with whole numbers of any length, which JSON.parse rounds. */

const LONG = /(?<=[[:,\s]|^)-?\d{16,}(?=[\s,\]}]|$)/;
const STRINGS_AND_LONG = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;

/** Like JSON.parse, with whole numbers that no JavaScript number holds as bigint. */
export function parseJson(text: string): unknown {
  const mark = LONG.test(text) ? ['\\u0000', '\\u0001', '\\u0002'].find((c) => !text.includes(c)) : undefined;
  if (mark === undefined) return JSON.parse(text);
  // What is no JSON is refused as it stands, not as it is marked.
  JSON.parse(text);
  const marked = text.replace(STRINGS_AND_LONG, (token) =>
    /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${mark}${token}"` : token,
  );
  const first = JSON.parse(`"${mark}"`) as string;
  return withBigInts(JSON.parse(marked), first);
}

/** Level by level, not by a reviver: that goes down to the end of the stack. */
function withBigInts(root: unknown, mark: string): unknown {
  const outermost = [root];
  const open: object[] = [outermost];
  for (let holder = open.pop(); holder !== undefined; holder = open.pop()) {
    for (const [key, value] of Object.entries(holder)) {
      if (typeof value === 'object' && value !== null) open.push(value);
      else if (typeof value === 'string' && value.startsWith(mark)) {
        const number = BigInt(value.slice(1));
        Object.defineProperty(holder, key, { value: number, enumerable: true });
      }
    }
  }
  return outermost[0];
}
