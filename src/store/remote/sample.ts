/** Which triples of a batch are compared with what the store has: evenly spread, chosen while their lines go by. */

import type { Quad } from '../../rdf/index.ts';
import type { Part } from './chunks.ts';
import { triplesOf } from './graph-content.ts';
import { pairKey } from './store-client.ts';

/** Triples that are compared in one batch at least, where it has so many; all of a smaller one. */
const SAMPLED = 1_000;

export interface SampledSubject {
  readonly graph: string;
  readonly subject: string;
  readonly triples: Quad[];
}

/** Lines of one subject in a row are asked for in one question, so they are taken together. */
export class Sample {
  readonly #lines = new Map<string, string[]>();
  /** How many lines each that is taken stands for. */
  readonly #step: number;
  /** Lines that have gone by, and the number of the next that is taken. */
  #at = 0;
  #next = 0;

  /** @param total triples of the batch */
  constructor(total: number) {
    this.#step = Math.max(1, total / SAMPLED);
  }

  /** Has to see all parts of the batch, in the order in which they are sent. */
  see(parts: readonly Part[]): void {
    for (const { graph, lines, triples } of parts) {
      if (this.#next < this.#at + triples) this.#take(graph, lines);
      this.#at += triples;
    }
  }

  #take(graph: string, text: string): void {
    const taken = this.#lines.get(graph) ?? [];
    this.#lines.set(graph, taken);
    let subject = '';
    for (let [at, number] = [0, this.#at]; at < text.length; number += 1) {
      const end = text.indexOf('\n', at) + 1;
      const goesOn = subject !== '' && text.startsWith(subject, at);
      if (goesOn || number >= this.#next) {
        if (!goesOn) subject = text.slice(at, text.indexOf(' ', at) + 1);
        taken.push(text.slice(at, end));
        this.#next += this.#step;
      } else subject = '';
      at = end;
    }
  }

  /** By graph and subject as {@link pairKey} has them. */
  subjects(): ReadonlyMap<string, SampledSubject> {
    const subjects = new Map<string, SampledSubject>();
    for (const [graph, lines] of this.#lines) {
      for (const triple of triplesOf(lines.join(''))) {
        const key = pairKey(graph, triple.subject.value);
        const known = subjects.get(key);
        if (known) known.triples.push(triple);
        else subjects.set(key, { graph, subject: triple.subject.value, triples: [triple] });
      }
    }
    return subjects;
  }
}
