/** The same id in several articles is one entity: this unites what they say of it. */
import type { Article, Dataset } from './dataset.ts';
import type { Alias, Entity, Mention } from './entity.ts';
import { compareCodePoints, type LangMap } from './language.ts';
import { finish, STEP, type Steps } from './steps.ts';

/** A mention with its article and its number there, which its IRI is made from. */
export interface PlacedMention extends Mention {
  readonly article: string;
  /** From 1, over all mentions of the article in text order. */
  readonly number: number;
}

/** An entity of the whole dataset: labels, aliases, descriptions, matches and mentions of all its articles together. */
export interface UnitedEntity extends Omit<Entity, 'mentions'> {
  readonly mentions: readonly PlacedMention[];
  /** Ids of the articles that list it, sorted. */
  readonly articles: readonly string[];
}

/**
 * The dataset's entities by id, sorted. Kinds and labels of one language agree already (the corpus room refuses
 * them otherwise); descriptions of one language that differ are joined with a space.
 */
export function uniteEntities(dataset: Pick<Dataset, 'articles'>): Map<string, UnitedEntity> {
  return finish(uniteSteps(dataset));
}

/** The same, in steps. */
export function* uniteSteps(dataset: Pick<Dataset, 'articles'>): Steps<Map<string, UnitedEntity>> {
  const parts = new Map<string, { article: Article; entity: Entity }[]>();
  const numbers = new Map<string, Map<Mention, number>>();
  for (const article of dataset.articles) {
    for (const entity of article.entities) {
      const known = parts.get(entity.id);
      if (known) known.push({ article, entity });
      else parts.set(entity.id, [{ article, entity }]);
    }
    numbers.set(article.id, mentionNumbers(article));
    yield;
  }
  const united = new Map<string, UnitedEntity>();
  for (const id of [...parts.keys()].sort(compareCodePoints)) {
    if (united.size % STEP === 0) yield;
    const list = parts.get(id)!;
    const first = list[0]!.entity;
    united.set(id, {
      id,
      ...(first.iri !== undefined && { iri: first.iri }),
      kind: first.kind,
      ...(first.otherKinds !== undefined && { otherKinds: first.otherKinds }),
      label: latestTexts(list.map(({ entity }) => entity.label)),
      aliases: distinctAliases(list.flatMap(({ entity }) => entity.aliases)),
      description: joinTexts(list.map(({ entity }) => entity.description)),
      sameAs: distinct(list.flatMap(({ entity }) => entity.sameAs)),
      closeMatch: distinct(list.flatMap(({ entity }) => entity.closeMatch)),
      mentions: list.flatMap(({ article, entity }) =>
        entity.mentions.map((mention) => ({
          ...mention,
          article: article.id,
          number: numbers.get(article.id)!.get(mention)!,
        })),
      ),
      articles: list.map(({ article }) => article.id),
    });
  }
  return united;
}

/** Numbers an article's mentions from 1: by span, then by entity id. */
export function mentionNumbers(article: Article): Map<Mention, number> {
  const all = article.entities.flatMap((entity) =>
    entity.mentions.map((mention) => ({ id: entity.id, mention })),
  );
  all.sort(
    (a, b) =>
      a.mention.span.start - b.mention.span.start ||
      a.mention.span.end - b.mention.span.end ||
      compareCodePoints(a.id, b.id),
  );
  return new Map(all.map(({ mention }, index) => [mention, index + 1]));
}

function distinct(values: readonly string[]): string[] {
  if (values.length === 0) return [];
  return [...new Set(values)].sort(compareCodePoints);
}

function distinctAliases(aliases: readonly Alias[]): Alias[] {
  if (aliases.length === 0) return [];
  const byKey = new Map(aliases.map((alias) => [`${alias.text}\u0000${alias.lang ?? ''}`, alias]));
  return [...byKey.keys()].sort(compareCodePoints).map((key) => byKey.get(key)!);
}

/** The texts of all maps; of several in one language the last. */
function latestTexts(maps: readonly LangMap[]): LangMap {
  return sortedMap(alike(maps) ? maps[0]! : Object.assign({}, ...maps));
}

function joinTexts(maps: readonly LangMap[]): LangMap {
  if (alike(maps)) return sortedMap(maps[0]!);
  const texts = new Map<string, Set<string>>();
  for (const map of maps) {
    for (const [lang, text] of Object.entries(map)) {
      const known = texts.get(lang);
      if (known) known.add(text);
      else texts.set(lang, new Set([text]));
    }
  }
  return sortedMap(Object.fromEntries([...texts].map(([lang, set]) => [lang, [...set].join(' ')])));
}

/** Whether all maps say what the first one says, as articles that list the same entity mostly do. */
function alike(maps: readonly LangMap[]): boolean {
  const first = maps[0]!;
  const tags = Object.keys(first);
  return maps.every(
    (map) =>
      map === first ||
      (Object.keys(map).length === tags.length && tags.every((tag) => map[tag] === first[tag])),
  );
}

function sortedMap(map: LangMap): LangMap {
  const tags = Object.keys(map);
  if (tags.every((tag, at) => at === 0 || compareCodePoints(tags[at - 1]!, tag) < 0)) return map;
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => compareCodePoints(a, b)));
}
