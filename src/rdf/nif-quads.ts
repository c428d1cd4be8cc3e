/** The spans of an article as strings of NIF 2.0: what tools of language processing read (docs/adr/0064). */
import { type Article, claimSpans, mentionNumbers, type Span } from '../model/index.ts';
import type { MappingContext } from './mapping-context.ts';
import { NamedNode, type Term } from './quad.ts';
import type { QuadCollector } from './quad-list.ts';
import { itsrdf, nif, rdf, xsd } from './well-known.ts';

/** All that is said of one string, whoever says it: two annotations of one span are about one string. */
interface NifString {
  readonly span: Span;
  readonly pairs: [NamedNode, Term][];
  evidence: boolean;
}

/** The article's text as a nif:Context, and each span in it once, with its annotations and the entities it refers to. */
export function nifQuads(article: Article, context: MappingContext, out: QuadCollector): void {
  const guard = context.guard.at('article', article.id);
  const { options, iris } = context;
  const whole: Span = { start: 0, end: article.text.codePoints };
  const text = options.text === 'standoff' ? undefined : options.source(article.id);
  const strings = gathered(article, context);
  const own = iris.string(article.id, whole);
  if (!strings.has(own)) strings.set(own, { span: whole, pairs: [], evidence: false });
  // IRIs of one article differ in digits and commas alone: code units are code points.
  const rows = [...strings].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [iri, { span, pairs, evidence }] of rows) {
    out.about(new NamedNode(iri));
    out.add(rdf.type, nif.RFC5147String);
    out.add(nif.beginIndex, guard.count(span.start, 'span', xsd.nonNegativeInteger));
    out.add(nif.endIndex, guard.count(span.end, 'span', xsd.nonNegativeInteger));
    if (iri === own) {
      out.add(rdf.type, nif.Context);
      if (article.url !== undefined) out.add(nif.sourceUrl, guard.iri(article.url, 'url'));
      if (text !== undefined && options.text === 'full')
        out.add(nif.isString, guard.string(text.text, 'text'));
    } else {
      out.add(nif.referenceContext, new NamedNode(own));
      const quoted = text !== undefined && span.end <= text.length && (options.text === 'full' || evidence);
      if (quoted && span.end - span.start <= options.longestQuote) {
        out.add(nif.anchorOf, guard.string(text.slice(span), 'quote'));
      }
    }
    for (const [predicate, object] of pairs) out.add(predicate, object);
  }
}

function gathered(article: Article, context: MappingContext): Map<string, NifString> {
  const { id } = article;
  const { iris } = context;
  const strings = new Map<string, NifString>();
  const say = (span: Span, ...pairs: [NamedNode, Term][]): NifString => {
    const iri = iris.string(id, span);
    const string = strings.get(iri) ?? { span, pairs: [], evidence: false };
    strings.set(iri, string);
    string.pairs.push(...pairs);
    return string;
  };
  for (const { span } of article.paragraphs) say(span, [rdf.type, nif.Paragraph]);
  for (const { span, role } of article.structure) {
    say(span, [rdf.type, role === 'heading' ? nif.Title : nif.Structure]);
  }
  const numbers = mentionNumbers(article);
  for (const entity of article.entities) {
    for (const mention of entity.mentions) {
      context.guard.at('entity', entity.id, id);
      say(
        mention.span,
        [rdf.type, nif.Phrase],
        [nif.annotation, new NamedNode(iris.mention(id, numbers.get(mention)!))],
        [itsrdf.taIdentRef, context.entity(entity.id, 'id')],
        [itsrdf.taClassRef, context.term(entity.kind, 'kind')],
      );
    }
  }
  for (const [index, { spans }] of article.credits.entries()) {
    for (const span of spans) say(span, [nif.annotation, new NamedNode(iris.credit(id, index + 1))]);
  }
  for (const claim of article.claims) {
    for (const [index, span] of claimSpans(claim).entries()) {
      say(span, [nif.annotation, new NamedNode(iris.evidence(id, claim.id, index + 1))]).evidence = true;
    }
  }
  context.guard.at('article', id);
  return strings;
}
