/** JSON whose bytes depend on the value alone, whatever the order in which its parts were put together. */

/**
 * Like `JSON.stringify` without spaces, with the keys of every object in code-unit order. Properties that are
 * `undefined` are left out. U+FFFE and U+FFFF are escaped beside what JSON.stringify escapes (control characters,
 * lone surrogates), so that the text fits into XML whatever it holds.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return jsonString(value);
  if (typeof value === 'bigint') return String(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const record = value as Record<string, unknown>;
  const members: string[] = [];
  for (const key of Object.keys(record).sort()) {
    if (record[key] !== undefined) members.push(`${jsonString(key)}:${canonicalJson(record[key])}`);
  }
  return `{${members.join(',')}}`;
}

/**
 * The same text of an object in parts, since it may be longer than a string can be: what stands in it is cut in its turn, down
 * to a number of levels, of which the object is one and a list another.
 *
 * @param gap stands before each element of a list that is cut, and before its end
 */
export function* canonicalParts(record: object, gap = '', levels = 2): Generator<string, void> {
  let before = '{';
  for (const [key, value] of Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (value === undefined) continue;
    yield `${before}${jsonString(key)}:`;
    before = ',';
    yield* partsOf(value, gap, levels - 1);
  }
  yield before === '{' ? '{}' : '}';
}

function* partsOf(value: unknown, gap: string, levels: number): Generator<string, void> {
  if (levels === 0 || typeof value !== 'object' || value === null) yield canonicalJson(value);
  else if (!Array.isArray(value)) yield* canonicalParts(value, gap, levels);
  else {
    let before = '[';
    for (const element of value) {
      yield before + gap;
      before = ',';
      yield* partsOf(element, gap, levels - 1);
    }
    yield value.length === 0 ? '[]' : `${gap}]`;
  }
}

function jsonString(value: string): string {
  const text = JSON.stringify(value);
  return /[\ufffe\uffff]/.test(text)
    ? text.replace(/[\ufffe\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`)
    : text;
}
