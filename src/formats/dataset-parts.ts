/**
 * The dataset in pieces, for files that have no place for a whole: the header goes with the first node, entities and
 * claims go where they belong, and all of it is put together again when the file is read, also after other tools
 * have rewritten it.
 */
import { type ClewGraph, type EdgeAttributes, type NodeAttributes, nodeOf } from '../graph/index.ts';
import {
  type Article,
  type Claim,
  claimKey,
  compareCodePoints,
  compareIds,
  type Dataset,
  type Entity,
  isLiteral,
  type Problem,
  ProblemError,
} from '../model/index.ts';
import { canonicalJson, canonicalParts } from './canonical-json.ts';
import { prune } from './dataset-links.ts';
import { claimShape, entityShape, headerShape, shapeProblems } from './dataset-shape.ts';
import type { LossCounter } from './losses.ts';

/** The dataset without entities and claims. */
export type DatasetHeader = Omit<Dataset, 'articles'> & {
  readonly articles: readonly Omit<Article, 'entities' | 'claims'>[];
};

/** What a node carries: the entity as each article lists it, and the claims that have no edge: those with a literal object. */
export interface NodePart {
  /** On the first node only. */
  readonly dataset?: DatasetHeader;
  readonly entities?: readonly (Entity & { readonly article: string })[];
  readonly claims?: readonly Claim[];
}

export interface DatasetParts {
  /** The part of a node as JSON, the header in as many pieces as it has articles; `undefined` where a node has none. */
  readonly node: (key: string) => Iterable<string> | undefined;
  /** The claim of an edge as JSON; `undefined` for edges that only tie a claim's node to its ends. */
  readonly edge: (attributes: EdgeAttributes | NodeAttributes) => string | undefined;
}

/**
 * Cuts a graph's dataset into parts.
 *
 * @param first the file's first node; without any node, the dataset has no place and is counted as lost
 */
export function cutDataset(graph: ClewGraph, first: string | undefined, losses: LossCounter): DatasetParts {
  const dataset = graph.getAttribute('dataset');
  if (first === undefined) losses.add('the dataset itself: a graph without nodes has no place for it');
  const listed = new Listings(dataset.articles);
  const literals = new Map<string, Claim[]>();
  for (const { claims } of dataset.articles) {
    for (const claim of claims) if (isLiteral(claim.object)) put(literals, nodeOf(claim.subject)!, claim);
  }
  for (const claims of literals.values()) claims.sort(compareClaims);
  return {
    node(key) {
      const claims = literals.get(key);
      const part: NodePart = {
        ...(key === first && { dataset: headerOf(dataset) }),
        ...listed.of(key),
        ...(claims && { claims }),
      };
      // Part, header, its list of articles.
      if (part.dataset !== undefined) return canonicalParts(part, '', 3);
      return part.entities || part.claims ? [canonicalJson(part)] : undefined;
    },
    edge: (attributes) => (attributes.role === 'claim' ? canonicalJson(attributes.model) : undefined),
  };
}

function headerOf(dataset: Dataset): DatasetHeader {
  const articles = dataset.articles.map(({ entities: _e, claims: _c, ...article }) => article);
  return { ...dataset, articles };
}

/** Where articles list each entity, in numbers: a copy of each listing would be as large as the dataset. */
class Listings {
  readonly #articles: readonly Article[];
  /** The last listing of each entity; of each listing the one before it of the same entity, or -1, its article and its place. */
  readonly #last = new Map<string, number>();
  readonly #before: Int32Array;
  readonly #article: Int32Array;
  readonly #place: Int32Array;

  constructor(articles: readonly Article[]) {
    const count = articles.reduce((sum, { entities }) => sum + entities.length, 0);
    this.#articles = articles;
    this.#before = new Int32Array(count);
    this.#article = new Int32Array(count);
    this.#place = new Int32Array(count);
    let listing = 0;
    for (const [article, { entities }] of articles.entries()) {
      for (const [place, { id }] of entities.entries()) {
        this.#before[listing] = this.#last.get(id) ?? -1;
        this.#article[listing] = article;
        this.#place[listing] = place;
        this.#last.set(id, listing);
        listing += 1;
      }
    }
  }

