/** Blank nodes as IRIs: a store that gets a graph in pieces, or twice, would take the same node for several. */
import { createHash } from 'node:crypto';
import { type NamedNode, type Quad, quad, type Term, TermGuard } from '../../rdf/index.ts';

/**
 * Gives each blank node an IRI under `/.well-known/genid/` (RDF 1.1 Concepts section 3.5).
 * @param base absolute IRI whose host takes them
 * @param scope tells the nodes of one file from those of another: the same file gives the same IRIs
 */
export function skolemised(
  quads: readonly Quad[],
  base: string,
  scope: string,
): { readonly quads: readonly Quad[]; readonly nodes: number } {
  if (!quads.some(hasNode)) return { quads, nodes: 0 };
  const guard = new TermGuard({ own: false, repair: false });
  const seen = new Map<string, NamedNode>();
  const start = new URL('/.well-known/genid/', base).href;
  const mark = createHash('sha256').update(scope).digest('hex').slice(0, 12);
  const named = <T extends Term | Quad['graph']>(term: T): T | NamedNode => {
    if (term.termType === 'Quad') {
      return quad(named(term.subject), term.predicate, named(term.object)) as unknown as T;
    }
    if (term.termType !== 'BlankNode') return term;
    const known = seen.get(term.value);
    if (known !== undefined) return known;
    const made = guard.iri(`${start}${mark}-${encodeURIComponent(term.value)}`, 'a blank node');
    seen.set(term.value, made);
    return made;
  };
  const all = quads.map((one) =>
    quad(named(one.subject), one.predicate, named(one.object), named(one.graph)),
  );
  return { quads: all, nodes: seen.size };
}

function hasNode({ subject, predicate, object, graph }: Quad): boolean {
  return [subject, predicate, object, graph].some(
    (term) => term.termType === 'BlankNode' || (term.termType === 'Quad' && hasNode(term)),
  );
}
