/** The dataset's own description in RDF: what it is called, its prefixes, and the ontology that its data uses. */
import type { OntologyClass, OntologyProperty } from '../model/index.ts';
import { chosen } from './choices.ts';
import type { MappingContext } from './mapping-context.ts';
import { Literal, NamedNode } from './quad.ts';
import type { QuadCollector } from './quad-list.ts';
import { clew } from './vocabulary.ts';
import { dct, owl, rdf, rdfs, schema, sh, skos, voidTerms, xsd } from './well-known.ts';

/** All of a dataset but its articles and identity decisions, so that a file needs no other file beside it. */
export function headQuads(context: MappingContext, out: QuadCollector): void {
  datasetQuads(context, out);
  const { classes, properties } = context.head.ontology;
  for (const [id, ontologyClass] of Object.entries(classes)) classQuads(id, ontologyClass, context, out);
  for (const [id, property] of Object.entries(properties)) propertyQuads(id, property, context, out);
}

function datasetQuads(context: MappingContext, out: QuadCollector): void {
  const { head, iris } = context;
  const guard = context.guard.at('dataset', head.id);
  out.about(new NamedNode(iris.dataset));
  for (const [lang, text] of Object.entries(head.description)) {
    out.add(dct.description, guard.langText(text, lang, 'description'));
  }
  out.add(dct.identifier, guard.string(context.id(head.id, 'id'), 'id'));
  if (head.issued !== '') out.add(dct.issued, guard.typed(head.issued, xsd.date, 'issued'));
  out.add(dct.license, guard.iri(head.licence, 'licence'));
  if (head.modified !== '') out.add(dct.modified, guard.typed(head.modified, xsd.date, 'modified'));
  for (const [lang, text] of Object.entries(head.title))
    out.add(dct.title, guard.langText(text, lang, 'title'));
  out.add(voidTerms.uriSpace, guard.string(head.base, 'base'));
  out.add(rdf.type, voidTerms.Dataset);
  out.add(rdf.type, clew.Dataset);
  const declarations = Object.keys(head.prefixes).map(
    (name) => [name, new NamedNode(iris.prefix(name))] as const,
  );
  for (const [, declaration] of declarations) out.add(sh.declare, declaration);
  for (const tag of head.languages) out.add(schema.inLanguage, guard.language(tag, 'languages'));
  out.add(clew.languageOrder, guard.string(head.languages.join(' '), 'languages'));
  for (const [name, declaration] of declarations) {
    out.about(declaration);
    out.add(rdf.type, sh.PrefixDeclaration);
    out.add(sh.namespace, new Literal(guard.iri(head.prefixes[name]!, 'prefixes').value, xsd.anyURI));
    out.add(sh.prefix, guard.string(name, 'prefixes'));
  }
}

function classQuads(id: string, term: OntologyClass, context: MappingContext, out: QuadCollector): void {
  context.guard.at('term', id);
  out.about(context.term(id, 'id'));
  out.add(rdf.type, owl.Class);
  textQuads(term, context, out);
  for (const parent of term.parents) out.add(rdfs.subClassOf, context.term(parent, 'parents'));
}

export const PROPERTY_TYPES = { thing: owl.ObjectProperty, literal: owl.DatatypeProperty, any: rdf.Property };

/** Domain and range are alternatives, as schema.org's domainIncludes and rangeIncludes say; rdfs:domain would mean all. */
function propertyQuads(
  id: string,
  term: OntologyProperty,
  context: MappingContext,
  out: QuadCollector,
): void {
  context.guard.at('term', id);
  out.about(context.term(id, 'id'));
  out.add(rdf.type, chosen(PROPERTY_TYPES, term.values, 'values', context));
  textQuads(term, context, out);
  for (const parent of term.parents) out.add(rdfs.subPropertyOf, context.term(parent, 'parents'));
  for (const domain of term.domain) out.add(schema.domainIncludes, context.term(domain, 'domain'));
  for (const range of term.range) out.add(schema.rangeIncludes, context.term(range, 'range'));
  if (term.comparison) out.add(clew.comparison, new Literal('true', xsd.boolean));
  if (term.needsQualifiers) out.add(clew.needsQualifiers, new Literal('true', xsd.boolean));
  if (term.use === 'qualifier') out.add(clew.termUse, new Literal('qualifier', xsd.string));
}

function textQuads(
  { label, definition }: Pick<OntologyClass, 'label' | 'definition'>,
  { guard }: MappingContext,
  out: QuadCollector,
): void {
  for (const [lang, text] of Object.entries(label)) out.add(rdfs.label, guard.langText(text, lang, 'label'));
  for (const [lang, text] of Object.entries(definition)) {
    out.add(skos.definition, guard.langText(text, lang, 'definition'));
  }
}
