/** A site on a socket: loopback unless told, bounded in time and size, stopped without leaving a client hanging. */
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';
import { answer, type SiteOptions } from './site.ts';

export const LISTEN_DEFAULTS = {
  /** Loopback: nobody else on the network can reach it. */
  host: '127.0.0.1',
  /** 0 takes any free port. */
  port: 8420,
  /** Milliseconds within which a client must have sent its headers. */
  headersTimeout: 10_000,
  /** Milliseconds within which a request must have come in whole. */
  requestTimeout: 30_000,
  maxConnections: 256,
} as const;

export interface Listening {
  /** Address to open in a browser, ending in `/`. */
  readonly url: string;
  /** Lets running answers finish, then stops. */
  close(): Promise<void>;
}

/** @throws Error with code EADDRINUSE where the port is taken */
export async function listen(
  files: Pick<SiteOptions, 'files' | 'index'>,
  options: Partial<typeof LISTEN_DEFAULTS | { host: string; port: number }> = {},
): Promise<Listening> {
  const { host, port, headersTimeout, requestTimeout, maxConnections } = { ...LISTEN_DEFAULTS, ...options };
  const loopback = host === 'localhost' || host === '::1' || /^127\./.test(host);
  const site: SiteOptions = { ...files, hosts: loopback ? ['localhost', '127.0.0.1', '[::1]', host] : [] };
  const server = createServer(
    { headersTimeout, requestTimeout, keepAliveTimeout: 5_000 },
    (request, response) => {
      const { method = 'GET', url = '/' } = request;
      const reply = answer({ method, url, host: request.headers.host }, site);
      response.writeHead(reply.status, reply.headers);
      // What a client sends with a GET is not read.
      request.resume();
      if (method === 'HEAD') response.end();
      else if ('text' in reply.body) response.end(reply.body.text);
      // A client that goes away ends the pipeline; there is nobody left to tell.
      else pipeline(createReadStream(reply.body.file), response, () => {});
    },
  );
  server.maxConnections = maxConnections;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${shown}:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}
