/** Nodes of a JSON-LD text: what each of their keys says. */
import type { ForeignTerm } from '../rdf/index.ts';
import { enterTerm } from './jsonld-enter.ts';
import {
  into,
  isMap,
  items,
  type Json,
  JsonLdFault,
  meaningsOf,
  type NodePlace,
  type Place,
} from './jsonld-place.ts';
import { property } from './jsonld-properties.ts';
import { type Statements, TYPE } from './jsonld-statements.ts';
import type { Walk } from './jsonld-walk.ts';

/**
 * The name of a node, which may stand in what is nested in it; its term is `undefined` where the name is none.
 *
 * @returns `undefined` where it has no name
 */
export async function nodeId(
  statements: Statements,
  map: Json,
  place: Place,
): Promise<{ readonly term: ForeignTerm | undefined } | undefined> {
  let found: { readonly term: ForeignTerm | undefined } | undefined;
  for (const [key, value] of Object.entries(map)) {
    const meaning = place.context.key(key);
    if (meaning !== '@id' && meaning !== '@nest') continue;
    const here = into(place, key);
    let id: typeof found;
    if (meaning === '@id') {
      if (typeof value !== 'string')
        throw new JsonLdFault('the value of an "@id" must be a string', here.step);
      id = { term: statements.resource(place.context.document(value)) };
    } else {
      const inner = await enterTerm(here, key);
      for (const [item, at] of items(value, inner))
        if (isMap(item)) id ??= await nodeId(statements, item, at);
    }
    if (id !== undefined && found !== undefined) throw new JsonLdFault('a node has one "@id"', here.step);
    found ??= id;
  }
  return found;
}

/** What a map says of a node. */
export async function entries(walk: Walk, map: Json, node: NodePlace): Promise<void> {
  for (const [key, value] of Object.entries(map)) {
    const here = into(node, key);
    const meaning = node.context.key(key);
    switch (meaning) {
      case '@context':
      case '@id':
        break;
      case '@type':
        types(walk.statements, value, here);
        break;
      case '@index':
        if (typeof value !== 'string')
          throw new JsonLdFault('the value of an "@index" must be a string', here.step);
        break;
      case '@graph':
        await walk.free(value, { context: here.context, graph: here.subject, step: here.step });
        break;
      case '@included':
        await included(walk, value, here);
        break;
      case '@reverse':
        await reverse(walk, value, here);
        break;
      case '@nest':
        await nest(walk, value, await enterTerm(here, key));
        break;
      default:
        await property(walk, { key, meaning, turned: false }, value, here);
    }
  }
}

function types(statements: Statements, value: unknown, node: NodePlace): void {
  for (const [type, here] of items(value, node)) {
    if (typeof type !== 'string')
      throw new JsonLdFault('the value of an "@type" must be a string', here.step);
    statements.say(node.subject, TYPE, statements.resource(node.typed.vocabulary(type)), here);
  }
}

async function included(walk: Walk, value: unknown, place: NodePlace): Promise<void> {
  for (const [item, here] of items(value, place)) {
    const meanings = isMap(item) ? meaningsOf(item, here.context) : undefined;
    if (meanings === undefined || ['@value', '@list', '@set'].some((name) => meanings.has(name))) {
      throw new JsonLdFault('what is "@included" must be nodes', here.step);
    }
  }
  const { context, graph, step } = place;
  await walk.free(value, { context, graph, step });
}

async function reverse(walk: Walk, value: unknown, node: NodePlace): Promise<void> {
  if (!isMap(value))
    throw new JsonLdFault('the value of an "@reverse" must be a map of properties', node.step);
  // The map is no node, and yet contexts that end with the node end before it (API section 5.1.2, steps 7 and 13.4.13).
  const outside = { ...node, context: node.context.previous ?? node.context };
  for (const [key, inner] of Object.entries(value)) {
    const meaning = outside.context.key(key);
    const here = into(outside, key);
    if (meaning?.startsWith('@'))
      throw new JsonLdFault(`"@reverse" has no place for "${meaning}"`, here.step);
    await property(walk, { key, meaning, turned: true }, inner, here);
  }
}

async function nest(walk: Walk, value: unknown, node: NodePlace): Promise<void> {
  for (const [item, here] of items(value, node)) {
    if (!isMap(item) || meaningsOf(item, here.context).has('@value')) {
      throw new JsonLdFault('the value of an "@nest" must be a map that is no value', here.step);
    }
    await entries(walk, item, here);
  }
}
