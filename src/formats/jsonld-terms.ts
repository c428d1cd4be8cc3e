/** Terms of the JSON-LD parser that it would leave out in silence: they go to the term guard, which refuses or mends them. */
import type { JsonLdParser } from 'jsonld-streaming-parser';
import { isWritableTag, mendedTag } from '../rdf/index.ts';

/** What is used of the parser's own ways from strings to terms; they are not public, hence the pinned version. */
interface TermMaker {
  readonly dataFactory: {
    namedNode(value: string): unknown;
    blankNode(label: string): unknown;
  };
  readonly parsingContext: { getExpandOptions(): object };
  predicateToTerm(context: Context, key: string): unknown;
  resourceToTerm(context: Context, key: string): unknown;
  createVocabOrBaseTerm(context: Context, key: string): unknown;
  valueToTerm(context: Context, key: string, value: unknown, ...rest: readonly unknown[]): unknown;
}
interface Context {
  expandTerm(key: string, isVocabulary: boolean, options: object): string | null;
}

const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;

/**
 * Makes the parser give every IRI as it is, legal or not. Keys without a scheme that no context maps are no part of the RDF
 * (JSON-LD 1.1 API section 5.1.2, step 13.4.1 and after); they are told.
 *
 * @param onUnmapped told each such key
 */
export function keepAllTerms(parser: JsonLdParser, onUnmapped: (key: string) => void): void {
  const { util } = parser as unknown as { readonly util: TermMaker };
  const options = () => util.parsingContext.getExpandOptions();
  const named = (iri: string | null) =>
    iri === null || iri === undefined || iri.startsWith('@') ? null : util.dataFactory.namedNode(iri);
  util.resourceToTerm = (context, key) =>
    key.startsWith('_:')
      ? util.dataFactory.blankNode(key.slice(2))
      : named(context.expandTerm(key, false, options()));
  util.createVocabOrBaseTerm = (context, key) => {
    if (key.startsWith('_:')) return util.dataFactory.blankNode(key.slice(2));
    const expanded = context.expandTerm(key, true, options());
    return named(expanded === key ? context.expandTerm(key, false, options()) : expanded);
  };
  const own = util.predicateToTerm.bind(util);
  util.predicateToTerm = (context, key) => {
    const expanded = context.expandTerm(key, true, options());
    if (!expanded || expanded.startsWith('_:')) return own(context, key);
    if (SCHEME.test(expanded)) return named(expanded);
    onUnmapped(key);
    return null;
  };
}

/**
 * Gives the parser legal language tags for those that it would refuse; keys of language maps come to it as values too.
 *
 * @param onMended told each tag as it was, and as it is now
 */
export function mendTags(parser: JsonLdParser, onMended: (tag: string, mended: string) => void): void {
  const { util } = parser as unknown as { readonly util: TermMaker };
  const own = util.valueToTerm.bind(util);
  util.valueToTerm = (context, key, value, ...rest) => {
    const tag = (value as { readonly '@language'?: unknown } | null)?.['@language'];
    if (typeof tag !== 'string' || tag === '' || isWritableTag(tag)) return own(context, key, value, ...rest);
    const mended = mendedTag(tag);
    onMended(tag, mended);
    return own(context, key, { ...(value as object), '@language': mended }, ...rest);
  };
}
