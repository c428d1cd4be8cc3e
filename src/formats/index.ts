/** One file per syntax, readers and writers, behind one face. */
export { asciiJson, asciiXml } from './ascii.ts';
export { canonicalJson } from './canonical-json.ts';
export {
  CSV_DEFAULTS,
  type CsvOptions,
  edgesCsvParts,
  nodesCsvParts,
  writeEdgesCsv,
  writeNodesCsv,
} from './csv.ts';
export { cx2Parts, writeCx2 } from './cx2.ts';
export { CYPHER_DEFAULTS, type CypherOptions, cypherParts, writeCypher } from './cypher.ts';
export {
  type DatasetRdfOptions,
  type DatasetRdfReport,
  RDF_SYNTAXES,
  type RdfSyntax,
  writeDatasetRdf,
} from './dataset-rdf.ts';
export { DOT_DEFAULTS, type DotOptions, dotParts, writeDot } from './dot.ts';
export { type ColourRow, DRAWING_DEFAULTS, type DrawingOptions } from './drawing.ts';
export { foreignGraphToDataset } from './foreign-graph.ts';
export { FOREIGN_RDF_DEFAULTS, type ForeignRdfOptions, writeForeignRdf } from './foreign-rdf.ts';
export { GEXF_DEFAULTS, type GexfOptions, gexfParts, writeGexf } from './gexf.ts';
export { readGexf } from './gexf-read.ts';
export { embeddableJson, graphJsonParts, linePieces, PIECE, writeGraphJson } from './graph-json.ts';
export { readGraphJson } from './graph-json-read.ts';
export { type DrawnReading, readDrawnSteps, readGraphSteps } from './graph-json-steps.ts';
export {
  GRAPHML_DEFAULTS,
  type GraphmlFlavour,
  type GraphmlOptions,
  graphmlParts,
  writeGraphml,
} from './graphml.ts';
export { readGraphml } from './graphml-read.ts';
export { fillTemplate, type TemplateFields } from './html.ts';
export { escapeHtml, Html, type HtmlValue, html, rawHtml, webAddress } from './html-text.ts';
export { JSONLD_DEFAULTS, type JsonLdOptions, writeJsonLd } from './jsonld.ts';
export { type ContextTerm, type JsonLdContext, jsonLdContext } from './jsonld-context.ts';
export { type Loss, LossCounter, type LossReport } from './losses.ts';
export {
  asciiLines,
  LINE_DEFAULTS,
  type LineOptions,
  tripleLine,
  writeNQuads,
  writeNTriples,
} from './nquads.ts';
export {
  MERGED_ENTITIES,
  OPEN_DEFAULTS,
  type OpenedText,
  type OpenOptions,
  openText,
  type RdfTextSyntax,
  readRdf,
} from './open-text.ts';
export type {
  GraphReadOptions,
  PlainAttributes,
  PlainEdge,
  PlainGraph,
  PlainNode,
  ReadGraph,
} from './plain-graph.ts';
export {
  countLines,
  QUAD_READ_DEFAULTS,
  QUAD_SYNTAXES,
  type QuadReading,
  type QuadReadOptions,
  type QuadSyntax,
  readQuads,
  streamQuadLists,
  streamQuads,
} from './quad-reader.ts';
export type { QuadSource, QuadWriteOptions } from './quad-text.ts';
export { RDFXML_DEFAULTS, type RdfXmlOptions, writeRdfXml } from './rdfxml.ts';
export type { Scalar } from './scalar.ts';
export { CHUNK, join, pour, type Sink, StringSink } from './sink.ts';
export { SVG_DEFAULTS, type SvgOptions, svgParts, writeSvg } from './svg.ts';
export { svgLayers } from './svg-layers.ts';
export { isReadAtOnce, READ_ENDINGS, syntaxOf, type TextSyntax } from './text-syntax.ts';
export { TURTLE_DEFAULTS, type TurtleOptions, writeTriG, writeTurtle } from './turtle.ts';
export { unreadStatements } from './unread-statements.ts';
export { isXmlText, XmlGuard, type XmlGuardOptions, xmlAttribute, xmlText } from './xml.ts';
