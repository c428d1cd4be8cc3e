/** A source text that the reader brings: known by its hash, kept in memory alone, sent nowhere. */
import { type Article, CodePointText } from '../../model/index.ts';

/** What became of a file: the article whose text it is, or why it can't be used. */
export type SourceMatch =
  | { readonly article: string; readonly text: CodePointText }
  | { readonly problem: 'no-hash' | 'no-match' | 'not-utf8' };

/**
 * Finds the article that a file is the text of by SHA-256 of its bytes. Spans count without a byte order mark.
 *
 * @param subtle the browser's; absent where the page is not a secure context, and then nothing can be checked
 */
export async function matchSource(
  bytes: ArrayBuffer,
  articles: Iterable<Article>,
  subtle: Pick<SubtleCrypto, 'digest'> | undefined,
): Promise<SourceMatch> {
  if (subtle === undefined) return { problem: 'no-hash' };
  const hash = [...new Uint8Array(await subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const article = [...articles].find(({ text }) => text.sha256 === hash);
  if (article === undefined) return { problem: 'no-match' };
  try {
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const text = new CodePointText(decoded);
    return text.length === article.text.codePoints ? { article: article.id, text } : { problem: 'no-match' };
  } catch {
    return { problem: 'not-utf8' };
  }
}
