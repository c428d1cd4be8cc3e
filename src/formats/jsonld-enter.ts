/** Which context is active in a map of a JSON-LD text (JSON-LD 1.1 API section 5.1.2, steps 7 to 11). */
import type { ForeignTerm } from '../rdf/index.ts';
import type { ActiveContext } from './jsonld-active.ts';
import { isMap, type Json, JsonLdFault, listed, meaningsOf, type Place } from './jsonld-place.ts';

/** What the map around a node has said of it already, and whether there is one. */
export interface Given {
  readonly id?: ForeignTerm | undefined;
  readonly type?: ForeignTerm | undefined;
  readonly inMap: boolean;
}
export const NOTHING_GIVEN: Given = { inMap: false };

export interface Entered extends Place {
  /** Before the contexts of the map's classes. */
  readonly typed: ActiveContext;
}

/**
 * The place within a map: without contexts that stop before it, with its property's, its own, and those of its classes.
 *
 * @throws JsonLdFault for a context that is none
 */
export async function enter(map: Json, place: Place, given: Given, property?: string): Promise<Entered> {
  const around = place.context;
  const scoped = property === undefined ? undefined : around.definition(property)['@context'];
  let context = around;
  if (around.previous !== undefined && !given.inMap) {
    const keys = Object.keys(map).map((key) => around.key(key));
    const stays = keys.includes('@value') || (keys.length === 1 && keys[0] === '@id');
    if (!stays) context = around.previous;
  }
  try {
    if (scoped !== undefined) context = await context.with(scoped, 'property');
    if (Object.hasOwn(map, '@context')) context = await context.with(map['@context']);
    const typed = context;
    for (const type of classesOf(map, typed)) {
      const own = typed.definition(type)['@context'];
      if (own !== undefined) context = await context.with(own, 'class');
    }
    return { ...place, context, typed };
  } catch (error) {
    throw new JsonLdFault(wording(error as Error), place.step);
  }
}

/** With the context that a term has for the values of its property, or for the nodes of its class. */
export async function enterTerm<P extends Place>(
  place: P,
  term: string,
  scope: 'property' | 'class' = 'property',
): Promise<P> {
  const scoped = place.context.definition(term)['@context'];
  if (scoped === undefined) return place;
  try {
    return { ...place, context: await place.context.with(scoped, scope) };
  } catch (error) {
    throw new JsonLdFault(wording(error as Error), place.step);
  }
}

/** As the text names them, in the order in which their contexts count. */
function classesOf(map: Json, context: ActiveContext): string[] {
  const keys = Object.keys(map).filter((key) => context.key(key) === '@type');
  return keys.sort().flatMap((key) =>
    listed(map[key])
      .filter((name): name is string => typeof name === 'string')
      .sort(),
  );
}

/** Contexts within contexts are not walked here but by their parser, down to the end of the stack. */
function wording(error: Error): string {
  return error instanceof RangeError ? 'a context has too many levels' : error.message;
}

/** Whether it is a graph, and says nothing else. */
export function isGraph(value: unknown, context: ActiveContext): boolean {
  if (!isMap(value)) return false;
  const meanings = meaningsOf(value, context);
  return meanings.has('@graph') && [...meanings.keys()].every((name) => GRAPH_FIELDS.has(name));
}

const GRAPH_FIELDS: ReadonlySet<string> = new Set(['@graph', '@id', '@index', '@context']);
