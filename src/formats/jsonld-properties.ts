/** Properties of a JSON-LD text: from a key and its value to statements, by the container that the key has. */
import { mapped } from './jsonld-indexed.ts';
import { jsonLiteral } from './jsonld-literals.ts';
import {
  isMap,
  isNothing,
  items,
  JsonLdFault,
  listed,
  meaningsOf,
  type NodePlace,
  type Place,
} from './jsonld-place.ts';
import { languageMap } from './jsonld-scalars.ts';
import { named } from './jsonld-statements.ts';
import { list, type Take, values } from './jsonld-values.ts';
import type { Walk } from './jsonld-walk.ts';

export interface PropertyKey {
  readonly key: string;
  /** What the context makes of the key. */
  readonly meaning: string | null;
  /** Whether the values are the subjects, but for what the key's definition says of it. */
  readonly turned: boolean;
}

const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;

export async function property(
  walk: Walk,
  { key, meaning, turned }: PropertyKey,
  value: unknown,
  node: NodePlace,
): Promise<void> {
  const { events } = walk.statements;
  if (meaning?.startsWith('@') && /^@[A-Za-z]+$/.test(meaning)) {
    throw new JsonLdFault(`"${meaning}" has no place here, or is no keyword`, node.step);
  }
  if (meaning === null) {
    if (key.startsWith('@')) events.onUnmapped(key);
    return;
  }
  // No predicate is blank in RDF.
  if (!SCHEME.test(meaning) || meaning.startsWith('_:')) return events.onUnmapped(key);
  const predicate = named(meaning);
  const { subject, context, graph } = node;
  const backwards = (context.definition(key)['@reverse'] === true) !== turned;
  const isList = (item: unknown) => isMap(item) && meaningsOf(item, context).has('@list');
  if (backwards && listed(value).some(isList)) refuseBackwards(node);
  await objects(walk, key, value, { context, graph, step: node.step }, (object, step) => {
    const said = { graph, step };
    if (!backwards) walk.statements.say(subject, predicate, object, said);
    else if (object.termType === 'Literal') refuseBackwards(node);
    else walk.statements.say(object, predicate, subject, said);
  });
}

function refuseBackwards({ step }: Place): never {
  throw new JsonLdFault('the values of a reverse property must be nodes', step);
}

/** The objects that a property's value stands for, by the container of the property. */
async function objects(walk: Walk, key: string, value: unknown, place: Place, take: Take): Promise<void> {
  const definition = place.context.definition(key);
  if (definition['@type'] === '@json') return take(jsonLiteral(value, place), place.step);
  const container = definition['@container'] ?? {};
  if (isMap(value)) {
    if (container['@language']) return languageMap(walk.statements.events, key, value, place, take);
    if (container['@index'] || container['@type'] || container['@id'])
      return mapped(walk, key, value, place, take);
  }
  if (container['@list'] && !(isMap(value) && meaningsOf(value, place.context).has('@list'))) {
    if (!isNothing(value, place.context)) take(await list(walk, key, value, place), place.step);
  } else if (container['@graph']) {
    for (const [item, here] of items(value, place)) {
      if (isNothing(item, here.context)) continue;
      const graph = walk.statements.blank();
      await values(walk, key, item, { ...here, graph }, () => {});
      take(graph, here.step);
    }
  } else await values(walk, key, value, place, take);
}
