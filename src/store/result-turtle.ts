/** Triples that came as N-Triples, written as Turtle for people: sorted, prefixed, each once. */
import { readQuads, type Sink, writeTurtle } from '../formats/index.ts';
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
