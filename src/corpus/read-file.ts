/** Reads a file or lists a folder, and turns what the system refuses into a problem with a way out. */
import { readdir, readFile } from 'node:fs/promises';
import { compareCodePoints } from '../model/index.ts';
import { decodeUtf8 } from './decode.ts';
import type { ProblemList } from './problem-list.ts';

/** The file's text, or `undefined` after reporting why not. @param hint the way out where the file is missing */
export async function readText(
  file: string,
  hint: string,
  problems: ProblemList,
): Promise<string | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    reportRefusal(error, file, hint, problems);
    return undefined;
  }
  const decoded = decodeUtf8(bytes, file);
  if ('text' in decoded) return decoded.text;
  const { place, value, hint: wayOut } = decoded.problem;
  problems.error('not-utf8', 'the file is not UTF-8 from here on', { place, value, hint: wayOut });
  return undefined;
}

/** What a folder holds, sorted, without hidden names; `undefined` after reporting why not. */
export async function listFolder(
  folder: string,
  hint: string,
  problems: ProblemList,
): Promise<{ name: string; isFolder: boolean }[] | undefined> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter(({ name }) => !name.startsWith('.'))
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
      .sort((a, b) => compareCodePoints(a.name, b.name));
  } catch (error) {
    reportRefusal(error, folder, hint, problems);
    return undefined;
  }
}

/** True where the system says that nothing of that name exists. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}

/** Reports what the system said about `file` in words, with the way out. */
export function reportRefusal(error: unknown, file: string, hint: string, problems: ProblemList): void {
  const code = codeOf(error);
  const place = { file };
  if (code === undefined) throw error;
  if (code === 'ENOENT') problems.error('missing-file', 'there is no such file or folder', { place, hint });
  else if (code === 'EACCES' || code === 'EPERM') {
    const wayOut = `allow yourself to read it: chmod u+rX '${file}'`;
    problems.error('cannot-read', 'you have no permission to read this', { place, hint: wayOut });
  } else if (code === 'EISDIR') {
    problems.error('cannot-read', 'this is a folder, and a file is needed here', { place, hint });
  } else if (code === 'ENOTDIR') {
    problems.error('cannot-read', 'this is a file, and a folder is needed here', { place, hint });
  } else {
    problems.error('cannot-read', `the system cannot read this (${code})`, { place, hint });
  }
}

/** The code of an error of the operating system, e.g. `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
