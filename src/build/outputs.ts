/** The list of outputs: a name, a file name ending, and the writer (DESIGN section 6: names are fixed). */
import {
  fillTemplate,
  graphJsonParts,
  type LossReport,
  type Sink,
  writeGraphJson,
  writeGraphml,
  writeTurtle,
} from '../formats/index.ts';
import { pickText } from '../model/index.ts';
import { datasetToTriples } from '../rdf/index.ts';
import type { OutputJob } from './output-job.ts';

/** In the order in which they are built and listed. */
export const OUTPUT_FORMATS = ['ttl', 'graphml', 'json', 'html'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

export interface Output {
  /** What follows the dataset's id in the file's name. */
  readonly suffix: string;
  /** @throws ProblemError with everything that the format refuses */
  readonly write: (job: OutputJob, sink: Sink) => Promise<LossReport>;
}

const OUTPUTS: Readonly<Record<OutputFormat, Output>> = {
  ttl: { suffix: '.ttl', write: turtle },
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

/** What the mapping is asked for, from the command line's choices. */
function rdfOptions({ implied, infer, repair }: OutputJob): Partial<RdfOptions> {
  return given({ implied, infer, repair });
}

function turtle(job: OutputJob, sink: Sink): Promise<LossReport> {
  const { dataset, ascii } = job;
  const prefixes = usedPrefixes(datasetToTriples(dataset, rdfOptions(job)), rdfPrefixes(dataset));
  return writeTurtle(datasetToTriples(dataset, rdfOptions(job)), sink, { prefixes, ...given({ ascii }) });
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
