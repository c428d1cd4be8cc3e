/** Triples that came as N-Triples, written as Turtle for people: sorted, prefixed, each once. */
import { readQuads, type Sink, StringSink, writeTurtle } from '../formats/index.ts';
import { ProblemError } from '../model/index.ts';
import { isPrefixName, sortedTriples } from '../rdf/index.ts';
import type { TermStyle } from './sparql-json.ts';

/** @throws ProblemError where a term can't be written */
export async function writeResultTurtle(
  ntriples: string,
  sink: Sink,
  { prefixes, base }: TermStyle,
): Promise<void> {
  const { quads } = readQuads(ntriples, 'ntriples', { file: 'result' });
  // Prefixes of foreign files may have names that no file of ours declares.
  const known = new Set<string>();
  const legal = Object.entries(prefixes).filter(([name, namespace]) => {
    if (!isPrefixName(name) || known.has(namespace)) return false;
    known.add(namespace);
    return true;
  });
  await writeTurtle(sortedTriples(quads), sink, {
    prefixes: Object.fromEntries(legal),
    ...(base !== undefined && /[/#]$/.test(base) && { base }),
  });
}

/** Above so many bytes nobody reads it, and making it readable would keep other clients waiting. */
const READABLE = 2 * 1024 * 1024;

/** Turtle: readable where it is not too long for that, else the N-Triples that it is, which are Turtle too. */
export async function turtleOf(ntriples: Uint8Array, style: TermStyle): Promise<string | Uint8Array> {
  if (ntriples.length > READABLE) return ntriples;
  try {
    const sink = new StringSink();
    await writeResultTurtle(new TextDecoder().decode(ntriples), sink, style);
    return `${sink}`;
  } catch (error) {
    // Terms that foreign data may have and ours may not.
    if (error instanceof ProblemError) return ntriples;
    throw error;
  }
}
