/** The Turtle of one claim: its node, its attribution, its evidence, and the plain triple where there is one. */
import { StringSink, writeTurtle } from '../formats/index.ts';
import { type Claim, claimKey, type Dataset } from '../model/index.ts';
import { claimToTriples, rdfPrefixes, usedPrefixes } from '../rdf/index.ts';

/** As the dataset's `.ttl` has it, with the prefixes that occur. */
export async function claimTurtle(dataset: Dataset, claim: Claim): Promise<string> {
  const triples = claimToTriples(dataset, claimKey(claim));
  const sink = new StringSink();
  await writeTurtle(triples, sink, {
    base: dataset.base,
    prefixes: usedPrefixes(triples, rdfPrefixes(dataset)),
  });
  return sink.toString();
}
