/** `/sparql/view`: the viewer with what a query found, each claim with its evidence and speaker. */
import { laidOutGraph } from '../../build/index.ts';
import { fillTemplate, html, readQuads, StringSink, writeGraphJson } from '../../formats/index.ts';
import { type Dataset, ProblemError, pickText } from '../../model/index.ts';
import {
  GRAPH_FORMATS,
  type SparqlEngine,
  type SparqlJson,
  TABLE_FORMATS,
  Turns,
} from '../../store/index.ts';
import { type Document, documentOf } from '../documents.ts';
import type { Handler } from '../handler.ts';
import { KeptBytes } from '../kept-bytes.ts';
import { choosePageLanguage } from '../linked/negotiate.ts';
import type { Publication } from '../linked/publication.ts';
import type { Outstanding } from '../outstanding.ts';
import { documentReply } from '../read-only.ts';
import { PAGE_HEADERS, POLICIES, plainReply, type Reply, send } from '../reply.ts';
import { drawnPart, drawnTriples } from './drawn-part.ts';

export interface ViewOptions {
  readonly site: () => Publication;
  readonly engine: () => Promise<SparqlEngine>;
  readonly viewerTemplate: () => string;
  /** Shared with the endpoint: results that clients have not taken yet. */
  readonly outstanding: Outstanding;
}

/** Most milliseconds that the query runs, most rows or triples, most bytes of the result. */
const LIMITS = { timeout: 10_000, rows: 5_000, bytes: 8 * 1024 * 1024 } as const;
/** Most claims and entities: laying them out keeps the other clients waiting for some tenths of a second. */
const MOST = 2_000;
/** Bytes of drawn results that are kept. */
const ROOM = 32 * 1024 * 1024;

/** Mount it before the endpoint's own handler. */
export function viewHandler(options: ViewOptions): Handler {
  const turns = new Turns();
  const kept = new WeakMap<Publication, KeptBytes<Document>>();
  return async (request, response, url) => {
    if (url.pathname !== '/sparql/view' || (request.method !== 'GET' && request.method !== 'HEAD'))
      return false;
    const gone = new AbortController();
    const leave = () => gone.abort();
    response.once('close', leave);
    try {
      const query = url.searchParams.get('query') ?? '';
      const language = choosePageLanguage(request.headers['accept-language']);
      const page = `../sparql.${language}.html?${new URLSearchParams({ query })}`;
      const site = options.site();
      const drawings = kept.get(site) ?? new KeptBytes<Document>(ROOM);
      kept.set(site, drawings);
      const known = drawings.get(`${language} ${query}`);
      const drawn = known ?? (await viewReply(query, page, site, options, turns, gone.signal));
      if (response.destroyed) return true;
      const isDrawn = 'etag' in drawn;
      if (isDrawn) drawings.put(`${language} ${query}`, drawn);
      const ifNoneMatch = request.headers['if-none-match'];
      const reply = isDrawn ? documentReply(drawn, { ifNoneMatch }, HEADERS) : drawn;
      if (reply.body instanceof Uint8Array) options.outstanding.hold(response, reply.body.length);
      send(request, response, reply);
      return true;
    } finally {
      response.off('close', leave);
    }
  };
}

const HEADERS = {
  ...PAGE_HEADERS,
  'Content-Security-Policy': POLICIES.viewer,
  // It leads back to the query page in the reader's language.
  Vary: 'Accept-Language',
};

/** @param page address of the query page with the query */
async function viewReply(
  query: string,
  page: string,
  site: Publication,
  { engine, viewerTemplate, outstanding }: ViewOptions,
  turns: Turns,
  signal: AbortSignal,
): Promise<Document | Reply> {
  if (outstanding.full) {
    const later = 'Clients are still taking their results; ask again in a moment.';
    return plainReply(503, later, { 'Retry-After': '5' });
  }
  // The query page says what is wrong, and shows what can't be drawn.
  const elsewhere = () => plainReply(303, `See ${page}`, { Location: page, Vary: 'Accept-Language' });
  let result: { readonly text: string; readonly isTable: boolean };
  try {
    const format = { table: TABLE_FORMATS.json, graph: GRAPH_FORMATS.ntriples };
    const { bytes, format: got } = await (await engine()).query(query, { ...LIMITS, format, signal });
    result = { text: new TextDecoder().decode(bytes), isTable: got === TABLE_FORMATS.json };
  } catch (error) {
    if (error instanceof ProblemError) return elsewhere();
    throw error;
  }
  return turns.run<Document | Reply>(() => {
    if (signal.aborted) return elsewhere();
    const drawn = foundIn(result, site);
    if (drawn === undefined) return elsewhere();
    const size = drawn.articles.reduce(
      (sum, { claims, entities }) => sum + claims.length + entities.length,
      0,
    );
    if (size > MOST) {
      return plainReply(
        422,
        `The result has ${size} claims and entities; ${MOST} can be drawn. Add a LIMIT.`,
      );
    }
    return drawnDocument(drawn, page, viewerTemplate());
  });
}

function foundIn(
  { text, isTable }: { readonly text: string; readonly isTable: boolean },
  site: Publication,
): Dataset | undefined {
  if (isTable) return drawnPart(site, namedIn(JSON.parse(text) as SparqlJson));
  return drawnTriples(site, readQuads(text, 'ntriples', { file: 'result' }).quads);
}

async function drawnDocument(drawn: Dataset, page: string, template: string): Promise<Document> {
  const json = new StringSink();
  await writeGraphJson(laidOutGraph(drawn).graph, json);
  const title = pickText(drawn.title, drawn.languages);
  const text = fillTemplate(template, `${json}`, {
    title: title?.text ?? drawn.id,
    lang: title?.lang ?? 'en',
  });
  // The viewer offers what the page says it comes from.
  const up = html`<link rel="up" href="${page}&edit">`.text;
  return documentOf(
    text.replace('</head>', () => `${up}\n</head>`),
    'text/html; charset=utf-8',
  );
}

/** IRIs of a table. */
export function namedIn({ results }: SparqlJson): Set<string> {
  const rows = results?.bindings ?? [];
  return new Set(
    rows.flatMap((row) => Object.values(row).flatMap((term) => (term.type === 'uri' ? [term.value] : []))),
  );
}
