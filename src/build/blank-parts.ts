/** Quads that hang together by their blank nodes, and their spelling for RDFC-1.0. */
import { tripleLine } from '../formats/index.ts';
import type { Graph, Quad, Term } from '../rdf/index.ts';

/** The quads that have blank nodes, those joined by one in one part. */
export function blankParts(quads: readonly Quad[]): Quad[][] {
  const above = new Map<string, string>();
  const top = (label: string): string => {
    let at = label;
    for (let next = above.get(at); next !== undefined && next !== at; next = above.get(at)) at = next;
    above.set(label, at);
    return at;
  };
  const held: (readonly [string, Quad])[] = [];
  for (const one of quads) {
    const [first, ...others] = labels(one);
    if (first === undefined) continue;
    if (!above.has(first)) above.set(first, first);
    for (const other of others) {
      if (!above.has(other)) above.set(other, other);
      above.set(top(other), top(first));
    }
    held.push([first, one]);
  }
  const parts = new Map<string, Quad[]>();
  for (const [label, one] of held) {
    const known = parts.get(top(label));
    if (known) known.push(one);
    else parts.set(top(label), [one]);
  }
  return [...parts.values()];
}

/**
 * RDFC-1.0 knows RDF 1.1 only, and each quad once: a triple term becomes a node that has its three parts, a direction part
 * of a datatype.
 */
export function plainQuads(quads: readonly Quad[]): object[] {
  const spelt = new Map<string, object>();
  const nodes = new Map<string, object>();
  const plain = (term: Term | Graph): object => {
    if (term.termType === 'Literal') {
      const { value, datatype, language, direction } = term;
      const type = direction === '' ? datatype.value : `urn:direction:${direction}`;
      return { termType: 'Literal', value, language: language.toLowerCase(), datatype: named(type) };
    }
    if (term.termType !== 'Quad') return { termType: term.termType, value: term.value };
    const key = tripleLine(term);
    const known = nodes.get(key);
    if (known !== undefined) return known;
    const node = { termType: 'BlankNode', value: `triple-term-${nodes.size}` };
    nodes.set(key, node);
    const parts = { subject: term.subject, predicate: term.predicate, object: term.object };
    for (const [name, part] of Object.entries(parts))
      add({
        subject: node,
        predicate: named(`urn:triple-term:${name}`),
        object: plain(part),
        graph: NO_GRAPH,
      });
    return node;
  };
  const add = (one: object) => spelt.set(JSON.stringify(one), one);
  for (const { subject, predicate, object, graph } of quads) {
    add({ subject: plain(subject), predicate: plain(predicate), object: plain(object), graph: plain(graph) });
  }
  return [...spelt.values()];
}

const NO_GRAPH = { termType: 'DefaultGraph', value: '' };
const named = (value: string) => ({ termType: 'NamedNode', value });

export function hasBlankNode({ subject, object, graph }: Quad): boolean {
  const blank = (term: Term | Graph): boolean =>
    term.termType === 'BlankNode' ||
    (term.termType === 'Quad' && (blank(term.subject) || blank(term.object)));
  return blank(subject) || blank(object) || blank(graph);
}

function labels(one: Quad): string[] {
  const of = (term: Term | Graph): string[] => {
    if (term.termType === 'BlankNode') return [term.value];
    return term.termType === 'Quad' ? [...of(term.subject), ...of(term.object)] : [];
  };
  return [...of(one.subject), ...of(one.object), ...of(one.graph)];
}
