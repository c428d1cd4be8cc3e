/** The terms of the vocabularies that the mapping stands on, and the prefixes that they are written with. */
import { compareCodePoints, type Prefixes } from '../model/index.ts';
import { NamedNode } from './quad.ts';

let last = '';
let rank = 0;

/**
 * The terms of one namespace by name. They are ranked as they are made, so namespaces and names come in code-point order.
 * @throws Error where they do not
 */
export function namespaceTerms<const N extends string>(
  namespace: string,
  names: readonly N[],
): Readonly<Record<N, NamedNode>> {
  const entries = names.map((name) => {
    const iri = namespace + name;
    if (compareCodePoints(last, iri) >= 0) throw new Error(`${iri} is listed after ${last}`);
    last = iri;
    rank += 1;
    return [name, new NamedNode(iri, rank)] as const;
  });
  return Object.fromEntries(entries) as Record<N, NamedNode>;
}

/** To be registered before the first public release. */
export const CLEW = 'https://w3id.org/clew/ns#';

/** The prefixes that our own terms are written with, in code-point order. */
export const STANDARD_PREFIXES = {
  clew: CLEW,
  dct: 'http://purl.org/dc/terms/',
  oa: 'http://www.w3.org/ns/oa#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'https://schema.org/',
  sh: 'http://www.w3.org/ns/shacl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  void: 'http://rdfs.org/ns/void#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const satisfies Prefixes;

const ns = STANDARD_PREFIXES;

/** Prefixes that only NIF needs, and only nanopublications. */
export const NIF_PREFIXES = {
  itsrdf: 'http://www.w3.org/2005/11/its/rdf#',
  nif: 'http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#',
} as const satisfies Prefixes;
export const NANOPUB_PREFIXES = { np: 'http://www.nanopub.org/nschema#' } as const satisfies Prefixes;

export const nif = namespaceTerms(NIF_PREFIXES.nif, [
  'Context',
  'Paragraph',
  'Phrase',
  'RFC5147String',
  'Structure',
  'Title',
  'anchorOf',
  'annotation',
  'beginIndex',
  'endIndex',
  'isString',
  'referenceContext',
  'sourceUrl',
]);
export const dct = namespaceTerms(ns.dct, [
  'created',
  'description',
  'identifier',
  'isPartOf',
  'issued',
  'license',
  'modified',
  'title',
]);
export const voidTerms = namespaceTerms(ns.void, ['Dataset', 'uriSpace']);
export const np = namespaceTerms(NANOPUB_PREFIXES.np, [
  'Nanopublication',
  'hasAssertion',
  'hasProvenance',
  'hasPublicationInfo',
]);
export const rdf = namespaceTerms(ns.rdf, [
  'Property',
  'Statement',
  'dirLangString',
  'langString',
  'object',
  'predicate',
  'reifies',
  'subject',
  'type',
]);
export const rdfs = namespaceTerms(ns.rdfs, ['Resource', 'comment', 'label', 'subClassOf', 'subPropertyOf']);
export const xsd = namespaceTerms(ns.xsd, [
  'anyURI',
  'boolean',
  'date',
  'dateTime',
  'decimal',
  'double',
  'gYear',
  'gYearMonth',
  'integer',
  'nonNegativeInteger',
  'positiveInteger',
  'string',
]);
export const owl = namespaceTerms(ns.owl, [
  'Class',
  'DatatypeProperty',
  'NamedIndividual',
  'ObjectProperty',
  'Thing',
  'differentFrom',
  'sameAs',
]);
export const skos = namespaceTerms(ns.skos, ['altLabel', 'closeMatch', 'definition']);
export const itsrdf = namespaceTerms(NIF_PREFIXES.itsrdf, ['taClassRef', 'taIdentRef']);
export const oa = namespaceTerms(ns.oa, [
  'Annotation',
  'SpecificResource',
  'TextPositionSelector',
  'TextQuoteSelector',
  'end',
  'exact',
  'hasBody',
  'hasSelector',
  'hasSource',
  'hasTarget',
  'identifying',
  'linking',
  'motivatedBy',
  'prefix',
  'start',
  'suffix',
]);
export const prov = namespaceTerms(ns.prov, ['Entity', 'wasAttributedTo', 'wasDerivedFrom']);
export const sh = namespaceTerms(ns.sh, ['PrefixDeclaration', 'declare', 'namespace', 'prefix']);
export const schema = namespaceTerms(ns.schema, [
  'Article',
  'Claim',
  'QuantitativeValue',
  'appearance',
  'articleBody',
  'datePublished',
  'domainIncludes',
  'headline',
  'inLanguage',
  'isPartOf',
  'maxValue',
  'mentions',
  'minValue',
  'rangeIncludes',
  'unitText',
  'url',
  'value',
]);
