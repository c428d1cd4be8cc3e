/** The search as the page asks it: an index that grows in the background, queries answered in slices. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { App } from '../state/app.ts';
import { createSearch, type Found, type Search, type Seeking } from '../state/search.ts';

/** What holds the page up no longer than this, in milliseconds, and the part that is under way. */
const SLICE = 12;
/** Entries that are taken in between two looks at the clock. */
const CHUNK = 50;

export interface Answer extends Found {
  /** False while parts are still to be searched. */
  readonly whole: boolean;
}
const NONE: Answer = { hits: [], count: 0, whole: true };

export interface PageSearch {
  /** To the query that was asked last. A small graph is answered at once. */
  readonly answer: ReadonlySignal<Answer>;
  /** Begins to take the graph in, once. */
  start(): void;
  ask(query: string): void;
}

/** An index that begins to grow when it is first wanted; hits follow its growth. */
export function useSearch({ catalog }: App): PageSearch {
  const search = useMemo(() => new SlicedSearch(createSearch(catalog)), [catalog]);
  useEffect(() => () => search.stop(), [search]);
  return search;
}

class SlicedSearch implements PageSearch {
  readonly answer = signal<Answer>(NONE);
  readonly #search: Search;
  #seeking: Seeking | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #growing: boolean | undefined;

  constructor(search: Search) {
    this.#search = search;
  }

  start(): void {
    if (this.#growing !== undefined) return;
    this.#growing = true;
    this.#slice();
  }

  ask(query: string): void {
    this.#seeking = query.trim() === '' ? undefined : this.#search.seek(query);
    if (this.#seeking === undefined) this.answer.value = NONE;
    this.#slice();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#growing = false;
    this.#seeking = undefined;
  }

  /** What was asked goes before what may be asked. */
  #slice(): void {
    clearTimeout(this.#timer);
    const end = performance.now() + SLICE;
    const inTime = () => performance.now() < end;
    const seeking = this.#seeking;
    let left = false;
    if (seeking !== undefined) {
      do left = seeking.step();
      while (left && inTime());
      this.answer.value = { ...seeking.found(), whole: !left && this.#growing !== true };
    }
    while (!left && this.#growing === true && inTime()) this.#growing = this.#search.grow(CHUNK);
    if (left || this.#growing === true) this.#timer = setTimeout(() => this.#slice());
    else if (seeking !== undefined && !this.answer.value.whole) this.#slice();
  }
}
