/** Blank nodes as IRIs: a store that gets a graph in pieces, or twice, would take the same node for several. */
import { type NamedNode, type Quad, quad, type Term, TermGuard } from '../../rdf/index.ts';

/** Nodes that are told apart only to be counted. */
const COUNTED = 100_000;

/**
 * Gives each blank node an IRI under `/.well-known/genid/` (RDF 1.1 Concepts section 3.5) that follows from its label alone,
 * so that no list of them is kept.
 */
export class Skolemiser {
  readonly #guard = new TermGuard({ own: false, repair: false });
  readonly #seen = new Set<string>();
  readonly #base: string;
  readonly #scope: () => string;
  #start: string | undefined;

  /**
   * @param base absolute IRI whose host takes them
   * @param scope asked once, at the first blank node: letters and digits that tell the nodes of one file from those of
   *   another; the same file gives the same IRIs
   */
  constructor(base: string, scope: () => string) {
    this.#base = base;
    this.#scope = scope;
  }

  /** How many nodes became IRIs, in words. */
  get nodes(): string {
    return this.#seen.size < COUNTED ? `${this.#seen.size}` : `${COUNTED} or more`;
  }

  get any(): boolean {
    return this.#seen.size > 0;
  }

  /** The same quad where it has no blank node. */
  named(one: Quad): Quad {
    if (!hasNode(one)) return one;
    return quad(this.#named(one.subject), one.predicate, this.#named(one.object), this.#named(one.graph));
  }

  #named<T extends Term | Quad['graph']>(term: T): T | NamedNode {
    if (term.termType === 'Quad') {
      return quad(this.#named(term.subject), term.predicate, this.#named(term.object)) as unknown as T;
    }
    if (term.termType !== 'BlankNode') return term;
    this.#start ??= `${new URL('/.well-known/genid/', this.#base).href}${this.#scope()}-`;
    if (this.#seen.size < COUNTED) this.#seen.add(term.value);
    return this.#guard.iri(`${this.#start}${encodeURIComponent(term.value)}`, 'a blank node');
  }
}

function hasNode({ subject, object, graph }: Quad): boolean {
  return (
    subject.termType === 'BlankNode' ||
    object.termType === 'BlankNode' ||
    graph.termType === 'BlankNode' ||
    (object.termType === 'Quad' && hasNode(object))
  );
}
