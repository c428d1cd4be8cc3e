/** What can be searched for: entities, then predicates, kinds and articles, claims last. */
import type { LangMap } from '../../model/index.ts';
import type { Catalog } from './catalog.ts';

export const HIT_TYPES = ['entity', 'claim', 'predicate', 'kind', 'article'] as const;
export type HitType = (typeof HIT_TYPES)[number];

export interface Hit {
  readonly type: HitType;
  /** Entity id, claim key, CURIE, or id of an article. */
  readonly id: string;
}

export interface Entry {
  readonly hit: Hit;
  readonly name: readonly string[];
  /** One a line. */
  readonly alias?: string;
  readonly words?: string;
}

export function* entriesOf(catalog: Catalog): Generator<Entry, void> {
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
  // One article alone is on the page anyway.
  for (const { id, title } of catalog.articles.size > 1 ? catalog.articles.values() : []) {
    yield { hit: { type: 'article', id }, name: texts(title) };
  }
  for (const [key, { statement, predicate }] of catalog.claims) {
    yield {
      hit: { type: 'claim', id: key },
      name: [],
      words: [...texts(statement), ...texts(properties[predicate]?.label ?? {})].join('\n'),
    };
  }
}

/** Predicates that a claim uses, in the order of the claims. */
function usedPredicates({ claims }: Catalog): string[] {
  return [...new Set([...claims.values()].map(({ predicate }) => predicate))];
}

function texts(map: LangMap): string[] {
  return Object.values(map);
}
