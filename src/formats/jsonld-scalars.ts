/** Values of a JSON-LD text as terms: by their own words, else by what the context says of their property. */
import type { ForeignTerm } from '../rdf/index.ts';
import type { ActiveContext } from './jsonld-active.ts';
import { jsonLiteral, type Scalar, text, typed } from './jsonld-literals.ts';
import { into, items, type Json, JsonLdFault, type Place } from './jsonld-place.ts';
import type { Statements, WalkEvents } from './jsonld-statements.ts';

const VALUE_FIELDS: ReadonlySet<string | null> = new Set([
  '@value',
  '@type',
  '@language',
  '@direction',
  '@index',
  '@context',
]);

/** A value object: its own words alone. `undefined` where its value is null. */
export function valueObject(
  events: WalkEvents,
  map: Json,
  { context, step }: Place,
): ForeignTerm | undefined {
  const refuse = (message: string): never => {
    throw new JsonLdFault(message, step);
  };
  const fields = new Map(Object.entries(map).map(([key, value]) => [context.key(key), value]));
  for (const field of fields.keys()) {
    if (field !== null && !VALUE_FIELDS.has(field)) refuse(`a value has no "${field}"`);
  }
  const value = fields.get('@value');
  const { type, language, direction, index } = {
    type: fields.get('@type') ?? undefined,
    language: fields.get('@language') ?? undefined,
    direction: fields.get('@direction') ?? undefined,
    index: fields.get('@index') ?? '',
  };
  const datatype = typeof type === 'string' ? context.vocabulary(type) : null;
  if (datatype === '@json') return jsonLiteral(value, { context, step, graph: undefined });
  if (value === null) return undefined;
  if (typeof value === 'object') refuse('an "@value" can be no object');
  if (typeof index !== 'string') refuse('an "@index" must be a string');
  if (type !== undefined) {
    if (datatype === null || datatype.startsWith('_:')) {
      refuse('the type of a value must be the IRI of a datatype');
    }
    if (fields.has('@language') || fields.has('@direction')) {
      refuse('a value has a type or a language, not both');
    }
    return typed(value as Scalar, datatype!);
  }
  if (language !== undefined && typeof language !== 'string') refuse('a language must be a string');
  if (direction !== undefined && direction !== 'ltr' && direction !== 'rtl') {
    refuse('a direction must be "ltr" or "rtl"');
  }
  if (typeof value === 'string') {
    return tagged(events, value, { language: language as string, direction: direction as string, step });
  }
  if (language !== undefined || direction !== undefined) {
    refuse('only strings have a language or a direction');
  }
  return typed(value as Scalar);
}

/** A string, number or boolean as the value of a property. `undefined` for a name that is none. */
export function scalar(
  statements: Statements,
  key: string,
  value: Scalar,
  { context, step }: Place,
): ForeignTerm | undefined {
  const { '@type': type, '@language': own } = context.definition(key);
  if (typeof value === 'string') {
    if (type === '@id') return statements.resource(context.document(value));
    if (type === '@vocab') return statements.resource(context.vocabulary(value));
  }
  if (type !== undefined && !type.startsWith('@')) return typed(value, type);
  if (typeof value !== 'string') return typed(value);
  const language = own === undefined ? context.default('@language') : (own ?? undefined);
  return tagged(statements.events, value, { language, direction: directionOf(key, context), step });
}

/** The texts of a map by language. */
export function languageMap(
  events: WalkEvents,
  key: string,
  map: Json,
  place: Place,
  take: (term: ForeignTerm, step: Place['step']) => void,
): void {
  const { context } = place;
  const direction = directionOf(key, context);
  for (const [name, value] of Object.entries(map)) {
    const language = context.key(name) === '@none' ? undefined : name;
    for (const [item, { step }] of items(value, into(place, name))) {
      if (item === null) continue;
      if (typeof item !== 'string')
        throw new JsonLdFault('the values of a language map must be strings', step);
      take(tagged(events, item, { language, direction, step }), step);
    }
  }
}

interface Tag extends Pick<Place, 'step'> {
  readonly language: string | undefined;
  readonly direction: string | undefined;
}

function tagged(events: WalkEvents, value: string, { language, direction, step }: Tag): ForeignTerm {
  if (language === undefined || language === '') {
    if (direction !== undefined) events.onDirection(value);
    return text(value, '');
  }
  const tag = events.tag(language);
  if (tag === undefined)
    throw new JsonLdFault("the value of an '@language' must be a valid language tag", step, language);
  return text(value, tag, direction);
}

function directionOf(key: string, context: ActiveContext): string | undefined {
  const { '@direction': own } = context.definition(key);
  return (own === undefined ? context.default('@direction') : own) ?? undefined;
}
