/** Spans in RDF: Web Annotation targets and selectors, and the annotations of evidence and mentions. */
import { type Article, attributionChain, type Claim, mentionNumbers, type Span } from '../model/index.ts';
import { chosen, MENTION_FORM } from './choices.ts';
import type { MappingContext } from './mapping-context.ts';
import { NamedNode } from './quad.ts';
import type { QuadCollector } from './quad-list.ts';
import { clew } from './vocabulary.ts';
import { oa, rdf, xsd } from './well-known.ts';

/** The nodes that select a span: where it stands and, where the text level allows, what it says. */
export interface Selectors {
  readonly position: NamedNode;
  readonly span: Span;
  readonly quote?: { readonly node: NamedNode; readonly text: string };
}

/**
 * `<base>/position` and `<base>/quote`.
 * @param suffix what follows, where a node has several spans
 * @param evidence whether the span is evidence: at the text level `quotes` no other is quoted
 */
export function selectors(
  base: string,
  suffix: string,
  article: string,
  span: Span,
  context: MappingContext,
  evidence = false,
): Selectors {
  const position = new NamedNode(`${base}/position${suffix}`);
  const { text, longestQuote, source } = context.options;
  if (text === 'standoff' || (text === 'quotes' && !evidence)) return { position, span };
  if (span.end - span.start > longestQuote) return { position, span };
  const words = source(article);
  if (words === undefined || span.end > words.length) return { position, span };
  return {
    position,
    span,
    quote: { node: new NamedNode(`${base}/quote${suffix}`), text: words.slice(span) },
  };
}

/** What the node in hand selects. */
export function hasSelectors({ position, quote }: Selectors, out: QuadCollector): void {
  out.add(oa.hasSelector, position);
  if (quote !== undefined) out.add(oa.hasSelector, quote.node);
}

export function selectorQuads(
  { position, span, quote }: Selectors,
  { guard }: MappingContext,
  out: QuadCollector,
): void {
  if (!(span.start < span.end)) {
    guard.refuse('bad-span', 'a span ends before it starts', `${span.start}-${span.end}`, 'span');
  }
  out.about(position);
  out.add(rdf.type, oa.TextPositionSelector);
  out.add(oa.end, guard.count(span.end, 'span', xsd.nonNegativeInteger));
  out.add(oa.start, guard.count(span.start, 'span', xsd.nonNegativeInteger));
  if (quote === undefined) return;
  out.about(quote.node);
  out.add(rdf.type, oa.TextQuoteSelector);
  out.add(oa.exact, guard.string(quote.text, 'quote'));
}

/** `<annotation>/target`, the article at a span. @param suffix as for {@link selectors} */
export function targetNode(annotation: NamedNode, suffix = ''): NamedNode {
  return new NamedNode(`${annotation.value}/target${suffix}`);
}

/** A target, and the selectors of its annotation. @param evidence as for {@link selectors} */
export function targetQuads(
  target: NamedNode,
  annotation: NamedNode,
  suffix: string,
  article: string,
  span: Span,
  context: MappingContext,
  out: QuadCollector,
  evidence = false,
): void {
  const parts = selectors(annotation.value, suffix, article, span, context, evidence);
  selectorQuads(parts, context, out);
  out.about(target);
  out.add(rdf.type, oa.SpecificResource);
  hasSelectors(parts, out);
  out.add(oa.hasSource, context.article(article));
}

/** The evidence of a claim, then that of each link of its attribution, numbered in one row (model: claimSpans). */
export function evidenceQuads(claim: Claim, context: MappingContext, out: QuadCollector): void {
  const { article, id } = claim;
  context.guard.at('claim', id, article);
  let n = 0;
  const add = (body: NamedNode, spans: readonly Span[]) => {
    for (const span of spans) {
      n += 1;
      const evidence = new NamedNode(context.iris.evidence(article, id, n));
      const target = targetNode(evidence);
      out.about(evidence);
      out.add(rdf.type, oa.Annotation);
      out.add(rdf.type, clew.Evidence);
      out.add(oa.hasBody, body);
      out.add(oa.hasTarget, target);
      out.add(oa.motivatedBy, oa.linking);
      targetQuads(target, evidence, '', article, span, context, out, true);
    }
  };
  add(context.claim(article, id, 'id'), claim.evidence);
  if (claim.attribution === undefined) return;
  for (const [index, link] of attributionChain(claim).entries()) {
    add(new NamedNode(context.iris.attribution(article, id, index + 1)), link.spans);
  }
}

/** The mentions of an article's entities. */
export function mentionQuads(article: Article, context: MappingContext, out: QuadCollector): void {
  const numbers = mentionNumbers(article);
  const rows = article.entities.flatMap((entity) =>
    entity.mentions.map((mention) => ({ id: entity.id, mention, number: String(numbers.get(mention)) })),
  );
  // Numbers of digits alone: code units are code points.
  rows.sort((a, b) => (a.number < b.number ? -1 : 1));
  for (const { id, mention, number } of rows) {
    context.guard.at('entity', id, article.id);
    const node = new NamedNode(context.iris.mention(article.id, Number(number)));
    const target = targetNode(node);
    out.about(node);
    out.add(rdf.type, oa.Annotation);
    out.add(rdf.type, clew.Mention);
    out.add(oa.hasBody, context.entity(id, 'id'));
    out.add(oa.hasTarget, target);
    out.add(oa.motivatedBy, oa.identifying);
    out.add(clew.mentionForm, chosen(MENTION_FORM, mention.form, 'mentions', context));
    targetQuads(target, node, '', article.id, mention.span, context, out);
  }
}
