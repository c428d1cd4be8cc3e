/** One search over entities, claims, predicates and kinds, in all their languages; no case, no accents, some typing slips. */
import MiniSearch from 'minisearch';
import type { Catalog } from './catalog.ts';
import { fold } from './fold.ts';
import { type Entry, entriesOf, type Hit, type HitType } from './search-entries.ts';

export interface Found {
  /** Best first, of each type so many at most. */
  readonly hits: readonly Hit[];
  /** All that were found. */
  readonly count: number;
}

/** One query being answered, part by part, so that a large graph need not be searched at one go. */
export interface Seeking {
  /** Searches the next part. @returns false where nothing is left, until the index has grown */
  step(): boolean;
  /** What the parts searched so far hold. */
  found(): Found;
}

export interface Search {
  /** Every word has to occur (or begin a word); where no entry has all, any will do. Finds only what has been taken in. */
  seek(query: string): Seeking;
  /** All at once; empty for an empty query. */
  find(query: string): readonly Hit[];
  /** Takes in that many further entries: entities first, claims last. @returns whether there are more */
  grow(most?: number): boolean;
}

export interface SearchOptions {
  /** Entries of a part: some ten milliseconds' work for a query. */
  readonly part: number;
  /** Hits of each type that are kept. */
  readonly perType: number;
}
export const SEARCH_DEFAULTS: SearchOptions = { part: 4000, perType: 20 };

/** Words shorter than this must be typed as they are: a slip in three letters makes another word. */
const LEAST_FUZZY_LENGTH = 5;

/** How much a hit in each field weighs. */
const WEIGHTS = { name: 6, alias: 4, key: 3, words: 1 } as const;

const NOTHING: Found = { hits: [], count: 0 };

/** Starts an empty index. */
export function createSearch(catalog: Catalog, options: Partial<SearchOptions> = {}): Search {
  const { part: size, perType } = { ...SEARCH_DEFAULTS, ...options };
  const entries = entriesOf(catalog);
  const parts: Part[] = [];
  const seek = (query: string): Seeking => {
    const wanted = fold(query).trim();
    if (wanted === '') return { step: () => false, found: () => NOTHING };
    const every = new Pass(parts, (part) => part.search(query, wanted, perType, 'AND'));
    const any = new Pass(parts, (part) => part.search(query, wanted, perType, 'OR'));
    return {
      step: () => every.step() || (every.count === 0 && any.step()),
      found: () => (every.count > 0 ? every : any).found(perType),
    };
  };
  return {
    seek,
    find(query) {
      const seeking = seek(query);
      while (seeking.step());
      return seeking.found().hits;
    },
    grow(most = Number.POSITIVE_INFINITY) {
      for (let added = 0; added < most; added += 1) {
        const next = entries.next();
        if (next.done) return false;
        let last = parts.at(-1);
        if (last === undefined || last.size === size) {
          last = new Part(catalog);
          parts.push(last);
        }
        last.add(next.value);
      }
      return true;
    },
  };
}

interface Rated {
  readonly hit: Hit;
  readonly score: number;
  /** The query is one of its names. */
  readonly exact: boolean;
}

interface PartFound {
  /** Entries that the part had when it was searched. */
  readonly size: number;
  readonly best: readonly Rated[];
  readonly count: number;
}

/** A query over all parts in one way; each is searched again only where it has grown. */
class Pass {
  readonly #parts: readonly Part[];
  readonly #search: (part: Part) => PartFound;
  readonly #found: PartFound[] = [];

  constructor(parts: readonly Part[], search: (part: Part) => PartFound) {
    this.#parts = parts;
    this.#search = search;
  }

  step(): boolean {
    // Parts fill up one after the other: only the last that was searched can have grown since.
    const last = this.#found.length - 1;
    if (last >= 0 && this.#found[last]!.size < this.#parts[last]!.size) this.#found.pop();
    const part = this.#parts[this.#found.length];
    if (part === undefined) return false;
    this.#found.push(this.#search(part));
    return true;
  }

  get count(): number {
    return this.#found.reduce((sum, { count }) => sum + count, 0);
  }

  found(perType: number): Found {
    const all = this.#found.flatMap(({ best }) => best).sort(byWorth);
    return { hits: firstOfEach(all, perType).map(({ hit }) => hit), count: this.count };
  }
}

/** An index of its own for some of the entries. */
class Part {
  readonly #hits: Hit[] = [];
  readonly #names: ReadonlySet<string>[] = [];
  readonly #index: MiniSearch<Indexed>;

  constructor({ degree }: Catalog) {
    this.#index = new MiniSearch<Indexed>({
      fields: ['name', 'alias', 'words', 'key'],
      processTerm: (term) => folded(term) || null,
      searchOptions: {
        boost: WEIGHTS,
        prefix: true,
        fuzzy: (term) => (term.length >= LEAST_FUZZY_LENGTH ? 0.2 : false),
        weights: { fuzzy: 0.3, prefix: 0.6 },
        boostDocument: (id) => {
          const hit = this.#hits[id as number];
          return hit?.type === 'entity' ? 1.5 + Math.log1p(degree.get(hit.id) ?? 0) / 8 : 1;
        },
      },
    });
  }

  get size(): number {
    return this.#hits.length;
  }

  add({ hit, name, alias = '', words = '' }: Entry): void {
    const id = this.#hits.push(hit) - 1;
    this.#names.push(new Set(name.map(fold)));
    this.#index.add({ id, name: name.join('\n'), alias, words, key: hit.id });
  }

  search(query: string, wanted: string, perType: number, combineWith: 'AND' | 'OR'): PartFound {
    const rated = this.#index.search(query, { combineWith }).map(
      ({ id, score }): Rated => ({
        hit: this.#hits[id as number]!,
        score,
        exact: this.#names[id as number]!.has(wanted),
      }),
    );
    return { size: this.size, count: rated.length, best: firstOfEach(rated.sort(byWorth), perType) };
  }
}

interface Indexed {
  readonly id: number;
  readonly name: string;
  readonly alias: string;
  readonly words: string;
  readonly key: string;
}

/** Words come again and again. */
const FOLDED = new Map<string, string>();
const MOST_FOLDED = 20_000;

function folded(term: string): string {
  let known = FOLDED.get(term);
  if (known === undefined) {
    known = fold(term);
    if (FOLDED.size === MOST_FOLDED) FOLDED.clear();
    FOLDED.set(term, known);
  }
  return known;
}

function byWorth(a: Rated, b: Rated): number {
  return Number(b.exact) - Number(a.exact) || b.score - a.score;
}

function firstOfEach(rated: readonly Rated[], most: number): Rated[] {
  const counts = new Map<HitType, number>();
  return rated.filter(({ hit: { type } }) => {
    const count = (counts.get(type) ?? 0) + 1;
    counts.set(type, count);
    return count <= most;
  });
}
