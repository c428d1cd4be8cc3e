/** What the query page's editor completes: prefixes, classes and properties with their words, entities by name. */
import { compactIri, compareCodePoints, entityIri, pickText } from '../../model/index.ts';
import type { Publication } from '../linked/publication.ts';
import { NameIndex } from '../reconcile/name-index.ts';

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const LABEL = 'http://www.w3.org/2000/01/rdf-schema#label';
const DEFINITIONS = [
  'http://www.w3.org/2004/02/skos/core#definition',
  'http://www.w3.org/2000/01/rdf-schema#comment',
];
const CLASS = /(?:owl#|rdf-schema#)Class$/;
const PROPERTY = /(?:owl#(?:Object|Datatype|Annotation)Property|22-rdf-syntax-ns#Property)$/;
/** Most names that are suggested at once. */
const MOST = 12;

/** Terms of the vocabularies, and all classes and properties that the data uses, by their name in queries. */
export function queryVocabulary({ graph, prefixes }: Publication): object {
  const kinds = new Map<string, 'class' | 'property'>();
  for (const iri of graph.subjects()) {
    for (const { predicate, object } of graph.about(iri)) {
      if (!kinds.has(predicate.value)) kinds.set(predicate.value, 'property');
      if (predicate.value !== RDF_TYPE || object.termType !== 'NamedNode') continue;
      kinds.set(object.value, 'class');
      if (CLASS.test(object.value)) kinds.set(iri, 'class');
      else if (PROPERTY.test(object.value)) kinds.set(iri, 'property');
    }
  }
  const texts = (iri: string, predicate: string) =>
    Object.fromEntries(
      graph.about(iri).flatMap(({ predicate: said, object }) => {
        if (said.value !== predicate || object.termType !== 'Literal') return [];
        return [[object.language, object.value] as const];
      }),
    );
  const terms = [...kinds].flatMap(([iri, kind]) => {
    const id = compactIri(iri, prefixes);
    // What can't stand in a query as it is would only make it wrong.
    if (id === undefined || !/^[A-Za-z][\w.-]*:[A-Za-z_][\w-]*$/.test(id)) return [];
    const definition = DEFINITIONS.map((name) => texts(iri, name)).find(
      (found) => Object.keys(found).length > 0,
    );
    return [{ id, kind, label: texts(iri, LABEL), definition: definition ?? {} }];
  });
  return { prefixes, terms: terms.sort((a, b) => compareCodePoints(a.id, b.id)) };
}

/** Entities by how their names begin, as they are written in a query. */
export class QueryNames {
  readonly #site: Publication;
  readonly #index: NameIndex;

  constructor(site: Publication) {
    this.#site = site;
    this.#index = new NameIndex(
      [...site.entities.values()].map(({ id, label, aliases }) => ({
        id,
        labels: Object.values(label),
        aliases: aliases.map(({ text }) => text),
      })),
    );
  }

  /** @param languages in order of preference */
  startingWith(prefix: string, languages: readonly string[]): object[] {
    const { dataset, entities, iris } = this.#site;
    return this.#index
      .startingWith(prefix)
      .slice(0, MOST)
      .flatMap(({ id }) => {
        const entity = entities.get(id)!;
        const iri = entityIri(entity, iris);
        // What is relative to a base that ends in `#` would lose the base's last step.
        const isUnder = dataset.base.endsWith('/') && iri.startsWith(dataset.base);
        const kind = dataset.ontology.classes[entity.kind];
        return {
          iri: `<${isUnder ? iri.slice(dataset.base.length) : iri}>`,
          label: pickText(entity.label, languages)?.text ?? id,
          detail: (kind && pickText(kind.label, languages)?.text) ?? '',
        };
      });
  }
}
