/** The schema in words for messages: which fields a record has, and what the record is called. */
import type * as z from 'zod';
import type { Path } from './source.ts';

const ROOTS: Readonly<Record<string, readonly [whole: string, item: string]>> = {
  claims: ['the list of claims', 'a claim'],
  entities: ['the list of entities', 'an entity'],
  identity: ['the list of decisions', 'a decision'],
  article: ['the article', 'the article'],
  dataset: ['the dataset', 'the dataset'],
  record: ['the line', 'the line'],
};

const NOUNS: Readonly<Record<string, string>> = {
  aliases: 'an alias',
  attribution: 'an attribution',
  via: 'an attribution',
  credits: 'a credit',
  mentions: 'a mention',
  object: 'an object',
  subject: 'a subject',
  qualifiers: "a qualifier's value",
  paragraphs: 'a paragraph',
  structure: 'a structural span',
  text: '`text`',
};

/** What the record at `path` is called, with its article: `a claim`, `an attribution`. */
export function nounOf(root: string, path: Path): string {
  for (const step of [...path].reverse()) {
    if (typeof step === 'string' && Object.hasOwn(NOUNS, step)) return NOUNS[step]!;
  }
  return ROOTS[root]?.[typeof path[0] === 'number' ? 1 : 0] ?? 'this';
}

/** The names of the fields that a record at `path` may have; of all alternatives where there are several. */
export function fieldsAt(schema: z.ZodType, path: Path): string[] {
  let level = [schema as z.core.$ZodType];
  for (const step of path) level = level.flatMap(alternatives).flatMap((inner) => below(inner, step));
  const names = level.flatMap(alternatives).flatMap((inner) => Object.keys(shapeOf(inner) ?? {}));
  return [...new Set(names)];
}

type Definition = z.core.$ZodTypeDef & {
  readonly innerType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
};

function definition(schema: z.core.$ZodType): Definition {
  return schema._zod.def as Definition;
}

function shapeOf(schema: z.core.$ZodType): Definition['shape'] {
  return definition(schema).shape;
}

function alternatives(schema: z.core.$ZodType): z.core.$ZodType[] {
  const { innerType, options } = definition(schema);
  if (innerType !== undefined) return alternatives(innerType);
  return options === undefined ? [schema] : options.flatMap(alternatives);
}

function below(schema: z.core.$ZodType, step: string | number): z.core.$ZodType[] {
  const { element, valueType, shape } = definition(schema);
  const next = typeof step === 'number' ? element : (shape?.[step] ?? valueType);
  return next === undefined ? [] : [next];
}
