/** Lists of JSON-LD in the graph where they stand: the parser puts the cells of all lists into the default graph. */
import { type Quad, quad as quadOf, type Term } from '../rdf/index.ts';

const CELL = /^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#(?:first|rest)$/;
/** What the parser calls the nodes that it makes; one of those belongs to the graph of what it stands in. */
const MADE = /^df_\d+_\d+$/;

/** The quads, with the cells of each list in the graph of the statement that has the list as its object. */
export function listsInTheirGraphs(quads: readonly Quad[]): readonly Quad[] {
  const cells = new Map<string, Quad[]>();
  for (const quad of quads) {
    const { subject, predicate, graph } = quad;
    if (graph.termType !== 'DefaultGraph' || subject.termType !== 'BlankNode') continue;
    if (!MADE.test(subject.value) || !CELL.test(predicate.value)) continue;
    const same = cells.get(subject.value);
    if (same) same.push(quad);
    else cells.set(subject.value, [quad]);
  }
  const graphs = new Map<string, Quad['graph']>();
  const follow = (head: Term, graph: Quad['graph']) => {
    const open = [head];
    for (let term = open.pop(); term !== undefined; term = open.pop()) {
      if (term.termType !== 'BlankNode' || graphs.has(term.value)) continue;
      const own = cells.get(term.value);
      if (own === undefined) continue;
      graphs.set(term.value, graph);
      open.push(...own.map(({ object }) => object));
    }
  };
  for (const { object, graph } of quads) if (graph.termType !== 'DefaultGraph') follow(object, graph);
  if (graphs.size === 0) return quads;
  return quads.map((quad) => {
    const graph = CELL.test(quad.predicate.value) ? graphs.get(quad.subject.value) : undefined;
    if (graph === undefined || quad.graph.termType !== 'DefaultGraph') return quad;
    return quadOf(quad.subject, quad.predicate, quad.object, graph);
  });
}
