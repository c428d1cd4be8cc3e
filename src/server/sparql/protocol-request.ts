/** What a request asks of the endpoint (SPARQL 1.1 Protocol section 2.1), or why it is refused. */
import type { IncomingMessage } from 'node:http';
import type { GraphNames } from '../../store/index.ts';
import { PREFLIGHT, type SparqlReply, textReply } from './sparql-reply.ts';

export type ProtocolRequest =
  | { readonly kind: 'query'; readonly query: string; readonly dataset: GraphNames | undefined }
  | { readonly kind: 'description' }
  | { readonly kind: 'reply'; readonly reply: SparqlReply };

export interface RequestBounds {
  /** Most bytes of a body. */
  readonly queryBytes: number;
  /** Most characters of the request's target. */
  readonly longestUrl: number;
}

const QUERY = 'application/sparql-query';
const UPDATE = 'application/sparql-update';
const FORM = 'application/x-www-form-urlencoded';

const READ_ONLY =
  'Nothing is changed here: the data is what the data folder says. Ask with SELECT, ASK, CONSTRUCT or DESCRIBE.';

export async function protocolRequest(
  request: IncomingMessage,
  url: URL,
  bounds: RequestBounds,
): Promise<ProtocolRequest> {
  const { method = 'GET' } = request;
  if ((request.url ?? '').length > bounds.longestUrl) {
    return refuse(
      414,
      `An address may have ${bounds.longestUrl} characters here; send a long query by POST.`,
    );
  }
  if (method === 'OPTIONS')
    return { kind: 'reply', reply: { status: 204, headers: PREFLIGHT, type: '', body: '' } };
  if (method === 'GET' || method === 'HEAD') {
    if (url.searchParams.has('update')) return refuse(400, `An update is no GET. ${READ_ONLY}`);
    if (url.searchParams.has('query')) return asked(url.searchParams, url.searchParams);
    return { kind: 'description' };
  }
  if (method !== 'POST') return refuse(405, 'GET, HEAD and POST are answered here.', PREFLIGHT);
  return posted(request, url, bounds);
}

async function posted(
  request: IncomingMessage,
  url: URL,
  { queryBytes }: RequestBounds,
): Promise<ProtocolRequest> {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '')
    .split(';')
    .map((part) => part.trim());
  const media = type.toLowerCase();
  if (media === UPDATE) return refuse(403, READ_ONLY);
  if (media !== QUERY && media !== FORM) {
    const said = media === '' ? 'The body has no Content-Type' : `The body is ${media}`;
    return refuse(415, `${said}; send ${QUERY} or ${FORM}.`, { 'Accept-Post': `${QUERY}, ${FORM}` });
  }
  const charset = parameters.find((part) => /^charset=/i.test(part))?.replace(/^charset="?([^"]*)"?$/i, '$1');
  if (charset !== undefined && !/^utf-?8$/i.test(charset))
    return refuse(415, `Queries are UTF-8, not ${charset}.`);
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') return refuse(415, `Send the body as it is, without ${encoding}.`);
  const body = await boundedBody(request, queryBytes);
  // The rest runs into nothing: a client whose connection is closed while it sends may lose the answer (RFC 9112 section 9.6).
  if (body === undefined) return refuse(413, `A query may have ${queryBytes} bytes here.`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return refuse(400, 'The body is not UTF-8.');
  }
  if (media === QUERY) return asked(new URLSearchParams([['query', text]]), url.searchParams);
  const form = new URLSearchParams(text);
  if (form.has('update')) return refuse(403, READ_ONLY);
  return asked(form, new URLSearchParams([...form, ...url.searchParams]));
}

/** @param from holds the query; @param graphs holds the names of graphs */
function asked(from: URLSearchParams, graphs: URLSearchParams): ProtocolRequest {
  const queries = from.getAll('query');
  if (queries.length !== 1)
    return refuse(400, `One query is answered at a time; there are ${queries.length}.`);
  const named = (name: string) => graphs.getAll(name).filter((iri) => iri !== '');
  const dataset = { defaultGraphs: named('default-graph-uri'), namedGraphs: named('named-graph-uri') };
  const iris = [...dataset.defaultGraphs, ...dataset.namedGraphs];
  const bad = iris.find((iri) => !/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*$/i.test(iri));
  if (bad !== undefined) return refuse(400, 'The name of a graph is an absolute IRI.');
  return { kind: 'query', query: queries[0]!, dataset: iris.length === 0 ? undefined : dataset };
}

function refuse(
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): ProtocolRequest {
  return { kind: 'reply', reply: textReply(status, text, headers) };
}

/** `undefined` where it is longer. What it says of its length is not believed, but taken at its word where it is too much. */
async function boundedBody(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > most) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  // Not by `for await`: leaving that early would cut the connection before the refusal is sent.
  return new Promise((resolve) => {
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > most) resolve(undefined);
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    // A client that leaves in the middle gets no answer anyway.
    request.on('error', () => resolve(undefined));
    request.on('close', () => resolve(undefined));
  });
}
