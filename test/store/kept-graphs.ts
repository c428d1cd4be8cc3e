/** The graphs of a scripted store, in Oxigraph: what it really keeps, whatever it says. */
import { Store } from 'oxigraph';

/** Oxigraph gives numbers back in another form; under a type that it does not know they stay as they were written. */
const TYPED = '^^<http://www.w3.org/2001/XMLSchema#';
const OPAQUE = '^^<urn:kept:';
const opaque = (text: string) => text.replaceAll(TYPED, OPAQUE);
const clear = (text: string) =>
  text
    .replaceAll(OPAQUE, TYPED)
    .replaceAll('"datatype":"urn:kept:', '"datatype":"http://www.w3.org/2001/XMLSchema#');

/** Language tags are kept in lower case, as many stores do. */
export class KeptGraphs {
  readonly #store = new Store();

  /** @throws Error for text that is not of the syntax; nothing is kept then */
  add(text: string, mediaType: string, graph?: string): void {
    const to = graph === undefined ? {} : { to_graph_name: { termType: 'NamedNode', value: graph } };
    this.#store.load(opaque(text), { format: mediaType.replace(/;.*/s, ''), ...to } as Parameters<
      Store['load']
    >[1]);
  }

  /** @throws Error for text that is no update, or for a MOVE of what is not there; nothing is changed then */
  update(text: string): void {
    this.#store.update(opaque(text));
  }

  /**
   * As {@link update}, but a MOVE of what is not there empties its target.
   * @param whole all of it or nothing is done, as RDF4J has it; else each step for itself, as Virtuoso has it
   */
  updateRashly(text: string, whole: boolean): void {
    const move = /^MOVE GRAPH (<[^>]*>) TO GRAPH (<[^>]*>)/;
    const steps = text.split(' ;\n').map((step) => {
      const [, from, to] = move.exec(step) ?? [];
      if (from === undefined) return step;
      return `DROP SILENT GRAPH ${to} ;\nADD SILENT GRAPH ${from} TO GRAPH ${to} ;\nDROP SILENT GRAPH ${from}`;
    });
    // RDF4J keeps no graph without triples.
    if (whole)
      for (const [, made] of text.matchAll(/^CREATE GRAPH (<[^>]*>)/gm))
        steps.push(`DROP SILENT GRAPH ${made}`);
    for (const step of whole ? [steps.join(' ;\n')] : steps) this.update(step);
  }

  /** @returns SPARQL 1.1 results in JSON */
  select(text: string): string {
    return clear(this.#store.query(text, { results_format: 'json' }) as string);
  }

  /** Sorted lines of N-Quads. */
  lines(): readonly string[] {
    return clear(this.#store.dump({ format: 'application/n-quads' }))
      .split('\n')
      .filter(Boolean)
      .sort();
  }

  /** The lines of each graph that has any, by its IRI. */
  byGraph(): ReadonlyMap<string, readonly string[]> {
    const graphs = new Map<string, string[]>();
    for (const line of this.lines()) {
      const graph = /<([^<>]*)> \.$/.exec(line)![1]!;
      const lines = graphs.get(graph) ?? [];
      graphs.set(graph, lines);
      lines.push(line);
    }
    return graphs;
  }
}
