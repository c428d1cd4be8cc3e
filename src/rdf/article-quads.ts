/** An article in RDF: what its text is, its paragraphs with our digests, its structural spans and its credits. */
import type { Article } from '../model/index.ts';
import { CREDIT_ROLE, chosen, STRUCTURE_ROLE } from './choices.ts';
import { timeLiteral } from './claim-quads.ts';
import type { MappingContext } from './mapping-context.ts';
import { NamedNode } from './quad.ts';
import type { QuadCollector } from './quad-list.ts';
import { hasSelectors, selectorQuads, selectors, targetNode, targetQuads } from './span-quads.ts';
import { clew } from './vocabulary.ts';
import { dct, oa, prov, rdf, schema, xsd } from './well-known.ts';

/** The article's own node. It mentions every entity that it lists. */
export function articleQuads(article: Article, context: MappingContext, out: QuadCollector): void {
  const guard = context.guard.at('article', article.id);
  const titles = Object.entries(article.title).map(([lang, text]) => guard.langText(text, lang, 'title'));
  out.about(context.article(article.id));
  for (const title of titles) out.add(dct.title, title);
  if (context.options.infer) out.add(rdf.type, prov.Entity);
  out.add(rdf.type, schema.Article);
  out.add(rdf.type, clew.Article);
  const text = context.options.text === 'full' ? context.options.source(article.id) : undefined;
  if (text !== undefined) out.add(schema.articleBody, guard.text(text.text, article.language, 'text'));
  if (article.published !== undefined) {
    out.add(schema.datePublished, timeLiteral(article.published, 'published', context));
  }
  // Only a title of the source's own is a headline.
  if (!article.titleIsOurs) for (const title of titles) out.add(schema.headline, title);
  out.add(schema.inLanguage, guard.language(article.language, 'language'));
  out.add(schema.isPartOf, new NamedNode(context.iris.dataset));
  for (const { id } of byId(article.entities)) out.add(schema.mentions, context.entity(id, 'entities'));
  if (article.url !== undefined) out.add(schema.url, guard.iri(article.url, 'url'));
  out.add(clew.codePoints, guard.count(article.text.codePoints, 'codePoints', xsd.nonNegativeInteger));
  for (const index of article.credits.keys()) {
    out.add(clew.credit, new NamedNode(context.iris.credit(article.id, index + 1)));
  }
  out.add(clew.sha256, guard.string(article.text.sha256, 'sha256'));
  out.add(clew.titleIsOurs, guard.typed(String(article.titleIsOurs), xsd.boolean, 'titleIsOurs'));
}

/** In code-point order of their ids, which is the order of the output: itself where it has that. Ids are ASCII. */
export function byId<T extends { readonly id: string }>(list: readonly T[]): readonly T[] {
  for (let i = 1; i < list.length; i += 1) {
    if (list[i - 1]!.id > list[i]!.id) return [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
  return list;
}

/** Indexes from 0 in the order of their numbers from 1 as texts, which is the order of IRIs that end in them: 1, 10, 2. */
function inPathOrder(length: number): number[] {
  const indexes = Array.from({ length }, (_, index) => index);
  return length < 10 ? indexes : indexes.sort((a, b) => (String(a + 1) < String(b + 1) ? -1 : 1));
}

/** Paragraphs, numbered in the order of the model, with their digests. */
export function paragraphQuads(article: Article, context: MappingContext, out: QuadCollector): void {
  const guard = context.guard.at('article', article.id);
  for (const index of inPathOrder(article.paragraphs.length)) {
    const { span, digest } = article.paragraphs[index]!;
    const node = new NamedNode(context.iris.paragraph(article.id, index + 1));
    const parts = selectors(node.value, '', article.id, span, context);
    out.about(node);
    out.add(rdf.type, oa.SpecificResource);
    out.add(rdf.type, clew.Paragraph);
    hasSelectors(parts, out);
    out.add(oa.hasSource, context.article(article.id));
    for (const [lang, text] of Object.entries(digest))
      out.add(clew.digest, guard.langText(text, lang, 'digest'));
    out.add(clew.number, guard.count(index + 1, 'number', xsd.positiveInteger));
    selectorQuads(parts, context, out);
  }
}

/** The parts of the text that are not prose, numbered in the order of the model. */
export function structureQuads(article: Article, context: MappingContext, out: QuadCollector): void {
  context.guard.at('article', article.id);
  for (const index of inPathOrder(article.structure.length)) {
    const { role, span } = article.structure[index]!;
    const node = new NamedNode(context.iris.structure(article.id, index + 1));
    const parts = selectors(node.value, '', article.id, span, context);
    out.about(node);
    out.add(rdf.type, oa.SpecificResource);
    out.add(rdf.type, clew.StructuralSpan);
    hasSelectors(parts, out);
    out.add(oa.hasSource, context.article(article.id));
    out.add(clew.structureRole, chosen(STRUCTURE_ROLE, role, 'structure', context));
    selectorQuads(parts, context, out);
  }
}

/** Credits, numbered in the order of the model: annotations of their spans, or of the article, with the credited as body. */
export function creditQuads(article: Article, context: MappingContext, out: QuadCollector): void {
  context.guard.at('article', article.id);
  for (const index of inPathOrder(article.credits.length)) {
    const { role, entity, spans } = article.credits[index]!;
    const node = new NamedNode(context.iris.credit(article.id, index + 1));
    const targets = spans.map((_, at) => targetNode(node, `/${at + 1}`));
    out.about(node);
    out.add(rdf.type, oa.Annotation);
    out.add(rdf.type, clew.Credit);
    out.add(oa.hasBody, context.entity(entity, 'credits'));
    for (const target of targets.length > 0 ? targets : [context.article(article.id)]) {
      out.add(oa.hasTarget, target);
    }
    out.add(oa.motivatedBy, oa.identifying);
    out.add(clew.creditRole, chosen(CREDIT_ROLE, role, 'credits', context));
    for (const [at, target] of targets.entries()) {
      targetQuads(target, node, `/${at + 1}`, article.id, spans[at]!, context, out);
    }
  }
}
