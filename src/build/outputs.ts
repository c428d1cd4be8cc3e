/** The list of outputs: a name, a file name ending, and the writer (DESIGN section 6: names are fixed). */
import {
  asciiJson,
  asciiXml,
  fillTemplate,
  type GraphmlFlavour,
  graphJsonParts,
  join,
  type LossReport,
  type RdfSyntax,
  type Sink,
  writeCx2,
  writeCypher,
  writeDatasetRdf,
  writeDot,
  writeEdgesCsv,
  writeGexf,
  writeGraphJson,
  writeGraphml,
  writeNodesCsv,
  writeSvg,
} from '../formats/index.ts';
import { pickText } from '../model/index.ts';
import type { RdfModel, TermProblem } from '../rdf/index.ts';
import { writeDescription } from './description.ts';
import type { OutputJob } from './output-job.ts';

/** What a writer could not hold, and what it mended with `repair`. */
export interface OutputReport extends LossReport {
  readonly problems?: readonly TermProblem[];
}

export interface Output {
  /** Of RDF, the IRI of its syntax, and whether it names graphs. */
  readonly rdf?: { readonly feature: string; readonly graphs: boolean };
  /** True for the description of the other files, which is written last. */
  readonly describes?: boolean;
  /** True where each claim's row has a column for what its evidence says. */
  readonly quotes?: boolean;
  /** True where the writer looks at the places of the graph's nodes. */
  readonly drawn: boolean;
  /** What follows the dataset's id in the file's name. */
  readonly suffix: (job: OutputJob) => string;
  /** @throws ProblemError with everything that the format refuses */
  readonly write: (job: OutputJob, sink: Sink) => Promise<OutputReport>;
}

/** Unique URIs for File Formats, https://www.w3.org/ns/formats/ */
const FILE_FORMATS = 'http://www.w3.org/ns/formats/';

/** By name, in the order in which they are built and listed. Those with two parts in their name are built when asked for. */
const OUTPUTS = {
  ttl: rdf('.ttl', 'turtle', 'Turtle'),
  trig: rdf('.trig', 'trig', 'TriG', true),
  nt: rdf('.nt', 'ntriples', 'N-Triples'),
  nq: rdf('.nq', 'nquads', 'N-Quads', true),
  jsonld: rdf('.jsonld', 'jsonld', 'JSON-LD', true),
  rdf: rdf('.rdf', 'rdfxml', 'RDF_XML'),
  graphml: graphml('.graphml', 'plain'),
  gexf: plain(
    '.gexf',
    ({ graph, lean, repair }, sink) => writeGexf(graph, sink, given({ lean, repair })),
    asciiXml,
  ),
  'nodes.csv': drawing('.nodes.csv', ({ graph, bom, repair }, sink) =>
    writeNodesCsv(graph, sink, given({ bom, repair })),
  ),
  'edges.csv': plain('.edges.csv', ({ graph, bom, repair }, sink) =>
    writeEdgesCsv(graph, sink, given({ bom, repair })),
  ),
  cypher: plain('.cypher', ({ graph, repair }, sink) => writeCypher(graph, sink, given({ repair }))),
  json: plain('.json', ({ graph }, sink) => writeGraphJson(graph, sink), asciiJson),
  svg: drawing('.svg', ({ graph, repair }, sink) => writeSvg(graph, sink, given({ repair })), asciiXml),
  html: plain('.html', page),
  'gephi.graphml': graphml('.gephi.graphml', 'gephi'),
  'yed.graphml': graphml('.yed.graphml', 'yed'),
  'neo4j.nodes.csv': drawing('.neo4j.nodes.csv', ({ graph, repair }, sink) =>
    writeNodesCsv(graph, sink, { flavour: 'neo4j', ...given({ repair }) }),
  ),
  'neo4j.edges.csv': plain('.neo4j.edges.csv', ({ graph, repair }, sink) =>
    writeEdgesCsv(graph, sink, { flavour: 'neo4j', ...given({ repair }) }),
  ),
  cx2: plain('.cx2', ({ graph }, sink) => writeCx2(graph, sink), asciiJson),
  dot: drawing('.dot', ({ graph }, sink) => writeDot(graph, sink)),
  'void.ttl': { drawn: false, describes: true, suffix: () => '.void.ttl', write: writeDescription },
} as const satisfies Record<string, Output>;

