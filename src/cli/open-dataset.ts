/** From a folder named on the command line to a dataset, with every problem said. */
import { type LoadedDataset, loadDataset } from '../corpus/index.ts';
import { type Dataset, ProblemError } from '../model/index.ts';
import { type CommandContext, reportProblems } from './context.ts';
import { packageRoot } from './package-root.ts';

/** Where data is looked for when no folder is named. */
export const DEFAULT_DATA = 'data';

export type OpenedDataset = LoadedDataset & { readonly dataset: Dataset };

/**
 * Loads a dataset; its warnings go to standard error.
 * @throws ProblemError with all errors and warnings where it has errors
 */
export async function openDataset(
  dir: string | undefined,
  context: CommandContext,
  options: { readonly quiet?: boolean | undefined; readonly repair?: boolean | undefined } = {},
): Promise<OpenedDataset> {
  const loaded = await readDataset(dir, options.repair);
  if (loaded.dataset === undefined) throw new ProblemError(loaded.problems);
  if (!options.quiet) reportProblems(loaded.problems, context);
  return { ...loaded, dataset: loaded.dataset };
}

/** Loads a dataset with whatever is wrong with it. */
export function readDataset(dir: string | undefined, repair = false): Promise<LoadedDataset> {
  return loadDataset(dir ?? DEFAULT_DATA, { ontologyDir: packageRoot('ontology'), repair });
}
