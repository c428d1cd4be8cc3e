/** Gathers the quads of one graph subject by subject, and gives them in order. */
import { DEFAULT_GRAPH, type Graph, type NamedNode, Quad, type Subject, type Term } from './quad.ts';
import { compareTerms } from './term-order.ts';

/** Takes the quads of one graph, subject by subject. */
export interface QuadCollector {
  /** Says what the next quads are about. */
  about(subject: Subject): void;
  add(predicate: NamedNode, object: Term): void;
}

/**
 * A collector that passes quads on while they come, in place of keeping them, as long as they come in order. Within a
 * subject it puts them in order by itself. It is given sections of articles' graphs, never ontologies: all subjects are
 * IRIs that begin alike and differ in ASCII only.
 */
export interface SectionCollector extends QuadCollector {
  start(graph: Graph): void;
  /** Takes back all that was passed on since {@link start}. */
  discard(): void;
  /** True where subjects came in order; otherwise all was taken back. */
  finish(): boolean;
}

/**
 * The parts of the mapping describe one subject after the other, as far as they can in the order of the output: then
 * nothing is left to sort. What comes out of order is put in order, so that no part has to take care for its sake.
 */
export class QuadList implements QuadCollector {
  readonly #graph: Graph;
  readonly #quads: Quad[] = [];
  /** Where each subject's quads begin. */
  readonly #starts: number[] = [];
  #subject: Subject | undefined;
  #ascending = true;

  constructor(graph: Graph = DEFAULT_GRAPH) {
    this.#graph = graph;
  }

  about(subject: Subject): void {
    if (subject === this.#subject) return;
    this.#settle();
    if (this.#subject !== undefined && compareTerms(this.#subject, subject) >= 0) this.#ascending = false;
    this.#subject = subject;
    this.#starts.push(this.#quads.length);
  }

  add(predicate: NamedNode, object: Term): void {
    this.#quads.push(new Quad(this.#subject!, predicate, object, this.#graph));
  }

  /** All quads by subject, predicate and object, each once. Nothing may be added afterwards. */
  sorted(): readonly Quad[] {
    this.#settle();
    if (this.#ascending) return this.#quads;
    const runs = this.#starts.map((start, i) => this.#quads.slice(start, this.#starts[i + 1]));
    runs.sort((a, b) => (a[0] && b[0] ? compareTerms(a[0].subject, b[0].subject) : b.length - a.length));
    const all = new QuadList(this.#graph);
    let last: Subject | undefined;
    for (const run of runs) {
      for (const { subject, predicate, object } of run) {
        // Runs about equal subjects become one.
        if (last === undefined || !subject.equals(last)) {
          last = subject;
          all.about(subject);
        }
        all.add(predicate, object);
      }
    }
    all.#settle();
    return all.#quads;
  }

  /** Puts the quads of the last subject in order, each once. Mostly they are. */
  #settle(): void {
    const quads = this.#quads;
    const start = this.#starts.at(-1) ?? 0;
    let i = start + 1;
    while (i < quads.length && compareEnds(quads[i - 1]!, quads[i]!) < 0) i += 1;
    if (i >= quads.length) return;
    const run = quads.slice(start).sort(compareEnds);
    quads.length = start;
    for (const quad of run) {
      const last = quads[quads.length - 1];
      if (quads.length === start || compareEnds(last!, quad) !== 0) quads.push(quad);
    }
  }
}

function compareEnds(a: Quad, b: Quad): number {
  return compareRanked(a.predicate, b.predicate) || compareRanked(a.object, b.object);
}

/** {@link compareTerms}, faster for terms of the vocabularies that the mapping uses. */
export function compareRanked(a: Term, b: Term): number {
  if (a === b) return 0;
  if (a.termType === 'NamedNode' && b.termType === 'NamedNode' && a.rank > 0 && b.rank > 0)
    return a.rank - b.rank;
  return compareTerms(a, b);
}