export type OutputFormat = keyof typeof OUTPUTS;
export const OUTPUT_FORMATS = Object.keys(OUTPUTS) as OutputFormat[];

/** What a build writes where no formats are named. */
export const DEFAULT_FORMATS: readonly OutputFormat[] = [
  ...(['ttl', 'trig', 'nt', 'nq', 'jsonld', 'rdf'] as const),
  ...(['graphml', 'gexf', 'nodes.csv', 'edges.csv', 'cypher', 'json', 'svg', 'html'] as const),
  'void.ttl',
];

/** RDF syntaxes that cannot hold a model: JSON-LD 1.1 and RDF/XML know no triple terms, and half of them no graphs. */
const UNFIT: Readonly<Record<RdfModel, readonly OutputFormat[]>> = {
  rdf11: [],
  rdf12: ['jsonld', 'rdf'],
  nif: [],
  nanopub: ['ttl', 'nt', 'rdf'],
};

/** What a build leaves out of {@link DEFAULT_FORMATS}, because it cannot hold the model; named, it is refused. */
export function unfitFormats(model: RdfModel = 'rdf11'): readonly OutputFormat[] {
  return UNFIT[model];
}

/** The outputs of a build, each once. */
export function outputs(formats?: readonly OutputFormat[], model?: RdfModel): Output[] {
  const wanted = formats ?? DEFAULT_FORMATS.filter((format) => !unfitFormats(model).includes(format));
  return OUTPUT_FORMATS.filter((format) => wanted.includes(format)).map((format) => OUTPUTS[format]);
}

/** The format that a file's ending names, the longest one first; `undefined` where there is none. */
export function formatOf(path: string): OutputFormat | undefined {
  const lower = path.toLowerCase();
  const named = OUTPUT_FORMATS.filter((format) => lower.endsWith(`.${format}`));
  return named.sort((a, b) => b.length - a.length)[0];
}

/** What has no row for each claim. @param ascii puts escapes into the text, where the format has any */
function drawing(suffix: string, write: Output['write'], ascii?: (sink: Sink) => Sink): Output {
  return {
    drawn: true,
    suffix: () => suffix,
    write: (job, sink) => write(job, job.ascii && ascii !== undefined ? ascii(sink) : sink),
  };
}

function plain(...[suffix, write, ascii]: Parameters<typeof drawing>): Output {
  return { ...drawing(suffix, write, ascii), quotes: true };
}

/** All but RDF 1.1 put their names into the file's. */
function rdf(ending: string, syntax: RdfSyntax, feature: string, graphs = false): Output {
  return {
    drawn: false,
    rdf: { feature: FILE_FORMATS + feature, graphs },
    suffix: ({ rdf: model = 'rdf11' }) => (model === 'rdf11' ? ending : `.${model}${ending}`),
    write: ({ dataset, rdf: model, implied, infer, text, source, ascii, repair, tally }, sink) =>
      writeDatasetRdf(
        dataset,
        syntax,
        sink,
        given({ model, implied, infer, text, source, ascii, repair, tally }),
      ),
  };
}

function graphml(suffix: string, flavour: GraphmlFlavour): Output {
  return plain(
    suffix,
    ({ graph, lean, repair }, sink) => writeGraphml(graph, sink, { flavour, ...given({ lean, repair }) }),
    asciiXml,
  );
}

async function page({ dataset, graph, viewerTemplate }: OutputJob, sink: Sink): Promise<LossReport> {
  if (viewerTemplate === undefined) throw new Error('the viewer is not built: `npm run build` builds it');
  const { text, result } = join(graphJsonParts(graph));
  const title = pickText(dataset.title, dataset.languages) ?? { text: dataset.id, lang: 'en' };
  await sink.write(fillTemplate(viewerTemplate(), text, { title: title.text, lang: title.lang }));
  return result;
}

/** Options without those that were not given, so that each writer's defaults stand. */
function given<T extends object>(options: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;
}
