/** Terms and quads of other libraries, each passed through the term guard and made ours. */
import {
  DEFAULT_GRAPH,
  type Graph,
  type Literal,
  type NamedNode,
  Quad,
  type Subject,
  type Term,
} from './quad.ts';
import { REFUSED, TermGuard } from './term-guard.ts';
import { rdf, xsd } from './well-known.ts';

/** A term in the shape of RDF/JS. */
export interface ForeignTerm {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
  readonly direction?: string | null;
  readonly datatype?: ForeignTerm;
  readonly subject?: ForeignTerm;
  readonly predicate?: ForeignTerm;
  readonly object?: ForeignTerm;
  readonly graph?: ForeignTerm;
}

/** A quad in the shape of RDF/JS. */
export interface ForeignQuad {
  readonly subject: ForeignTerm;
  readonly predicate: ForeignTerm;
  readonly object: ForeignTerm;
  readonly graph?: ForeignTerm;
}

/**
 * Quads of another library as ours; our own pass as they are. After a refused one nothing more is passed on: the rest
 * is only checked.
 * @throws ProblemError at the end, with everything that was refused
 */
export function* guardQuads(
  quads: Iterable<ForeignQuad>,
  guard: TermGuard = new TermGuard({ own: false }),
): Generator<Quad> {
  let number = 0;
  for (const foreign of quads) {
    number += 1;
    const quad = guardQuad(foreign, guard, number);
    if (quad !== undefined && guard.refused === 0) yield quad;
  }
  guard.finish();
}

/**
 * One quad as ours, which passes as it is; `undefined` where one of its terms was refused.
 * @param number names the quad in problems, from 1
 */
export function guardQuad(quad: ForeignQuad, guard: TermGuard, number: number): Quad | undefined {
  if (quad instanceof Quad) return quad;
  guard.at('quad', String(number));
  const before = guard.refused;
  const made = new Quad(
    subject(quad.subject, guard),
    named(quad.predicate, 'predicate', 'an IRI', guard),
    object(quad.object, guard),
    graph(quad.graph, guard),
  );
  return guard.refused === before ? made : undefined;
}

function subject(term: ForeignTerm, guard: TermGuard): Subject {
  return term.termType === 'BlankNode'
    ? guard.blankNode(term.value, 'subject')
    : named(term, 'subject', 'an IRI or a blank node', guard);
}

function object(term: ForeignTerm, guard: TermGuard): Term {
  if (term.termType === 'Literal') return literal(term, guard);
  if (term.termType === 'BlankNode') return guard.blankNode(term.value, 'object');
  if (term.termType === 'Quad') return tripleTerm(term, guard);
  return named(term, 'object', 'an IRI, a blank node, a literal or a triple term', guard);
}

function graph(term: ForeignTerm | undefined, guard: TermGuard): Graph {
  if (term === undefined || term.termType === 'DefaultGraph') return DEFAULT_GRAPH;
  if (term.termType === 'BlankNode') return guard.blankNode(term.value, 'graph');
  return named(term, 'graph', 'an IRI or a blank node', guard);
}

function tripleTerm(term: ForeignTerm, guard: TermGuard): Term {
  if (term.subject === undefined || term.predicate === undefined || term.object === undefined) {
    guard.refuse('bad-triple-term', 'a triple term lacks a part', term.value, 'object');
    return REFUSED;
  }
  if (term.graph !== undefined && term.graph.termType !== 'DefaultGraph') {
    guard.refuse('bad-triple-term', 'a triple term names a graph', term.graph.value, 'object');
    return REFUSED;
  }
  return new Quad(
    subject(term.subject, guard),
    named(term.predicate, 'predicate', 'an IRI', guard),
    object(term.object, guard),
    DEFAULT_GRAPH,
  );
}

function literal(term: ForeignTerm, guard: TermGuard): Literal {
  const { value, language = '', direction } = term;
  const datatype = term.datatype?.value ?? xsd.string.value;
  if (language !== '') {
    return guard.text(value, language, 'object', direction === 'ltr' || direction === 'rtl' ? direction : '');
  }
  if (datatype === rdf.langString.value || datatype === rdf.dirLangString.value) {
    guard.refuse('bad-language', 'a language-tagged text has no language', value, 'object');
    return guard.string('', 'object');
  }
  if (datatype === xsd.string.value) return guard.string(value, 'object');
  return guard.typed(value, guard.iri(datatype, 'datatype'), 'object');
}

function named(term: ForeignTerm, field: string, wanted: string, guard: TermGuard): NamedNode {
  if (term.termType === 'NamedNode') return guard.iri(term.value, field);
  guard.refuse('bad-term', `${field} must be ${wanted}, not a ${term.termType}`, term.value, field);
  return REFUSED;
}
