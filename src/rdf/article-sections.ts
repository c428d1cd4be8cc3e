/** An article's graph in sections, each in the order of the output, and the checks that keep graphs apart. */
import { type Article, type Claim, compareCodePoints, type Dataset } from '../model/index.ts';
import { articleQuads, byId, creditQuads, paragraphQuads, structureQuads } from './article-quads.ts';
import { attributionQuads, claimQuads, plainQuads, quantityQuads } from './claim-quads.ts';
import { entityQuads } from './entity-quads.ts';
import { headQuads } from './head-quads.ts';
import { identityQuads } from './identity-quads.ts';
import type { MappingContext } from './mapping-context.ts';
import { nifQuads } from './nif-quads.ts';
import type { Graph, Quad } from './quad.ts';
import { type QuadCollector, QuadList, type SectionCollector } from './quad-list.ts';
import { evidenceQuads, mentionQuads } from './span-quads.ts';

/** Graphs that no article may be called like, for `graph/<article>` would be theirs. */
export const HEAD_GRAPH = 'dataset';
export const IDENTITY_GRAPH = 'identity';

export type Section = (article: Article, context: MappingContext, out: QuadCollector) => void;
const perClaim =
  (quads: (claim: Claim, context: MappingContext, out: QuadCollector) => void): Section =>
  (article, context, out) => {
    for (const claim of byId(article.claims)) quads(claim, context, out);
  };

/** What an article's graph says, by the first step of its subjects' paths, in code-point order of `<step>/`. */
export const SECTIONS: readonly (readonly [step: string, quads: Section])[] = [
  ['article', articleSection],
  ['attribution', perClaim(attributionQuads)],
  ['claim', perClaim(claimQuads)],
  ['credit', creditQuads],
  ['evidence', perClaim(evidenceQuads)],
  ['id', listingQuads],
  ['mention', mentionQuads],
  ['paragraph', paragraphQuads],
  ['quantity', perClaim(quantityQuads)],
  ['string', stringSection],
  ['structure', structureQuads],
];

/** The article, and where they are fragments of it, the strings of its text. */
function articleSection(article: Article, context: MappingContext, out: QuadCollector): void {
  articleQuads(article, context, out);
  if (context.options.model === 'nif' && context.iris.hasFragments) nifQuads(article, context, out);
}

function stringSection(article: Article, context: MappingContext, out: QuadCollector): void {
  if (context.options.model === 'nif' && !context.iris.hasFragments) nifQuads(article, context, out);
}

/** What the article says of its entities: by listing them, and by plain triples. */
function listingQuads(article: Article, context: MappingContext, out: QuadCollector): void {
  const claims = new Map<string, Claim[]>();
  for (const claim of article.claims) {
    if (!('entity' in claim.subject)) continue;
    const list = claims.get(claim.subject.entity);
    if (list) list.push(claim);
    else claims.set(claim.subject.entity, [claim]);
  }
  for (const entity of byId(article.entities)) {
    entityQuads(entity, article.id, context, out);
    for (const claim of claims.get(entity.id) ?? []) plainQuads(claim, context, out);
    claims.delete(entity.id);
  }
  for (const unlisted of claims.values()) for (const claim of unlisted) plainQuads(claim, context, out);
}

/** The article with claims and entities in the order of the output: its sections have nothing left to sort. */
export function inOrder(article: Article): Article {
  return { ...article, claims: byId(article.claims), entities: byId(article.entities) };
}

/** Quads in order, or `undefined` for those that a collector took. */
export type Batch = readonly Quad[] | undefined;

/** A batch into the collector, or where it has none or gave up, as quads. Nothing once a term was refused. */
export function* mapped(
  quads: (out: QuadCollector) => void,
  graph: Graph,
  { guard }: MappingContext,
  collector?: SectionCollector,
): Generator<Batch> {
  if (collector !== undefined) {
    collector.start(graph);
    quads(collector);
    const taken = guard.refused === 0 && collector.finish();
    if (!taken) collector.discard();
    if (taken) yield undefined;
    if (taken || guard.refused > 0) return;
  }
  const list = new QuadList(graph);
  quads(list);
  if (guard.refused === 0) yield list.sorted();
}

/** All that an article's graph says. Where entities have IRIs of their own, its sections are not in order among themselves. */
export function wholeArticle(article: Article, context: MappingContext, out: QuadCollector): void {
  for (const [, quads] of SECTIONS) quads(article, context, out);
}

export function headGraph(name: string, context: MappingContext, out: QuadCollector): void {
  if (name === HEAD_GRAPH) headQuads(context, out);
  else identityQuads(context, out);
}

/** By id, in order. Two articles of one id, or two claims or entities of one id within one, would run together. */
export function articlesById(dataset: Dataset, context: MappingContext): Map<string, Article> {
  const articles = new Map<string, Article>();
  for (const article of [...dataset.articles].sort((a, b) => compareCodePoints(a.id, b.id))) {
    const id = checkArticle(article, context);
    if (articles.has(id)) context.guard.refuse('duplicate-id', 'two articles have this id', id, 'id');
    articles.set(id, article);
  }
  return articles;
}

export function checkArticle(article: Article, context: MappingContext): string {
  const guard = context.guard.at('article', article.id);
  if (article.id === HEAD_GRAPH || article.id === IDENTITY_GRAPH) {
    guard.refuse('reserved-id', 'no article may have this id', article.id, 'id', 'Rename the article.');
  }
  context.know(article);
  for (const [kind, list] of [
    ['entity', article.entities],
    ['claim', article.claims],
  ] as const) {
    const seen = new Set<string>();
    for (const { id } of list) {
      // Before anything is written: IRIs of attributions and quantities are made of ids too.
      context.guard.at(kind, id, article.id);
      context.id(id, 'id');
      if (seen.has(id))
        guard.refuse('duplicate-id', 'two entities or claims of the article have this id', id, 'id');
      seen.add(id);
    }
  }
  guard.at('article', article.id);
  for (const claim of article.claims) {
    if (claim.article !== article.id) {
      guard.refuse('stray-claim', 'a claim says that it belongs to another article', claim.article, 'claims');
    }
  }
  return context.id(article.id, 'id');
}
