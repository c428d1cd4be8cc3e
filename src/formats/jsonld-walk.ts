/** From JSON-LD to quads: one pass over a text that JSON.parse has read, each node in the context that is active there. */
import type { ForeignTerm } from '../rdf/index.ts';
import type { ActiveContext } from './jsonld-active.ts';
import { type Entered, enter, type Given, NOTHING_GIVEN } from './jsonld-enter.ts';
import { entries, nodeId } from './jsonld-nodes.ts';
import { into, isMap, isNothing, items, type Json, listed, meaningsOf, type Place } from './jsonld-place.ts';
import { type BlankLabels, DEFAULT_GRAPH, Statements, TYPE, type WalkEvents } from './jsonld-statements.ts';

/** The ways in, for what stands within a node: nodes again. */
export interface Walk {
  readonly statements: Statements;
  /** Nodes that no property leads to. */
  free(element: unknown, place: Place): Promise<void>;
  /** @returns the term of the node; `undefined` where its name is none */
  node(map: Json, entered: Entered, given: Given): Promise<ForeignTerm | undefined>;
}

export class JsonLdWalk implements Walk {
  readonly statements: Statements;

  constructor(events: WalkEvents, labels: BlankLabels) {
    this.statements = new Statements(events, labels);
  }

  /** @throws JsonLdFault for what is no JSON-LD */
  async document(root: unknown, context: ActiveContext): Promise<void> {
    const place = { context, graph: DEFAULT_GRAPH, step: undefined };
    if (!isMap(root)) return this.free(root, place);
    const entered = await enter(root, place, NOTHING_GIVEN);
    const meanings = meaningsOf(root, entered.context);
    const graph = meanings.get('@graph');
    if (graph === undefined || Object.keys(root).some((key) => key !== graph && counts(root, key, entered))) {
      return this.#freeMap(root, entered);
    }
    return this.free(root[graph], into(entered, graph));
  }

  /** Values among them say nothing. */
  async free(element: unknown, place: Place): Promise<void> {
    if (Array.isArray(element)) {
      for (const [item, here] of items(element, place)) await this.free(item, here);
    } else if (isMap(element)) {
      await this.#freeMap(element, await enter(element, place, NOTHING_GIVEN));
    }
  }

  async #freeMap(map: Json, entered: Entered): Promise<void> {
    const meanings = meaningsOf(map, entered.context);
    if (meanings.has('@value') || meanings.has('@list')) return;
    const set = meanings.get('@set');
    if (set !== undefined) await this.free(map[set], into<Place>(entered, set));
    else await this.node(map, entered, NOTHING_GIVEN);
  }

  async node(map: Json, entered: Entered, given: Given): Promise<ForeignTerm | undefined> {
    const id = await nodeId(this.statements, map, entered);
    const subject = id === undefined ? (given.id ?? this.statements.blank()) : id.term;
    this.statements.say(subject, TYPE, given.type, entered);
    await entries(this, map, { ...entered, subject });
    return subject;
  }
}

/** Whether an entry beside `@graph` makes its map a node: what expands to nothing does not (JSON-LD 1.1 API section 5.1.2, step 13). */
function counts(map: Json, key: string, place: Place): boolean {
  const { context } = place;
  const meaning = context.key(key);
  if (meaning === '@nest') {
    const says = (item: unknown) =>
      isMap(item) && Object.keys(item).some((inner) => counts(item, inner, place));
    return listed(map[key]).some(says);
  }
  return meaning !== null && meaning !== '@context' && /^@|:/.test(meaning) && !isNothing(map[key], context);
}
