/** What differs between two sets of quads, graph by graph, blank nodes by what is said of them. */
import { tripleLine } from '../formats/index.ts';
import { compareCodePoints } from '../model/index.ts';
import { DEFAULT_GRAPH, type Quad, quad } from '../rdf/index.ts';
import type { GraphDifference } from '../store/index.ts';
import { alignBlankNodes } from './blank-nodes.ts';
import type { QuadSide } from './diff-side.ts';

export interface TripleChanges {
  /** Graphs that differ, sorted; the default graph under the empty name. */
  readonly graphs: readonly GraphDifference[];
  /** False where a side has no names of graphs: then all triples are compared as one graph. */
  readonly byGraph: boolean;
}

/** No graph differs if and only if the sets are isomorphic. */
export async function compareTriples(a: QuadSide, b: QuadSide): Promise<TripleChanges> {
  const byGraph = a.graphs && b.graphs;
  const [old, given] = byGraph ? [a.quads, b.quads] : [union(a.quads), union(b.quads)];
  const now = await alignBlankNodes(old, given);
  const nameOf = ({ graph }: Quad) =>
    !byGraph ? '' : graph.termType === 'BlankNode' ? `_:${graph.value}` : graph.value;
  const left = linesOf(old, nameOf);
  const right = linesOf(now, nameOf);
  const names = [...new Set([...left.keys(), ...right.keys()])].sort(compareCodePoints);
  const none: ReadonlySet<string> = new Set();
  const graphs = names.flatMap((graph): GraphDifference[] => {
    const [before, after] = [left.get(graph) ?? none, right.get(graph) ?? none];
    const removed = [...before].filter((line) => !after.has(line)).sort(compareCodePoints);
    const added = [...after].filter((line) => !before.has(line)).sort(compareCodePoints);
    return added.length + removed.length === 0 ? [] : [{ graph, added, removed }];
  });
  return { graphs, byGraph };
}

/** The same triples without the graphs: blank nodes are told by them where names of graphs are left out. */
function union(quads: readonly Quad[]): readonly Quad[] {
  return quads.some(({ graph }) => graph !== DEFAULT_GRAPH)
    ? quads.map(({ subject, predicate, object }) => quad(subject, predicate, object))
    : quads;
}

/** Language tags are compared without case (RDF 1.1 Concepts section 3.3). */
function linesOf(quads: readonly Quad[], nameOf: (quad: Quad) => string): Map<string, Set<string>> {
  const graphs = new Map<string, Set<string>>();
  for (const quad of quads) {
    const name = nameOf(quad);
    const lines = graphs.get(name) ?? new Set();
    graphs.set(name, lines);
    lines.add(
      tripleLine(quad)
        .trimEnd()
        .replace(/(?<=")@[\w-]+(?= \.$)/, (tag) => tag.toLowerCase()),
    );
  }
  return graphs;
}
