/** The bytes of one request: triples of one or more graphs, proved by reading them back before they go. */
import { type QuadSyntax, readQuads, StringSink, tripleLine, writeNTriples } from '../../formats/index.ts';
import { DEFAULT_GRAPH, type Quad, quad } from '../../rdf/index.ts';
import type { StoreProfile } from './profiles.ts';
import { StoreError } from './store-error.ts';

export interface Payload {
  readonly body: string;
  readonly mediaType: string;
  readonly triples: number;
}

/** Virtuoso looks at the start of a body, not only at its header, to know that it is Turtle. */
const TURTLE_HEAD = '@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n';

/** Triples of one graph for the Graph Store Protocol. @throws StoreError where they do not read back as what they are */
export async function graphPayload(
  triples: readonly Quad[],
  { payload, ascii }: StoreProfile,
): Promise<Payload> {
  const text = ascii ? await asciiLines(triples) : triples.map(tripleLine).join('');
  const turtle = payload === 'turtle';
  const body = turtle ? TURTLE_HEAD + text : text;
  // N-Triples are Turtle: what stands below the head is proved as such, which is read faster.
  prove(text, 'ntriples', triples.length);
  const mediaType = turtle ? 'text/turtle; charset=utf-8' : 'application/n-triples; charset=utf-8';
  return { body, mediaType, triples: triples.length };
}

/** Triples of several graphs as N-Quads. @param parts graphs by IRI with their triples */
export function quadsPayload(parts: Iterable<readonly [graph: string, triples: readonly Quad[]]>): Payload {
  let body = '';
  let count = 0;
  for (const [graph, triples] of parts) {
    const end = `<${graph}> .\n`;
    for (const triple of triples) body += tripleLine(triple).slice(0, -2) + end;
    count += triples.length;
  }
  prove(body, 'nquads', count);
  return { body, mediaType: 'application/n-quads; charset=utf-8', triples: count };
}

/** As the data of SPARQL's INSERT DATA, whose grammar that of N-Triples is part of. */
export function insertPayload(graph: string, triples: readonly Quad[]): string {
  const lines = triples.map(tripleLine).join('');
  prove(lines, 'ntriples', triples.length);
  return `INSERT DATA { GRAPH <${graph}> {\n${lines}} }`;
}

async function asciiLines(triples: readonly Quad[]): Promise<string> {
  const sink = new StringSink();
  await writeNTriples(
    triples.map(({ subject, predicate, object }) => quad(subject, predicate, object, DEFAULT_GRAPH)),
    sink,
    { ascii: true },
  );
  return sink.toString();
}

/** What is sent has to mean what it was made from: a server may keep half of a body whose middle it can't read. */
function prove(body: string, syntax: QuadSyntax, count: number): void {
  const { quads } = readQuads(body, syntax, { file: 'what would be sent' });
  if (quads.length === count) return;
  throw new StoreError({
    code: 'payload-differs',
    message: `what would be sent reads back as ${quads.length} triples in place of ${count}`,
    hint: 'Nothing was sent. Please report it with the data.',
  });
}
