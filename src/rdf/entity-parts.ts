/** What all articles say of each entity, brought together in rounds: no more is held than a round takes. */
import { type Article, type Claim, compareCodePoints, type Entity } from '../model/index.ts';

/** Listings and claims that a round brings together; it goes through all articles for them. */
const AT_A_TIME = 2 ** 18;
/** Keys for each round that are looked at to find where the next begins. */
const SAMPLED = 256;

export interface EntityParts {
  /** As articles list it, and the ids of those articles. */
  readonly listed: readonly Entity[];
  readonly by: readonly string[];
  /** Those of which it is the subject. */
  readonly claims: readonly Claim[];
}

/** What an entity is ordered by, from its id; entities without are left out. */
type KeyOf = (id: string) => string | undefined;

/** One entity after the other in code-point order of their keys. @param atATime see {@link AT_A_TIME} */
export function* entityParts(
  articles: readonly Article[],
  keyOf: KeyOf,
  atATime = AT_A_TIME,
): Generator<EntityParts> {
  const total = articles.reduce((sum, { entities, claims }) => sum + entities.length + claims.length, 0);
  const starts = roundStarts(articles, keyOf, total, atATime);
  // A round is about as large as it should be.
  const rows = new Rows(articles, Math.min(total, 2 * atATime));
  for (const [i, from] of starts.entries()) {
    const to = starts[i + 1];
    rows.begin();
    eachId(articles, (id, article, place) => {
      const key = keyOf(id);
      if (key === undefined) return;
      if (from !== undefined && compareCodePoints(key, from) < 0) return;
      if (to !== undefined && compareCodePoints(key, to) >= 0) return;
      rows.add(key, article, place);
    });
    yield* rows.inOrder();
  }
}

/** Entities that articles list and that claims are about. `place`: among an article's entities and, after them, its claims. */
function eachId(
  articles: readonly Article[],
  look: (id: string, article: number, place: number) => void,
): void {
  for (const [n, { entities, claims }] of articles.entries()) {
    for (const [i, { id }] of entities.entries()) look(id, n, i);
    for (const [i, { subject }] of claims.entries()) {
      if ('entity' in subject) look(subject.entity, n, entities.length + i);
    }
  }
}

/** Where rounds of about the same size begin, from a sample of the keys; the first has no start. */
function roundStarts(
  articles: readonly Article[],
  keyOf: KeyOf,
  total: number,
  atATime: number,
): (string | undefined)[] {
  if (total <= atATime) return [undefined];
  const step = Math.ceil(atATime / SAMPLED);
  const sample: string[] = [];
  let seen = 0;
  eachId(articles, (id) => {
    const key = seen % step === 0 ? keyOf(id) : undefined;
    if (key !== undefined) sample.push(key);
    seen += 1;
  });
  sample.sort(compareCodePoints);
  return [undefined, ...new Set(sample.filter((_, i) => i > 0 && i % SAMPLED === 0))];
}

/** Places where entities are spoken of, in arrays that have their length from the start and serve every round. */
class Rows {
  readonly #articles: readonly Article[];
  readonly #keys: string[];
  #article: Uint32Array;
  #place: Uint32Array;
  #length = 0;

  constructor(articles: readonly Article[], capacity: number) {
    this.#articles = articles;
    this.#keys = new Array<string>(capacity);
    this.#article = new Uint32Array(capacity);
    this.#place = new Uint32Array(capacity);
  }

  begin(): void {
    this.#length = 0;
  }

  add(key: string, article: number, place: number): void {
    if (this.#length === this.#article.length) {
      this.#article = twiceAsLong(this.#article);
      this.#place = twiceAsLong(this.#place);
    }
    this.#keys[this.#length] = key;
    this.#article[this.#length] = article;
    this.#place[this.#length] = place;
    this.#length += 1;
  }

  *inOrder(): Generator<EntityParts> {
    const keys = this.#keys;
    const order = Uint32Array.from({ length: this.#length }, (_, i) => i);
    order.sort((a, b) => compareCodePoints(keys[a]!, keys[b]!));
    for (let start = 0; start < order.length; ) {
      let end = start + 1;
      while (end < order.length && keys[order[end]!] === keys[order[start]!]) end += 1;
      yield this.#parts(order.subarray(start, end));
      start = end;
    }
  }

  #parts(rows: Uint32Array): EntityParts {
    const listed: Entity[] = [];
    const by: string[] = [];
    const claims: Claim[] = [];
    for (const row of rows) {
      const article = this.#articles[this.#article[row]!]!;
      const place = this.#place[row]!;
      const entity = article.entities[place];
      if (entity === undefined) {
        claims.push(article.claims[place - article.entities.length]!);
      } else {
        listed.push(entity);
        by.push(article.id);
      }
    }
    return { listed, by, claims };
  }
}

function twiceAsLong(numbers: Uint32Array): Uint32Array {
  const longer = new Uint32Array(2 * numbers.length + 1);
  longer.set(numbers);
  return longer;
}
