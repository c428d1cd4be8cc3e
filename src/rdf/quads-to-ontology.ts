/** The ontology that a dataset's own graph carries, read back. */
import {
  compareCodePoints,
  type OntologyClass,
  type OntologyIndex,
  type OntologyProperty,
} from '../model/index.ts';
import type { QuadIndex } from './quad-index.ts';
import { clew } from './vocabulary.ts';
import { owl, rdf, rdfs, schema, skos } from './well-known.ts';

/**
 * @param name the id of a term's IRI
 * @param graph the dataset's own: entities of foreign files may be classes and properties too
 */
export function readOntologyIndex(
  index: QuadIndex,
  name: (iri: string) => string,
  graph: string,
): OntologyIndex {
  const names = (iris: readonly string[]) => iris.map(name).sort(compareCodePoints);
  const flag = (iri: string, property: (typeof clew)['comparison']) =>
    index.optional(iri, property) === 'true';
  const classes = index.ofType(owl.Class, graph).map(
    (iri): OntologyClass => ({
      id: name(iri),
      label: index.texts(iri, rdfs.label, graph),
      definition: index.texts(iri, skos.definition, graph),
      parents: names(index.iris(iri, rdfs.subClassOf, graph)),
    }),
  );
  const types = [
    [owl.ObjectProperty, 'thing'],
    [owl.DatatypeProperty, 'literal'],
    [rdf.Property, 'any'],
  ] as const;
  const properties = types.flatMap(([type, values]) =>
    index.ofType(type, graph).map(
      (iri): OntologyProperty => ({
        id: name(iri),
        label: index.texts(iri, rdfs.label, graph),
        definition: index.texts(iri, skos.definition, graph),
        parents: names(index.iris(iri, rdfs.subPropertyOf, graph)),
        domain: names(index.iris(iri, schema.domainIncludes, graph)),
        range: names(index.iris(iri, schema.rangeIncludes, graph)),
        values,
        use: index.optional(iri, clew.termUse) === 'qualifier' ? 'qualifier' : 'predicate',
        needsQualifiers: flag(iri, clew.needsQualifiers),
        comparison: flag(iri, clew.comparison),
      }),
    ),
  );
  return { classes: byId(classes), properties: byId(properties) };
}

function byId<T extends { readonly id: string }>(terms: readonly T[]): Record<string, T> {
  const sorted = [...terms].sort((a, b) => compareCodePoints(a.id, b.id));
  return Object.fromEntries(sorted.map((term) => [term.id, term]));
}
