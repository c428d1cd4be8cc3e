/** What every part of the mapping from the model to quads shares: options, guard, IRIs, and the terms made so far. */
import {
  type Article,
  type CodePointText,
  type Curie,
  compactIri,
  type Dataset,
  expandCurie,
  ID_PATTERN,
  Iris,
  type Prefixes,
  type Value,
} from '../model/index.ts';
import { superclasses, superproperties } from '../ontology/index.ts';
import { checkPrefixes, rdfPrefixes } from './prefixes.ts';
import { NamedNode } from './quad.ts';
import { RecentTerms } from './recent-terms.ts';
import { TermGuard } from './term-guard.ts';

/** How much of the articles' text outputs carry: positions only; quotes of evidence; quotes of all spans and the text itself. */
export const TEXT_LEVELS = ['standoff', 'quotes', 'full'] as const;
export type TextLevel = (typeof TEXT_LEVELS)[number];

/**
 * What RDF a dataset becomes: claims hold their statements as rdf:subject, predicate and object (`rdf11`) or by
 * `rdf:reifies` with an RDF 1.2 triple term (`rdf12`); `nif` adds every span as a string of NIF 2.0 to `rdf11`; `nanopub`
 * makes one nanopublication per claim, and nothing else.
 */
export const RDF_MODELS = ['rdf11', 'rdf12', 'nif', 'nanopub'] as const;
export type RdfModel = (typeof RDF_MODELS)[number];

export interface RdfOptions {
  readonly model: RdfModel;
  /** Plain triples for implied claims too. */
  readonly implied: boolean;
  /** Superclasses of kinds, and plain triples with superproperties. */
  readonly infer: boolean;
  readonly text: TextLevel;
  /** Spans longer than this many code points get no quote. */
  readonly longestQuote: number;
  /** The source text of an article, where it is at hand; `undefined` leaves its quotes out. */
  readonly source: (article: string) => CodePointText | undefined;
  /** Mend terms that no syntax can hold, and report each, in place of refusing the dataset. */
  readonly repair: boolean;
}

export const RDF_DEFAULTS: RdfOptions = {
  model: 'rdf11',
  implied: false,
  infer: false,
  text: 'standoff',
  longestQuote: 300,
  source: () => undefined,
  repair: false,
};

/** The dataset without its articles: all that the mapping of one article needs to know beside it. */
export type DatasetHead = Omit<Dataset, 'articles'>;

/** How many terms of a kind are remembered at the most: as many as a long article has. */
const KEPT = 512;

/** Makes terms for the parts of the mapping. One per run; terms that come back often are made once. */
export class MappingContext {
  readonly head: DatasetHead;
  readonly options: RdfOptions;
  readonly guard: TermGuard;
  readonly iris: Iris;
  readonly prefixes: Prefixes;
  readonly #terms = new Map<Curie, NamedNode>();
  readonly #types = new Map<Curie, readonly NamedNode[]>();
  readonly #predicates = new Map<Curie, readonly NamedNode[]>();
  readonly #entities = new RecentTerms(KEPT);
  /** One section goes through all articles, one after the other. */
  readonly #articles = new RecentTerms(16);
  /** Claims of the article that was spoken of last. */
  readonly #claims = new RecentTerms(KEPT);
  #claimsOf = '';
  /** Entities that have an IRI of their own, by id, and the ids by IRI. */
  readonly #own = new Map<string, NamedNode>();
  readonly #ownIds = new Map<string, string>();

