/**
 * The ontology that foreign data uses: minted from the classes and predicates that occur, with what the data says of them. Those
 * that are things of the data too are classes and properties there as well, as RDF written from the dataset has it.
 */
import {
  compareCodePoints,
  type LangMap,
  LossCounter,
  NO_LANGUAGE,
  type OntologyIndex,
  type OntologyProperty,
} from '../model/index.ts';
import type { ForeignIndex } from './foreign-index.ts';
import { type Parents, withAncestors, withoutCircles } from './foreign-kinds.ts';
import type { ForeignNames } from './foreign-names.ts';
import { foreignTexts } from './foreign-texts.ts';
import { nameOfTerm } from './foreign-vocabulary.ts';
import { PROPERTY_TYPES } from './head-quads.ts';
import { owl, rdfs } from './well-known.ts';

export class ForeignOntology {
  readonly classParents: Parents;
  /** Things by class. */
  readonly instances: ReadonlyMap<string, number>;
  readonly index: OntologyIndex;
  readonly #source: ForeignIndex;
  readonly #names: ForeignNames;

  constructor(source: ForeignIndex, names: ForeignNames) {
    this.#source = source;
    this.#names = names;
    const classLinks = new Map<string, Set<string>>();
    const propertyLinks = new Map<string, Set<string>>();
    const predicates = new Map<string, Use>();
    for (const { statements } of source.graphs.values()) {
      for (const { subject, predicate, object } of statements) {
        const use = predicates.get(predicate.value) ?? { things: false, literals: false };
        predicates.set(predicate.value, use);
        if (object.termType === 'Literal') use.literals = true;
        else use.things = true;
        if (subject.termType !== 'NamedNode' || object.termType !== 'NamedNode') continue;
        if (predicate.value === rdfs.subClassOf.value) link(classLinks, subject.value, object.value);
        if (predicate.value === rdfs.subPropertyOf.value) link(propertyLinks, subject.value, object.value);
      }
    }
    this.classParents = withoutCircles(classLinks);
    const propertyParents = withoutCircles(propertyLinks);
    const properties = closed(predicates.keys(), propertyParents);
    const values = (iri: string) => valuesOf(predicates.get(iri));
    for (const iri of properties) source.nodes.get(iri)?.types.add(PROPERTY_TYPES[values(iri)].value);
    // Twice: owl:Class may be a thing of the file as well.
    for (let round = 0; round < 2; round += 1) {
      for (const iri of this.#classes()) source.nodes.get(iri)?.types.add(owl.Class.value);
    }
    this.instances = this.#count();
    this.index = {
      classes: this.#terms(this.#classes(), (iri) => ({
        ...this.#texts(iri),
        parents: this.#parents(iri, this.classParents),
      })),
      properties: this.#terms(properties, (iri) => ({
        ...this.#texts(iri),
        parents: this.#parents(iri, propertyParents),
        domain: [],
        range: [],
        values: values(iri),
        use: 'predicate' as const,
        needsQualifiers: false,
        comparison: false,
      })),
    };
  }

  /** True where the thing is a class or a property of the ontology as well. */
  isTerm(iri: string): boolean {
    const name = this.#names.name(iri);
    return name !== undefined && (name in this.index.classes || name in this.index.properties);
  }

  /** The classes that occur, and all that is above them. */
  #classes(): Set<string> {
    const types = new Set<string>();
    for (const node of this.#source.nodes.values()) {
      if (node.types.size === 0) types.add(rdfs.Resource.value);
      for (const type of node.types) types.add(type);
    }
    return closed(types, this.classParents);
  }

  #count(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { types } of this.#source.nodes.values()) {
      for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
    }
    return counts;
  }

  #texts(iri: string): { readonly label: LangMap; readonly definition: LangMap } {
    const node = this.#source.nodes.get(iri);
    // Counted already, where the same node became an entity.
    const texts = node && foreignTexts(node, new LossCounter());
    const named = texts !== undefined && Object.keys(texts.label).length > 0;
    return {
      label: named ? texts.label : { [NO_LANGUAGE]: nameOfTerm(iri) },
      definition: texts?.description ?? {},
    };
  }

  #parents(iri: string, parents: Parents): string[] {
    const named = (parents.get(iri) ?? []).flatMap((parent) => this.#names.name(parent) ?? []);
    return named.sort(compareCodePoints);
  }

  /** By name, in order. IRIs are named in order too, since names may depend on those before them. */
  #terms<T>(iris: Iterable<string>, make: (iri: string) => T): Record<string, T & { readonly id: string }> {
    const terms = new Map<string, T & { readonly id: string }>();
    for (const iri of [...iris].sort(compareCodePoints)) {
      const id = this.#names.name(iri);
      if (id !== undefined) terms.set(id, { id, ...make(iri) });
    }
    return Object.fromEntries([...terms].sort(([a], [b]) => compareCodePoints(a, b)));
  }
}

interface Use {
  things: boolean;
  literals: boolean;
}

function valuesOf(use: Use | undefined): OntologyProperty['values'] {
  if (use === undefined || use.things === use.literals) return 'any';
  return use.things ? 'thing' : 'literal';
}

function link(links: Map<string, Set<string>>, child: string, parent: string): void {
  links.set(child, (links.get(child) ?? new Set()).add(parent));
}

/** The terms and all that is above them. */
function closed(iris: Iterable<string>, parents: Parents): Set<string> {
  const all = new Set<string>();
  for (const iri of iris) for (const one of withAncestors(iri, parents)) all.add(one);
  return all;
}
