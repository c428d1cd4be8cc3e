/** Terms that were made lately, by what they were made from: those that come back soon are made once. */
import type { NamedNode } from './quad.ts';

/**
 * A full one begins anew with another map. A map that is emptied leaves its old table with a reference to the next, and
 * once V8 has moved such a table among what lives long, all that is kept after it is moved there too: garbage that grows
 * with the dataset, because V8 looks for it the less the larger the model beside it is.
 */
export class RecentTerms {
  readonly #most: number;
  #terms = new Map<string, NamedNode>();

  /** @param most terms at a time. Few, so that they are gone before V8 takes them for long-lived. */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): NamedNode | undefined {
    return this.#terms.get(key);
  }

  keep(key: string, term: NamedNode): void {
    if (this.#terms.size >= this.#most) this.forget();
    this.#terms.set(key, term);
  }

  forget(): void {
    if (this.#terms.size > 0) this.#terms = new Map();
  }
}
