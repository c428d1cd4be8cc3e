/** Maps of a JSON-LD text by index, class or name, of nodes or of graphs. */
import type { ForeignTerm } from '../rdf/index.ts';
import type { TermDefinition } from './jsonld-active.ts';
import { enterTerm, type Given, isGraph } from './jsonld-enter.ts';
import { into, isNothing, items, type Json, JsonLdFault, type Place } from './jsonld-place.ts';
import { named, TYPE } from './jsonld-statements.ts';
import { type Take, values } from './jsonld-values.ts';
import type { Walk } from './jsonld-walk.ts';

/** The objects that a map as the value of a property stands for. */
export async function mapped(walk: Walk, key: string, map: Json, place: Place, take: Take): Promise<void> {
  const definition = place.context.definition(key);
  const { '@container': container = {}, '@index': index } = definition;
  if (index !== undefined && (typeof index !== 'string' || index.startsWith('@'))) {
    throw new JsonLdFault(`"${index}" indexes nothing`, place.step);
  }
  for (const [name, value] of Object.entries(map)) {
    const here = into(place, name);
    const none = place.context.key(name) === '@none';
    const told: Take[] = [take];
    if (index !== undefined && !none) told.push(await indexed(walk, index, name, here));
    const within = { ...here, context: place.context };
    if (container['@id'] || container['@type']) within.context = place.context.previous ?? place.context;
    const inner = container['@type'] ? await enterTerm(within, name, 'class') : within;
    const given = none ? { inMap: true } : givenBy(walk, container, name, inner);
    await objects(walk, { key, definition, given }, value, inner, (object, step) => {
      for (const tell of told) tell(object, step);
    });
  }
}

/** Says of each node of the map which property has its index as the value (JSON-LD 1.1 section 4.6.1.1). */
async function indexed(walk: Walk, property: string, index: string, place: Place): Promise<Take> {
  const predicate = place.context.vocabulary(property);
  const said: ForeignTerm[] = [];
  if (predicate !== null) await values(walk, property, index, place, (term) => said.push(term));
  return (object) => {
    if (object.termType === 'Literal') {
      throw new JsonLdFault('a map by a property holds nodes, not values', place.step);
    }
    for (const term of said) walk.statements.say(object, named(predicate!), term, place);
  };
}

function givenBy(
  { statements }: Walk,
  container: Readonly<Record<string, boolean>>,
  name: string,
  { context }: Place,
): Given {
  return {
    inMap: true,
    ...(container['@id'] && { id: statements.resource(context.document(name)) }),
    ...(container['@type'] && { type: statements.resource(context.vocabulary(name)) }),
  };
}

interface MapProperty {
  readonly key: string;
  readonly definition: TermDefinition;
  readonly given: Given;
}

/** What stands in the map under one name. */
async function objects(
  walk: Walk,
  property: MapProperty,
  value: unknown,
  place: Place,
  take: Take,
): Promise<void> {
  if (Array.isArray(value)) {
    for (const [item, here] of items(value, place)) await objects(walk, property, item, here, take);
    return;
  }
  const { key, definition, given } = property;
  const { '@container': container = {}, '@type': type } = definition;
  const { statements } = walk;
  if (container['@graph'] && !isNothing(value, place.context) && !isGraph(value, place.context)) {
    const graph = given.id ?? statements.blank();
    await values(walk, key, value, { ...place, graph }, () => {}, { inMap: true });
    take(graph, place.step);
  } else if (container['@type'] && typeof value === 'string') {
    const name = type === '@vocab' ? place.context.vocabulary(value) : place.context.document(value);
    const node = statements.resource(name);
    statements.say(node, TYPE, given.type, place);
    if (node !== undefined) take(node, place.step);
  } else await values(walk, key, value, place, take, given);
}
