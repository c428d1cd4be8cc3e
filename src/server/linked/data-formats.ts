/** The syntaxes of data documents: their endings, their media types, and how a description is written in each. */
import {
  StringSink,
  writeJsonLd,
  writeNQuads,
  writeNTriples,
  writeRdfXml,
  writeTriG,
  writeTurtle,
} from '../../formats/index.ts';
import type { Prefixes } from '../../model/index.ts';
import { DEFAULT_GRAPH, type Quad, quad, sortedQuads, sortedTriples, usedPrefixes } from '../../rdf/index.ts';

export interface DataFormat {
  /** Without the full stop. */
  readonly ending: string;
  /** Without parameters. */
  readonly mediaType: string;
  readonly name: string;
  /** Other media types that it answers to. */
  readonly also: readonly string[];
}

/** In order of our preference, for clients that have none. */
export const DATA_FORMATS: readonly DataFormat[] = [
  { ending: 'ttl', mediaType: 'text/turtle', name: 'Turtle', also: ['application/x-turtle'] },
  { ending: 'jsonld', mediaType: 'application/ld+json', name: 'JSON-LD', also: ['application/json'] },
  { ending: 'nt', mediaType: 'application/n-triples', name: 'N-Triples', also: ['text/plain'] },
  { ending: 'rdf', mediaType: 'application/rdf+xml', name: 'RDF/XML', also: [] },
  { ending: 'trig', mediaType: 'application/trig', name: 'TriG', also: [] },
  { ending: 'nq', mediaType: 'application/n-quads', name: 'N-Quads', also: [] },
];

export interface DataChoices {
  readonly base: string;
  readonly prefixes: Prefixes;
}

/** @param quads in any order; formats without graphs get their triples, each once */
export async function writeData(
  quads: readonly Quad[],
  ending: string,
  { base, prefixes }: DataChoices,
): Promise<string> {
  const sink = new StringSink();
  const used = usedPrefixes(quads, prefixes);
  const readable = { base, prefixes: used };
  switch (ending) {
    case 'trig':
      await writeTriG(sortedQuads(quads), sink, readable);
      break;
    case 'nq':
      await writeNQuads(sortedQuads(quads), sink);
      break;
    case 'nt':
      await writeNTriples(triples(quads), sink);
      break;
    case 'rdf':
      await writeRdfXml(triples(quads), sink, { prefixes: used });
      break;
    case 'jsonld':
      await writeJsonLd(triples(quads), sink, readable);
      break;
    default:
      await writeTurtle(triples(quads), sink, readable);
  }
  return sink.toString();
}

function triples(quads: readonly Quad[]): Quad[] {
  return sortedTriples(quads).map(({ subject, predicate, object }) =>
    quad(subject, predicate, object, DEFAULT_GRAPH),
  );
}
