/** A dataset to its output files: graph, layout, every format asked for; all of the files or none. */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Loss } from '../formats/index.ts';
import { type ClewGraph, datasetToGraph } from '../graph/index.ts';
import { type LayoutReport, layoutGraph } from '../layout/index.ts';
import { type Dataset, type Problem, ProblemError } from '../model/index.ts';
import { AtomicFile } from './atomic-file.ts';
import type { OutputJob } from './output-job.ts';
import { type OutputFormat, outputs } from './outputs.ts';

export interface BuildOptions extends Omit<OutputJob, 'dataset' | 'graph'> {
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

/** The graph of a dataset, laid out. */
export function laidOutGraph(
  dataset: Dataset,
  options: { readonly onProgress?: (step: string) => void } = {},
): { readonly graph: ClewGraph; readonly layout: LayoutReport } {
  const graph = datasetToGraph(dataset);
  const layout = layoutGraph(graph, {
    onProgress: (done, total) => options.onProgress?.(`layout ${done} of ${total}`),
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
  try {
    for (const { suffix, write } of outputs(options.formats)) {
      const name = `${dataset.id}${suffix(job)}`;
      options.onProgress?.(name);
      const file = new AtomicFile(join(dir, name));
      try {
        const { losses, problems: mended = [] } = await write(job, file);
        file.end();
        finished.push({ file, name, losses, mended });
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
