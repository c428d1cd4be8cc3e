/** JSON whose bytes depend on the value alone, whatever the order in which its parts were put together. */

/**
 * Like `JSON.stringify` without spaces, with the keys of every object in code-unit order. Properties that are
 * `undefined` are left out. U+FFFE and U+FFFF are escaped beside what JSON.stringify escapes (control characters,
 * lone surrogates), so that the text fits into XML whatever it holds.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return jsonString(value);
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
 * The same text of an object in parts: of a list among its members element by element, since it may be longer than a string can be.
 *
 * @param gap stands before each element of such a list, and before its end
 */
export function* canonicalParts(record: object, gap = ''): Generator<string, void> {
  let before = '{';
  for (const [key, value] of Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (value === undefined) continue;
    yield `${before}${jsonString(key)}:`;
    before = ',';
    if (Array.isArray(value)) yield* listParts(value, gap);
    else yield canonicalJson(value);
  }
  yield before === '{' ? '{}' : '}';
}

function* listParts(list: readonly unknown[], gap: string): Generator<string, void> {
  yield '[';
  for (const [i, element] of list.entries()) yield `${i === 0 ? gap : `,${gap}`}${canonicalJson(element)}`;
  yield list.length === 0 ? ']' : `${gap}]`;
}

function jsonString(value: string): string {
  const text = JSON.stringify(value);
  return /[\ufffe\uffff]/.test(text)
    ? text.replace(/[\ufffe\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`)
    : text;
}
