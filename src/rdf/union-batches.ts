/** The triples of all articles without graphs, in one order: what several articles say of one subject stands together. */
import { type Article, type Claim, compareCodePoints, type Dataset, type Entity } from '../model/index.ts';
import {
  articlesById,
  type Batch,
  HEAD_GRAPH,
  headGraph,
  IDENTITY_GRAPH,
  inOrder,
  mapped,
  SECTIONS,
  wholeArticle,
} from './article-sections.ts';
import { plainQuads } from './claim-quads.ts';
import { entityQuads } from './entity-quads.ts';
import type { MappingContext } from './mapping-context.ts';
import { DEFAULT_GRAPH, type Quad } from './quad.ts';
import { type QuadCollector, QuadList, type SectionCollector } from './quad-list.ts';
import { compareTriples } from './term-order.ts';

/**
 * Section by section over all articles; the order of articles within one is that of their ids' next path step. What the
 * head and the identity decisions say lies between sections, but for entities, of which both speak.
 */
export function* unionBatches(
  dataset: Dataset,
  context: MappingContext,
  collector?: SectionCollector,
): Generator<Batch> {
  const articles = [...articlesById(dataset, context).values()].map(inOrder);
  if (context.hasOwnIris) {
    yield* mapped((out) => everything(articles, context, out), DEFAULT_GRAPH, context);
    context.guard.finish();
    return;
  }
  const byStep = [...articles].sort((a, b) => compareCodePoints(`${a.id}/`, `${b.id}/`));
  const head = new QuadList();
  for (const name of [HEAD_GRAPH, IDENTITY_GRAPH]) headGraph(name, context, head);
  const rest = new Remainder(context.guard.refused === 0 ? head.sorted() : []);
  for (const [step, quads] of SECTIONS) {
    const start = `${context.iris.base}${step}/`;
    yield rest.before(start);
    const within = rest.startingWith(start);
    const batches =
      step === 'id'
        ? entityBatches(articles, context)
        : (step === 'article' ? articles : byStep).map(
            (article) => (out: QuadCollector) => quads(article, context, out),
          );
    if (within.length > 0) yield* inBatches(merged(within, allMapped(batches, context)));
    else
      for (const batch of batches)
        yield* mapped(batch, DEFAULT_GRAPH, context, step === 'id' ? undefined : collector);
  }
  yield rest.all();
  context.guard.finish();
}

/** Without an order of its own: where entities have IRIs of theirs, their subjects lie anywhere among the dataset's. */
function everything(articles: readonly Article[], context: MappingContext, out: QuadCollector): void {
  for (const name of [HEAD_GRAPH, IDENTITY_GRAPH]) headGraph(name, context, out);
  for (const article of articles) wholeArticle(article, context, out);
}

/** Entity by entity: what each article says of it, and the plain triples of which it is the subject. */
function* entityBatches(
  articles: readonly Article[],
  context: MappingContext,
): Generator<(out: QuadCollector) => void> {
  // As many as all articles list: rows of plain references take a third of what a pair each would.
  const parts = new Map<string, { listed: Entity[]; by: string[]; claims: Claim[] }>();
  const part = (id: string) => {
    const known = parts.get(id) ?? { listed: [], by: [], claims: [] };
    parts.set(id, known);
    return known;
  };
  for (const article of articles) {
    for (const entity of article.entities) {
      const { listed, by } = part(entity.id);
      listed.push(entity);
      by.push(article.id);
    }
    for (const claim of article.claims) {
      if ('entity' in claim.subject) part(claim.subject.entity).claims.push(claim);
    }
  }
  for (const id of [...parts.keys()].sort(compareCodePoints)) {
    yield (out) => {
      const { listed, by, claims } = part(id);
      for (const [i, entity] of listed.entries()) entityQuads(entity, by[i]!, context, out);
      for (const claim of claims) plainQuads(claim, context, out);
    };
  }
}

function* allMapped(
  batches: Iterable<(out: QuadCollector) => void>,
  context: MappingContext,
): Generator<readonly Quad[]> {
  for (const batch of batches) for (const quads of mapped(batch, DEFAULT_GRAPH, context)) yield quads ?? [];
}

/** Triples in order that are taken away from the front. */
class Remainder {
  readonly #triples: readonly Quad[];
  #next = 0;

  constructor(triples: readonly Quad[]) {
    this.#triples = triples;
  }
  /** Those whose subjects come before the text. */
  before(text: string): readonly Quad[] {
    return this.#takeWhile((subject) => compareCodePoints(subject, text) < 0);
  }
  startingWith(text: string): readonly Quad[] {
    return this.#takeWhile((subject) => subject.startsWith(text));
  }
  all(): readonly Quad[] {
    return this.#takeWhile(() => true);
  }
  #takeWhile(test: (subject: string) => boolean): readonly Quad[] {
    const start = this.#next;
    while (this.#next < this.#triples.length && test(this.#triples[this.#next]!.subject.value))
      this.#next += 1;
    return this.#triples.slice(start, this.#next);
  }
}

/** Two rows of triples, each in order and each triple once, as one. */
function* merged(few: readonly Quad[], batches: Iterable<readonly Quad[]>): Generator<Quad> {
  let next = 0;
  for (const batch of batches) {
    for (const triple of batch) {
      for (; next < few.length && compareTriples(few[next]!, triple) < 0; next += 1) yield few[next]!;
      if (next < few.length && compareTriples(few[next]!, triple) === 0) next += 1;
      yield triple;
    }
  }
  for (; next < few.length; next += 1) yield few[next]!;
}

function* inBatches(triples: Iterable<Quad>): Generator<readonly Quad[]> {
  let batch: Quad[] = [];
  for (const triple of triples) {
    batch.push(triple);
    if (batch.length < 1024) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
