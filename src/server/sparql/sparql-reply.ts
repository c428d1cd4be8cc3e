/** Answers of the endpoint: any site's programs may read them, no page may show them. */
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface SparqlReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** Milliseconds without a byte taken after which a client is given up. */
const IDLE = 60_000;

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': 'no-cache',
  Vary: 'Accept',
} as const;

/** Headers of the answer to an OPTIONS request (Fetch standard, CORS preflight). */
export const PREFLIGHT = {
  Allow: 'GET, HEAD, POST, OPTIONS',
  'Access-Control-Allow-Methods': 'GET, HEAD, POST',
  'Access-Control-Allow-Headers': 'Accept, Content-Type',
  'Access-Control-Max-Age': '86400',
} as const;

/** Plain text with a line break at its end. */
export function textReply(
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): SparqlReply {
  return { status, headers, type: 'text/plain; charset=utf-8', body: `${text}\n` };
}

export function sendReply(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, type, body }: SparqlReply,
): void {
  if (response.destroyed) return;
  const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : body;
  response.setTimeout(IDLE, () => response.destroy());
  response.writeHead(status, {
    ...HEADERS,
    ...headers,
    ...(status === 204 ? {} : { 'Content-Type': type, 'Content-Length': String(bytes.length) }),
  });
  // What is left of a body that nobody reads.
  request.resume();
  if (request.method === 'HEAD' || status === 204) response.end();
  else response.end(bytes);
}
