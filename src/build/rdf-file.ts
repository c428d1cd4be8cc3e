/** An RDF file as quads, whatever they say, with the line of each. */
import { constants } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { decodeUtf8 } from '../corpus/index.ts';
import { type QuadSyntax, readQuads } from '../formats/index.ts';
import { type Prefixes, type Problem, ProblemError } from '../model/index.ts';
import type { Quad } from '../rdf/index.ts';

export interface RdfFile {
  readonly quads: readonly Quad[];
  readonly prefixes: Prefixes;
  /** By quad, the line from 1 on which its object ends. Parsers tell no columns. */
  readonly lines: ReadonlyMap<Quad, number>;
  /** What the reader warns of. */
  readonly problems: readonly Problem[];
}

const SYNTAXES: Readonly<Record<string, QuadSyntax>> = {
  '.ttl': 'turtle',
  '.trig': 'trig',
  '.nt': 'ntriples',
  '.nq': 'nquads',
};

/** Endings of the files that {@link readRdfFile} reads. */
export const RDF_ENDINGS: readonly string[] = Object.keys(SYNTAXES);

/**
 * Reads a file by its ending; relative IRIs in it are refused, for a file has no address.
 *
 * @throws ProblemError where its ending is none of {@link RDF_ENDINGS}, it is not UTF-8, breaks its syntax or is too large;
 *   Error of the file system where it can't be read
 */
export async function readRdfFile(path: string): Promise<RdfFile> {
  const ending = RDF_ENDINGS.find((candidate) => path.toLowerCase().endsWith(candidate));
  const refuse = (code: string, message: string, hint: string): never => {
    throw new ProblemError([{ severity: 'error', code, message, hint, place: { file: path } }]);
  };
  const { size } = await stat(path);
  if (ending === undefined) {
    return refuse(
      'unread-format',
      'files of this ending are not read as RDF here',
      `Files that end in ${RDF_ENDINGS.join(', ')} are; \`clew convert\` makes them.`,
    );
  }
  if (size > constants.MAX_STRING_LENGTH) {
    return refuse('too-large', 'the file is too large to be read at once', 'Check its data folder instead.');
  }
  const decoded = decodeUtf8(await readFile(path), path);
  if ('problem' in decoded) {
    const message = 'the file is not UTF-8 from here on';
    throw new ProblemError([{ severity: 'error', code: 'not-utf8', message, ...decoded.problem }]);
  }
  const lines = new Map<Quad, number>();
  const read = readQuads(decoded.text, SYNTAXES[ending]!, { file: path, lines });
  return { ...read, lines };
}
