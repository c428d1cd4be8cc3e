/** The same id in several articles is one entity: this unites what they say of it. */
import type { Article, Dataset } from './dataset.ts';
import type { Alias, Entity, Mention } from './entity.ts';
import { compareCodePoints, type LangMap } from './language.ts';
import { finish, type Steps } from './steps.ts';

/** A mention with its article and its number there, which its IRI is made from. */
export interface PlacedMention extends Mention {
  readonly article: string;
  /** From 1, over all mentions of the article in text order. */
  readonly number: number;
}

/** An entity of the whole dataset: labels, aliases, descriptions, matches and mentions of all its articles together. */
export interface UnitedEntity extends Omit<Entity, 'mentions'> {
  readonly mentions: readonly PlacedMention[];
  /** How many they are, which is known before they are placed. */
  readonly mentionCount: number;
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

/** The number of each mention of an article. */
type NumbersOf = (article: string) => ReadonlyMap<Mention, number>;

/** What all articles say is put together when it is first asked for: a page needs no more than the label to draw an entity. */
class United implements UnitedEntity {
  readonly id: string;
  readonly kind: string;
  declare readonly iri?: string;
  declare readonly otherKinds?: readonly string[];
  readonly articles: string[];
  /** As its articles list it, one for each. */
  readonly #listed: Entity[];
  readonly #numbersOf: NumbersOf;
  #label: LangMap | undefined;
  #aliases: Alias[] | undefined;
  #description: LangMap | undefined;
  #sameAs: string[] | undefined;
  #closeMatch: string[] | undefined;
  #mentions: PlacedMention[] | undefined;

  constructor(first: Entity, article: string, numbersOf: NumbersOf) {
    const { id, kind, iri, otherKinds } = first;
    this.id = id;
    this.kind = kind;
    // Objects of one form are faster to make and to read; few entities have the fields that others lack.
    if (iri !== undefined) this.iri = iri;
    if (otherKinds !== undefined) this.otherKinds = otherKinds;
    this.articles = [article];
    this.#listed = [first];
    this.#numbersOf = numbersOf;
  }

  add(entity: Entity, article: string): void {
    this.#listed.push(entity);
    this.articles.push(article);
  }

  get label(): LangMap {
    this.#label ??= latestTexts(this.#listed);
    return this.#label;
  }

  get aliases(): Alias[] {
    this.#aliases ??= distinctAliases(this.#listed);
    return this.#aliases;
  }

  get description(): LangMap {
    this.#description ??= joinTexts(this.#listed);
    return this.#description;
  }

  get sameAs(): string[] {
    this.#sameAs ??= distinct(this.#listed, 'sameAs');
    return this.#sameAs;
  }

  get closeMatch(): string[] {
    this.#closeMatch ??= distinct(this.#listed, 'closeMatch');
    return this.#closeMatch;
  }

  get mentionCount(): number {
    let count = 0;
    for (const { mentions } of this.#listed) count += mentions.length;
    return count;
  }

  get mentions(): PlacedMention[] {
    this.#mentions ??= placedMentions(this.#listed, this.articles, this.#numbersOf);
    return this.#mentions;
  }
}

/** The same, in steps. */
export function* uniteSteps({ articles }: Pick<Dataset, 'articles'>): Steps<Map<string, UnitedEntity>> {
  const listed = new Map<string, United>();
  const byId = new Map(articles.map((article) => [article.id, article]));
  const numbers = new Map<string, ReadonlyMap<Mention, number>>();
  const numbersOf = (id: string) => {
    let known = numbers.get(id);
    if (known === undefined) {
      known = mentionNumbers(byId.get(id)!);
      numbers.set(id, known);
    }
    return known;
  };
  for (const article of articles) {
    for (const entity of article.entities) {
      const known = listed.get(entity.id);
      if (known === undefined) listed.set(entity.id, new United(entity, article.id, numbersOf));
      else known.add(entity, article.id);
    }
    yield;
  }
  const united = new Map<string, UnitedEntity>();
  for (const id of [...listed.keys()].sort(compareCodePoints)) united.set(id, listed.get(id)!);
  return united;
}

/** @param articles of the entities, one for each */
function placedMentions(
  entities: readonly Entity[],
  articles: readonly string[],
  numbersOf: NumbersOf,
): PlacedMention[] {
  const placed: PlacedMention[] = [];
  for (const [at, { mentions }] of entities.entries()) {
    if (mentions.length === 0) continue;
    const article = articles[at]!;
    const numberOf = numbersOf(article);
    for (const mention of mentions) {
      const { span, form } = mention;
      placed.push({ span, form, article, number: numberOf.get(mention)! });
    }
  }
  return placed;
}

/** Numbers an article's mentions from 1: by span, then by entity id. */
export function mentionNumbers(article: Article): Map<Mention, number> {
  const all: { readonly id: string; readonly mention: Mention }[] = [];
  for (const { id, mentions } of article.entities) {
    for (const mention of mentions) all.push({ id, mention });
  }
  all.sort(
    (a, b) =>
      a.mention.span.start - b.mention.span.start ||
      a.mention.span.end - b.mention.span.end ||
      compareCodePoints(a.id, b.id),
  );
  return new Map(all.map(({ mention }, index) => [mention, index + 1]));
}

function distinct(entities: readonly Entity[], field: 'sameAs' | 'closeMatch'): string[] {
  if (entities.every((entity) => entity[field].length === 0)) return [];
  const values = new Set<string>();
  for (const entity of entities) for (const value of entity[field]) values.add(value);
  return [...values].sort(compareCodePoints);
}

function distinctAliases(entities: readonly Entity[]): Alias[] {
  if (entities.every(({ aliases }) => aliases.length === 0)) return [];
  const byKey = new Map<string, Alias>();
  for (const { aliases } of entities)
    for (const alias of aliases) byKey.set(`${alias.text}\u0000${alias.lang ?? ''}`, alias);
  return [...byKey.keys()].sort(compareCodePoints).map((key) => byKey.get(key)!);
}

/** The labels of all entities; of several in one language the last. */
function latestTexts(entities: readonly Entity[]): LangMap {
  const first = entities[0]!.label;
  return sortedMap(
    alike(entities, 'label') ? first : Object.assign({}, ...entities.map(({ label }) => label)),
  );
}

/** The descriptions of all entities; those that differ in one language are joined. */
function joinTexts(entities: readonly Entity[]): LangMap {
  if (alike(entities, 'description')) return sortedMap(entities[0]!.description);
  const texts = new Map<string, Set<string>>();
  for (const { description } of entities) {
    for (const [lang, text] of Object.entries(description)) {
      const known = texts.get(lang);
      if (known) known.add(text);
      else texts.set(lang, new Set([text]));
    }
  }
  return sortedMap(Object.fromEntries([...texts].map(([lang, set]) => [lang, [...set].join(' ')])));
}

/** Whether all say what the first one says, as articles that list the same entity mostly do. */
function alike(entities: readonly Entity[], field: 'label' | 'description'): boolean {
  if (entities.length === 1) return true;
  const first = entities[0]![field];
  const tags = Object.keys(first);
  for (let at = 1; at < entities.length; at += 1) {
    const map = entities[at]![field];
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
