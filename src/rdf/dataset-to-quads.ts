/** Dataset to quads: the only mapping there is (DESIGN section 5), in the one order, article by article. */
import {
  type Article,
  type Claim,
  claimKey,
  compareCodePoints,
  type Dataset,
  type Entity,
} from '../model/index.ts';
import { articleQuads, creditQuads, paragraphQuads, structureQuads } from './article-quads.ts';
import { attributionQuads, claimQuads, plainQuads, quantityQuads } from './claim-quads.ts';
import { entityQuads } from './entity-quads.ts';
import { headQuads } from './head-quads.ts';
import { identityQuads } from './identity-quads.ts';
import { MappingContext, type RdfOptions } from './mapping-context.ts';
import { DEFAULT_GRAPH, type Graph, NamedNode, type Quad } from './quad.ts';
import { QuadList } from './quad-list.ts';
import { evidenceQuads, mentionQuads } from './span-quads.ts';
import type { TermProblem } from './term-guard.ts';
import { compareTriples, sortedTriples } from './term-order.ts';

/** Graphs that no article may be called like, for `graph/<article>` would be theirs. */
const HEAD_GRAPH = 'dataset';
const IDENTITY_GRAPH = 'identity';

type Section = (article: Article, context: MappingContext, out: QuadList) => void;
const perClaim =
  (quads: (claim: Claim, context: MappingContext, out: QuadList) => void): Section =>
  (article, context, out) => {
    for (const claim of article.claims) quads(claim, context, out);
  };

/** What an article's graph says, by the first step of its subjects' paths, in code-point order of `<step>/`. */
const SECTIONS: readonly (readonly [step: string, quads: Section])[] = [
  ['article', articleQuads],
  ['attribution', perClaim(attributionQuads)],
  ['claim', perClaim(claimQuads)],
  ['credit', creditQuads],
  ['evidence', perClaim(evidenceQuads)],
  ['id', listingQuads],
  ['mention', mentionQuads],
  ['paragraph', paragraphQuads],
  ['quantity', perClaim(quantityQuads)],
  ['structure', structureQuads],
];

/** What the article says of its entities: by listing them, and by plain triples. */
function listingQuads(article: Article, context: MappingContext, out: QuadList): void {
  const claims = new Map<string, Claim[]>();
  for (const claim of article.claims) {
    if (!('entity' in claim.subject)) continue;
    const list = claims.get(claim.subject.entity);
    if (list) list.push(claim);
    else claims.set(claim.subject.entity, [claim]);
  }
  for (const entity of article.entities) {
    entityQuads(entity, article.id, context, out);
    for (const claim of claims.get(entity.id) ?? []) plainQuads(claim, context, out);
    claims.delete(entity.id);
  }
  for (const unlisted of claims.values()) for (const claim of unlisted) plainQuads(claim, context, out);
}

/** The article with claims and entities in code-point order of their ids, which is the order of the output. */
function inOrder(article: Article): Article {
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => compareCodePoints(a.id, b.id);
  return { ...article, claims: [...article.claims].sort(byId), entities: [...article.entities].sort(byId) };
}

/**
 * The quads of a dataset, one graph per article and one each for the dataset and for identity, ordered by graph, subject,
 * predicate and object, each once; nothing larger than an article is held at a time.
 *
 * @returns at its end, what was mended with `repair`
 * @throws ProblemError at its end, with every term that was refused; after the first of them nothing more is passed on
 */
export function* datasetToQuads(
  dataset: Dataset,
  options: Partial<RdfOptions> = {},
): Generator<Quad, readonly TermProblem[]> {
  const context = new MappingContext(dataset, options);
  const { guard } = context;
  const articles = articlesById(dataset, context);
  const graphs = [...articles.keys(), HEAD_GRAPH];
  if (dataset.identity.length > 0) graphs.push(IDENTITY_GRAPH);
  for (const name of graphs.sort(compareCodePoints)) {
    const article = articles.get(name);
    const graph = new NamedNode(context.iris.graph(name));
    const batches =
      article === undefined
        ? [headBatch(name === HEAD_GRAPH, graph, context)]
        : articleBatches(inOrder(article), graph, context);
    for (const batch of batches) {
      if (guard.refused > 0) continue;
      for (const quad of batch) yield quad;
    }
  }
  guard.finish();
  return guard.problems;
}

/**
 * The same triples without graphs, each once, ordered by subject, predicate and object. What articles say of one entity
 * stands together.
 */
export function* datasetToTriples(
  dataset: Dataset,
  options: Partial<RdfOptions> = {},
): Generator<Quad, readonly TermProblem[]> {
  const context = new MappingContext(dataset, options);
  const { guard } = context;
  const articles = [...articlesById(dataset, context).values()].map(inOrder);
  const head = [...headBatch(true, DEFAULT_GRAPH, context), ...headBatch(false, DEFAULT_GRAPH, context)];
  for (const triple of merged(sortedTriples(head), unionBatches(articles, context))) {
    if (guard.refused === 0) yield triple;
  }
  guard.finish();
  return guard.problems;
}

