/** The list of outputs: a name, a file name ending, and the writer (DESIGN section 6: names are fixed). */
import {
  fillTemplate,
  graphJsonParts,
  join,
  type LossReport,
  type RdfSyntax,
  type Sink,
  writeDatasetRdf,
  writeGraphJson,
  writeGraphml,
} from '../formats/index.ts';
import { pickText } from '../model/index.ts';
import type { TermProblem } from '../rdf/index.ts';
import type { OutputJob } from './output-job.ts';

/** In the order in which they are built and listed. */
export const OUTPUT_FORMATS = ['ttl', 'trig', 'nt', 'nq', 'graphml', 'json', 'html'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** What a writer could not hold, and what it mended with `repair`. */
export interface OutputReport extends LossReport {
  readonly problems?: readonly TermProblem[];
}

export interface Output {
  /** What follows the dataset's id in the file's name. */
  readonly suffix: string;
  /** @throws ProblemError with everything that the format refuses */
  readonly write: (job: OutputJob, sink: Sink) => Promise<OutputReport>;
}

const OUTPUTS: Readonly<Record<OutputFormat, Output>> = {
  ttl: { suffix: '.ttl', write: rdf('turtle') },
  trig: { suffix: '.trig', write: rdf('trig') },
  nt: { suffix: '.nt', write: rdf('ntriples') },
  nq: { suffix: '.nq', write: rdf('nquads') },
  graphml: {
    suffix: '.graphml',
    write: ({ graph, lean, repair }, sink) => writeGraphml(graph, sink, given({ lean, repair })),
  },
  json: { suffix: '.json', write: ({ graph }, sink) => writeGraphJson(graph, sink) },
  html: { suffix: '.html', write: page },
};

/** The outputs of a build, each once. */
export function outputs(formats: readonly OutputFormat[] = OUTPUT_FORMATS): Output[] {
  return OUTPUT_FORMATS.filter((format) => formats.includes(format)).map((format) => OUTPUTS[format]);
}

function rdf(syntax: RdfSyntax): Output['write'] {
  return ({ dataset, implied, infer, ascii, repair }, sink) =>
    writeDatasetRdf(dataset, syntax, sink, given({ implied, infer, ascii, repair }));
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
