/** From a folder or file named on the command line to the graphs that a load sends. */
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { readDatasetFile } from '../build/index.ts';
import { decodeUtf8 } from '../corpus/index.ts';
import { type QuadSyntax, readQuads, streamQuadLists } from '../formats/index.ts';
import { type Problem, ProblemError } from '../model/index.ts';
import { CLEW, isIri, type Quad, quadsToDataset } from '../rdf/index.ts';
import { datasetGraphs, type EarlyAdds, foreignGraphs, type GraphSource } from '../store/index.ts';
import { type CommandContext, UsageError } from './context.ts';
import { openDataset } from './open-dataset.ts';

const SYNTAXES: Readonly<Record<string, QuadSyntax>> = {
  '.nq': 'nquads',
  '.trig': 'trig',
  '.ttl': 'turtle',
  '.nt': 'ntriples',
};

const CLEW_DATASET = `${CLEW}Dataset`;

export interface GraphFlags {
  readonly graph?: string;
  readonly implied?: boolean;
  readonly infer?: boolean;
  readonly json?: boolean;
}

export interface OpenedGraphs {
  /** To be closed after use. */
  readonly source: GraphSource;
  /** Warnings. */
  readonly problems: readonly Problem[];
}

/**
 * A folder, and a file that holds a dataset of ours, give its graphs; other RDF is taken as it is, its blank nodes as IRIs,
 * and kept on the disk.
 * @param early gets graphs of other RDF while the rest is read
 * @throws ProblemError
 */
export async function openGraphs(
  path: string,
  flags: GraphFlags,
  context: CommandContext,
  early?: EarlyAdds,
): Promise<OpenedGraphs> {
  const { implied = false, infer = false, graph } = flags;
  if (graph !== undefined && !isIri(graph)) throw new UsageError(`not an IRI: --graph ${graph}`);
  if (statSync(path).isDirectory()) {
    const { dataset, problems } = await openDataset(path, context, { quiet: true });
    return { source: datasetGraphs(dataset, { implied, infer }), problems };
  }
  const syntax = SYNTAXES[extname(path).toLowerCase()];
  if (syntax === undefined) {
    const { dataset, problems } = await readDatasetFile(path);
    return { source: datasetGraphs(dataset, { implied, infer }), problems };
  }
  const isOurs = ({ object }: Quad) => graph === undefined && object.value === CLEW_DATASET;
  // A file that may yet turn out to be ours is read to its end before anything is sent.
  const foreign = await foreignFile(
    path,
    syntax,
    graph,
    isOurs,
    mentions(path, 'Dataset') ? undefined : early,
  );
  if (foreign !== undefined) return foreign;
  await early?.abandon();
  const { quads, problems } = readQuads(await wholeText(path), syntax, { file: path });
  const dataset = ownDataset(quads);
  if (dataset !== undefined) return { source: datasetGraphs(dataset, { implied, infer }), problems };
  return (await foreignFile(path, syntax, graph, () => false))!;
}

/** `undefined` where the quads only speak of datasets of ours. */
function ownDataset(quads: readonly Quad[]) {
  try {
    return quadsToDataset(quads);
  } catch (error) {
    if (error instanceof ProblemError && error.problems[0]?.code === 'no-dataset') return undefined;
    throw error;
  }
}

async function foreignFile(
  path: string,
  syntax: QuadSyntax,
  graph: string | undefined,
  isOurs: (quad: Quad) => boolean,
  early?: EarlyAdds,
): Promise<OpenedGraphs | undefined> {
  const lists = streamQuadLists(textsOf(path), syntax, { file: path });
  const scope = () => hashOf(path).slice(0, 12);
  const opened = await foreignGraphs(lists, { file: path, graph, scope, spill: {}, early }, isOurs);
  if (opened === undefined) {
    await lists.return(undefined as never);
    return undefined;
  }
  const { source, reading, warnings } = opened;
  return { source, problems: [...reading.problems, ...warnings] };
}

/** @throws ProblemError with its place where the file is not UTF-8 */
async function* textsOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      yield decoder.decode(chunk as Uint8Array, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') await wholeText(path);
    throw error;
  }
}

async function wholeText(path: string): Promise<string> {
  const decoded = decodeUtf8(await readFile(path), path);
  if ('text' in decoded) return decoded.text;
  const message = 'the file is not UTF-8 from here on';
  throw new ProblemError([{ severity: 'error', code: 'not-utf8', message, ...decoded.problem }]);
}

function mentions(path: string, word: string): boolean {
  let before = '';
  for (const block of blocksOf(path)) {
    const start = before + block.toString('latin1', 0, word.length);
    if (block.includes(word) || start.includes(word)) return true;
    before = (before + block.toString('latin1', block.length - word.length)).slice(-word.length);
  }
  return false;
}

/** Of the text: a mark of the byte order before it does not count. */
function hashOf(path: string): string {
  const hash = createHash('sha256');
  let isFirst = true;
  for (const block of blocksOf(path)) {
    const marked = isFirst && block.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
    hash.update(block.subarray(marked ? 3 : 0));
    isFirst = false;
  }
  return hash.digest('hex');
}

/** Each holds until the next is asked for. */
function* blocksOf(path: string): Generator<Buffer> {
  const block = Buffer.alloc(1024 * 1024);
  const file = openSync(path, 'r');
  try {
    for (let at = 0; ; ) {
      const read = readSync(file, block, 0, block.length, at);
      if (read === 0) return;
      yield block.subarray(0, read);
      at += read;
    }
  } finally {
    closeSync(file);
  }
}
