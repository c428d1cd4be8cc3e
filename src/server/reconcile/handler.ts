/** `/reconcile`: the W3C Reconciliation Service API 0.2, for OpenRefine and other tools that match names to entities. */
import type { IncomingMessage } from 'node:http';
import { html } from '../../formats/index.ts';
import type { Documents } from '../documents.ts';
import type { Handler } from '../handler.ts';
import { vocabularyIri } from '../linked/addresses.ts';
import type { Publication } from '../linked/publication.ts';
import { DATA_HEADERS, emptyReply, PAGE_HEADERS, plainReply, type Reply, send } from '../reply.ts';
import { readQueries } from './read-queries.ts';
import { Reconciler } from './reconciler.ts';

/** Bytes of a batch. */
const MOST_BYTES = 1024 * 1024;
const METHODS = 'GET, HEAD, OPTIONS, POST';
const PREVIEW = { width: 400, height: 180 } as const;

/** @param current as of the site's handler */
export function reconcileHandler(current: () => Documents): Handler {
  const made = new WeakMap<Publication, Reconciler>();
  const reconcilerOf = (site: Publication) => {
    const known = made.get(site) ?? new Reconciler(site);
    made.set(site, known);
    return known;
  };
  return async (request, response, url) => {
    const [step, ...rest] = url.pathname.slice(1).split('/');
    if (step !== 'reconcile' || rest.length > 2) return false;
    const { site } = current();
    const reply = await answer(request, url, rest.join('/'), site, reconcilerOf(site));
    send(request, response, reply);
    return true;
  };
}

async function answer(
  request: IncomingMessage,
  url: URL,
  path: string,
  site: Publication,
  reconciler: Reconciler,
): Promise<Reply> {
  if (request.method === 'OPTIONS') {
    const allowed = {
      Allow: METHODS,
      'Access-Control-Allow-Methods': METHODS,
      'Access-Control-Allow-Headers': 'Content-Type',
    };
    return emptyReply(204, { ...DATA_HEADERS, ...allowed });
  }
  if (!METHODS.split(', ').includes(request.method ?? '')) {
    return plainReply(405, `${METHODS} are answered here.`, { Allow: METHODS });
  }
  const parameters = request.method === 'POST' ? await readForm(request) : url.searchParams;
  if (typeof parameters === 'number') {
    const why = {
      413: `A batch may have ${MOST_BYTES} bytes.`,
      415: 'Queries come as application/x-www-form-urlencoded.',
    };
    return plainReply(parameters, why[parameters]);
  }
  const [area, what] = path.split('/');
  if (area === '') {
    const queries = parameters.get('queries');
    return queries === null ? json(manifest(request, site, reconciler)) : reconciled(queries, reconciler);
  }
  if (area === 'suggest' && (what === 'entity' || what === 'type' || what === 'property')) {
    const cursor = Number(parameters.get('cursor') ?? 0);
    const prefix = (parameters.get('prefix') ?? '').slice(0, 200);
    const result = prefix === '' ? [] : reconciler.suggest(what, prefix);
    return json({ result: result.slice(Number.isInteger(cursor) && cursor > 0 ? cursor : 0) });
  }
  if (area === 'preview' && what === undefined) return preview(parameters.get('id') ?? '', site, reconciler);
  return plainReply(404, 'Nothing is here. The service is at /reconcile.');
}

function reconciled(queries: string, reconciler: Reconciler): Reply {
  const read = readQueries(queries);
  if (typeof read === 'string') return plainReply(400, read);
  return json(
    Object.fromEntries([...read].map(([name, query]) => [name, { result: reconciler.candidates(query) }])),
  );
}

/** What the service is and where its parts are (API section 3). */
function manifest(request: IncomingMessage, site: Publication, reconciler: Reconciler): object {
  const { dataset, prefixes } = site;
  const host = request.headers.host ?? 'localhost';
  // Goes into addresses that a client will call: nothing but a name and a port.
  const root = /^[\w.:[\]-]+$/.test(host) ? `http://${host}` : '';
  const vocabulary = site.addresses.prefixes
    .map((prefix) => prefixes[prefix]!)
    .find((namespace) => namespace !== prefixes['clew']);
  const suggest = (what: string) => ({ service_url: root, service_path: `/reconcile/suggest/${what}` });
  return {
    versions: ['0.2'],
    name: Object.values(dataset.title)[0] ?? dataset.id,
    identifierSpace: site.iris.entity(''),
    schemaSpace: vocabularyIri(vocabulary ?? dataset.base),
    defaultTypes: reconciler.kinds.map(({ id, name }) => ({ id, name })),
    view: { url: `${root}/id/{{id}}` },
    preview: { url: `${root}/reconcile/preview?id={{id}}`, ...PREVIEW },
    suggest: { entity: suggest('entity'), type: suggest('type'), property: suggest('property') },
  };
}

/** A small page that tools show in a frame of their own. */
function preview(id: string, site: Publication, reconciler: Reconciler): Reply {
  const entity = site.entities.get(id);
  if (entity === undefined) return plainReply(404, 'There is no such entity.');
  const { name, description = '' } = reconciler.named(id);
  const page = html`<!doctype html>
<html lang="${site.dataset.languages[0] ?? 'en'}" data-theme="auto">
<meta charset="utf-8">
<title>${name}</title>
<link rel="stylesheet" href="/page.css">
<main><p class="kind">${reconciler.term(entity.kind).name}</p>
<h1><bdi>${name}</bdi></h1>
<p>${description}</p></main>
</html>
`;
  const { 'X-Frame-Options': _, 'Content-Security-Policy': policy, ...headers } = PAGE_HEADERS;
  return {
    status: 200,
    headers: {
      ...headers,
      'Content-Security-Policy': policy.replace(/; frame-ancestors 'none'/, ''),
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Content-Type': 'text/html; charset=utf-8',
    },
    body: new TextEncoder().encode(page.text),
  };
}

function json(value: object): Reply {
  const body = new TextEncoder().encode(JSON.stringify(value));
  return { status: 200, headers: { ...DATA_HEADERS, 'Content-Type': 'application/json' }, body };
}

/** @returns the status where the body is too large or of another type */
async function readForm(request: IncomingMessage): Promise<URLSearchParams | 413 | 415> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) return 415;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      // The rest runs into nothing: the client is to read the answer, not to meet a closed door.
      if (bytes > MOST_BYTES) resolve(413);
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(new URLSearchParams(Buffer.concat(chunks).toString('utf8'))));
    request.on('error', reject);
  });
}
