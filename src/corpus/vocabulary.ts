/** The terms of the dataset's ontologies as annotators write them: names to terms, domain and range. */
import {
  compactIri,
  compareCodePoints,
  EDTF_DATATYPE,
  expandCurie,
  type OntologyIndex,
  type OntologyProperty,
  type Prefixes,
} from '../model/index.ts';
import { type ResolvedTerm, resolveTerm, superclasses } from '../ontology/index.ts';
import { datatypeIris, isLiteralRange, XSD } from './datatypes.ts';

/** What a term is wanted for. */
export type TermUse = 'kind' | 'predicate' | 'qualifier';

/** Prefixes that data may use without declaring them: those of the datatypes. */
export const DATATYPE_PREFIXES: Prefixes = { edtf: EDTF_DATATYPE.replace(/EDTF$/, ''), xsd: XSD };

/** Namespaces that ontologies borrow domains and ranges from; their usual prefixes need no declaration to be understood. */
const BORROWED: Prefixes = {
  clew: 'https://w3id.org/clew/ns#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'https://schema.org/',
};

/** Classes that a claim itself belongs to, for properties whose subject or object is a claim. */
const CLAIM_CLASSES = [
  'https://w3id.org/clew/ns#Claim',
  'https://schema.org/Claim',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement',
  'http://www.w3.org/2000/01/rdf-schema#Resource',
];

export class Vocabulary {
  readonly index: OntologyIndex;
  readonly prefixes: Prefixes;
  readonly #candidates: Readonly<Record<TermUse, readonly string[]>>;
  readonly #resolved: Readonly<Record<TermUse, Map<string, ResolvedTerm>>>;
  readonly #lines = new Map<string, ReadonlySet<string>>();
  readonly #iris = new Map<string, string>();

  /** False where an ontology could not be read: a name that is not found may then be right. */
  readonly isComplete: boolean;

  /** @param prefixes those of the dataset and its ontologies; the datatypes' are added */
  constructor(index: OntologyIndex, prefixes: Prefixes, isComplete = true) {
    this.index = index;
    this.isComplete = isComplete;
    this.prefixes = { ...DATATYPE_PREFIXES, ...prefixes };
    const properties = Object.values(index.properties);
    this.#candidates = {
      kind: Object.keys(index.classes),
      predicate: properties.filter(({ use }) => use === 'predicate').map(({ id }) => id),
      qualifier: properties.filter(({ use }) => use === 'qualifier').map(({ id }) => id),
    };
    this.#resolved = { kind: new Map(), predicate: new Map(), qualifier: new Map() };
  }

  /** The term of that name for that use; what was asked once is remembered. */
  resolve(name: string, use: TermUse): ResolvedTerm {
    const known = this.#resolved[use].get(name);
    if (known !== undefined) return known;
    const resolved = resolveTerm(name, this.#candidates[use]);
    // Wrong names are not remembered: there is no end to them.
    if ('id' in resolved) this.#resolved[use].set(name, resolved);
    return resolved;
  }

  /** The other uses that the name would have been right for. */
  otherUses(name: string, use: TermUse): TermUse[] {
    const others = (['kind', 'predicate', 'qualifier'] as const).filter((other) => other !== use);
    return others.filter((other) => 'id' in this.resolve(name, other));
  }

  /** CURIEs and local names that may be written for a use. */
  names(use: TermUse): string[] {
    return this.#candidates[use].flatMap((id) => [localName(id), id]);
  }

  property(id: string): OntologyProperty | undefined {
    return this.index.properties[id];
  }

  /** True where the kind is one of the classes or below one; also where no class is asked for. */
  isKindOf(kind: string, classes: readonly string[]): boolean {
    if (classes.length === 0) return true;
    let line = this.#lines.get(kind);
    if (line === undefined) {
      line = superclasses(this.index, kind);
      this.#lines.set(kind, line);
    }
    return classes.some((id) => line.has(id));
  }

  /** True where claims are among the classes; also where no class is asked for. */
  allowsClaims(classes: readonly string[]): boolean {
    return classes.length === 0 || classes.some((id) => CLAIM_CLASSES.includes(this.iri(id)));
  }

  /** The classes among a property's range; the rest are datatypes. */
  classesOf(range: readonly string[]): string[] {
    return range.filter((id) => !isLiteralRange(this.iri(id)));
  }

  /** The IRI of an ontology's term or datatype; a name without a known prefix stands for itself. */
  iri(id: string): string {
    let iri = this.#iris.get(id);
    if (iri === undefined) {
      iri = expandCurie(id, this.prefixes) ?? expandCurie(id, BORROWED) ?? id;
      this.#iris.set(id, iri);
    }
    return iri;
  }

  /** CURIEs of all datatypes, sorted. */
  datatypes(): string[] {
    return datatypeIris()
      .map((iri) => compactIri(iri, this.prefixes) ?? iri)
      .sort(compareCodePoints);
  }
}

function localName(curie: string): string {
  return curie.slice(curie.indexOf(':') + 1);
}
