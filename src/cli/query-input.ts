/** What `clew query` is asked and of what: from arguments and options to a source and the text of a query. */
import { existsSync, readFileSync } from 'node:fs';
import { readDatasetFile } from '../build/index.ts';
import { nearestWords } from '../corpus/index.ts';
import { syntaxOf } from '../formats/index.ts';
import { STANDARD_PREFIXES } from '../rdf/index.ts';
import {
  datasetSource,
  fileSource,
  isRdfFile,
  type QuerySource,
  type SavedQuestion,
  savedQuestions,
} from '../store/index.ts';
import { type CommandContext, UsageError } from './context.ts';
import { DEFAULT_DATA, openDataset } from './open-dataset.ts';

export interface QueryFlags {
  readonly file?: string;
  readonly saved?: string;
  readonly list?: boolean;
  readonly data?: string;
  readonly format?: string;
  readonly limit?: string;
  readonly timeout: string;
  readonly json?: boolean;
}

/** A query, and what names it in problems. */
export interface AskedQuery {
  readonly text: string;
  readonly file: string;
}

/** The source and the query among the arguments: one alone is the query, unless an option brings that. */
export function arrange(
  first: string | undefined,
  second: string | undefined,
  flags: QueryFlags,
): { readonly source: string | undefined; readonly query: string | undefined } {
  const options = [flags.file, flags.saved].filter((given) => given !== undefined).length;
  if (options + (flags.list ? 1 : 0) > 1) {
    throw new UsageError('--file, --saved and --list exclude each other', 'Keep one of them.');
  }
  if (options > 0 || flags.list) {
    if (second === undefined) return { source: first, query: undefined };
    throw new UsageError('there are two queries: one as an argument, one by an option', 'Keep one of them.');
  }
  if (second !== undefined) return { source: first, query: second };
  const hint = 'For example: clew query "SELECT * { ?s ?p ?o } LIMIT 10", or clew query --list';
  if (first === undefined) throw new UsageError('no query is given', hint);
  // No query has the name of a file and no bracket.
  if (isEndpoint(first) || (!/[{<]/.test(first) && existsSync(first))) {
    throw new UsageError(`no query is given for ${first}`, hint);
  }
  return { source: undefined, query: first };
}

export function isEndpoint(source: string | undefined): source is string {
  return source !== undefined && /^https?:\/\//i.test(source);
}

/** @throws UsageError for a saved question that does not exist; Error of the file system */
export async function askedQuery(
  query: string | undefined,
  flags: QueryFlags,
  folder: string,
): Promise<AskedQuery> {
  if (query !== undefined) return { text: query, file: 'query' };
  if (flags.saved === undefined) {
    const file = flags.file ?? '-';
    return {
      text: readFileSync(file === '-' ? 0 : file, 'utf8'),
      file: file === '-' ? 'standard input' : file,
    };
  }
  const questions = await savedQuestions(folder);
  return findQuestion(flags.saved, questions, folder);
}

function findQuestion(name: string, questions: readonly SavedQuestion[], folder: string): SavedQuestion {
  const found = questions.find((question) => question.name === name);
  if (found !== undefined) return found;
  const names = questions.map((question) => question.name);
  const near = nearestWords(name, names);
  const hint =
    names.length === 0
      ? `${folder} has none: put them into ${folder}/<article>/questions/<name>.rq`
      : near.length > 0
        ? `Did you mean ${near.join(' or ')}?`
        : `There are: ${names.join(', ')}`;
  throw new UsageError(`there is no saved question ${name}`, hint);
}

/** The folder that saved questions and, for endpoints, prefixes come from. */
export function questionFolder(source: string | undefined, flags: QueryFlags): string {
  if (flags.data !== undefined) return flags.data;
  const isFolder = source !== undefined && !isEndpoint(source) && !isFile(source);
  return isFolder ? source : DEFAULT_DATA;
}

function isFile(source: string): boolean {
  return isRdfFile(source) || syntaxOf(source) !== undefined;
}

/**
 * Data to ask the embedded engine about.
 * @throws ProblemError where it is wrong; Error of the file system
 */
export async function localSource(
  source: string | undefined,
  context: CommandContext,
  flags: QueryFlags,
): Promise<QuerySource> {
  if (source !== undefined && isRdfFile(source)) return fileSource(source);
  if (source !== undefined && isFile(source)) return datasetSource((await readDatasetFile(source)).dataset);
  return datasetSource((await openDataset(source, context, { quiet: flags.json })).dataset);
}

/** What queries to an endpoint need not declare: the local dataset's prefixes where there is one, Clew's own where not. */
export async function endpointStyle(
  folder: string,
  context: CommandContext,
): Promise<Pick<QuerySource, 'prefixes' | 'base'>> {
  if (!existsSync(`${folder}/dataset.yaml`)) return { prefixes: STANDARD_PREFIXES };
  const { dataset } = await openDataset(folder, context, { quiet: true });
  const { prefixes, base } = await datasetSource(dataset);
  return { prefixes, ...(base !== undefined && { base }) };
}
