/** A dataset to its output files: graph, layout, every format asked for; all of the files or none. */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Loss } from '../formats/index.ts';
import { type ClewGraph, datasetToGraph } from '../graph/index.ts';
import { type LayoutOptions, type LayoutReport, layoutGraph } from '../layout/index.ts';
import { type Dataset, type Problem, ProblemError } from '../model/index.ts';
import { QuadTally } from '../rdf/index.ts';
import { AtomicFile } from './atomic-file.ts';
import { mediaTypeOf } from './media-types.ts';
import type { OutputChoices, OutputJob, WrittenFile } from './output-job.ts';
import { type Output, type OutputFormat, type OutputReport, outputs } from './outputs.ts';
import { evidenceQuote, lostWords } from './source-words.ts';

export interface BuildOptions extends OutputChoices, Pick<LayoutOptions, 'previous'> {
  /** Names of formats; all that are built by default where absent. */
  readonly formats?: readonly OutputFormat[];
  readonly onProgress?: (step: string) => void;
}

export interface BuiltFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  /** What the format could not hold. */
  readonly losses: readonly Loss[];
  /** What was mended, with `repair`. */
  readonly mended: readonly Problem[];
}

export interface BuildReport {
  readonly files: readonly BuiltFile[];
  readonly layout: LayoutReport;
  readonly graph: ClewGraph;
}

export interface LaidOutOptions extends Pick<LayoutOptions, 'previous'>, Pick<OutputJob, 'text' | 'source'> {
  readonly onProgress?: (step: string) => void;
}

/** The graph of a dataset, laid out; entities that have a place in `previous` keep it. */
export function laidOutGraph(
  dataset: Dataset,
  { onProgress, previous, ...words }: LaidOutOptions = {},
): { readonly graph: ClewGraph; readonly layout: LayoutReport } {
  const quote = evidenceQuote(words);
  const graph = datasetToGraph(dataset, quote && { quote });
  const layout = layoutGraph(graph, {
    ...(previous === undefined ? {} : { previous }),
    onProgress: (done, total) => onProgress?.(`layout ${done} of ${total}`),
  });
  return { graph, layout };
}

/**
 * Writes the outputs into a folder, made where it is missing. Files take their names together, after the last one is
 * whole on the disk: an error, a full disk or Ctrl-C before that leaves the old files as they were.
 *
 * @throws ProblemError with everything that the writers refuse, of all formats at once
 */
export async function buildDataset(
  dataset: Dataset,
  dir: string,
  options: BuildOptions = {},
): Promise<BuildReport> {
  const { graph, layout } = laidOutGraph(dataset, options);
  mkdirSync(dir, { recursive: true });
  removeStale(dir, dataset.id);
  const job: OutputJob = { ...options, dataset, graph };
  const finished: (Pick<BuiltFile, 'name' | 'losses' | 'mended'> & { readonly file: AtomicFile })[] = [];
  const problems = new Map<string, Problem>();
  const wanted = outputs(options.formats, options.rdf);
  const described = wanted.some(({ describes }) => describes);
  const written: WrittenFile[] = [];
  try {
    for (const output of wanted) {
      const suffix = output.suffix(job);
      const name = `${dataset.id}${suffix}`;
      options.onProgress?.(name);
      const file = new AtomicFile(join(dir, name), { hashed: described });
      const tally = described && output.rdf !== undefined ? new QuadTally(dataset) : undefined;
      try {
        const report = await output.write({ ...job, written, ...(tally && { tally }) }, file);
        file.end();
        const { problems: mended = [] } = report;
        const words = output.rdf || output.quotes ? lostWords(job, output.rdf !== undefined) : [];
        finished.push({ file, name, losses: [...report.losses, ...words], mended });
        if (described) written.push(writtenFile(name, suffix, file, output, tally, report));
      } catch (error) {
        file.discard();
        if (!(error instanceof ProblemError)) throw error;
        for (const problem of error.problems) problems.set(JSON.stringify(problem), problem);
      }
    }
    if (problems.size > 0) throw new ProblemError([...problems.values()]);
    for (const { file } of finished) file.commit();
  } catch (error) {
    for (const { file } of finished) file.discard();
    throw error;
  }
  const files = finished.map(({ file, ...rest }) => ({ ...rest, path: file.path, bytes: file.bytes }));
  return { files, layout, graph };
}

/** A file that lost something holds less than was counted. */
function writtenFile(
  name: string,
  suffix: string,
  { bytes, sha256 }: AtomicFile,
  { rdf }: Output,
  tally: QuadTally | undefined,
  { losses }: OutputReport,
): WrittenFile {
  const media = mediaTypeOf(name);
  const whole = losses.length === 0 ? tally : undefined;
  return {
    name,
    part: suffix.slice(1),
    bytes,
    sha256: sha256!,
    ...(media && { mediaType: media.name, registered: media.registered }),
    ...(rdf && { feature: rdf.feature }),
    ...(whole && { triples: whole.quads }),
    ...(whole && rdf && !rdf.graphs && { union: whole }),
  };
}

/** How long a temporary file may lie before it counts as left behind by a killed process. */
const STALE_MS = 3_600_000;

/** Temporary files of builds that were killed. A build that runs beside this one has younger ones. */
function removeStale(dir: string, id: string): void {
  for (const name of readdirSync(dir)) {
    if (!name.startsWith(`.${id}.`) || !name.endsWith('.tmp')) continue;
    const path = join(dir, name);
    // The clock decides only what is litter; it goes into no output.
    if (Date.now() - statSync(path).mtimeMs > STALE_MS) rmSync(path, { force: true });
  }
}
