/** The triples of all articles without graphs, in one order: what several articles say of one subject stands together. */
import { type Article, compareCodePoints, type Dataset } from '../model/index.ts';
import {
  articlesById,
  type Batch,
  HEAD_GRAPH,
  headGraph,
  IDENTITY_GRAPH,
  mapped,
  SECTIONS,
  type Section,
} from './article-sections.ts';
import { plainQuads } from './claim-quads.ts';
import { entityParts } from './entity-parts.ts';
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
  const articles = [...articlesById(dataset, context).values()];
  const byStep = [...articles].sort((a, b) => compareCodePoints(`${a.id}/`, `${b.id}/`));
  const head = new QuadList();
  for (const name of [HEAD_GRAPH, IDENTITY_GRAPH]) headGraph(name, context, head);
  const rest = new Remainder(context.guard.refused === 0 ? head.sorted() : []);
  yield* together(
    rest.before(context.iris.base),
    entityBatches(articles, 'before the base', context),
    context,
  );
  for (const [step, quads] of SECTIONS) {
    const start = `${context.iris.base}${step}/`;
    yield rest.before(start);
    const within = rest.startingWith(start);
    if (step === 'id') {
      yield* together(within, entityBatches(articles, 'under the base', context), context);
      continue;
    }
    const batches = ofEach(step === 'article' ? articles : byStep, quads, context);
    if (within.length > 0) yield* together(within, batches, context);
    else for (const batch of batches) yield* mapped(batch, DEFAULT_GRAPH, context, collector);
  }
  yield* together(rest.all(), entityBatches(articles, 'after the base', context), context);
  context.guard.finish();
}

type Quads = (out: QuadCollector) => void;

function* ofEach(articles: readonly Article[], quads: Section, context: MappingContext): Generator<Quads> {
  for (const article of articles) {
    context.nextArticle();
    yield (out) => quads(article, context, out);
  }
}

/** Where the IRIs of entities lie: all others of the dataset are its own, under its base. */
type Place = 'before the base' | 'under the base' | 'after the base';

/** Entity by entity: what each article says of it, and the plain triples of which it is the subject. */
function* entityBatches(
  articles: readonly Article[],
  place: Place,
  context: MappingContext,
): Generator<Quads> {
  const { base } = context.iris;
  const keyOf = (id: string): string | undefined => {
    const own = context.ownIri(id);
    if (own === undefined) return place === 'under the base' ? id : undefined;
    return place === (compareCodePoints(own, base) < 0 ? 'before the base' : 'after the base')
      ? own
      : undefined;
  };
  if (place !== 'under the base' && !context.hasOwnIris) return;
  for (const { listed, by, claims } of entityParts(articles, keyOf)) {
    yield (out) => {
      for (const [i, entity] of listed.entries()) entityQuads(entity, by[i]!, context, out);
      for (const claim of claims) plainQuads(claim, context, out);
    };
  }
}

/** What batches say and a row of triples, in one order. */
function* together(
  few: readonly Quad[],
  batches: Iterable<Quads>,
  context: MappingContext,
): Generator<Batch> {
  if (few.length > 0) {
    yield* inBatches(merged(few, allMapped(batches, context)));
    return;
  }
  for (const batch of batches) yield* mapped(batch, DEFAULT_GRAPH, context);
}

function* allMapped(batches: Iterable<Quads>, context: MappingContext): Generator<readonly Quad[]> {
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
