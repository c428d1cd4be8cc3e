/** A dataset as RDF in any syntax, with the choices that suit each: graphs where it has them, prefixes that occur. */
import type { Dataset } from '../model/index.ts';
import {
  type Batch,
  checkBase,
  datasetBatches,
  datasetToQuads,
  datasetToTriples,
  modelLosses,
  modelPrefixes,
  type Quad,
  type QuadTally,
  type RdfOptions,
  type TermProblem,
} from '../rdf/index.ts';
import { CountedText } from './counted-text.ts';
import { writeJsonLd } from './jsonld.ts';
import { LossCounter, type LossReport } from './losses.ts';
import { LINE_DEFAULTS, Lines } from './nquads.ts';
import { type UndoableText, writeBatches } from './quad-text.ts';
import { writeRdfXml } from './rdfxml.ts';
import type { Sink } from './sink.ts';
import { TextCollector } from './text-collector.ts';
import { TurtleText } from './turtle.ts';

/** Syntaxes with graphs hold one per article; the others hold the union. */
export const RDF_SYNTAXES = ['turtle', 'trig', 'ntriples', 'nquads', 'jsonld', 'rdfxml'] as const;
const WITH_GRAPHS: readonly string[] = ['trig', 'nquads', 'jsonld'];
export type RdfSyntax = (typeof RDF_SYNTAXES)[number];

/** What the mapping is asked for, and the escaping of the text. */
export interface DatasetRdfOptions extends RdfOptions {
  /** Escape everything beyond ASCII. Default false. */
  readonly ascii: boolean;
  /** Counts what is written. */
  readonly tally: QuadTally;
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
  const { ascii = false, repair = false, tally } = options;
  const graphs = WITH_GRAPHS.includes(syntax);
  const prefixes = modelPrefixes(dataset, options.model);
  // A base that no file can declare is refused by the mapping, with its place; mended, it stands in full IRIs.
  const readable = { ascii, prefixes, ...(checkBase(dataset.base).length === 0 && { base: dataset.base }) };
  const losses = new LossCounter();
  let problems: readonly TermProblem[] = [];
  /** Straight into the text, for syntaxes that write a quad without looking ahead. */
  const direct = (plain: UndoableText) => {
    const text = tally === undefined ? plain : new CountedText(plain, tally);
    function* batches(): Generator<Batch> {
      problems = yield* datasetBatches(dataset, graphs, options, new TextCollector(text));
    }
    return writeBatches(batches(), text, sink, losses);
  };
  function* quads(): Generator<Quad> {
    const made = (graphs ? datasetToQuads : datasetToTriples)(dataset, options);
    if (tally === undefined) problems = yield* made;
    else problems = yield* counted(made, tally);
  }
  const writers: Record<RdfSyntax, () => Promise<LossReport>> = {
    turtle: () => direct(new TurtleText(readable, graphs, losses)),
    trig: () => direct(new TurtleText(readable, graphs, losses)),
    ntriples: () => direct(new Lines({ ...LINE_DEFAULTS, ascii }, graphs, losses)),
    nquads: () => direct(new Lines({ ...LINE_DEFAULTS, ascii }, graphs, losses)),
    jsonld: () => writeJsonLd(quads(), sink, readable),
    rdfxml: () => writeRdfXml(quads(), sink, { ascii, repair, prefixes }),
  };
  const report = await writers[syntax]();
  return { losses: [...modelLosses(dataset, options), ...report.losses], problems };
}

function* counted<R>(quads: Generator<Quad, R>, tally: QuadTally): Generator<Quad, R> {
  for (;;) {
    const step = quads.next();
    if (step.done) return step.value;
    tally.add(step.value.subject, step.value.predicate, step.value.object);
    yield step.value;
  }
}
