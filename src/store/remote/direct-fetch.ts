/** The part of `fetch` that a load needs, over node:http: a body goes out as it stands, where Node's fetch copies it twice first. */
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { Readable } from 'node:stream';

/** Statuses that a Response takes no body for (Fetch standard, section 2.2.3). */
const BODILESS = new Set([204, 205, 304]);

/** Follows no redirect, asks for no compression, keeps connections open. @param input an address, @param init bodies are bytes or text */
export const directFetch: typeof fetch = (input, init = {}) =>
  new Promise((resolve, reject) => {
    const { method = 'GET', headers, body, signal } = init;
    const url = new URL(input instanceof Request ? input.url : input);
    const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : (body as Uint8Array | undefined);
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(
      url,
      {
        method,
        headers: {
          Accept: '*/*',
          ...Object.fromEntries(new Headers(headers)),
          ...(bytes !== undefined && { 'Content-Length': bytes.length }),
        },
        ...(signal && { signal }),
      },
      (answer) => resolve(responseOf(answer)),
    );
    request.on('error', reject);
    request.end(bytes);
  });

function responseOf(answer: IncomingMessage): Response {
  const headers = new Headers();
  for (let at = 0; at < answer.rawHeaders.length; at += 2) {
    headers.append(answer.rawHeaders[at]!, answer.rawHeaders[at + 1]!);
  }
  const status = answer.statusCode ?? 0;
  if (BODILESS.has(status)) answer.resume();
  const body = BODILESS.has(status) ? null : (Readable.toWeb(answer) as ReadableStream<Uint8Array>);
  return new Response(body, { status, headers });
}
