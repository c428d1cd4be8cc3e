/** Foreign quads sorted by what the model makes of them: descriptions of things, and statements by graph. */
import type { LossCounter } from '../model/index.ts';
import { ENTITY_PREDICATES } from './entity-quads.ts';
import { DESCRIPTIONS, LABELS } from './foreign-vocabulary.ts';
import type { Graph, Literal, NamedNode, Quad, Subject, Term } from './quad.ts';
import { dct, owl, rdf, rdfs, skos } from './well-known.ts';

/** What is said of a thing by the properties that the model has fields for. */
export interface ForeignNode {
  readonly term: Subject;
  readonly types: Set<string>;
  readonly sameAs: Set<string>;
  readonly closeMatch: Set<string>;
  readonly aliases: Literal[];
  /** By the property's place in {@link LABELS}. */
  readonly labels: (Literal[] | undefined)[];
  /** By the property's place in {@link DESCRIPTIONS}. */
  readonly descriptions: (Literal[] | undefined)[];
}

/** A triple that becomes a claim. */
export interface ForeignStatement {
  readonly subject: Subject;
  readonly predicate: NamedNode;
  readonly object: Exclude<Term, Quad>;
}

/** What one graph says. */
export interface ForeignGraph {
  readonly name: Graph;
  /** Keys of the things that it speaks of. */
  readonly nodes: Set<string>;
  readonly statements: ForeignStatement[];
}

/** A key that tells IRIs and blank nodes apart. */
export function nodeKey(term: Subject | Graph): string {
  return term.termType === 'BlankNode' ? `_:${term.value}` : term.value;
}

const LABEL_PLACES = new Map(LABELS.map((iri, place) => [iri, place]));
const DESCRIPTION_PLACES = new Map(DESCRIPTIONS.map((iri, place) => [iri, place]));

export class ForeignIndex {
  readonly nodes = new Map<string, ForeignNode>();
  readonly graphs = new Map<string, ForeignGraph>();
  readonly #losses: LossCounter;

  constructor(quads: Iterable<Quad>, losses: LossCounter) {
    this.#losses = losses;
    for (const quad of quads) this.#add(quad);
  }

  #add({ subject, predicate, object, graph }: Quad): void {
    if (object.termType === 'Quad') {
      this.#losses.add('statements whose object is a triple term (RDF 1.2)');
      return;
    }
    const node = this.#node(subject);
    const within = this.#graph(graph);
    within.nodes.add(nodeKey(subject));
    if (object.termType === 'Literal') {
      if (object.direction !== '') this.#losses.add('base directions of texts');
      describe(node, predicate.value, object);
    }
    if (ENTITY_PREDICATES.has(predicate.value)) this.#describe(node, predicate.value, object);
    else {
      within.statements.push({ subject, predicate, object });
      if (object.termType !== 'Literal') within.nodes.add(nodeKey(this.#node(object).term));
    }
  }

  /** By a property that the mapping writes from the entity's own fields. */
  #describe(node: ForeignNode, predicate: string, object: ForeignStatement['object']): void {
    const isText = object.termType === 'Literal';
    const isIri = object.termType === 'NamedNode';
    if (isIri && predicate === rdf.type.value) node.types.add(object.value);
    else if (isIri && predicate === owl.sameAs.value) node.sameAs.add(object.value);
    else if (isIri && predicate === skos.closeMatch.value) node.closeMatch.add(object.value);
    else if (isText && predicate === skos.altLabel.value) node.aliases.push(object);
    else if (!isText || (predicate !== rdfs.label.value && predicate !== dct.description.value)) {
      const what = object.termType === 'Literal' ? 'a literal' : isIri ? 'an IRI' : 'a blank node';
      this.#losses.add(`statements by ${predicate} whose object is ${what}`);
    }
  }

  #node(term: Subject): ForeignNode {
    const key = nodeKey(term);
    let node = this.nodes.get(key);
    if (node === undefined) {
      node = {
        term,
        types: new Set(),
        sameAs: new Set(),
        closeMatch: new Set(),
        aliases: [],
        labels: [],
        descriptions: [],
      };
      this.nodes.set(key, node);
    }
    return node;
  }

  #graph(name: Graph): ForeignGraph {
    const key = nodeKey(name);
    let graph = this.graphs.get(key);
    if (graph === undefined) {
      graph = { name, nodes: new Set(), statements: [] };
      this.graphs.set(key, graph);
    }
    return graph;
  }
}

/** Texts by properties that name or describe, whether or not they are statements too. */
function describe({ labels, descriptions }: ForeignNode, predicate: string, text: Literal): void {
  const label = LABEL_PLACES.get(predicate);
  if (label !== undefined) labels[label] = [...(labels[label] ?? []), text];
  const description = DESCRIPTION_PLACES.get(predicate);
  if (description !== undefined) descriptions[description] = [...(descriptions[description] ?? []), text];
}
