/** What a load sends: graphs one after the other, each with its distinct triples as lines. */
import { createHash } from 'node:crypto';
import { readQuads, tripleLine } from '../../formats/index.ts';
import { type Dataset, Iris } from '../../model/index.ts';
import { datasetToQuads, type Quad, type RdfOptions } from '../../rdf/index.ts';

/** Lines are those of N-Triples in the canonical form but for the case of language tags. */
export interface GraphContent {
  /** IRI of the graph. */
  readonly graph: string;
  /** How many triples, each counted once. */
  readonly triples: number;
  /** Texts of whole lines, each line once, in the same order every time. */
  texts(): Iterable<string>;
  /** SHA-256 over the lines, as 64 hexadecimal digits. */
  hash(): string;
}

/** Can be gone through more than once, with the same result. */
export interface GraphSource {
  /** At most one graph is held at a time where the source allows it. */
  graphs(): Iterable<GraphContent>;
  /** The graph in which hashes are kept, and the IRI that stands for it there; absent where nothing is kept. */
  readonly ledger?: { readonly graph: string; readonly self: string };
  /** Graphs that begin so belong to the source, so that those it no longer has can be told. */
  readonly own?: string;
  /** Gives back what is kept outside of memory; the source is of no more use then. */
  close?(): void;
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
          if (triples.length > 0) yield heldGraph(graph, triples);
          graph = quad.graph.value;
          triples = [];
        }
        triples.push(quad);
      }
      if (triples.length > 0) yield heldGraph(graph, triples);
    },
  };
}

/** Units of a text that is made of the lines of triples. */
const TEXT = 256 * 1024;

/** Triples in memory, each of them once. */
export function heldGraph(graph: string, triples: readonly Quad[]): GraphContent {
  const texts = function* () {
    let text = '';
    for (const triple of triples) {
      text += tripleLine(triple);
      if (text.length < TEXT) continue;
      yield text;
      text = '';
    }
    if (text !== '') yield text;
  };
  return { graph, triples: triples.length, texts, hash: () => hashOf(texts()) };
}

function hashOf(texts: Iterable<string>): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text);
  return hash.digest('hex');
}

/** The same graph with more triples, none of which it has. */
export function withTriples(content: GraphContent, more: readonly Quad[]): GraphContent {
  const { graph, triples } = content;
  const texts = function* () {
    yield* content.texts();
    yield* heldGraph(graph, more).texts();
  };
  return { graph, triples: triples + more.length, texts, hash: () => hashOf(texts()) };
}

/** The triples of lines. */
export function triplesOf(lines: string): readonly Quad[] {
  return readQuads(lines, 'ntriples', { file: 'what would be sent' }).quads;
}
