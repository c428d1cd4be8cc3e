/** Takes a file that the reader brought: a saved view is shown, an article's text is known by its fingerprint; else says why not. */

import { ProblemError } from '../../model/index.ts';
import type { App } from './app.ts';
import { matchSource } from './source-text.ts';
import { isViewFile, readViewFile } from './view-file.ts';

/** Larger files are no article's text; reading them would only fill the memory. In bytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/** So many bytes of a file tell whether it is a view. */
const START = 64;

/** @returns what to tell the reader where it can't be used */
export async function bringSource(
  app: App,
  file: File,
  subtle: SubtleCrypto | undefined,
): Promise<string | undefined> {
  const strings = app.strings.peek();
  if (file.size > MOST_BYTES) return strings.sourceProblems['no-match'];
  if (isViewFile(await file.slice(0, START).text())) return bringView(app, await file.text(), file.name);
  const match = await matchSource(await file.arrayBuffer(), app.catalog.articles.values(), subtle);
  if ('problem' in match) return strings.sourceProblems[match.problem];
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
    return error.message;
  }
}
