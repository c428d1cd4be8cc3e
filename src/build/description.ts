/** The `.void.ttl` output: what the dataset is, and the other files of the build with their sizes and checksums. */

import type { LossReport, Sink } from '../formats/index.ts';
import { writeTurtle } from '../formats/index.ts';
import {
  checkBase,
  DESCRIPTION_PREFIXES,
  descriptionQuads,
  rdfPrefixes,
  type TermProblem,
  tallied,
} from '../rdf/index.ts';
import type { OutputJob } from './output-job.ts';

/** @throws ProblemError with every term that was refused */
export async function writeDescription(
  {
    dataset,
    written = [],
    rdf: model = 'rdf11',
    implied = false,
    infer = false,
    text = 'standoff',
    source,
    ascii = false,
    repair = false,
  }: OutputJob,
  sink: Sink,
): Promise<LossReport & { readonly problems: readonly TermProblem[] }> {
  // Nanopublications have no union: what is told of the dataset is what it holds.
  const counted = model === 'nanopub' ? 'rdf11' : model;
  const union = written.find((file) => file.union !== undefined)?.union;
  const words = { text, ...(source && { source }) };
  const tally = union ?? tallied(dataset, { model: counted, implied, infer, repair, ...words });
  const { quads, problems } = descriptionQuads(dataset, { tally, files: written }, { repair });
  const prefixes = rdfPrefixes(dataset, DESCRIPTION_PREFIXES);
  const base = checkBase(dataset.base).length === 0 && { base: dataset.base };
  const report = await writeTurtle(quads, sink, { prefixes, ascii, ...base });
  return { ...report, problems };
}
