/** Handlers on a socket: loopback unless told, bounded in time and size, stopped without leaving a client hanging. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Handler } from './handler.ts';
import { ROUTER_DEFAULTS, type RouterOptions, route } from './router.ts';

export interface ListenOptions extends Pick<RouterOptions, 'longestUrl' | 'cors' | 'onFault'> {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Milliseconds within which a client must have sent its headers. */
  readonly headersTimeout: number;
  /** Milliseconds within which a request must have come in whole. */
  readonly requestTimeout: number;
  /** Milliseconds after which a connection on which nothing moves is ended, answer or no answer. */
  readonly idleTimeout: number;
  /** Milliseconds that a connection waits for its next request. */
  readonly keepAliveTimeout: number;
  /** Bytes of a request's target and headers together; more is answered with 431. */
  readonly headerBytes: number;
  /** Headers of a request; more are not read. */
  readonly headerCount: number;
  /** Connections at once; more are closed as they come. */
  readonly maxConnections: number;
  /** Requests on one connection before it is closed. */
  readonly requestsPerConnection: number;
  /** Milliseconds that running answers have when the server is told to stop. */
  readonly grace: number;
}

export const LISTEN_DEFAULTS: ListenOptions = {
  ...ROUTER_DEFAULTS,
  /** Loopback: nobody else on the network can reach it. */
  host: '127.0.0.1',
  port: 8420,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  idleTimeout: 120_000,
  keepAliveTimeout: 5_000,
  headerBytes: 32_768,
  headerCount: 100,
  maxConnections: 256,
  requestsPerConnection: 10_000,
  grace: 10_000,
};

export interface Listening {
  /** Address to open in a browser, ending in `/`. */
  readonly url: string;
  /** Takes no more requests, lets running answers finish, then stops; after the grace it ends them. */
  close(): Promise<void>;
}

/** How often timeouts are looked at, in milliseconds, where they are long. */
const LOOK = 1000;

/** @throws Error with code EADDRINUSE where the port is taken */
export async function listen(
  handlers: readonly Handler[],
  options: Partial<ListenOptions> = {},
): Promise<Listening> {
  const { host, port, longestUrl, cors, onFault, grace, ...limits } = { ...LISTEN_DEFAULTS, ...options };
  const loopback = host === 'localhost' || host === '::1' || /^127\./.test(host);
  const hosts = loopback ? ['localhost', '127.0.0.1', '[::1]', host] : [];
  const listener = route(handlers, { hosts, longestUrl, cors, onFault });
  let stopping = false;
  const server = createServer(
    {
      headersTimeout: limits.headersTimeout,
      requestTimeout: limits.requestTimeout,
      keepAliveTimeout: limits.keepAliveTimeout,
      connectionsCheckingInterval: Math.min(LOOK, limits.headersTimeout),
      maxHeaderSize: limits.headerBytes,
    },
    (request, response) => {
      if (stopping) response.setHeader('Connection', 'close');
      // One that was answered while the server stops would wait for a request that is not taken.
      response.once('close', () => {
        if (stopping) server.closeIdleConnections();
      });
      listener(request, response);
    },
  );
  server.maxConnections = limits.maxConnections;
  server.maxHeadersCount = limits.headerCount;
  server.maxRequestsPerSocket = limits.requestsPerConnection;
  server.timeout = limits.idleTimeout;
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
        stopping = true;
        const end = setTimeout(() => server.closeAllConnections(), grace);
        server.close(() => {
          clearTimeout(end);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
