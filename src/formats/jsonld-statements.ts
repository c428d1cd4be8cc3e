/** What is said by a walk over a JSON-LD text: statements, new blank nodes, and what has to be told of the text. */
import type { ForeignQuad, ForeignTerm } from '../rdf/index.ts';
import type { Place, Step } from './jsonld-place.ts';

export interface WalkEvents {
  /** @param step to the value that it says */
  onQuad(quad: ForeignQuad, step: Step | undefined): void;
  /** A key or name that means nothing, so that what it says is left out. */
  onUnmapped(key: string): void;
  /** A text with a direction but no language, which RDF has no place for. */
  onDirection(text: string): void;
  /** @returns a legal tag in the place of one */
  tag(tag: string): string | undefined;
}

/** What labels of blank nodes begin with. */
export interface BlankLabels {
  /** All of them: tells those of several texts apart. */
  readonly all: string;
  /** After that, those of nodes that have none in the text: begins no label of the text. */
  readonly made: string;
}

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
export const TYPE = named(`${RDF}type`);
export const FIRST = named(`${RDF}first`);
export const REST = named(`${RDF}rest`);
export const NIL = named(`${RDF}nil`);
export const DEFAULT_GRAPH: ForeignTerm = { termType: 'DefaultGraph', value: '' };

export class Statements {
  readonly events: WalkEvents;
  readonly #labels: BlankLabels;
  #blanks = 0;

  constructor(events: WalkEvents, labels: BlankLabels) {
    this.events = events;
    this.#labels = labels;
  }

  /** A node that has no name in the text. The same text gives the same labels. */
  blank(): ForeignTerm {
    this.#blanks += 1;
    return { termType: 'BlankNode', value: `${this.#labels.all}${this.#labels.made}${this.#blanks}` };
  }

  /** Says nothing where one of the terms is none. */
  say(
    subject: ForeignTerm | undefined,
    predicate: ForeignTerm,
    object: ForeignTerm | undefined,
    { graph, step }: Pick<Place, 'graph' | 'step'>,
  ): void {
    if (subject === undefined || object === undefined || graph === undefined) return;
    this.events.onQuad({ subject, predicate, object, graph }, step);
  }

  /** @param name an IRI, a blank node's label with its `_:`, or what has the form of a keyword and is none, as `null` may be too */
  resource(name: string | null): ForeignTerm | undefined {
    if (name === null) return undefined;
    if (name.startsWith('_:')) return { termType: 'BlankNode', value: this.#labels.all + name.slice(2) };
    if (!/^@[A-Za-z]+$/.test(name)) return named(name);
    this.events.onUnmapped(name);
    return undefined;
  }
}

export function named(value: string): ForeignTerm {
  return { termType: 'NamedNode', value };
}
