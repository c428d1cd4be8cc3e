/** Dataset to quads: the only mapping there is (DESIGN section 5), in the one order, article by article. */
import { type Article, claimKey, compareCodePoints, type Dataset } from '../model/index.ts';
import {
  articlesById,
  type Batch,
  checkArticle,
  HEAD_GRAPH,
  headGraph,
  IDENTITY_GRAPH,
  inOrder,
  mapped,
  SECTIONS,
  wholeArticle,
} from './article-sections.ts';
import { attributionQuads, claimQuads, plainQuads, quantityQuads } from './claim-quads.ts';
import { MappingContext, type RdfOptions } from './mapping-context.ts';
import { nanopubBatches } from './nanopub-quads.ts';
import { type Graph, NamedNode, type Quad } from './quad.ts';
import { QuadList, type SectionCollector } from './quad-list.ts';
import { evidenceQuads } from './span-quads.ts';
import type { TermProblem } from './term-guard.ts';
import { unionBatches } from './union-batches.ts';

/**
 * The quads of a dataset, one graph per article and one each for the dataset and for identity (of the model `nanopub`:
 * four for each claim), ordered by graph, subject, predicate and object, each once; nothing larger than an article is held
 * at a time.
 *
 * @returns at its end, what was mended with `repair`
 * @throws ProblemError at its end, with every term that was refused; after the first of them nothing more is passed on
 */
export function* datasetToQuads(
  dataset: Dataset,
  options: Partial<RdfOptions> = {},
): Generator<Quad, readonly TermProblem[]> {
  const context = new MappingContext(dataset, options);
  for (const batch of withGraphs(dataset, context)) for (const quad of batch ?? []) yield quad;
  return context.guard.problems;
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
  for (const batch of withoutGraphs(dataset, context)) for (const triple of batch ?? []) yield triple;
  return context.guard.problems;
}

/**
 * For writers: the same as {@link datasetToQuads} (with graphs) or {@link datasetToTriples}, in batches. What the collector
 * could take comes as `undefined`, in its place in the order; the rest as quads.
 */
export function* datasetBatches(
  dataset: Dataset,
  graphs: boolean,
  options: Partial<RdfOptions>,
  collector: SectionCollector,
): Generator<Batch, readonly TermProblem[]> {
  const context = new MappingContext(dataset, options);
  yield* (graphs ? withGraphs : withoutGraphs)(dataset, context, collector);
  return context.guard.problems;
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
  for (const article of dataset.articles) context.know(article);
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
  const graph = new NamedNode(context.iris.graph(id));
  return [...articleBatches(inOrder(article), graph, context)].flatMap((batch) => batch ?? []);
}

function withGraphs(
  dataset: Dataset,
  context: MappingContext,
  collector?: SectionCollector,
): Generator<Batch> {
  const batches = context.options.model === 'nanopub' ? nanopubBatches : graphBatches;
  return batches(dataset, context, collector);
}

function* withoutGraphs(
  dataset: Dataset,
  context: MappingContext,
  collector?: SectionCollector,
): Generator<Batch> {
  if (context.options.model === 'nanopub') {
    // Without its graphs a nanopublication says nothing of who claims what.
    const guard = context.guard.at('dataset', dataset.id);
    const message = 'nanopublications are made of named graphs, which this syntax cannot hold';
    guard.refuse('needs-graphs', message, 'nanopub', 'rdf', 'Choose trig, nq or jsonld.');
    guard.finish();
  }
  yield* unionBatches(dataset, context, collector);
}

function* graphBatches(
  dataset: Dataset,
  context: MappingContext,
  collector?: SectionCollector,
): Generator<Batch> {
  const articles = articlesById(dataset, context);
  const graphs = [...articles.keys(), HEAD_GRAPH];
  if (dataset.identity.length > 0) graphs.push(IDENTITY_GRAPH);
  for (const name of graphs.sort(compareCodePoints)) {
    const article = articles.get(name);
    const graph = new NamedNode(context.iris.graph(name));
    if (article !== undefined) yield* articleBatches(inOrder(article), graph, context, collector);
    else yield* mapped((out) => headGraph(name, context, out), graph, context);
  }
  context.guard.finish();
}

function* articleBatches(
  article: Article,
  graph: Graph,
  context: MappingContext,
  collector?: SectionCollector,
): Generator<Batch> {
  context.nextArticle();
  if (context.hasOwnIris) {
    yield* mapped((out) => wholeArticle(article, context, out), graph, context);
    return;
  }
  for (const [, quads] of SECTIONS) {
    yield* mapped((out) => quads(article, context, out), graph, context, collector);
  }
}
