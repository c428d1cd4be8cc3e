/** From a request to the handler that answers it: what no handler may see is refused here, and a fault is answered. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Handler } from './handler.ts';
import { COMMON_HEADERS, plainReply, send } from './reply.ts';
import { withoutCors } from './without-cors.ts';

export interface RouterOptions {
  /** Host names under which the server may be addressed; guards against DNS rebinding. Empty: any. */
  readonly hosts: readonly string[];
  /** Longest target of a request, in bytes. */
  readonly longestUrl: number;
  /** False where pages of other sites may read nothing. */
  readonly cors: boolean;
  /** Told of faults of ours, which the client learns nothing about. */
  readonly onFault: (error: unknown) => void;
}
export const ROUTER_DEFAULTS: RouterOptions = {
  hosts: [],
  longestUrl: 16_384,
  cors: true,
  onFault: () => {},
};

/** What something here answers. */
const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST'];
/** What handlers refuse, each saying what it allows instead. Other methods do nothing that anybody should want. */
const WRITING = ['PUT', 'PATCH', 'DELETE'];

/** Asks the handlers in turn; the first that answers ends it. */
export function route(handlers: readonly Handler[], options: Partial<RouterOptions> = {}): RequestListener {
  const { hosts, longestUrl, cors, onFault } = { ...ROUTER_DEFAULTS, ...options };
  return (request, response) => {
    if (!cors) withoutCors(response);
    for (const [name, value] of Object.entries(COMMON_HEADERS)) response.setHeader(name, value);
    const { method = '', url: target = '' } = request;
    const refuse = (status: number, text: string, headers: Record<string, string> = {}) =>
      // What follows on the connection may be anything.
      send(request, response, plainReply(status, text, { ...headers, Connection: 'close' }));
    if (hosts.length > 0 && !hosts.includes(hostName(request.headers.host ?? ''))) {
      refuse(421, 'This server answers only to its own address.');
      return;
    }
    if (target.length > longestUrl) {
      refuse(414, `An address may have ${longestUrl} bytes here.`);
      return;
    }
    if (!METHODS.includes(method) && !WRITING.includes(method)) {
      refuse(405, `${METHODS.slice(0, -1).join(', ')} and ${METHODS.at(-1)} are answered here.`, {
        Allow: METHODS.join(', '),
      });
      return;
    }
    const url = parsed(target);
    if (url === undefined) {
      refuse(400, 'The address cannot be read.');
      return;
    }
    void answer(handlers, request, response, url).catch((error: unknown) => {
      onFault(error);
      if (response.headersSent) response.destroy();
      else refuse(500, 'The server failed at this; the fault is its own.');
    });
  };
}

async function answer(
  handlers: readonly Handler[],
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  for (const handler of handlers) if (await handler(request, response, url)) return;
  send(request, response, plainReply(404, 'Nothing is here.', { Connection: 'close' }));
}

/** Only the origin form is taken (RFC 9112 section 3.2.1): a target that begins with `//` is a path like any other. */
function parsed(target: string): URL | undefined {
  if (!target.startsWith('/')) return undefined;
  try {
    return new URL(`http://localhost${target}`);
  } catch {
    return undefined;
  }
}

/** `localhost:8420` to `localhost`, `[::1]:8420` to `[::1]`. */
function hostName(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}
