/** A dataset as RDF in any syntax, with the choices that suit each: graphs where it has them, prefixes that occur. */
import type { Dataset } from '../model/index.ts';
import {
  datasetToQuads,
  datasetToTriples,
  type Quad,
  type RdfOptions,
  rdfPrefixes,
  type TermProblem,
  usedPrefixes,
} from '../rdf/index.ts';
import { writeJsonLd } from './jsonld.ts';
import type { LossReport } from './losses.ts';
import { writeNQuads, writeNTriples } from './nquads.ts';
import { writeRdfXml } from './rdfxml.ts';
import type { Sink } from './sink.ts';
import { type TurtleOptions, writeTriG, writeTurtle } from './turtle.ts';

/** Syntaxes with graphs hold one per article; the others hold the union. */
export const RDF_SYNTAXES = ['turtle', 'trig', 'ntriples', 'nquads', 'jsonld', 'rdfxml'] as const;
const WITH_GRAPHS: readonly string[] = ['trig', 'nquads', 'jsonld'];
export type RdfSyntax = (typeof RDF_SYNTAXES)[number];

/** What the mapping is asked for, and the escaping of the text. */
export interface DatasetRdfOptions extends RdfOptions {
  /** Escape everything beyond ASCII. Default false. */
  readonly ascii: boolean;
}

export interface DatasetRdfReport extends LossReport {
  /** What was mended with `repair`. */
  readonly problems: readonly TermProblem[];
}

/** @throws ProblemError with every value that cannot be written, and the claim and field that it stands in */
export async function writeDatasetRdf(
  dataset: Dataset,
  syntax: RdfSyntax,
  sink: Sink,
  options: Partial<DatasetRdfOptions> = {},
): Promise<DatasetRdfReport> {
  let problems: readonly TermProblem[] = [];
  const mapping = WITH_GRAPHS.includes(syntax) ? datasetToQuads : datasetToTriples;
  function* quads(): Generator<Quad> {
    problems = yield* mapping(dataset, options);
  }
  const { ascii = false, repair = false } = options;
  const readable = (): Partial<TurtleOptions> => ({
    ascii,
    base: dataset.base,
    prefixes: usedPrefixes(mapping(dataset, options), rdfPrefixes(dataset)),
  });
  const writers: Record<RdfSyntax, () => Promise<LossReport>> = {
    turtle: () => writeTurtle(quads(), sink, readable()),
    trig: () => writeTriG(quads(), sink, readable()),
    ntriples: () => writeNTriples(quads(), sink, { ascii }),
    nquads: () => writeNQuads(quads(), sink, { ascii }),
    jsonld: () => writeJsonLd(quads(), sink, { ascii, base: dataset.base, prefixes: rdfPrefixes(dataset) }),
    rdfxml: () => writeRdfXml(quads(), sink, { ascii, repair, prefixes: readable().prefixes ?? {} }),
  };
  const { losses } = await writers[syntax]();
  return { losses, problems };
}
