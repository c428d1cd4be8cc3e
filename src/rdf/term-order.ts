/** The one order of quads in all outputs: graph, subject, predicate, object, each by code point. */
import { compareCodePoints } from '../model/index.ts';
import type { Graph, Quad, Subject, Term } from './quad.ts';

/** The default graph, literals, IRIs, blank nodes, triple terms. */
const RANK = { DefaultGraph: 0, Literal: 1, NamedNode: 2, BlankNode: 3, Quad: 4 } as const;

/** By kind, then by value; literals of one value by language, direction and datatype. */
export function compareTerms(a: Term | Subject | Graph, b: Term | Subject | Graph): number {
  if (a === b) return 0;
  if (a.termType === 'Literal' && b.termType === 'Literal') {
    return (
      compareCodePoints(a.value, b.value) ||
      compareCodePoints(a.language, b.language) ||
      compareCodePoints(a.direction, b.direction) ||
      compareCodePoints(a.datatype.value, b.datatype.value)
    );
  }
  if (a.termType === 'Quad' && b.termType === 'Quad') return compareQuads(a, b);
  return RANK[a.termType] - RANK[b.termType] || compareCodePoints(a.value, b.value);
}

/** By graph, subject, predicate, object. */
export function compareQuads(a: Quad, b: Quad): number {
  return compareTerms(a.graph, b.graph) || compareTriples(a, b);
}

/** By subject, predicate, object: for quads that are known to share their graph, or whose graph does not matter. */
export function compareTriples(a: Quad, b: Quad): number {
  return (
    compareTerms(a.subject, b.subject) ||
    compareTerms(a.predicate, b.predicate) ||
    compareTerms(a.object, b.object)
  );
}

/** The quads in order, each once. */
export function sortedQuads(quads: Iterable<Quad>): Quad[] {
  return distinctNeighbours([...quads].sort(compareQuads));
}

/** The triples in order, each once, whatever their graphs. */
export function sortedTriples(quads: Iterable<Quad>): Quad[] {
  return distinctNeighbours([...quads].sort(compareTriples), compareTriples);
}

function distinctNeighbours(quads: Quad[], compare = compareQuads): Quad[] {
  return quads.filter((quad, i) => i === 0 || compare(quads[i - 1]!, quad) !== 0);
}
