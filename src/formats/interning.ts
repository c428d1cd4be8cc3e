/** Equal small parts of a dataset as one each: a parser makes every word and every empty list anew, wherever it stands. */

/** Longer texts are mostly said once. */
const LONGEST = 64;

const NO_VALUES: readonly unknown[] = Object.freeze([]);

type Parts = Record<string, unknown>;

/**
 * Puts one object in the place of many that say the same: ids, terms, dates and labels, references to entities, empty
 * lists. What collects garbage goes through every object that is kept, over and over; of a large dataset these are
 * the most. Names are written out, since so many objects are gone through while a page opens. Nothing has been looked at yet, so what is no part of a dataset is left as it is.
 */
export class Interning {
  readonly #texts = new Map<string, string>();
  readonly #refs = new Map<string, object>();
  /** Each entity as it was listed first. */
  readonly #listed = new Map<unknown, Parts>();

  /** @param entities of an article, as parsed; changed in place */
  entities(entities: unknown[]): void {
    for (let at = 0; at < entities.length; at += 1) {
      const entity = entities[at];
      if (!isTable(entity)) continue;
      emptyList(entity, 'aliases');
      emptyList(entity, 'sameAs');
      emptyList(entity, 'closeMatch');
      emptyList(entity, 'mentions');
      const first = this.#listed.get(entity['id']);
      if (first === undefined) this.#first(entity);
      else if (isCopy(first, entity)) entities[at] = first;
      else likeFirst(entity, first);
    }
  }

  /** @param claims of an article, as parsed; changed in place */
  claims(claims: readonly unknown[]): void {
    for (const claim of claims) {
      if (!isTable(claim)) continue;
      this.#text(claim, 'id');
      this.#text(claim, 'article');
      this.#text(claim, 'predicate');
      this.#text(claim, 'modality');
      this.#text(claim, 'polarity');
      this.#text(claim, 'derivation');
      this.#text(claim, 'time');
      this.#text(claim, 'said');
      this.#value(claim, 'subject');
      this.#value(claim, 'object');
      this.#qualifiers(claim['qualifiers']);
      emptyList(claim, 'qualifiers');
      emptyList(claim, 'evidence');
      this.#attribution(claim['attribution']);
    }
  }

  #text(parts: Parts, name: string): void {
    const text = parts[name];
    if (typeof text === 'string') parts[name] = this.#known(text);
  }

  #known(text: string): string {
    if (text.length > LONGEST) return text;
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }

  /** A reference to an entity is one object; of a literal the datatype is one text. */
  #value(parts: Parts, name: string): void {
    const value = parts[name];
    if (!isTable(value)) return;
    const { entity } = value;
    if (typeof entity === 'string' && hasOne(value)) {
      const known = this.#refs.get(entity);
      if (known === undefined) {
        this.#text(value, 'entity');
        this.#refs.set(entity, value);
      } else parts[name] = known;
      return;
    }
    for (const field of ['claim', 'article', 'value', 'datatype', 'lang', 'unit']) this.#text(value, field);
  }

  #qualifiers(qualifiers: unknown): void {
    if (!Array.isArray(qualifiers)) return;
    for (const qualifier of qualifiers) {
      if (!isTable(qualifier)) continue;
      this.#text(qualifier, 'property');
      this.#value(qualifier, 'value');
    }
  }

  #attribution(attribution: unknown): void {
    for (let link = attribution; isTable(link); link = link['via']) {
      this.#text(link, 'speaker');
      this.#text(link, 'form');
      this.#text(link, 'channel');
      this.#text(link, 'verb');
      emptyList(link, 'spans');
    }
  }

  #first(entity: Parts): void {
    this.#text(entity, 'id');
    this.#text(entity, 'kind');
    this.#listed.set(entity['id'], entity);
    const { label } = entity;
    if (isTable(label)) for (const tag in label) this.#text(label, tag);
  }
}

/** Articles mostly say the same of an entity. */
function likeFirst(entity: Parts, first: Parts): void {
  entity['id'] = first['id'];
  const { kind, label, aliases, description, sameAs, closeMatch } = first;
  if (typeof kind === 'string' && kind === entity['kind']) entity['kind'] = kind;
  if (isCopy(label, entity['label'])) entity['label'] = label;
  if (isCopy(aliases, entity['aliases'])) entity['aliases'] = aliases;
  if (isCopy(description, entity['description'])) entity['description'] = description;
  if (isCopy(sameAs, entity['sameAs'])) entity['sameAs'] = sameAs;
  if (isCopy(closeMatch, entity['closeMatch'])) entity['closeMatch'] = closeMatch;
}

function emptyList(parts: Parts, name: string): void {
  const list = parts[name];
  if (Array.isArray(list) && list.length === 0) parts[name] = NO_VALUES;
}

function hasOne(table: Parts): boolean {
  let fields = 0;
  for (const _ in table) fields += 1;
  return fields === 1;
}

/** Whether two values that were parsed are two lists, or two tables, that say the same. */
function isCopy(one: unknown, other: unknown): boolean {
  if (one === other || typeof one !== 'object' || typeof other !== 'object') return false;
  if (one === null || other === null || Array.isArray(one) !== Array.isArray(other)) return false;
  let fields = 0;
  for (const name in one) {
    const part = (one as Parts)[name];
    const its = (other as Parts)[name];
    if (part !== its && !isCopy(part, its)) return false;
    fields += 1;
  }
  for (const _ in other) fields -= 1;
  return fields === 0;
}

function isTable(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
