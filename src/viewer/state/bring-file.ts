/** Takes a file that the reader brought: a saved view, a graph by the ending of its name, an article's text by its fingerprint; else says why not. */
import { READ_ENDINGS, syntaxOf } from '../../formats/index.ts';
import { formatProblem, ProblemError } from '../../model/index.ts';
import type { App } from './app.ts';
import type { Desk } from './desk.ts';
import { matchSource } from './source-text.ts';
import { isViewFile, readViewFile } from './view-file.ts';

/** Larger files are no article's text and no view; reading them would only fill the memory. In bytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/** So many bytes of a file tell whether it is a view. */
const START = 64;

/** @returns what to tell the reader where it can't be used; a graph tells of itself */
export async function bringFile(
  desk: Desk,
  file: File,
  subtle: SubtleCrypto | undefined,
): Promise<string | undefined> {
  const app = desk.app.peek();
  const strings = desk.strings.peek();
  if (app !== undefined && file.size <= MOST_BYTES && isViewFile(await file.slice(0, START).text())) {
    return bringView(app, await file.text(), file.name);
  }
  if (syntaxOf(file.name) !== undefined) {
    await desk.open(file);
    return undefined;
  }
  const unknown = strings.opening.unknownFile(READ_ENDINGS.join(', '));
  if (app === undefined || file.size > MOST_BYTES) return unknown;
  return bringSource(app, file, subtle, unknown);
}

/** @param unknown what to say of a file that is no article's text */
export async function bringSource(
  app: App,
  file: File,
  subtle: SubtleCrypto | undefined,
  unknown = app.strings.peek().sourceProblems['no-match'],
): Promise<string | undefined> {
  if (file.size > MOST_BYTES) return unknown;
  const strings = app.strings.peek();
  const match = await matchSource(await file.arrayBuffer(), app.catalog.articles.values(), subtle);
  if ('problem' in match)
    return match.problem === 'no-match' ? unknown : strings.sourceProblems[match.problem];
  app.sources.value = new Map([...app.sources.peek(), [match.article, match.text]]);
  app.change((state) => ({ ...state, article: match.article }));
  app.announcement.value = strings.textShown;
  return undefined;
}

function bringView(app: App, text: string, name: string): string | undefined {
  try {
    app.restore(readViewFile(text, name, app.catalog));
    app.announcement.value = app.strings.peek().files.viewShown(name);
    return undefined;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(formatProblem).join('\n');
  }
}
