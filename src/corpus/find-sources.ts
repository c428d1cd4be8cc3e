/** Finds the texts of articles in a folder by the SHA-256 of their bytes. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { posix } from 'node:path';
import { type Article, compareCodePoints, type Dataset, ProblemError } from '../model/index.ts';
import { decodeUtf8 } from './decode.ts';
import { ProblemList } from './problem-list.ts';
import { reportRefusal } from './read-file.ts';

export interface SearchOptions {
  /** How many files are looked at. */
  readonly files?: number;
  /** How many folders deep. */
  readonly depth?: number;
}
export const SEARCH_DEFAULTS = { files: 100_000, depth: 16 };

/** The text of an article and where it was found. */
export interface FoundSource {
  readonly file: string;
  /** Decoded, without a byte order mark: what spans count in. */
  readonly text: string;
}

/** A file that may be a text, by its size in bytes. */
export interface SizedFile {
  readonly file: string;
  readonly size: number;
}

/** The hash of a text's raw bytes as `text.sha256` of an article gives it: 64 lower-case hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A text of n code points has from n to 4n bytes in UTF-8, and three more with a byte order mark. */
export function mayHold({ size }: SizedFile, codePoints: number): boolean {
  return size >= codePoints && size <= 4 * codePoints + 3;
}

export interface SourceSearch {
  /** By article id. */
  readonly found: ReadonlyMap<string, FoundSource>;
  /** Articles whose file is there and is not UTF-8, which has been reported. */
  readonly refused: ReadonlySet<string>;
}

/**
 * The texts of the articles that lie in a folder or below it, by article id. Only files of a fitting size are read.
 * Two files with the same bytes are the same text: the first by name is taken.
 */
export async function findSources(
  articles: readonly Article[],
  files: readonly SizedFile[],
  problems: ProblemList,
): Promise<SourceSearch> {
  const wanted = new Map<string, Article[]>();
  for (const article of articles) {
    const same = wanted.get(article.text.sha256);
    if (same) same.push(article);
    else wanted.set(article.text.sha256, [article]);
  }
  const lengths = [...new Set(articles.map(({ text }) => text.codePoints))];
  const found = new Map<string, FoundSource>();
  const refused = new Set<string>();
  for (const candidate of files) {
    if (!lengths.some((codePoints) => mayHold(candidate, codePoints))) continue;
    const bytes = await readBytes(candidate.file);
    const owners = bytes && wanted.get(sha256(bytes));
    if (owners === undefined) continue;
    const decoded = decodeUtf8(bytes!, candidate.file);
    if ('problem' in decoded) {
      const { place, value } = decoded.problem;
      const hint = 'positions are counted in UTF-8 text: save the text as UTF-8 and annotate that file';
      problems.error('not-utf8', 'the source text is not UTF-8 from here on', { place, value, hint });
      for (const { id } of owners) refused.add(id);
      continue;
    }
    for (const { id } of owners)
      if (!found.has(id)) found.set(id, { file: candidate.file, text: decoded.text });
  }
  return { found, refused };
}

/**
 * All files in a folder and below it, sorted by path; hidden ones, `node_modules` and links are passed over. A folder
 * within that cannot be read is reported as a warning, the folder itself as an error.
 */
export async function listFiles(
  dir: string,
  problems: ProblemList,
  options: SearchOptions = {},
): Promise<SizedFile[]> {
  const limits = { ...SEARCH_DEFAULTS, ...options };
  const found: SizedFile[] = [];
  const visit = async (folder: string, depth: number): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true });
    entries.sort((a, b) => compareCodePoints(a.name, b.name));
    for (const entry of entries) {
      if (found.length >= limits.files) return;
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = posix.join(folder, entry.name);
      if (entry.isFile()) found.push({ file: path, size: (await stat(path)).size });
      else if (entry.isDirectory() && depth < limits.depth) {
        await visit(path, depth + 1).catch(() => {
          problems.warn('cannot-read', 'this folder cannot be searched for texts', { place: { file: path } });
        });
      }
    }
  };
  try {
    await visit(posix.normalize(dir), 0);
  } catch (error) {
    reportRefusal(error, dir, 'name the folder that holds the source texts', problems);
  }
  if (found.length >= limits.files) {
    const hint = 'name a folder that holds the texts and little else';
    problems.warn('search-limit', `only the first ${limits.files} files were searched`, {
      place: { file: dir },
      hint,
    });
  }
  return found;
}

/** The texts of a dataset's articles that are found in a folder, by article id. @throws ProblemError for a folder that cannot be read */
export async function sourceTexts(
  dataset: Pick<Dataset, 'articles'>,
  dir: string,
): Promise<Map<string, string>> {
  const problems = new ProblemList();
  const { found } = await findSources(dataset.articles, await listFiles(dir, problems), problems);
  if (problems.errors > 0) throw new ProblemError(problems.sorted());
  return new Map([...found].map(([id, { text }]) => [id, text]));
}

async function readBytes(file: string): Promise<Uint8Array | undefined> {
  // A file that vanishes or is closed to us is one that was not found.
  return readFile(file).catch(() => undefined);
}
