/** An answer before it is sent, and the headers that every answer of one sort has: the one place for both. */
import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes, or a file to stream. */
  readonly body: Uint8Array | { readonly file: string; readonly bytes: number };
}

/** Of everything that is sent, whatever made it. */
export const COMMON_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
} as const;

/** Content-Security-Policies by what is sent. The viewer has its own in the page, with the hashes of its scripts. */
export const POLICIES = {
  page: "default-src 'none'; style-src 'self'; font-src data:; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  /** The query page: its one script is a file of ours, and asks nobody but us. */
  query:
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; font-src data:; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  data: "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
  viewer: "frame-ancestors 'none'",
} as const;

/** For pages: no other site may show or read them. */
export const PAGE_HEADERS = {
  'Content-Security-Policy': POLICIES.page,
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
} as const;

/** For data: programs of any site may read it. */
export const DATA_HEADERS = {
  'Content-Security-Policy': POLICIES.data,
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link, Location',
  'Cache-Control': 'no-cache',
} as const;

const TEXT = new TextEncoder();

/** A short answer in plain text. */
export function plainReply(status: number, text: string, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { ...DATA_HEADERS, 'Content-Type': 'text/plain; charset=utf-8', ...headers },
    body: TEXT.encode(`${text}\n`),
  };
}

export function emptyReply(status: number, headers: Record<string, string>): Reply {
  return { status, headers, body: new Uint8Array() };
}

/** Sends it; of a HEAD the headers alone. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: Reply,
): void {
  const bytes = body instanceof Uint8Array ? body.length : body.bytes;
  const hasBody = status !== 204 && status !== 304;
  response.writeHead(status, { ...headers, ...(hasBody && { 'Content-Length': String(bytes) }) });
  // What a client sends with a GET is not read.
  request.resume();
  if (request.method === 'HEAD' || !hasBody) response.end();
  else if (body instanceof Uint8Array) response.end(body);
  // A client that goes away ends the pipeline; there is nobody left to tell.
  else pipeline(createReadStream(body.file), response, () => {});
}
