/** What a load sends: graphs one after the other, each with its distinct triples as sorted lines. */
import { createHash } from 'node:crypto';
import { tripleLine } from '../../formats/index.ts';
import { compareCodePoints, type Dataset, Iris } from '../../model/index.ts';
import { datasetToQuads, type Quad, type RdfOptions } from '../../rdf/index.ts';

export interface GraphContent {
  /** IRI of the graph. */
  readonly graph: string;
  /** Each once, in the order of their lines' code points or of the mapping; the same for the same content. */
  readonly triples: readonly Quad[];
}

/** Can be gone through more than once, with the same result. */
export interface GraphSource {
  /** At most one graph is held at a time where the source allows it. */
  graphs(): Iterable<GraphContent>;
  /** The graph in which hashes are kept, and the IRI that stands for it there; absent where nothing is kept. */
  readonly ledger?: { readonly graph: string; readonly self: string };
  /** Graphs that begin so belong to the source, so that those it no longer has can be told. */
  readonly own?: string;
}

/** The graphs of a dataset (DESIGN section 5). @throws ProblemError while it is gone through, for terms that are refused */
export function datasetGraphs(dataset: Dataset, options: Partial<RdfOptions> = {}): GraphSource {
  const iris = new Iris(dataset.base);
  return {
    ledger: { graph: iris.graph('dataset'), self: iris.dataset },
    own: iris.graph(''),
    *graphs() {
      let graph = '';
      let triples: Quad[] = [];
      for (const quad of datasetToQuads(dataset, options)) {
        if (quad.graph.value !== graph) {
          if (triples.length > 0) yield { graph, triples };
          graph = quad.graph.value;
          triples = [];
        }
        triples.push(quad);
      }
      if (triples.length > 0) yield { graph, triples };
    },
  };
}

/** Quads of any origin, without blank nodes; each once. */
export function quadGraphs(quads: Iterable<Quad>): GraphSource {
  const graphs = new Map<string, Quad[]>();
  for (const quad of quads) {
    const triples = graphs.get(quad.graph.value);
    if (triples === undefined) graphs.set(quad.graph.value, [quad]);
    else triples.push(quad);
  }
  // Graph by graph, so that the lines of one alone are held; once, for a load goes through them twice.
  for (const [graph, triples] of graphs) graphs.set(graph, inOrder(triples));
  const names = [...graphs.keys()].sort(compareCodePoints);
  return {
    *graphs() {
      for (const graph of names) yield { graph, triples: graphs.get(graph)! };
    },
  };
}

/** By their lines, each once. The same array where it is so already. */
function inOrder(triples: Quad[]): Quad[] {
  const lines = triples.map((triple) => [tripleLine(triple), triple] as const);
  const isBefore = (at: number) => at === 0 || compareCodePoints(lines[at - 1]![0], lines[at]![0]) < 0;
  if (lines.every((_, at) => isBefore(at))) return triples;
  lines.sort(([a], [b]) => compareCodePoints(a, b));
  return lines.filter(([line], at) => at === 0 || line !== lines[at - 1]![0]).map(([, triple]) => triple);
}

/** SHA-256 over the lines of the triples, as 64 hexadecimal digits. */
export function contentHash(triples: readonly Quad[]): string {
  const hash = createHash('sha256');
  let text = '';
  for (const triple of triples) {
    text += tripleLine(triple);
    if (text.length > 65_536) {
      hash.update(text);
      text = '';
    }
  }
  return hash.update(text).digest('hex');
}
