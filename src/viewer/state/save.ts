/** What a graph can be saved as, by the same writers as the command line has. */
import {
  type Sink,
  StringSink,
  writeEdgesCsv,
  writeGexf,
  writeGraphml,
  writeJsonLd,
  writeNodesCsv,
  writeNQuads,
  writeSvg,
  writeTriG,
  writeTurtle,
} from '../../formats/index.ts';
import type { ClewGraph, Palette } from '../../graph/index.ts';
import type { Prefixes } from '../../model/index.ts';
import { datasetToQuads, datasetToTriples, type Quad, rdfPrefixes } from '../../rdf/index.ts';

interface Format {
  readonly mime: string;
  write(graph: ClewGraph, sink: Sink, palette: Palette): Promise<unknown>;
}

/** As `writeDatasetRdf` has it, without the syntaxes that the page does not offer. */
const rdf =
  (
    quads: typeof datasetToQuads,
    write: (quads: Iterable<Quad>, sink: Sink, options: Readable) => Promise<unknown>,
  ): Format['write'] =>
  (graph, sink) => {
    const dataset = graph.getAttribute('dataset');
    return write(quads(dataset), sink, { prefixes: rdfPrefixes(dataset), base: dataset.base });
  };

interface Readable {
  readonly prefixes: Prefixes;
  readonly base: string;
}

/** By file name ending, in the order in which they are offered. */
const FORMATS = {
  '.ttl': { mime: 'text/turtle', write: rdf(datasetToTriples, writeTurtle) },
  '.trig': { mime: 'application/trig', write: rdf(datasetToQuads, writeTriG) },
  '.nq': {
    mime: 'application/n-quads',
    write: rdf(datasetToQuads, (quads, sink) => writeNQuads(quads, sink)),
  },
  '.jsonld': { mime: 'application/ld+json', write: rdf(datasetToQuads, writeJsonLd) },
  '.graphml': { mime: 'application/graphml+xml', write: (graph, sink) => writeGraphml(graph, sink) },
  '.gexf': { mime: 'application/gexf+xml', write: (graph, sink) => writeGexf(graph, sink) },
  '.nodes.csv': { mime: 'text/csv', write: (graph, sink) => writeNodesCsv(graph, sink) },
  '.edges.csv': { mime: 'text/csv', write: (graph, sink) => writeEdgesCsv(graph, sink) },
  '.svg': { mime: 'image/svg+xml', write: (graph, sink, palette) => writeSvg(graph, sink, { palette }) },
} satisfies Record<string, Format>;

export type SaveFormat = keyof typeof FORMATS;
export const SAVE_FORMATS = Object.keys(FORMATS) as SaveFormat[];

/** The text of a file of the whole graph. @throws ProblemError where the format can't hold it */
export async function savedText(graph: ClewGraph, format: SaveFormat, palette: Palette): Promise<string> {
  const { write }: Format = FORMATS[format];
  const sink = new StringSink();
  await write(graph, sink, palette);
  return `${sink}`;
}

export function mimeOf(format: SaveFormat): string {
  return FORMATS[format].mime;
}
