/** Quads by what they are about and by what they point to, in memory: what documents are cut from. */
import type { Quad, Term } from '../../rdf/index.ts';

/** Blank nodes are known as `_:label`, which no IRI is. */
export function nodeKey(term: Term | Quad['graph']): string | undefined {
  if (term.termType === 'NamedNode') return term.value;
  return term.termType === 'BlankNode' ? `_:${term.value}` : undefined;
}

export class QuadGraph {
  readonly #about = new Map<string, Quad[]>();
  readonly #pointing = new Map<string, Quad[]>();
  readonly #named = new Map<string, Quad[]>();

  /** @param quads in the order in which they are to be given back */
  constructor(quads: Iterable<Quad>) {
    for (const quad of quads) {
      put(this.#about, nodeKey(quad.subject)!, quad);
      const object = nodeKey(quad.object);
      if (object !== undefined) put(this.#pointing, object, quad);
      if (quad.graph.termType === 'NamedNode') put(this.#named, quad.graph.value, quad);
    }
  }

  has(node: string): boolean {
    return this.#about.has(node);
  }
  /** Quads of which it is the subject. */
  about(node: string): readonly Quad[] {
    return this.#about.get(node) ?? [];
  }
  /** Quads of which it is the object. */
  pointingTo(node: string): readonly Quad[] {
    return this.#pointing.get(node) ?? [];
  }
  /** Quads of a named graph. */
  inGraph(graph: string): readonly Quad[] {
    return this.#named.get(graph) ?? [];
  }
  /** Names of the graphs, in the order in which they came. */
  graphs(): Iterable<string> {
    return this.#named.keys();
  }
  /** Everything that something is said about. */
  subjects(): Iterable<string> {
    return this.#about.keys();
  }
}

function put(map: Map<string, Quad[]>, key: string, quad: Quad): void {
  const list = map.get(key);
  if (list) list.push(quad);
  else map.set(key, [quad]);
}
