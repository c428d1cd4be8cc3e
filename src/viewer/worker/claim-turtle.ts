/** A claim's own Turtle, by the same mapping as the dataset's file. */
import { StringSink, writeTurtle } from '../../formats/index.ts';
import type { Dataset } from '../../model/index.ts';
import { claimToTriples, rdfPrefixes, usedPrefixes } from '../../rdf/index.ts';

/** @param key `<article>/<id>` */
export async function claimTurtle(dataset: Dataset, key: string): Promise<string> {
  const triples = claimToTriples(dataset, key);
  const sink = new StringSink();
  await writeTurtle(triples, sink, { prefixes: usedPrefixes(triples, rdfPrefixes(dataset)) });
  return `${sink}`;
}
