/** An RDF file as quads, whatever they say, with the line of each. */
import { constants } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { decodeUtf8 } from '../corpus/index.ts';
import { type QuadReadOptions, type RdfTextSyntax, readRdf } from '../formats/index.ts';
import { type Prefixes, type Problem, ProblemError } from '../model/index.ts';
import type { Quad } from '../rdf/index.ts';
import { nodeLines } from './node-lines.ts';

export interface RdfFile {
  readonly quads: readonly Quad[];
  readonly prefixes: Prefixes;
  /**
   * By quad, the line from 1 on which its object ends; in JSON-LD that on which its value begins; in RDF/XML, whose parser tells
   * none, that on which its subject is described. Parsers tell no columns.
   */
  readonly lines: ReadonlyMap<Quad, number>;
  /** What the reader warns of. */
  readonly problems: readonly Problem[];
}

const SYNTAXES: Readonly<Record<string, RdfTextSyntax>> = {
  '.ttl': 'turtle',
  '.trig': 'trig',
  '.nt': 'ntriples',
  '.nq': 'nquads',
  '.jsonld': 'jsonld',
  '.rdf': 'rdfxml',
  '.owl': 'rdfxml',
};

/** Endings of the files that {@link readRdfFile} reads. */
export const RDF_ENDINGS: readonly string[] = Object.keys(SYNTAXES);

/**
 * Reads a file by its ending; without a base relative IRIs in it are refused, for a file has no address.
 *
 * @throws ProblemError where its ending is none of {@link RDF_ENDINGS}, it is not UTF-8, breaks its syntax or is too large;
 *   Error of the file system where it can't be read
 */
export async function readRdfFile(
  path: string,
  options: Partial<Pick<QuadReadOptions, 'base' | 'repair'>> = {},
): Promise<RdfFile> {
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
  const { text } = decoded;
  const syntax = SYNTAXES[ending]!;
  const lines = new Map<Quad, number>();
  const read = await readRdf(text, syntax, { ...options, file: path, lines });
  if (syntax !== 'rdfxml') return { ...read, lines };
  const lineOf = nodeLines(text, read.prefixes);
  for (const quad of read.quads) {
    const line = lineOf(quad.subject.value);
    if (line !== undefined) lines.set(quad, line);
  }
  return { ...read, lines };
}
