/** A dataset to one file of one format, whole or not at all. */
import { mkdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { datasetToGraph } from '../graph/index.ts';
import type { LayoutReport } from '../layout/index.ts';
import type { Dataset } from '../model/index.ts';
import { AtomicFile } from './atomic-file.ts';
import { type BuiltFile, type LaidOutOptions, laidOutGraph } from './build-dataset.ts';
import type { OutputChoices } from './output-job.ts';
import { type OutputFormat, outputs } from './outputs.ts';

export interface ConvertOptions extends OutputChoices, LaidOutOptions {}

export interface ConvertedFile extends BuiltFile {
  /** Absent for formats without places. */
  readonly layout?: LayoutReport;
}

/**
 * Writes the file, in a folder that is made where it is missing. What stands there is replaced once the new file is whole.
 *
 * @throws ProblemError with everything that the format refuses
 */
export async function convertDataset(
  dataset: Dataset,
  path: string,
  format: OutputFormat,
  options: ConvertOptions = {},
): Promise<ConvertedFile> {
  const [output] = outputs([format], options.rdf);
  const { graph, layout } = output!.drawn
    ? laidOutGraph(dataset, options)
    : { graph: datasetToGraph(dataset), layout: undefined };
  mkdirSync(dirname(path), { recursive: true });
  const file = new AtomicFile(path);
  try {
    const { losses, problems: mended = [] } = await output!.write({ ...options, dataset, graph }, file);
    file.commit();
    const { bytes } = file;
    return { name: basename(path), path, bytes, losses, mended, ...(layout && { layout }) };
  } catch (error) {
    file.discard();
    throw error;
  }
}
