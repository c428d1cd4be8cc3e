/** Where a walk over a JSON-LD text is: the context that is active there, the graph that takes what is said, the way there. */
import type { ForeignTerm } from '../rdf/index.ts';
import type { ActiveContext } from './jsonld-active.ts';

export type Json = Readonly<Record<string, unknown>>;

/** Keys and indexes that lead to a value, from its end. */
export interface Step {
  readonly up: Step | undefined;
  readonly key: string | number;
  readonly depth: number;
}

export interface Place {
  readonly context: ActiveContext;
  /** `undefined` where its name is none, so that nothing can be said in it. */
  readonly graph: ForeignTerm | undefined;
  readonly step: Step | undefined;
}

/** A place within a node. */
export interface NodePlace extends Place {
  readonly subject: ForeignTerm | undefined;
  /** The context that classes are named in: without what the classes themselves define. */
  readonly typed: ActiveContext;
}

/** Each level takes some frames of the stack, which is short in a worker; no text that people make is as deep. */
const DEEPEST = 500;

/** The same place, one key or index further in. @throws JsonLdFault where that is too deep */
export function into<P extends Place>(place: P, key: string | number): P {
  const depth = (place.step?.depth ?? 0) + 1;
  if (depth > DEEPEST) throw new JsonLdFault(`nothing is read below ${DEEPEST} levels`, place.step);
  return { ...place, step: { up: place.step, key, depth } };
}

/** The items of a list, each at its place; what is no list is an item itself. */
export function* items<P extends Place>(value: unknown, place: P): Generator<[unknown, P]> {
  if (!Array.isArray(value)) yield [value, place];
  else for (const [index, item] of value.entries()) yield [item, into(place, index)];
}

/** What is no JSON-LD, and where. */
export class JsonLdFault extends Error {
  readonly step: Step | undefined;
  readonly value: string | undefined;
  constructor(message: string, step: Step | undefined, value?: string) {
    super(message);
    this.step = step;
    this.value = value;
  }
}

/** From the outermost value on. */
export function pathOf(step: Step | undefined): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = step; at !== undefined; at = at.up) path.push(at.key);
  return path.reverse();
}

export function isMap(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is not in a list as a list of one. */
export function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** What the keys of a map mean, each with the key itself; names that mean nothing are left out. */
export function meaningsOf(map: Json, context: ActiveContext): Map<string, string> {
  const meanings = new Map<string, string>();
  for (const key of Object.keys(map)) {
    const meaning = context.key(key);
    if (meaning !== null) meanings.set(meaning, key);
  }
  return meanings;
}

/** Whether a value stands for nothing: null, as it is or as a value object. */
export function isNothing(value: unknown, context: ActiveContext): boolean {
  if (!isMap(value)) return value === null;
  const held = meaningsOf(value, context).get('@value');
  return held !== undefined && value[held] === null && !Object.values(value).includes('@json');
}
