/** One search over entities, claims, predicates and kinds, in all their languages; no case, no accents, some typing slips. */
import MiniSearch from 'minisearch';
import type { LangMap } from '../../model/index.ts';
import type { Catalog } from './catalog.ts';
import { fold } from './fold.ts';

export const HIT_TYPES = ['entity', 'claim', 'predicate', 'kind'] as const;
export type HitType = (typeof HIT_TYPES)[number];

export interface Hit {
  readonly type: HitType;
  /** Entity id, claim key, or CURIE. */
  readonly id: string;
}

export interface Search {
  /** Best first; empty for an empty query. Finds only what has been taken in. */
  find(query: string): Hit[];
  /** Takes in that many further entries: entities first, claims last. @returns whether there are more */
  grow(most?: number): boolean;
}

interface Entry {
  readonly id: number;
  readonly name: string;
  readonly alias: string;
  readonly words: string;
  readonly key: string;
}

/** Words shorter than this must be typed as they are: a slip in three letters makes another word. */
const LEAST_FUZZY_LENGTH = 5;

/** How much a hit in each field weighs. */
const WEIGHTS = { name: 6, alias: 4, key: 3, words: 1 } as const;

/** Starts an empty index. Every query word has to occur (or begin a word); where no entry has all, any will do. */
export function createSearch(catalog: Catalog): Search {
  const hits: Hit[] = [];
  const index = new MiniSearch<Entry>({
    fields: ['name', 'alias', 'words', 'key'],
    processTerm: (term) => fold(term) || null,
    searchOptions: {
      boost: WEIGHTS,
      prefix: true,
      fuzzy: (term) => (term.length >= LEAST_FUZZY_LENGTH ? 0.2 : false),
      weights: { fuzzy: 0.3, prefix: 0.6 },
      boostDocument: (id) => {
        const hit = hits[id as number];
        return hit?.type === 'entity' ? 1.5 + Math.log1p(catalog.degree.get(hit.id) ?? 0) / 8 : 1;
      },
    },
  });
  const names = new Map<number, Set<string>>();
  const add = ({ hit, name, ...entry }: NewEntry) => {
    const id = hits.push(hit) - 1;
    names.set(id, new Set(name.map(fold)));
    index.add({ id, name: name.join('\n'), alias: '', words: '', key: hit.id, ...entry });
  };
  const entries = entriesOf(catalog);
  return {
    find(query) {
      if (fold(query).trim() === '') return [];
      const all = index.search(query, { combineWith: 'AND' });
      const found = all.length > 0 ? all : index.search(query);
      const wanted = fold(query).trim();
      const exact = ({ id }: { id: unknown }) => (names.get(id as number)?.has(wanted) ? 0 : 1);
      return found.sort((a, b) => exact(a) - exact(b)).map(({ id }) => hits[id as number]!);
    },
    grow(most = Number.POSITIVE_INFINITY) {
      for (let added = 0; added < most; added += 1) {
        const next = entries.next();
        if (next.done) return false;
        add(next.value);
      }
      return true;
    },
  };
}

interface NewEntry extends Partial<Pick<Entry, 'alias' | 'words'>> {
  readonly hit: Hit;
  readonly name: readonly string[];
}

function* entriesOf(catalog: Catalog): Generator<NewEntry, void> {
  const { classes, properties } = catalog.dataset.ontology;
  for (const [id, { label, aliases, kind, description }] of catalog.entities) {
    yield {
      hit: { type: 'entity', id },
      name: texts(label),
      alias: aliases.map(({ text }) => text).join('\n'),
      words: [...texts(classes[kind]?.label ?? {}), ...texts(description)].join('\n'),
    };
  }
  const terms = [
    ...usedPredicates(catalog).map(
      (id) => ({ hit: { type: 'predicate', id }, term: properties[id] }) as const,
    ),
    ...[...catalog.kindCounts.keys()].map(
      (id) => ({ hit: { type: 'kind', id }, term: classes[id] }) as const,
    ),
  ];
  for (const { hit, term } of terms) {
    yield { hit, name: texts(term?.label ?? {}), words: texts(term?.definition ?? {}).join('\n') };
  }
  for (const [key, { statement, predicate }] of catalog.claims) {
    yield {
      hit: { type: 'claim', id: key },
      name: [],
      words: [...texts(statement), ...texts(properties[predicate]?.label ?? {})].join('\n'),
    };
  }
}

/** Predicates that a claim uses, in code-point order of the ontology's index. */
function usedPredicates({ claims }: Catalog): string[] {
  return [...new Set([...claims.values()].map(({ predicate }) => predicate))];
}

function texts(map: LangMap): string[] {
  return Object.values(map);
}
