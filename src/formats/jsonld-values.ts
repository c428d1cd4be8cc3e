/** Values of properties in a JSON-LD text: nodes, lists, sets, literals, and lists of all of them. */
import type { ForeignTerm } from '../rdf/index.ts';
import { enter, enterTerm, type Given, NOTHING_GIVEN } from './jsonld-enter.ts';
import type { Scalar } from './jsonld-literals.ts';
import {
  into,
  isMap,
  items,
  type Json,
  JsonLdFault,
  meaningsOf,
  type Place,
  type Step,
} from './jsonld-place.ts';
import { scalar, valueObject } from './jsonld-scalars.ts';
import { FIRST, NIL, REST } from './jsonld-statements.ts';
import type { Walk } from './jsonld-walk.ts';

/** Takes what a value stands for, one term after the other: there may be very many. */
export type Take = (term: ForeignTerm, step: Step | undefined) => void;

/** What a value stands for, whatever the container of its property. */
export async function values(
  walk: Walk,
  key: string,
  value: unknown,
  place: Place,
  take: Take,
  given: Given = NOTHING_GIVEN,
): Promise<void> {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    for (const [item, here] of items(value, place)) await values(walk, key, item, here, take, given);
  } else if (isMap(value)) await mapValue(walk, key, value, place, take, given);
  else {
    const term = scalar(walk.statements, key, value as Scalar, await enterTerm(place, key));
    if (term !== undefined) take(term, place.step);
  }
}

async function mapValue(
  walk: Walk,
  key: string,
  map: Json,
  place: Place,
  take: Take,
  given: Given,
): Promise<void> {
  const entered = await enter(map, place, given, key);
  const meanings = meaningsOf(map, entered.context);
  meanings.delete('@context');
  const set = meanings.get('@set');
  const held = meanings.get('@list') ?? set;
  if (meanings.has('@value')) {
    const literal = valueObject(walk.statements.events, map, entered);
    if (literal !== undefined) take(literal, place.step);
  } else if (held !== undefined) {
    const [beside] = [...meanings.values()].filter(
      (name) => name !== held && meanings.get('@index') !== name,
    );
    if (beside !== undefined) {
      throw new JsonLdFault(`a list or set stands alone, not beside "${beside}"`, place.step);
    }
    const inside: Place = into(entered, held);
    if (held === set) await values(walk, key, map[held], inside, take, given);
    else take(await list(walk, key, map[held], inside), place.step);
  } else if (meanings.size !== 1 || !meanings.has('@language')) {
    const node = await walk.node(map, entered, given);
    if (node !== undefined) take(node, place.step);
  }
}

export async function list(walk: Walk, key: string, value: unknown, place: Place): Promise<ForeignTerm> {
  const held: { readonly item: ForeignTerm; readonly step: Step | undefined }[] = [];
  const take: Take = (item, step) => held.push({ item, step });
  for (const [item, here] of items(value, place)) {
    if (Array.isArray(item)) take(await list(walk, key, item, here), here.step);
    else await values(walk, key, item, here, take);
  }
  const cells = held.map(() => walk.statements.blank());
  for (const [i, { item, step }] of held.entries()) {
    const here = { graph: place.graph, step };
    walk.statements.say(cells[i], FIRST, item, here);
    walk.statements.say(cells[i], REST, cells[i + 1] ?? NIL, here);
  }
  return cells[0] ?? NIL;
}
