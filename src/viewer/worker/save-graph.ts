/** The graph as a file, by the same writers as the command line has. */
import {
  type DrawingOptions,
  type LossReport,
  type Sink,
  svgLayers,
  writeEdgesCsv,
  writeGexf,
  writeGraphJson,
  writeGraphml,
  writeJsonLd,
  writeNodesCsv,
  writeNQuads,
  writeSvg,
  writeTriG,
  writeTurtle,
} from '../../formats/index.ts';
import type { ClewGraph } from '../../graph/index.ts';
import type { Place } from '../../layout/index.ts';
import type { Prefixes } from '../../model/index.ts';
import { datasetToQuads, datasetToTriples, type Quad, rdfPrefixes } from '../../rdf/index.ts';
import { MEDIA_TYPES, type SaveFormat } from '../state/save-formats.ts';
import { BlobSink } from './blob-sink.ts';
import { type MarkedPart, namedPart, shownGraph } from './part-of-graph.ts';
import type { TaskContext } from './tasks.ts';

export interface SaveRequest {
  readonly format: SaveFormat;
  /** Absent: everything. */
  readonly part?: MarkedPart;
  /** Entities that are elsewhere than in the graph, for formats with places. */
  readonly places?: ReadonlyMap<string, Place>;
  /** A drawing as layers, one after the other. Default false. */
  readonly layers?: boolean;
  /** How the drawn formats draw. */
  readonly drawing: Partial<DrawingOptions>;
  /** Languages of what a picture says, in order of preference; default: the dataset's. */
  readonly languages?: readonly string[];
}

export interface SavedFile {
  readonly blob: Blob;
  /** Of a drawing in layers, the bytes at which each of them ends. */
  readonly ends: readonly number[];
  /** What the format can't hold. */
  readonly losses: LossReport['losses'];
}

type Write = (graph: ClewGraph, sink: Sink, request: SaveRequest) => Promise<LossReport | undefined>;

interface Readable {
  readonly prefixes: Prefixes;
  readonly base: string;
}

/** As `writeDatasetRdf` has it, without the syntaxes that the page does not offer. */
const rdf =
  (
    quads: typeof datasetToQuads,
    write: (quads: Iterable<Quad>, sink: Sink, options: Readable) => Promise<unknown>,
  ): Write =>
  async (graph, sink) => {
    const dataset = graph.getAttribute('dataset');
    await write(quads(dataset), sink, { prefixes: rdfPrefixes(dataset), base: dataset.base });
    return undefined;
  };

const WRITERS: Readonly<Record<SaveFormat, Write>> = {
  '.json': (graph, sink) => writeGraphJson(graph, sink),
  '.ttl': rdf(datasetToTriples, writeTurtle),
  '.trig': rdf(datasetToQuads, writeTriG),
  '.nq': rdf(datasetToQuads, (quads, sink) => writeNQuads(quads, sink)),
  '.jsonld': rdf(datasetToQuads, writeJsonLd),
  '.graphml': (graph, sink) => writeGraphml(graph, sink),
  '.gexf': (graph, sink, { drawing }) => writeGexf(graph, sink, drawing),
  '.nodes.csv': (graph, sink) => writeNodesCsv(graph, sink),
  '.edges.csv': (graph, sink) => writeEdgesCsv(graph, sink),
  '.svg': (graph, sink, { drawing }) => writeSvg(graph, sink, drawing),
};

/** @throws ProblemError where the format can't hold the graph */
export async function saveGraph(
  request: SaveRequest,
  { graph, signal, onProgress }: TaskContext<ClewGraph>,
): Promise<SavedFile> {
  const sink = new BlobSink({
    signal,
    onWritten: (done) => onProgress({ stage: 'writing', done }),
  });
  const { part, places, languages } = request;
  const shown = shownGraph(graph(), {
    ...(part && { part: namedPart(graph(), part) }),
    ...(places && { places }),
    ...(languages && { languages }),
  });
  const ends: number[] = [];
  const report = request.layers
    ? await writeLayers(shown, sink, request, ends)
    : await WRITERS[request.format](shown, sink, request);
  return { blob: sink.blob(MEDIA_TYPES[request.format]), ends, losses: report?.losses ?? [] };
}

/** @param ends filled with where each layer ends */
async function writeLayers(
  graph: ClewGraph,
  sink: BlobSink,
  { drawing }: SaveRequest,
  ends: number[],
): Promise<LossReport> {
  const layers = svgLayers(graph, drawing);
  for (;;) {
    const { done, value } = layers.next();
    if (done) return value;
    await sink.write(value);
    ends.push(sink.bytes);
  }
}
