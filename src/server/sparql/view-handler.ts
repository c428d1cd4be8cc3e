/** `/sparql/view`: the viewer with what a query found, each claim with its evidence and speaker. */
import { laidOutGraph } from '../../build/index.ts';
import { fillTemplate, readQuads, StringSink, writeGraphJson } from '../../formats/index.ts';
import { type Dataset, ProblemError, pickText } from '../../model/index.ts';
import { GRAPH_FORMATS, type SparqlEngine, type SparqlJson, TABLE_FORMATS } from '../../store/index.ts';
import type { Handler } from '../handler.ts';
import { choosePageLanguage } from '../linked/negotiate.ts';
import type { Publication } from '../linked/publication.ts';
import { PAGE_HEADERS, POLICIES, plainReply, type Reply, send } from '../reply.ts';
import { drawnPart, drawnTriples } from './drawn-part.ts';

export interface ViewOptions {
  readonly site: () => Publication;
  readonly engine: () => Promise<SparqlEngine>;
  readonly viewerTemplate: () => string;
}

/** Most milliseconds that the query runs, most rows or triples, most bytes of the result. */
const LIMITS = { timeout: 10_000, rows: 5_000, bytes: 8 * 1024 * 1024 } as const;
/** Most claims and entities: laying them out keeps the other clients waiting. */
const MOST = 3_000;

/** Mount it before the endpoint's own handler. */
export function viewHandler(options: ViewOptions): Handler {
  return async (request, response, url) => {
    if (url.pathname !== '/sparql/view' || (request.method !== 'GET' && request.method !== 'HEAD'))
      return false;
    const gone = new AbortController();
    const leave = () => gone.abort();
    response.once('close', leave);
    try {
      const language = choosePageLanguage(request.headers['accept-language']);
      const page = `../sparql.${language}.html`;
      const reply = await viewReply(url.searchParams.get('query') ?? '', page, options, gone.signal);
      if (!response.destroyed) send(request, response, reply);
      return true;
    } finally {
      response.off('close', leave);
    }
  };
}

/** @param page address of the query page */
async function viewReply(
  query: string,
  page: string,
  options: ViewOptions,
  signal: AbortSignal,
): Promise<Reply> {
  const location = `${page}?${new URLSearchParams({ query }).toString()}`;
  // The query page says what is wrong, and shows what can't be drawn.
  const elsewhere = () => plainReply(303, `See ${location}`, { Location: location });
  let drawn: Dataset | undefined;
  try {
    drawn = await found(query, options, signal);
  } catch (error) {
    if (error instanceof ProblemError) return elsewhere();
    throw error;
  }
  if (drawn === undefined) return elsewhere();
  const size = drawn.articles.reduce((sum, { claims, entities }) => sum + claims.length + entities.length, 0);
  if (size > MOST) {
    return plainReply(422, `The result has ${size} claims and entities; ${MOST} can be drawn. Add a LIMIT.`);
  }
  const json = new StringSink();
  await writeGraphJson(laidOutGraph(drawn).graph, json);
  const title = pickText(drawn.title, drawn.languages);
  const text = fillTemplate(options.viewerTemplate(), `${json}`, {
    title: title?.text ?? drawn.id,
    lang: title?.lang ?? 'en',
  });
  return {
    status: 200,
    headers: {
      ...PAGE_HEADERS,
      'Content-Security-Policy': POLICIES.viewer,
      'Content-Type': 'text/html; charset=utf-8',
    },
    body: new TextEncoder().encode(text),
  };
}

async function found(
  query: string,
  { site, engine: opened }: ViewOptions,
  signal: AbortSignal,
): Promise<Dataset | undefined> {
  const engine = await opened();
  const format = { table: TABLE_FORMATS.json, graph: GRAPH_FORMATS.ntriples };
  const { bytes, format: got } = await engine.query(query, { ...LIMITS, format, signal });
  const text = new TextDecoder().decode(bytes);
  if (got !== TABLE_FORMATS.json)
    return drawnTriples(site(), readQuads(text, 'ntriples', { file: 'result' }).quads);
  return drawnPart(site(), namedIn(JSON.parse(text) as SparqlJson));
}

/** IRIs of a table. */
export function namedIn({ results }: SparqlJson): Set<string> {
  const rows = results?.bindings ?? [];
  return new Set(
    rows.flatMap((row) => Object.values(row).flatMap((term) => (term.type === 'uri' ? [term.value] : []))),
  );
}
