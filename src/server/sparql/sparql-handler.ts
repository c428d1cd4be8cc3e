/** The SPARQL endpoint: queries by the SPARQL 1.1 Protocol, and its own description. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { formatProblem, ProblemError } from '../../model/index.ts';
import {
  GRAPH_FORMATS,
  QueryFailure,
  type QueryResult,
  readQuery,
  type SparqlEngine,
  turtleOf,
} from '../../store/index.ts';
import type { Handler } from '../handler.ts';
import { Outstanding } from '../outstanding.ts';
import { type Accepted, accepted, GRAPH_OFFERS, offered, TABLE_OFFERS, wantsProblems } from './accepted.ts';
import { downloadAt } from './downloads.ts';
import { statusOf } from './problem-status.ts';
import { type ProtocolRequest, protocolRequest } from './protocol-request.ts';
import { describedAs, serviceDescription } from './service-description.ts';
import { type SparqlReply, sendReply, textReply } from './sparql-reply.ts';

export interface SparqlOptions {
  /** Path of the endpoint; with a slash after it, it is the same. */
  readonly path: string;
  /** Most milliseconds that a query runs. */
  readonly timeout: number;
  /** Most rows or triples of a result; one that has more is refused, for cut off it would be wrong. */
  readonly rows: number;
  /** Most bytes of a result. */
  readonly resultBytes: number;
  /** Of all results that are being sent, those of other handlers perhaps among them; while it is full queries are refused. */
  readonly outstanding: Outstanding;
  /** Most bytes of a query. */
  readonly queryBytes: number;
  /** Most characters of a request's target; Node refuses heads of 16 KiB by itself. */
  readonly longestUrl: number;
}
export const SPARQL_DEFAULTS: Omit<SparqlOptions, 'outstanding'> = {
  path: '/sparql',
  timeout: 10_000,
  rows: 100_000,
  resultBytes: 64 * 1024 * 1024,
  queryBytes: 256 * 1024,
  longestUrl: 12_288,
};

/** Bytes of results that clients may leave untaken, all together. */
export const OUTSTANDING_RESULTS = 256 * 1024 * 1024;

/** @param engine asked anew for each request, so that it may be another one after the data has changed */
export function sparqlHandler(
  engine: SparqlEngine | (() => SparqlEngine | Promise<SparqlEngine>),
  options: Partial<SparqlOptions> = {},
): Handler {
  const all = { ...SPARQL_DEFAULTS, outstanding: new Outstanding(OUTSTANDING_RESULTS), ...options };
  const current = typeof engine === 'function' ? engine : () => engine;

  return async (request, response, url) => {
    const download = downloadAt(url.pathname, all.path);
    if (url.pathname.replace(/\/$/, '') !== all.path && download === undefined) return false;
    // A link can't say what it accepts; its ending does.
    if (download !== undefined) request.headers.accept = download.type;
    const asked = await protocolRequest(request, url, all);
    let reply: SparqlReply | undefined;
    if (all.outstanding.full && asked.kind === 'query') {
      reply = textReply(503, 'Clients are still taking their results; ask again in a moment.', {
        'Retry-After': '5',
      });
    } else reply = await answer(asked, request, response, current, all);
    if (reply === undefined) return true;
    all.outstanding.hold(response, reply.body.length);
    if (download !== undefined && reply.status === 200) {
      const named = { 'Content-Disposition': `attachment; filename="${download.file}"` };
      reply = { ...reply, headers: { ...reply.headers, ...named } };
    }
    sendReply(request, response, reply);
    return true;
  };
}

/** `undefined` where the client has gone. */
async function answer(
  asked: ProtocolRequest,
  request: IncomingMessage,
  response: ServerResponse,
  current: () => SparqlEngine | Promise<SparqlEngine>,
  options: SparqlOptions,
): Promise<SparqlReply | undefined> {
  if (asked.kind === 'reply') return asked.reply;
  const engine = await current();
  if (asked.kind === 'description') {
    const as = accepted(request, GRAPH_OFFERS);
    if (as === undefined) return textReply(406, `The service description comes as: ${offered(GRAPH_OFFERS)}`);
    const quads = serviceDescription(addressOf(request, options.path), engine.graphs);
    return { status: 200, type: `${as.type}; charset=utf-8`, body: await describedAs(quads, as.syntax) };
  }
  const shape = await readQuery(asked.query);
  const { form } = shape;
  const isGraph = form === 'construct' || form === 'describe';
  const offers = isGraph ? GRAPH_OFFERS : TABLE_OFFERS;
  const as = accepted(request, offers);
  if (as === undefined) return textReply(406, `This result comes as: ${offered(offers)}`);
  const gone = new AbortController();
  const leave = () => gone.abort();
  response.once('close', leave);
  try {
    const { timeout, rows, resultBytes } = options;
    const isTurtle = as.syntax === GRAPH_FORMATS.turtle;
    const format = { table: as.syntax, graph: isTurtle ? GRAPH_FORMATS.ntriples : as.syntax };
    const result = await engine.query(asked.query, {
      timeout,
      rows,
      bytes: resultBytes,
      format,
      shape,
      signal: gone.signal,
      ...(asked.dataset && { dataset: asked.dataset }),
    });
    return await resultReply(result, as, engine, rows, isTurtle);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return response.destroyed ? undefined : problemReply(error, request);
  } finally {
    response.off('close', leave);
  }
}

async function resultReply(
  { bytes, more }: QueryResult,
  { type }: Accepted,
  engine: SparqlEngine,
  rows: number,
  isTurtle: boolean,
): Promise<SparqlReply> {
  if (more) {
    const hint = `Add LIMIT ${rows}, and page with OFFSET, or narrow the query.`;
    throw new QueryFailure('too-large', `the result has more than ${rows} rows or triples`, hint);
  }
  const body = isTurtle ? await turtleOf(bytes, engine.style) : bytes;
  return { status: 200, type: /^text\//.test(type) ? `${type}; charset=utf-8` : type, body };
}

function problemReply(error: ProblemError, request: IncomingMessage): SparqlReply {
  const failure = error instanceof QueryFailure ? error.reason : undefined;
  const status = statusOf(error);
  const headers: Record<string, string> =
    failure === 'busy' || failure === 'closed' ? { 'Retry-After': '5' } : {};
  if (!wantsProblems(request))
    return textReply(status, error.problems.map(formatProblem).join('\n'), headers);
  const body = JSON.stringify({ status, title: error.problems[0]?.message, problems: error.problems });
  return { status, headers, type: 'application/problem+json', body };
}

/** The address that the client used; its Host header has been checked where that matters. */
function addressOf({ headers }: IncomingMessage, path: string): string {
  const address = `http://${headers.host ?? 'localhost'}${path}`;
  return URL.canParse(address) ? new URL(address).href : `http://localhost${path}`;
}
