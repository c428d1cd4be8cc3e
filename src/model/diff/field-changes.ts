/** What differs between two records, field by field: texts by language, lists by their members, values as they are. */
import { compareCodePoints } from '../language.ts';

/** One field of a record. `old` is absent where it came, `new` where it went. */
export interface FieldChange {
  /** Dotted where it lies deeper, e.g. `statement.en`, `attribution.via.speaker`. */
  readonly field: string;
  readonly old?: unknown;
  readonly new?: unknown;
  /** Of an entity: the articles in which it changed so, sorted. */
  readonly articles?: readonly string[];
}

/**
 * How a field is compared: `value` as a whole, `map` key by key, `texts` by languages, whose tags have no case, `list` member by member whatever their order, `row` the
 * same and, where the members are the same, by their order; a record by its own fields.
 */
export type FieldKind = 'value' | 'map' | 'texts' | 'list' | 'row' | FieldKinds;
export interface FieldKinds {
  readonly [field: string]: FieldKind;
}

type Fields = Readonly<Record<string, unknown>>;

/** In the order of `kinds`; empty where nothing differs. A record that is absent has no fields. */
export function fieldChanges(
  old: object | undefined,
  now: object | undefined,
  kinds: FieldKinds,
  start = '',
): FieldChange[] {
  const [a, b] = [(old ?? {}) as Fields, (now ?? {}) as Fields];
  return Object.entries(kinds).flatMap(([name, kind]) => {
    const field = start + name;
    const [left, right] = [a[name], b[name]];
    if (left === right) return [];
    if (kind === 'value') return valueChange(field, left, right);
    if (kind === 'map') return mapChanges(field, (left ?? {}) as Fields, (right ?? {}) as Fields);
    if (kind === 'texts') return textChanges(field, (left ?? {}) as Fields, (right ?? {}) as Fields);
    if (kind === 'list' || kind === 'row') {
      const lists = [left ?? [], right ?? []] as [readonly unknown[], readonly unknown[]];
      const changes = listChanges(field, ...lists);
      return changes.length > 0 || kind === 'list' ? changes : valueChange(field, ...lists);
    }
    const inner = fieldChanges(left as object | undefined, right as object | undefined, kind, `${field}.`);
    return inner.length > 0 ? inner : valueChange(field, left, right);
  });
}

/** Text that is the same for equal values, whatever the order of their keys and the case of their language tags. */
export function sameKey(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sameKey).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const record = value as Fields;
  const members = Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .sort(compareCodePoints);
  return `{${members.map((key) => `${JSON.stringify(key)}:${sameKey(TAGGED[key]?.(record[key]) ?? record[key])}`).join(',')}}`;
}

function valueChange(field: string, old: unknown, now: unknown): FieldChange[] {
  if (sameKey(old) === sameKey(now)) return [];
  return [{ field, ...(old !== undefined && { old }), ...(now !== undefined && { new: now }) }];
}

function mapChanges(field: string, old: Fields, now: Fields): FieldChange[] {
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort(compareCodePoints);
  return keys.flatMap((key) =>
    valueChange(
      `${field}.${key}`,
      Object.hasOwn(old, key) ? old[key] : undefined,
      Object.hasOwn(now, key) ? now[key] : undefined,
    ),
  );
}

/** Tags are the same whatever their case (RFC 5646 section 2.1.1), and some parsers of RDF change it. */
function textChanges(field: string, old: Fields, now: Fields): FieldChange[] {
  const known = new Map(Object.keys(old).map((tag) => [tag.toLowerCase(), tag]));
  const spelt = Object.entries(now).map(([tag, text]) => [
    Object.hasOwn(old, tag) ? tag : (known.get(tag.toLowerCase()) ?? tag),
    text,
  ]);
  return mapChanges(field, old, Object.fromEntries(spelt) as Fields);
}

/** Fields whose values have language tags, with these in one case. */
const TAGGED: Readonly<Record<string, (value: unknown) => unknown>> = {
  lang: (tag) => String(tag).toLowerCase(),
  digest: (texts) =>
    Object.fromEntries(Object.entries(texts as Fields).map(([tag, text]) => [tag.toLowerCase(), text])),
};

function listChanges(field: string, old: readonly unknown[], now: readonly unknown[]): FieldChange[] {
  const counts = new Map<string, number>();
  for (const member of now) counts.set(sameKey(member), (counts.get(sameKey(member)) ?? 0) + 1);
  const gone = old.filter((member) => {
    const key = sameKey(member);
    const left = counts.get(key) ?? 0;
    if (left > 0) counts.set(key, left - 1);
    return left === 0;
  });
  // Of members that stand there more than once, the last ones are the new ones.
  const come = [...now]
    .reverse()
    .filter((member) => {
      const key = sameKey(member);
      const left = counts.get(key) ?? 0;
      if (left > 0) counts.set(key, left - 1);
      return left > 0;
    })
    .reverse();
  return [
    ...gone.map((member) => ({ field, old: member })),
    ...come.map((member) => ({ field, new: member })),
  ];
}
