/** Takes a file that the reader brought: shows its words where its fingerprint is that of an article, else says why not. */
import type { App } from './app.ts';
import { matchSource } from './source-text.ts';

/** Larger files are no article's text; reading them would only fill the memory. In bytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/** @returns what to tell the reader where it can't be used */
export async function bringSource(
  app: App,
  file: Blob,
  subtle: SubtleCrypto | undefined,
): Promise<string | undefined> {
  const strings = app.strings.peek();
  if (file.size > MOST_BYTES) return strings.sourceProblems['no-match'];
  const match = await matchSource(await file.arrayBuffer(), app.catalog.articles.values(), subtle);
  if ('problem' in match) return strings.sourceProblems[match.problem];
  app.sources.value = new Map([...app.sources.peek(), [match.article, match.text]]);
  app.change((state) => ({ ...state, article: match.article }));
  app.announcement.value = strings.textShown;
  return undefined;
}
