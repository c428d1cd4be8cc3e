/** What readers are known not to take, as data with the reason: these files are left out for them and counted. */
import type { RdfCase } from './rdf-cases.ts';
import type { RdfReader } from './rdf-readers.ts';

export interface Limit {
  readonly readers: readonly string[];
  readonly reason: string;
  holds(one: RdfCase): boolean;
}

export const LIMITS: readonly Limit[] = [
  {
    readers: ['rapper', 'serdi', 'rdflib', 'rio'],
    reason: 'reads RDF 1.1 only',
    holds: ({ rdf12 }) => rdf12,
  },
  {
    readers: ['jena'],
    reason: 'leaves directions of texts out in JSON-LD, as its version 1.1 does by default',
    holds: ({ syntax, quads }) =>
      syntax === 'jsonld' && quads.some(({ object }) => Boolean(object.direction)),
  },
  {
    readers: ['rapper'],
    reason: 'ends a text at U+0000',
    holds: someText((value) => value.includes('\u0000')),
  },
  {
    readers: ['rapper'],
    reason: 'takes U+FFFE and U+FFFF for no characters',
    holds: someText((value) => /[\ufffe\uffff]/.test(value)),
  },
  {
    readers: ['rapper'],
    reason: 'takes no blank node as the name of a graph in TriG',
    holds: ({ syntax, quads }) =>
      syntax === 'trig' && quads.some(({ graph }) => graph?.termType === 'BlankNode'),
  },
  {
    readers: ['rdflib', 'rio'],
    reason: 'takes labels of blank nodes in lines only from a part of the letters that N-Triples allows',
    holds: ({ syntax, quads }) =>
      (syntax === 'ntriples' || syntax === 'nquads') &&
      quads.some((quad) =>
        [quad.subject, quad.object].some(
          ({ termType, value }) => termType === 'BlankNode' && !/^[\w.-]*$/.test(value),
        ),
      ),
  },
  {
    readers: ['rdflib', 'jena'],
    reason: 'takes U+00A0 in an IRI for white space: rdflib in N-Quads, Jena in JSON-LD',
    holds: ({ syntax, quads }) =>
      (syntax === 'nquads' || syntax === 'jsonld') &&
      quads.some(({ subject, object }) =>
        [subject, object, object.datatype].some(
          (term) => term?.termType === 'NamedNode' && term.value.includes('\u00a0'),
        ),
      ),
  },
  {
    readers: ['rio'],
    reason: 'drops texts in RDF/XML that are white space alone',
    holds: (one) => one.syntax === 'rdfxml' && someText((value) => /^[ \t\r\n]+$/.test(value))(one),
  },
  {
    readers: ['jena'],
    reason: 'refuses IRIs of the scheme http without a host, in RDF/XML',
    holds: ({ syntax, quads }) =>
      syntax === 'rdfxml' &&
      quads.some((quad) => [quad.subject, quad.object].some(({ value }) => /^http:(?!\/\/)/.test(value))),
  },
];

function someText(test: (value: string) => boolean): Limit['holds'] {
  return ({ quads }) => quads.some(({ object }) => object.termType === 'Literal' && test(object.value));
}

export function limitOf(reader: RdfReader, one: RdfCase): string | undefined {
  return LIMITS.find(({ readers, holds }) => readers.includes(reader.name) && holds(one))?.reason;
}
