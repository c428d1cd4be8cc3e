/** Terms and quads of RDF: small, immutable, in the shape of RDF/JS. Only the term guard and the mapping make them. */

/** Base direction of a text in RDF 1.2. */
export type Direction = '' | 'ltr' | 'rtl';

/** An IRI. Its constructor checks nothing: outside of this room terms come from a {@link TermGuard}. */
export class NamedNode {
  declare readonly termType: 'NamedNode';
  readonly value: string;
  /** Place among the terms of the vocabularies that the mapping uses, from 1, so that they need not be compared; 0 for others. */
  readonly rank: number;
  /** The text that {@link NamedNode.writer} has made of it: the same IRI is written many times. */
  written = '';
  writer: object | undefined = undefined;

  constructor(value: string, rank = 0) {
    this.value = value;
    this.rank = rank;
  }
  equals(other: unknown): boolean {
    return other === this || (isTerm(other, 'NamedNode') && other.value === this.value);
  }
}

/** A blank node; its label has meaning only within one document. */
export class BlankNode {
  declare readonly termType: 'BlankNode';
  readonly value: string;

  constructor(value: string) {
    this.value = value;
  }
  equals(other: unknown): boolean {
    return other === this || (isTerm(other, 'BlankNode') && other.value === this.value);
  }
}

/** A literal. With a language its datatype is rdf:langString, with a direction too rdf:dirLangString. */
export class Literal {
  declare readonly termType: 'Literal';
  readonly value: string;
  readonly datatype: NamedNode;
  /** BCP 47 tag in the case in which it was given; empty where there is none. */
  readonly language: string;
  readonly direction: Direction;
  /** The text that {@link Literal.writer} has made of it: numbers come back often. */
  written = '';
  writer: object | undefined = undefined;

  constructor(value: string, datatype: NamedNode, language = '', direction: Direction = '') {
    this.value = value;
    this.datatype = datatype;
    this.language = language;
    this.direction = direction;
  }
  /** Language tags are compared without case (RDF 1.1 Concepts section 3.3). */
  equals(other: unknown): boolean {
    if (other === this) return true;
    if (!isTerm(other, 'Literal')) return false;
    const literal = other as unknown as Literal;
    return (
      literal.value === this.value &&
      literal.datatype.value === this.datatype.value &&
      (literal.language === this.language ||
        literal.language.toLowerCase() === this.language.toLowerCase()) &&
      (literal.direction ?? '') === this.direction
    );
  }
}

/** The graph of quads that name none. There is one: {@link DEFAULT_GRAPH}. */
export class DefaultGraph {
  declare readonly termType: 'DefaultGraph';
  declare readonly value: '';

  equals(other: unknown): boolean {
    return other === this || isTerm(other, 'DefaultGraph');
  }
}

/** Subject, predicate, object, graph. In the default graph it also serves as an RDF 1.2 triple term. */
export class Quad {
  declare readonly termType: 'Quad';
  declare readonly value: '';
  readonly subject: Subject;
  readonly predicate: NamedNode;
  readonly object: Term;
  readonly graph: Graph;

  constructor(subject: Subject, predicate: NamedNode, object: Term, graph: Graph) {
    this.subject = subject;
    this.predicate = predicate;
    this.object = object;
    this.graph = graph;
  }
  equals(other: unknown): boolean {
    if (other === this) return true;
    if (!isTerm(other, 'Quad')) return false;
    const quad = other as unknown as Quad;
    return (
      this.subject.equals(quad.subject) &&
      this.predicate.equals(quad.predicate) &&
      this.object.equals(quad.object) &&
      this.graph.equals(quad.graph)
    );
  }
}

// On the prototypes: every term answers, no term pays for it.
for (const [type, termType] of [
  [NamedNode, 'NamedNode'],
  [BlankNode, 'BlankNode'],
  [Literal, 'Literal'],
  [DefaultGraph, 'DefaultGraph'],
  [Quad, 'Quad'],
] as const) {
  Object.defineProperty(type.prototype, 'termType', { value: termType });
}
for (const type of [DefaultGraph, Quad]) Object.defineProperty(type.prototype, 'value', { value: '' });

export type Subject = NamedNode | BlankNode;
/** What may stand as an object; a Quad there is an RDF 1.2 triple term. */
export type Term = NamedNode | BlankNode | Literal | Quad;
export type Graph = NamedNode | BlankNode | DefaultGraph;

export const DEFAULT_GRAPH = new DefaultGraph();

/**
 * A quad of terms that are ours already: writers take it as it is.
 * @throws TypeError for terms of other libraries; those pass `guardQuad`
 */
export function quad(
  subject: Subject,
  predicate: NamedNode,
  object: Term,
  graph: Graph = DEFAULT_GRAPH,
): Quad {
  const ours =
    (subject instanceof NamedNode || subject instanceof BlankNode) &&
    predicate instanceof NamedNode &&
    (object instanceof NamedNode ||
      object instanceof Literal ||
      object instanceof BlankNode ||
      object instanceof Quad) &&
    (graph === DEFAULT_GRAPH || graph instanceof NamedNode || graph instanceof BlankNode);
  if (!ours) throw new TypeError('a quad is made of terms that a TermGuard made');
  return new Quad(subject, predicate, object, graph);
}

function isTerm(value: unknown, termType: string): value is { readonly value: string } {
  return typeof value === 'object' && value !== null && 'termType' in value && value.termType === termType;
}