/**
 * The triples of one claim: its node, its attribution, quantities and evidence, and its plain triple where there is one.
 * @param key `<article>/<id>`
 * @throws RangeError where the dataset has no such claim
 */
export function claimToTriples(
  dataset: Dataset,
  key: string,
  options: Partial<RdfOptions> = {},
): readonly Quad[] {
  const claim = dataset.articles.flatMap(({ claims }) => claims).find((one) => claimKey(one) === key);
  if (claim === undefined) throw new RangeError(`the dataset has no claim ${key}`);
  const context = new MappingContext(dataset, options);
  const out = new QuadList();
  for (const quads of [attributionQuads, claimQuads, evidenceQuads, plainQuads, quantityQuads]) {
    quads(claim, context, out);
  }
  context.guard.finish();
  return out.sorted();
}

/** The quads of one article's graph, for streams that know no other article. Call `context.guard.finish()` at the end. */
export function articleToQuads(article: Article, context: MappingContext): Quad[] {
  const id = checkArticle(article, context);
  return [...articleBatches(inOrder(article), new NamedNode(context.iris.graph(id)), context)].flat();
}

function* articleBatches(
  article: Article,
  graph: Graph,
  context: MappingContext,
): Generator<readonly Quad[]> {
  for (const [, quads] of SECTIONS) {
    const out = new QuadList(graph);
    quads(article, context, out);
    yield out.sorted();
  }
}

function headBatch(dataset: boolean, graph: Graph, context: MappingContext): readonly Quad[] {
  const out = new QuadList(graph);
  if (dataset) headQuads(context, out);
  else identityQuads(context, out);
  return out.sorted();
}

/** Section by section over all articles; the order of articles within one is that of their ids' next path step. */
function* unionBatches(articles: readonly Article[], context: MappingContext): Generator<readonly Quad[]> {
  const byStep = [...articles].sort((a, b) => compareCodePoints(`${a.id}/`, `${b.id}/`));
  for (const [step, quads] of SECTIONS) {
    if (step === 'id') {
      yield* entityBatches(articles, context);
      continue;
    }
    for (const article of step === 'article' ? articles : byStep) {
      const out = new QuadList();
      quads(article, context, out);
      yield out.sorted();
    }
  }
}

/** Entity by entity: what each article says of it, and the plain triples of which it is the subject. */
function* entityBatches(articles: readonly Article[], context: MappingContext): Generator<readonly Quad[]> {
  const parts = new Map<string, { listed: [Entity, string][]; claims: Claim[] }>();
  const part = (id: string) => {
    const known = parts.get(id) ?? { listed: [], claims: [] };
    parts.set(id, known);
    return known;
  };
  for (const article of articles) {
    for (const entity of article.entities) part(entity.id).listed.push([entity, article.id]);
    for (const claim of article.claims) {
      if ('entity' in claim.subject) part(claim.subject.entity).claims.push(claim);
    }
  }
  for (const id of [...parts.keys()].sort(compareCodePoints)) {
    const out = new QuadList();
    const { listed, claims } = part(id);
    for (const [entity, article] of listed) entityQuads(entity, article, context, out);
    for (const claim of claims) plainQuads(claim, context, out);
    yield out.sorted();
  }
}

/** Two rows of triples, each in order, as one. */
function* merged(few: readonly Quad[], batches: Iterable<readonly Quad[]>): Generator<Quad> {
  let next = 0;
  for (const batch of batches) {
    for (const quad of batch) {
      for (; next < few.length && compareTriples(few[next]!, quad) < 0; next += 1) yield few[next]!;
      if (next < few.length && compareTriples(few[next]!, quad) === 0) next += 1;
      yield quad;
    }
  }
  for (; next < few.length; next += 1) yield few[next]!;
}

/** By id, in order. Two articles of one id, or two claims or entities of one id within one, would run together. */
function articlesById(dataset: Dataset, context: MappingContext): Map<string, Article> {
  const articles = new Map<string, Article>();
  for (const article of [...dataset.articles].sort((a, b) => compareCodePoints(a.id, b.id))) {
    const id = checkArticle(article, context);
    if (articles.has(id)) context.guard.refuse('duplicate-id', 'two articles have this id', id, 'id');
    articles.set(id, article);
  }
  return articles;
}

function checkArticle(article: Article, context: MappingContext): string {
  const guard = context.guard.at('article', article.id);
  if (article.id === HEAD_GRAPH || article.id === IDENTITY_GRAPH) {
    guard.refuse('reserved-id', 'no article may have this id', article.id, 'id', 'Rename the article.');
  }
  for (const list of [article.entities, article.claims]) {
    const seen = new Set<string>();
    for (const { id } of list) {
      if (seen.has(id))
        guard.refuse('duplicate-id', 'two entities or claims of the article have this id', id, 'id');
      seen.add(id);
    }
  }
  for (const claim of article.claims) {
    if (claim.article !== article.id) {
      guard.refuse('stray-claim', 'a claim says that it belongs to another article', claim.article, 'claims');
    }
  }
  return context.id(article.id, 'id');
}
