/** RDF as readers see it that we did not write, and whether two of their readings say the same. */
import { Parser } from 'n3';
import oxigraph from 'oxigraph';
import { canonize } from 'rdf-canonize';
import type { ForeignQuad, ForeignTerm } from '../../src/rdf/index.ts';

/** Media types of the syntaxes, by our names. */
export const MEDIA_TYPES = {
  turtle: 'text/turtle',
  trig: 'application/trig',
  ntriples: 'application/n-triples',
  nquads: 'application/n-quads',
  jsonld: 'application/ld+json',
  rdfxml: 'application/rdf+xml',
} as const;
export type Syntax = keyof typeof MEDIA_TYPES;

/** Strict: refuses what others let pass; lenient takes IRIs that RFC 3987 forbids. @throws SyntaxError */
export function readByOxigraph(
  text: string,
  syntax: Syntax,
  options: { readonly lenient?: boolean; readonly base_iri?: string } = {},
): ForeignQuad[] {
  return oxigraph.parse(text, { format: MEDIA_TYPES[syntax], ...options }) as unknown as ForeignQuad[];
}

/** @throws Error */
export function readByN3(text: string, syntax: 'turtle' | 'trig' | 'ntriples' | 'nquads'): ForeignQuad[] {
  return new Parser({ format: MEDIA_TYPES[syntax], blankNodePrefix: '' }).parse(text);
}

/**
 * The canonical form of a set of quads by RDFC-1.0: equal texts for equal graphs, whatever their blank nodes are called.
 * RDFC-1.0 knows RDF 1.1 only, so a triple term is spelt out as a blank node of its own and a direction as a datatype.
 */
export async function canonical(quads: Iterable<ForeignQuad>): Promise<string> {
  // Keyed by themselves: a graph is a set, and rdf-canonize takes it as given.
  const spelt = new Map<string, object>();
  const add = (quad: object) => spelt.set(JSON.stringify(quad), quad);
  const tripleTerms = new Map<string, ForeignTerm>();
  const named = (value: string) => ({ termType: 'NamedNode', value });
  const defaultGraph = { termType: 'DefaultGraph', value: '' };
  const spell = (term: ForeignTerm): ForeignTerm => {
    if (term.termType === 'Literal') {
      const language = (term.language ?? '').toLowerCase();
      const datatype = term.direction
        ? named(`https://www.w3.org/ns/i18n#${language}_${term.direction}`)
        : named(
            language === ''
              ? (term.datatype?.value ?? '')
              : 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString',
          );
      return { termType: 'Literal', value: term.value, datatype, language: term.direction ? '' : language };
    }
    if (term.termType !== 'Quad') return { termType: term.termType, value: term.value };
    const parts = [term.subject!, term.predicate!, term.object!].map(spell);
    const key = JSON.stringify(parts);
    const known = tripleTerms.get(key);
    if (known !== undefined) return known;
    const node = { termType: 'BlankNode', value: `triple-term-${tripleTerms.size}` };
    tripleTerms.set(key, node);
    for (const [i, name] of ['subject', 'predicate', 'object'].entries()) {
      add({
        subject: node,
        predicate: named(`urn:triple-term:${name}`),
        object: parts[i],
        graph: defaultGraph,
      });
    }
    return node;
  };
  for (const { subject, predicate, object, graph } of quads) {
    add({
      subject: spell(subject),
      predicate: spell(predicate),
      object: spell(object),
      graph: graph === undefined ? defaultGraph : spell(graph),
    });
  }
  return canonize([...spelt.values()], {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    maxWorkFactor: 4,
  });
}
