/** Answers browsers at the endpoint's address with the query page; programs are left to the endpoint. */
import { LANGUAGES, type Language } from '../../graph/index.ts';
import { ProblemError } from '../../model/index.ts';
import {
  GRAPH_FORMATS,
  QueryFailure,
  type SavedQuestion,
  type SparqlEngine,
  type SparqlJson,
  TABLE_FORMATS,
  turtleOf,
} from '../../store/index.ts';
import type { Handler } from '../handler.ts';
import { choosePageLanguage } from '../linked/negotiate.ts';
import type { Publication } from '../linked/publication.ts';
import type { Outstanding } from '../outstanding.ts';
import { PageContext, pageEnding } from '../pages/index.ts';
import { PAGE_HEADERS, POLICIES, type Reply, send } from '../reply.ts';
import { wantsPage } from './accepted.ts';
import { statusOf } from './problem-status.ts';
import { type PageAnswer, queryPage } from './query-page.ts';

export interface QueryPageOptions {
  readonly site: () => Publication;
  readonly engine: () => Promise<SparqlEngine>;
  readonly questions: () => Promise<readonly SavedQuestion[]>;
  /** Shared with the endpoint: results that clients have not taken yet. */
  readonly outstanding: Outstanding;
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
    // `edit` puts the query into the field and leaves asking to the reader.
    const { searchParams } = url;
    const asked = { query: searchParams.getAll('query')[0] ?? '', edit: searchParams.has('edit') };
    const gone = new AbortController();
    const leave = () => gone.abort();
    response.once('close', leave);
    try {
      const reply = await pageReply(asked, language, options, gone.signal);
      if (response.destroyed) return true;
      if (reply.body instanceof Uint8Array) options.outstanding.hold(response, reply.body.length);
      send(request, response, reply);
      return true;
    } finally {
      response.off('close', leave);
    }
  };
}

async function pageReply(
  { query, edit }: { readonly query: string; readonly edit: boolean },
  language: Language,
  options: QueryPageOptions,
  signal: AbortSignal,
): Promise<Reply> {
  const context = new PageContext(options.site(), 'sparql', { language, unnamed: [] });
  const answer = query === '' || edit ? undefined : await answered(query, options, signal);
  const questions = await options.questions();
  const page = queryPage({ query, edit, questions, ...(answer && { answer }) }, context);
  return {
    status: answer?.kind === 'problems' ? answer.status : 200,
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
  { engine: opened, outstanding }: QueryPageOptions,
  signal: AbortSignal,
): Promise<PageAnswer> {
  try {
    if (outstanding.full) {
      const hint = 'Ask again in a moment.';
      throw new QueryFailure('busy', 'clients are still taking their results', hint);
    }
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
    if (error instanceof ProblemError)
      return { kind: 'problems', problems: error.problems, status: statusOf(error) };
    throw error;
  }
}
