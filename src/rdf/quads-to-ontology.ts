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

/** @param name the id of a term's IRI */
export function readOntologyIndex(index: QuadIndex, name: (iri: string) => string): OntologyIndex {
  const names = (iris: readonly string[]) => iris.map(name).sort(compareCodePoints);
  const flag = (iri: string, property: (typeof clew)['comparison']) =>
    index.optional(iri, property) === 'true';
  const classes = index.ofType(owl.Class).map(
    (iri): OntologyClass => ({
      id: name(iri),
      label: index.texts(iri, rdfs.label),
      definition: index.texts(iri, skos.definition),
      parents: names(index.iris(iri, rdfs.subClassOf)),
    }),
  );
  const types = [
    [owl.ObjectProperty, 'thing'],
    [owl.DatatypeProperty, 'literal'],
    [rdf.Property, 'any'],
  ] as const;
  const properties = types.flatMap(([type, values]) =>
    index.ofType(type).map(
      (iri): OntologyProperty => ({
        id: name(iri),
        label: index.texts(iri, rdfs.label),
        definition: index.texts(iri, skos.definition),
        parents: names(index.iris(iri, rdfs.subPropertyOf)),
        domain: names(index.iris(iri, schema.domainIncludes)),
        range: names(index.iris(iri, schema.rangeIncludes)),
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