  constructor(head: DatasetHead, options: Partial<RdfOptions> = {}) {
    this.head = head;
    this.options = { ...RDF_DEFAULTS, ...options };
    this.guard = new TermGuard({ own: true, repair: this.options.repair });
    this.prefixes = rdfPrefixes(head);
    this.guard.at('dataset', head.id);
    for (const { code, message, value = '', hint } of checkPrefixes(head.prefixes)) {
      this.guard.refuse(code, message, value, 'prefixes', hint);
    }
    if (!/[/#]$/.test(head.base)) {
      this.guard.refuse('bad-base', 'the base ends neither in “/” nor in “#”', head.base, 'base');
    }
    this.iris = new Iris(this.guard.iri(head.base, 'base').value);
  }

  /** The IRI of an ontology term. */
  term(curie: Curie, field: string): NamedNode {
    const known = this.#terms.get(curie);
    if (known !== undefined) return known;
    const iri = expandCurie(curie, this.prefixes);
    const term = this.guard.iri(iri ?? curie, field);
    if (iri === undefined && !/^[^:]*:\/\/|^urn:/.test(curie)) {
      // `foo:bar` would pass as an IRI of the scheme foo.
      const hint = 'Declare its prefix in the dataset, or write out the IRI.';
      this.guard.refuse('unknown-prefix', `the prefix of ${field} is not declared`, curie, field, hint);
    } else if (iri !== undefined && compactIri(iri, this.prefixes) !== curie) {
      const hint = `Write it as ${compactIri(iri, this.prefixes)}.`;
      this.guard.refuse('ambiguous-curie', `${field} has a shorter name`, curie, field, hint);
    }
    if (this.guard.refused === 0) this.#terms.set(curie, term);
    return term;
  }

  /** Checks an id (DESIGN section 4), which IRIs are made from. */
  id(id: string, field: string): string {
    if (ID_PATTERN.test(id)) return id;
    this.guard.refuse('bad-id', `${field} is no id`, id, field, 'Ids have letters, digits, “-” and “_”.');
    return 'refused';
  }

  /** True once an entity has an IRI of its own: then the order of ids is no longer that of IRIs. */
  get hasOwnIris(): boolean {
    return this.#own.size > 0;
  }

  /** The IRI that an entity has in place of one under the base. */
  ownIri(id: string): string | undefined {
    return this.#own.get(id)?.value;
  }

  /** Makes known which of an article's entities have an IRI of their own, before anything refers to them. */
  know(article: Article): void {
    for (const { id, iri } of article.entities) {
      if (iri === undefined) continue;
      const guard = this.guard.at('entity', id, article.id);
      const known = this.#own.get(id);
      const other = this.#ownIds.get(iri);
      if (known?.value === iri) continue;
      if (known !== undefined || other !== undefined || iri.startsWith(this.iris.base)) {
        const hint = 'Give each entity one IRI of its own, outside of the dataset’s base.';
        guard.refuse('ambiguous-iri', 'the entity’s own IRI can be taken for another’s', iri, 'iri', hint);
      }
      this.#own.set(id, guard.iri(iri, 'iri'));
      this.#ownIds.set(iri, id);
    }
  }

  /**
   * Lets go of the terms of the article before. Remembered for longer than an article lasts, they would grow old enough for V8
   * to take them for long-lived.
   */
  nextArticle(): void {
    this.#entities.forget();
    this.#claims.forget();
  }

  entity(id: string, field: string): NamedNode {
    const own = this.#own.size === 0 ? undefined : this.#own.get(id);
    return (
      own ?? this.#entities.get(id) ?? this.#keep(this.#entities, id, this.iris.entity(this.id(id, field)))
    );
  }

  /** @param id of an article that was checked */
  article(id: string): NamedNode {
    return this.#articles.get(id) ?? this.#keep(this.#articles, id, this.iris.article(id));
  }

  claim(article: string, id: string, field: string): NamedNode {
    if (article !== this.#claimsOf) {
      this.#claimsOf = article;
      this.#claims.forget();
    }
    return (
      this.#claims.get(id) ??
      this.#keep(this.#claims, id, this.iris.claim(this.id(article, field), this.id(id, field)))
    );
  }

  #keep(terms: RecentTerms, key: string, iri: string): NamedNode {
    const term = new NamedNode(iri);
    if (this.guard.refused === 0) terms.keep(key, term);
    return term;
  }

  /**
   * The classes of an entity: its kind and the nearest superclasses that other vocabularies define; with `infer` all.
   * Sorted by nothing: the quads are.
   */
  types(kind: Curie): readonly NamedNode[] {
    const known = this.#types.get(kind);
    if (known !== undefined) return known;
    const { ontology } = this.head;
    const ids = this.options.infer ? superclasses(ontology, kind) : nearestForeign(kind, ontology.classes);
    const types = [...ids].map((id) => this.term(id, 'kind'));
    if (this.guard.refused === 0) this.#types.set(kind, types);
    return types;
  }

  /** The predicate, and with `infer` its superproperties, but for those that are false without qualifiers. */
  predicates(predicate: Curie): readonly NamedNode[] {
    const known = this.#predicates.get(predicate);
    if (known !== undefined) return known;
    const { ontology } = this.head;
    const above = this.options.infer ? superproperties(ontology, predicate) : [];
    const ids = new Set([predicate, ...[...above].filter((id) => !ontology.properties[id]?.needsQualifiers)]);
    const predicates = [...ids].map((id) => this.term(id, 'predicate'));
    if (this.guard.refused === 0) this.#predicates.set(predicate, predicates);
    return predicates;
  }
}

/** The class and, upward from it, the first classes that the dataset's ontologies do not define. */
function nearestForeign(kind: Curie, classes: DatasetHead['ontology']['classes']): Set<Curie> {
  const found = new Set([kind]);
  const seen = new Set([kind]);
  for (const id of seen) {
    if (!Object.hasOwn(classes, id)) found.add(id);
    else for (const parent of classes[id]!.parents) seen.add(parent);
  }
  return found;
}

/** True where a value is a literal that needs a node of its own: it has a unit, or bounds in place of a value. */
export function isQuantity(value: Value): boolean {
  return 'unit' in value || 'min' in value || 'max' in value;
}
