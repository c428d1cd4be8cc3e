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

/** An entity as its articles list it, one after the other. */
interface Listed {
  readonly entities: Entity[];
  readonly articles: string[];
}

/** The same, in steps. */
export function* uniteSteps(dataset: Pick<Dataset, 'articles'>): Steps<Map<string, UnitedEntity>> {
  const listed = new Map<string, Listed>();
  const numbers = new Map<string, Map<Mention, number>>();
  for (const article of dataset.articles) {
    for (const entity of article.entities) {
      const known = listed.get(entity.id);
      if (known === undefined) listed.set(entity.id, { entities: [entity], articles: [article.id] });
      else {
        known.entities.push(entity);
        known.articles.push(article.id);
      }
    }
    numbers.set(article.id, mentionNumbers(article));
    yield;
  }
  const united = new Map<string, UnitedEntity>();
  for (const id of [...listed.keys()].sort(compareCodePoints)) {
    if (united.size % STEP === 0) yield;
    const { entities, articles } = listed.get(id)!;
    const { kind, iri, otherKinds } = entities[0]!;
    const one: UnitedEntity = {
      id,
      kind,
      label: latestTexts(entities.map(({ label }) => label)),
      aliases: distinctAliases(entities),
      description: joinTexts(entities.map(({ description }) => description)),
      sameAs: distinct(entities, 'sameAs'),
      closeMatch: distinct(entities, 'closeMatch'),
      mentions: placedMentions(entities, articles, numbers),
      articles,
    };
    // Objects of one form are faster to make and to read; few entities have the fields that others lack.
    if (iri !== undefined) Object.assign(one, { iri });
    if (otherKinds !== undefined) Object.assign(one, { otherKinds });
    united.set(id, one);
  }
  return united;
}

/** @param articles of the entities, one for each  @param numbers of mentions, by article */
function placedMentions(
  entities: readonly Entity[],
  articles: readonly string[],
  numbers: ReadonlyMap<string, ReadonlyMap<Mention, number>>,
): PlacedMention[] {
  const placed: PlacedMention[] = [];
  for (const [at, { mentions }] of entities.entries()) {
    const article = articles[at]!;
    const numberOf = numbers.get(article)!;
    for (const mention of mentions) {
      const { span, form } = mention;
      placed.push({ span, form, article, number: numberOf.get(mention)! });
    }
  }
  return placed;
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

function distinct(entities: readonly Entity[], field: 'sameAs' | 'closeMatch'): string[] {
  const values = new Set<string>();
  for (const entity of entities) for (const value of entity[field]) values.add(value);
  return [...values].sort(compareCodePoints);
}

function distinctAliases(entities: readonly Entity[]): Alias[] {
  const byKey = new Map<string, Alias>();
  for (const { aliases } of entities)
    for (const alias of aliases) byKey.set(`${alias.text}\u0000${alias.lang ?? ''}`, alias);
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
  for (const map of maps) {
    if (map === first) continue;
    for (const tag of tags) if (map[tag] !== first[tag]) return false;
    if (Object.keys(map).length !== tags.length) return false;
  }
  return true;
}

function sortedMap(map: LangMap): LangMap {
  const tags = Object.keys(map);
  for (let at = 1; at < tags.length; at += 1) {
    if (compareCodePoints(tags[at - 1]!, tags[at]!) >= 0)
      return Object.fromEntries(Object.entries(map).sort(([a], [b]) => compareCodePoints(a, b)));
  }
  return map;
}
