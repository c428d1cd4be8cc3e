/** Answers browsers at the endpoint's address with the query page; programs are left to the endpoint. */
import { LANGUAGES, type Language } from '../../graph/index.ts';
import { ProblemError } from '../../model/index.ts';
import {
  GRAPH_FORMATS,
  type SavedQuestion,
  type SparqlEngine,
  type SparqlJson,
  TABLE_FORMATS,
  turtleOf,
} from '../../store/index.ts';
import type { Handler } from '../handler.ts';
import { choosePageLanguage } from '../linked/negotiate.ts';
import type { Publication } from '../linked/publication.ts';
import { PageContext, pageEnding } from '../pages/index.ts';
import { PAGE_HEADERS, POLICIES, type Reply, send } from '../reply.ts';
import { wantsPage } from './accepted.ts';
import { type PageAnswer, queryPage } from './query-page.ts';

export interface QueryPageOptions {
  readonly site: () => Publication;
  readonly engine: () => Promise<SparqlEngine>;
  readonly questions: () => Promise<readonly SavedQuestion[]>;
}

/** Most milliseconds that a query runs. */
const TIMEOUT = 10_000;
/** Most rows on the page; that there are more is said. */
const ROWS = 1_000;

const PATH = '/sparql';
/** Most bytes of a result on the page. */
const BYTES = 4 * 1024 * 1024;

/** Mount it before the endpoint's own handler. */
export function queryPageHandler(options: QueryPageOptions): Handler {
  return async (request, response, url) => {
    const { method } = request;
    if (method !== 'GET' && method !== 'HEAD') return false;
    const named = LANGUAGES.find((language) => url.pathname === PATH + pageEnding(language, []));
    if (named === undefined && !(url.pathname === PATH && wantsPage(request))) return false;
    const language = named ?? choosePageLanguage(request.headers['accept-language']);
    const queries = url.searchParams.getAll('query');
    const gone = new AbortController();
    const leave = () => gone.abort();
    response.once('close', leave);
    try {
      const reply = await pageReply(queries[0] ?? '', language, options, gone.signal);
      if (!response.destroyed) send(request, response, reply);
      return true;
    } finally {
      response.off('close', leave);
    }
  };
}

async function pageReply(
  query: string,
  language: Language,
  options: QueryPageOptions,
  signal: AbortSignal,
): Promise<Reply> {
  const context = new PageContext(options.site(), 'sparql', { language, unnamed: [] });
  const answer = query === '' ? undefined : await answered(query, options, signal);
  const questions = await options.questions();
  const page = queryPage({ query, questions, ...(answer && { answer }) }, context);
  return {
    status: answer?.kind === 'problems' ? 400 : 200,
    headers: {
      ...PAGE_HEADERS,
      'Content-Security-Policy': POLICIES.query,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': language,
      Vary: 'Accept, Accept-Language',
    },
    body: new TextEncoder().encode(page),
  };
}

async function answered(
  query: string,
  { engine: opened }: QueryPageOptions,
  signal: AbortSignal,
): Promise<PageAnswer> {
  try {
    const engine = await opened();
    const format = { table: TABLE_FORMATS.json, graph: GRAPH_FORMATS.ntriples };
    const {
      bytes,
      format: got,
      more,
    } = await engine.query(query, { timeout: TIMEOUT, rows: ROWS, bytes: BYTES, format, signal });
    const text = (written: Uint8Array | string) =>
      typeof written === 'string' ? written : new TextDecoder().decode(written);
    if (got === TABLE_FORMATS.json)
      return { kind: 'rows', result: JSON.parse(text(bytes)) as SparqlJson, more };
    return { kind: 'turtle', text: text(await turtleOf(bytes, engine.style)), more };
  } catch (error) {
    if (error instanceof ProblemError) return { kind: 'problems', problems: error.problems };
    throw error;
  }
}
