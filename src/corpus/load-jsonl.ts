/** A file of JSON Lines to a dataset: its articles, under what the `dataset.yaml` beside it says. */
import { posix } from 'node:path';
import { type Article, compareCodePoints, type Dataset, type Problem } from '../model/index.ts';
import { readLines } from './decode.ts';
import { readArticlesJsonl } from './jsonl.ts';
import { type LoadOptions, loadSettings } from './load.ts';

/**
 * Reads all lines. What lines can't say, decisions on identity, is not in the dataset.
 *
 * @returns the dataset, present only where no problem is an error, and all problems
 * @throws ProblemError where the bytes are not UTF-8 or a line is too long; Error of the file system
 */
export async function loadJsonLines(
  file: string,
  options: LoadOptions = {},
): Promise<{ readonly dataset?: Dataset; readonly problems: readonly Problem[] }> {
  const { settings, problems: own } = await loadSettings(posix.dirname(file), options);
  if (settings === undefined) return { problems: own };
  const { fields, vocabulary } = settings;
  const articles: Article[] = [];
  const problems: Problem[] = [...own];
  const lines = readArticlesJsonl(readLines(file), { file, vocabulary, languages: fields.languages });
  for await (const line of lines) {
    problems.push(...line.problems);
    if (line.article !== undefined) articles.push(line.article);
  }
  if (problems.some(({ severity }) => severity === 'error')) return { problems };
  articles.sort((a, b) => compareCodePoints(a.id, b.id));
  return { dataset: { ...fields, articles, identity: [] }, problems };
}
