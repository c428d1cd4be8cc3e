/** The bytes of one request: lines of one or more graphs, proved by reading them back before they go. */
import { asciiLines, countLines } from '../../formats/index.ts';
import type { Part } from './chunks.ts';
import type { StoreProfile } from './profiles.ts';
import { StoreError } from './store-error.ts';

export interface Payload {
  readonly body: Uint8Array;
  readonly mediaType: string;
  readonly triples: number;
}

/** Virtuoso looks at the start of a body, not only at its header, to know that it is Turtle. */
const TURTLE_HEAD = '@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n';

/** Lines of one graph for the Graph Store Protocol. @throws StoreError where they do not read back as so many triples */
export function graphPayload(
  { lines, triples }: Omit<Part, 'graph'>,
  { payload, ascii }: Pick<StoreProfile, 'payload' | 'ascii'>,
): Payload {
  const text = ascii ? asciiLines(lines) : lines;
  const turtle = payload === 'turtle';
  // N-Triples are Turtle: what stands below the head is proved as such, which is read faster.
  prove(text, 'ntriples', triples);
  const mediaType = turtle ? 'text/turtle; charset=utf-8' : 'application/n-triples; charset=utf-8';
  return { body: Buffer.from(turtle ? TURTLE_HEAD + text : text, 'utf8'), mediaType, triples };
}

/** Lines of several graphs as N-Quads. @throws StoreError as {@link graphPayload} */
export function quadsPayload(parts: readonly Part[]): Payload {
  // A line has no line break but its own end: the canonical form escapes all others.
  const body = parts
    .map(({ graph, lines }) => lines.replaceAll('.\n', `<${graph.replaceAll('$', '$$$$')}> .\n`))
    .join('');
  const triples = parts.reduce((sum, part) => sum + part.triples, 0);
  prove(body, 'nquads', triples);
  return { body: Buffer.from(body, 'utf8'), mediaType: 'application/n-quads; charset=utf-8', triples };
}

/** As the data of SPARQL's INSERT DATA, whose grammar that of N-Triples is part of. */
export function insertPayload({ graph, lines, triples }: Part): string {
  prove(lines, 'ntriples', triples);
  return `INSERT DATA { GRAPH <${graph}> {\n${lines}} }`;
}

/** What is sent has to mean what it was made from: a server may keep half of a body whose middle it can't read. */
function prove(body: string, syntax: 'ntriples' | 'nquads', count: number): void {
  const found = countLines(body, syntax, 'what would be sent');
  if (found === count) return;
  throw new StoreError({
    code: 'payload-differs',
    message: `what would be sent reads back as ${found} triples in place of ${count}`,
    hint: 'Nothing was sent. Please report it with the data.',
  });
}
