/** One nanopublication per claim: what is claimed, where it comes from, and who publishes it (docs/adr/0065). */
import {
  type Article,
  attributionChain,
  type Claim,
  claimValues,
  compareCodePoints,
  type Dataset,
  type Entity,
  isEntityRef,
} from '../model/index.ts';
import { articleQuads } from './article-quads.ts';
import { articlesById, type Batch, mapped } from './article-sections.ts';
import { attributionQuads, claimQuads, plainQuads, quantityQuads } from './claim-quads.ts';
import type { MappingContext } from './mapping-context.ts';
import { NamedNode, type Subject, type Term } from './quad.ts';
import type { QuadCollector, SectionCollector } from './quad-list.ts';
import { evidenceQuads } from './span-quads.ts';
import { clew } from './vocabulary.ts';
import { dct, np, prov, rdf, rdfs, schema, xsd } from './well-known.ts';

/** What of a claim's node tells how the claim came about rather than what it says. */
const PROVENANCE: ReadonlySet<NamedNode> = new Set([
  prov.wasAttributedTo,
  prov.wasDerivedFrom,
  schema.appearance,
  clew.attribution,
  clew.confidence,
  clew.said,
]);

/** What of an article is about more than one claim. */
const OF_THE_WHOLE: ReadonlySet<NamedNode> = new Set([schema.articleBody, schema.mentions, clew.credit]);

/** The four graphs of each claim, by the IRIs of the graphs; nothing larger than an article is held at a time. */
export function* nanopubBatches(
  dataset: Dataset,
  context: MappingContext,
  collector?: SectionCollector,
): Generator<Batch> {
  const articles = [...articlesById(dataset, context).values()];
  for (const article of inPathOrder(articles)) {
    context.nextArticle();
    const entities = new Map(article.entities.map((entity) => [entity.id, entity]));
    for (const claim of inPathOrder(article.claims)) {
      const parts = graphsOf(claim, article, entities, context);
      // Entities with IRIs of their own may lie anywhere among the subjects of a graph.
      const into = context.hasOwnIris ? undefined : collector;
      for (const [graph, quads] of parts) yield* mapped(quads, graph, context, into);
    }
  }
  context.guard.finish();
}

/** By the next step of their paths, as IRIs that go on after them are ordered. */
function inPathOrder<T extends { readonly id: string }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => compareCodePoints(`${a.id}/`, `${b.id}/`));
}

type Part = readonly [graph: NamedNode, quads: (out: QuadCollector) => void];

function graphsOf(
  claim: Claim,
  article: Article,
  entities: ReadonlyMap<string, Entity>,
  context: MappingContext,
): Part[] {
  const node = new NamedNode(context.iris.nanopub(article.id, claim.id));
  const [assertion, head, provenance, pubinfo] = ['assertion', 'head', 'provenance', 'pubinfo'].map(
    (name) => new NamedNode(`${node.value}/${name}`),
  ) as [NamedNode, NamedNode, NamedNode, NamedNode];
  return [
    [
      assertion,
      (out) => {
        claimQuads(
          claim,
          context,
          only(out, (predicate) => !PROVENANCE.has(predicate)),
        );
        plainQuads(claim, context, out);
        quantityQuads(claim, context, out);
      },
    ],
    [
      head,
      (out) => {
        out.about(node);
        out.add(rdf.type, np.Nanopublication);
        out.add(np.hasAssertion, assertion);
        out.add(np.hasProvenance, provenance);
        out.add(np.hasPublicationInfo, pubinfo);
      },
    ],
    [provenance, (out) => provenanceQuads(claim, article, assertion, context, out)],
    [pubinfo, (out) => publicationQuads(claim, entities, node, context, out)],
  ];
}

function provenanceQuads(
  claim: Claim,
  article: Article,
  assertion: NamedNode,
  context: MappingContext,
  out: QuadCollector,
): void {
  const source = context.article(article.id);
  articleQuads(
    article,
    context,
    only(out, (predicate) => !OF_THE_WHOLE.has(predicate)),
  );
  attributionQuads(claim, context, out);
  claimQuads(
    claim,
    context,
    only(out, (predicate) => PROVENANCE.has(predicate)),
  );
  evidenceQuads(claim, context, out);
  out.about(assertion);
  // The article's own voice is the article's.
  const { attribution } = claim;
  out.add(
    prov.wasAttributedTo,
    attribution === undefined ? source : context.entity(attribution.speaker, 'speaker'),
  );
  out.add(prov.wasDerivedFrom, source);
}

/** What the dataset says of itself, and the names of the entities that the claim speaks of. */
function publicationQuads(
  claim: Claim,
  entities: ReadonlyMap<string, Entity>,
  node: NamedNode,
  context: MappingContext,
  out: QuadCollector,
): void {
  const { head } = context;
  for (const id of entitiesOfClaim(claim)) {
    const label = entities.get(id)?.label ?? {};
    const guard = context.guard.at('entity', id, claim.article);
    out.about(context.entity(id, 'id'));
    for (const [lang, text] of Object.entries(label))
      out.add(rdfs.label, guard.langText(text, lang, 'label'));
  }
  const guard = context.guard.at('dataset', head.id);
  out.about(node);
  const { issued, modified } = head;
  if (issued !== '') out.add(dct.created, guard.typed(issued, xsd.date, 'issued'));
  out.add(dct.isPartOf, new NamedNode(context.iris.dataset));
  out.add(dct.license, guard.iri(head.licence, 'licence'));
  if (modified !== '') out.add(dct.modified, guard.typed(modified, xsd.date, 'modified'));
  out.add(prov.wasAttributedTo, new NamedNode(context.iris.dataset));
}

/** Ids of the entities that a claim speaks of and of those that say it, sorted. */
export function entitiesOfClaim(claim: Claim): string[] {
  const values = claimValues(claim);
  const ids = values.filter(isEntityRef).map(({ entity }) => entity);
  for (const { speaker, channel } of attributionChain(claim)) {
    ids.push(speaker);
    if (channel !== undefined) ids.push(channel);
  }
  return [...new Set(ids)].sort(compareCodePoints);
}

/** Passes some predicates on. */
function only(out: QuadCollector, wanted: (predicate: NamedNode) => boolean): QuadCollector {
  return {
    about: (subject: Subject) => out.about(subject),
    add: (predicate: NamedNode, object: Term) => {
      if (wanted(predicate)) out.add(predicate, object);
    },
  };
}
