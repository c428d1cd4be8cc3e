/** From the mapping straight into text: the same quads in the same order, without making them. */
import {
  compareRanked,
  DEFAULT_GRAPH,
  type Graph,
  type NamedNode,
  type SectionCollector,
  type Subject,
  type Term,
} from '../rdf/index.ts';
import type { UndoableText } from './quad-text.ts';

/** How many places a pair may move. */
const FAR = 64;

/** Adds each subject to a text once it is known whole, with its predicates and objects in order and each once. */
export class TextCollector implements SectionCollector {
  readonly #text: UndoableText;
  #undo: () => void = () => {};
  #graph: Graph = DEFAULT_GRAPH;
  #subject: Subject | undefined;
  /** The subject's pairs; what lies beyond the count is left over from earlier subjects. */
  readonly #predicates: NamedNode[] = [];
  readonly #objects: Term[] = [];
  #count = 0;
  #ordered = true;

  constructor(text: UndoableText) {
    this.#text = text;
  }

  start(graph: Graph): void {
    this.#undo = this.#text.save();
    this.#graph = graph;
    this.#subject = undefined;
    this.#count = 0;
    this.#ordered = true;
  }

  about(subject: Subject): void {
    if (subject === this.#subject) return;
    this.#pass();
    // Subjects of a section differ in ids and numbers, which are ASCII: the order of code units is that of code points.
    if (this.#subject !== undefined && this.#subject.value >= subject.value) this.#ordered = false;
    this.#subject = subject;
  }

  /** An insertion sort: pairs come nearly in order. Where they do not, sorting is left to others. */
  add(predicate: NamedNode, object: Term): void {
    if (!this.#ordered) return;
    let at = this.#count;
    while (at > 0) {
      const order =
        compareRanked(this.#predicates[at - 1]!, predicate) || compareRanked(this.#objects[at - 1]!, object);
      if (order === 0) return;
      if (order < 0) break;
      at -= 1;
    }
    if (this.#count - at > FAR) {
      this.#ordered = false;
      return;
    }
    for (let i = this.#count; i > at; i -= 1) {
      this.#predicates[i] = this.#predicates[i - 1]!;
      this.#objects[i] = this.#objects[i - 1]!;
    }
    this.#predicates[at] = predicate;
    this.#objects[at] = object;
    this.#count += 1;
  }

  finish(): boolean {
    this.#pass();
    return this.#ordered;
  }

  discard(): void {
    this.#undo();
  }

  #pass(): void {
    if (this.#subject === undefined || !this.#ordered) return;
    for (let i = 0; i < this.#count; i += 1) {
      this.#text.add(this.#subject, this.#predicates[i]!, this.#objects[i]!, this.#graph);
    }
    this.#count = 0;
  }
}
