/** A file of any syntax that is read, as a dataset: what Clew wrote whole, what others wrote as a graph. */
import { constants } from 'node:buffer';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  isReadAtOnce,
  type OpenedText,
  type OpenOptions,
  openText,
  READ_ENDINGS,
  syntaxOf,
  unreadStatements,
} from '../formats/index.ts';
import { idOf, ProblemError } from '../model/index.ts';
import { FileText } from './file-text.ts';
import { withRecordLines } from './record-lines.ts';

/** Bytes; what is larger is read in pieces. */
const LARGE = 2 ** 26;

/**
 * Reads a file by its ending. A foreign one is called by its name, unless `options` say otherwise.
 *
 * @param large from how many bytes on it is read in pieces, where its parser takes them
 * @throws ProblemError, always naming the file, where it is of another format, is not UTF-8, breaks its syntax, or holds a
 *   dataset of Clew that lacks parts; Error of the file system where it can't be read
 */
export async function readDatasetFile(
  path: string,
  options: Partial<Omit<OpenOptions, 'file'>> = {},
  large = LARGE,
): Promise<OpenedText> {
  const info = await stat(path);
  const syntax = syntaxOf(path);
  if (info.isDirectory()) {
    refuse('is-folder', 'this is a folder', path, 'Name a file, or build the folder with `clew build`.');
  }
  if (syntax === undefined) {
    const hint = `Files that end in ${READ_ENDINGS.join(', ')} are; build one of those.`;
    refuse('unread-format', 'files of this ending are not read', path, hint);
  }
  const atOnce = isReadAtOnce(syntax) || options.repair === true;
  if (atOnce && info.size > constants.MAX_STRING_LENGTH) {
    const hint = 'N-Quads, TriG, GraphML, GEXF and .json are read in pieces, if nothing is to be mended.';
    refuse('too-large', 'the file is too large to be read at once', path, hint);
  }
  const text = new FileText(path);
  const name = basename(path).replace(/\.\w+$/, '');
  try {
    return await openText(atOnce || info.size < large ? text.whole() : text, syntax!, {
      id: idOf(name),
      title: { und: name },
      unread: unreadStatements,
      ...options,
      file: path,
    });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const problems = await withRecordLines(path, error.problems, `https://clew.invalid/${idOf(name)}`);
    throw new ProblemError(problems.map((problem) => ({ place: { file: path }, ...problem })));
  }
}

function refuse(code: string, message: string, file: string, hint: string): never {
  throw new ProblemError([{ severity: 'error', code, message, hint, place: { file } }]);
}
