/** Holds a part of the input against its schema, and says what does not fit in words, each at its place. */
import type * as z from 'zod';
import { nearestWords } from './nearest.ts';
import type { ProblemList } from './problem-list.ts';
import { fieldsAt, nounOf } from './schema-words.ts';
import type { Path, SourcePart } from './source.ts';

type Issue = z.core.$ZodIssue;

/** Which values of a part have the shape that they should: the rest has been reported and is not read any further. */
export class Shape {
  readonly #at = new Set<string>();
  readonly #below = new Set<string>();

  /** Marks the value at `path` as misshapen. */
  break(path: Path): void {
    this.#at.add(keyOf(path));
    for (let depth = 0; depth <= path.length; depth += 1) this.#below.add(keyOf(path.slice(0, depth)));
  }

  /** True where the value itself, and all that it stands in, is of the right type; fields in it may not be. */
  holds(...path: Path): boolean {
    if (this.#at.size === 0) return true;
    for (let depth = 0; depth <= path.length; depth += 1) {
      if (this.#at.has(keyOf(path.slice(0, depth)))) return false;
    }
    return true;
  }

  /** True where the value, everything in it, and all that it stands in has the right shape. */
  sound(...path: Path): boolean {
    return this.#at.size === 0 || (this.holds(...path) && !this.#below.has(keyOf(path)));
  }
}

const keyOf = (path: Path) => path.join('\u0000');

/** Reports everything in which `part` departs from `schema`. `root` names what the part is, e.g. `claims`. */
export function checkShape(part: SourcePart, schema: z.ZodType, root: string, problems: ProblemList): Shape {
  const shape = new Shape();
  const result = attempt(schema, part.value);
  if (result === 'too deep') {
    const hint = 'a chain of attributions has a handful of links at most';
    problems.error('too-deep', 'the nesting is too deep to be data', { place: part.place([]), hint });
    shape.break([]);
    return shape;
  }
  const issues = result.flatMap(closest);
  const misspelt = reportUnknownFields(issues, part, schema, root, problems);
  const spans = new Set<string>();
  for (const issue of issues) {
    const path = issue.path as Path;
    if (issue.code === 'unrecognized_keys') {
      // Of a record within a record it is not known what was meant.
      if (path.length > 1) shape.break(path);
      continue;
    }
    const span = spanPath(path, part);
    shape.break(span ?? path);
    // A field that is there under a misspelt name is not missing as well.
    if (misspelt.has(keyOf(path)) && valueAt(part, path) === undefined) continue;
    if (span === undefined) reportValue(part, root, path, issue, problems);
    else if (!spans.has(keyOf(span))) {
      spans.add(keyOf(span));
      reportSpan(part, span, problems);
    }
  }
  return shape;
}

/** The recursion of `via` is the schema's only one: a hostile depth of it would use up the stack. */
function attempt(schema: z.ZodType, value: unknown): readonly Issue[] | 'too deep' {
  try {
    return schema.safeParse(value).error?.issues ?? [];
  } catch (error) {
    if (error instanceof RangeError) return 'too deep';
    throw error;
  }
}

/** In place of "none of the alternatives fits", what is wrong with the one that comes closest. */
function closest(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const near = issue.errors.filter(
    (issues) => !issues.some(({ path, code }) => code === 'invalid_type' && path.length === 0),
  );
  if (near.length === 0) return [issue];
  const best = near.reduce((a, b) => (weight(b) < weight(a) ? b : a));
  return best.flatMap((inner) => closest({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** How far an alternative is from fitting: each unknown field counts, and each field that is missing or wrong. */
function weight(issues: readonly Issue[]): number {
  return issues.reduce(
    (sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length * 2 : 1),
    0,
  );
}

/** The path of the span that an issue lies in, or of the list where that is no list of spans at all. */
function spanPath(path: Path, part: SourcePart): Path | undefined {
  const at = path.findIndex((step) => step === 'span' || step === 'spans' || step === 'evidence');
  if (at < 0) return undefined;
  const field = path.slice(0, at + 1);
  if (path[at] === 'span' || typeof path[at + 1] !== 'number') return field;
  const list = valueAt(part, field);
  const isFlat = Array.isArray(list) && list.every((item) => typeof item === 'number');
  return isFlat ? field : path.slice(0, at + 2);
}

function reportSpan(part: SourcePart, path: Path, problems: ProblemList): void {
  const value = valueAt(part, path);
  const place = part.place(path);
  if (value === undefined) {
    const field = String(path.at(-1));
    const wayOut = field === 'span' ? '`span: [120, 134]`' : `\`${field}: [[120, 134]]\``;
    problems.error('missing-field', `the field \`${field}\` is missing`, {
      place,
      hint: `add ${wayOut}, in code points`,
    });
  } else if (path.at(-1) === 'span' || typeof path.at(-1) === 'number') {
    const hint = '[120, 134] means: from code point 120 up to, not including, 134';
    problems.error('bad-span', 'a span is two whole numbers, 0 or more', { place, value: show(value), hint });
  } else {
    const hint = `write a list of spans: ${String(path.at(-1))}: [[120, 134], [150, 160]]`;
    problems.error('bad-span', 'this is not a list of spans', { place, value: show(value), hint });
  }
}

/** @returns keys of the paths that the unknown fields were meant for, where that can be told */
function reportUnknownFields(
  issues: readonly Issue[],
  part: SourcePart,
  schema: z.ZodType,
  root: string,
  problems: ProblemList,
): ReadonlySet<string> {
  const meant = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const path = issue.path as Path;
    const fields = fieldsAt(schema, path);
    for (const key of issue.keys) {
      const hint = problems.suggest(key, fields, `the fields are: ${fields.join(', ')}`);
      const place = part.place([...path, key], 'key');
      problems.error('unknown-field', `${nounOf(root, path)} has no such field`, { place, value: key, hint });
      for (const field of nearestWords(key, fields)) meant.add(keyOf([...path, field]));
    }
  }
  return meant;
}

function reportValue(part: SourcePart, root: string, path: Path, issue: Issue, problems: ProblemList): void {
  const value = valueAt(part, path);
  const place = part.place(path);
  const field = path.at(-1);
  const name = typeof field === 'string' ? `\`${field}\`` : nounOf(root, path);
  const details = { place, value: show(value) };
  if (value === undefined) {
    const message = path.length === 0 ? `${nounOf(root, path)} is missing` : `the field ${name} is missing`;
    const hint = `every ${nounOf(root, path.slice(0, -1)).replace(/^(an?|the) /, '')} needs it`;
    const owner = valueAt(part, [...path.slice(0, -1), 'id']);
    problems.error('missing-field', message, {
      place,
      value: typeof owner === 'string' ? owner : undefined,
      hint,
    });
  } else if (value === null) {
    // YAML reads {en: Lindmar, a port} as two fields.
    const isSentence = typeof field === 'string' && /[^\w-]/.test(field);
    const hint = isSentence
      ? 'put text that holds a comma in quotes'
      : 'fill it in, or leave the field out where it is optional';
    problems.error('missing-value', `${name} has no value`, { place, hint });
  } else if (issue.code === 'invalid_value') {
    const known = issue.values.map(String);
    const hint = problems.suggest(String(value), known, `choose one of: ${known.join(', ')}`);
    problems.error('bad-choice', `${name} must be one of ${known.join(', ')}`, { ...details, hint });
  } else if (issue.code === 'invalid_format' && field === 'sha256') {
    problems.error('bad-hash', 'a SHA-256 is 64 hexadecimal digits in lower case', {
      ...details,
      hint: '`sha256sum FILE` prints it',
    });
  } else if (issue.code === 'invalid_format') {
    const hint =
      'use letters from A to Z, digits, - and _, beginning with a letter or digit; names of JavaScript such as toString are taken';
    problems.error('bad-id', `${name} is not a legal id`, { ...details, hint });
  } else if (field === 'confidence') {
    problems.error('bad-confidence', '`confidence` is a number from 0 to 1', {
      ...details,
      hint: 'write 0.8 for 80 %',
    });
  } else {
    problems.error('wrong-type', `${name} ${expectation(issue)}`, {
      ...details,
      hint: typeHint(issue, field, value),
    });
  }
}

/** What should have stood there. */
function expectation(issue: Issue): string {
  if (issue.code === 'too_small')
    return issue.origin === 'array' ? 'must not be empty' : `must be ${issue.minimum} or more`;
  if (issue.code === 'too_big') return `must be ${issue.maximum} or less`;
  if (issue.code === 'invalid_type') return `must be ${TYPE_WORDS[issue.expected] ?? issue.expected}`;
  return 'must be an entity id, `{claim: ...}` or `{value: ...}`';
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list of two numbers',
  object: 'a group of fields',
  record: 'a group of fields',
};

function typeHint(issue: Issue, field: Path[number] | undefined, value: unknown): string {
  if (issue.code === 'invalid_union') {
    return typeof value === 'object'
      ? 'an entity is named by its id alone, a number is written {value: 3}'
      : `an entity is named by its id, a number is written {value: ${value}}`;
  }
  if (issue.code !== 'invalid_type') return 'correct it, or leave the field out where it is optional';
  if (issue.expected === 'string') {
    return typeof value === 'object' ? 'write one text' : `put it in quotes: "${value}"`;
  }
  if (field === 'qualifiers' || field === 'prefixes')
    return `write one \`name: value\` a line under \`${field}:\``;
  return TYPE_HINTS[issue.expected] ?? 'correct it';
}

const TYPE_HINTS: Readonly<Record<string, string>> = {
  int: 'write a whole number without quotes',
  number: 'write a number without quotes',
  boolean: 'write true or false without quotes',
  object: 'write fields with their values: no dash, no bare value',
  array: 'put a dash before each entry, or write [a, b]',
  record: 'write it per language: {en: ..., vi: ...}',
};

function valueAt(part: SourcePart, path: Path): unknown {
  let value = part.value;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