  /** The entity as each article lists it, in the order of the articles. */
  of(id: string): Pick<NodePart, 'entities'> {
    const entities: (Entity & { article: string })[] = [];
    for (let at = this.#last.get(id) ?? -1; at >= 0; at = this.#before[at]!) {
      const article = this.#articles[this.#article[at]!]!;
      entities.push({ ...article.entities[this.#place[at]!]!, article: article.id });
    }
    return entities.length > 0 ? { entities: entities.reverse() } : {};
  }
}

function compareClaims(a: Claim, b: Claim): number {
  return compareCodePoints(a.article, b.article) || compareIds(a.id, b.id);
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Gathers parts from a file and puts the dataset together. */
export class PartCollector {
  #header: DatasetHeader | undefined;
  readonly #entities = new Map<string, Entity[]>();
  readonly #claims = new Map<string, Claim>();
  readonly #problems: Problem[] = [];

  /** @param where the element that carries the part, e.g. `node "lindmar"` */
  addNode(json: string, where: string): void {
    const part = this.#parse(json, where) as NodePart | undefined;
    if (part === undefined) return;
    if (part.dataset !== undefined && this.#holds(part.dataset, headerShape, where))
      this.#header ??= part.dataset;
    for (const listed of list(part.entities)) {
      if (!this.#holds(listed, entityShape, where)) continue;
      const { article, ...entity } = listed;
      put(this.#entities, article, entity);
    }
    for (const claim of list(part.claims)) this.#addClaim(claim, where);
  }

  addEdge(json: string, where: string): void {
    const claim = this.#parse(json, where) as Claim | undefined;
    if (claim !== undefined) this.#addClaim(claim, where);
  }

  /**
   * The dataset, sorted as the model wants it; `undefined` where the file carries none (no part at all, or no header
   * any more). What refers to parts that are gone is taken out and counted.
   *
   * @throws ProblemError where a part is not what it should be
   */
  finish(losses: LossCounter): Dataset | undefined {
    if (this.#problems.length > 0) throw new ProblemError(this.#problems);
    if (this.#header === undefined) return undefined;
    const claims = new Map<string, Claim[]>();
    for (const claim of this.#claims.values()) put(claims, claim.article, claim);
    const articles = this.#header.articles
      .map(
        (article): Article => ({
          ...article,
          entities: (this.#entities.get(article.id) ?? []).sort((a, b) => compareCodePoints(a.id, b.id)),
          claims: (claims.get(article.id) ?? []).sort(compareClaims),
        }),
      )
      .sort((a, b) => compareCodePoints(a.id, b.id));
    return prune({ ...this.#header, articles }, losses);
  }

  #addClaim(claim: Claim, where: string): void {
    if (this.#holds(claim, claimShape, where)) this.#claims.set(claimKey(claim), claim);
  }

  #parse(json: string, where: string): unknown {
    try {
      const value: unknown = JSON.parse(json);
      if (typeof value === 'object' && value !== null) return value;
    } catch {
      // Said below, together with JSON that is not an object.
    }
    this.#problems.push({
      severity: 'error',
      code: 'bad-part',
      message: `the attribute clew of ${where} is not a JSON object`,
      value: json,
      hint: 'leave clew as Clew wrote it, or take the whole column out to read the file as any other graph',
    });
    return undefined;
  }

  #holds(value: unknown, shape: Parameters<typeof shapeProblems>[1], where: string): boolean {
    const problems = shapeProblems(value, shape, `the attribute clew of ${where}`);
    this.#problems.push(...problems);
    return problems.length === 0;
  }
}

/** What stands where a list should be; a file from elsewhere may hold anything. */
function list<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? value : [];
}
