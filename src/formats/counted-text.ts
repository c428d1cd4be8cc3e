/** A text that counts the quads that it takes, also where some are taken back. */
import type { Graph, NamedNode, QuadTally, Subject, Term } from '../rdf/index.ts';
import type { UndoableText } from './quad-text.ts';

export class CountedText implements UndoableText {
  readonly #text: UndoableText;
  readonly #tally: QuadTally;

  constructor(text: UndoableText, tally: QuadTally) {
    this.#text = text;
    this.#tally = tally;
  }
  get chunks(): string[] {
    return this.#text.chunks;
  }
  begin(): void {
    this.#text.begin();
  }
  add(subject: Subject, predicate: NamedNode, object: Term, graph: Graph): void {
    this.#tally.add(subject, predicate, object);
    this.#text.add(subject, predicate, object, graph);
  }
  end(): void {
    this.#text.end();
  }
  save(): () => void {
    const undo = [this.#text.save(), this.#tally.save()];
    return () => {
      for (const one of undo) one();
    };
  }
}
