/** The answers of the local server: the viewer at `/`, the outputs by name. Knows nothing of sockets. */
import { mediaType } from './media-types.ts';

/** A file that may be asked for. Only what is listed here can be reached: no path is ever joined to a folder. */
export interface ServedFile {
  /** Name in the address, without a slash. */
  readonly name: string;
  /** Where its bytes lie. */
  readonly path: string;
  readonly bytes: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Text to send, or the path of a file to stream. */
  readonly body: { readonly text: string } | { readonly file: string };
}

export interface SiteOptions {
  readonly files: readonly ServedFile[];
  /** Name of the file that `/` shows. */
  readonly index: string;
  /** Host names under which the server may be addressed; guards against DNS rebinding. Empty: any. */
  readonly hosts: readonly string[];
}

/** For everything but the viewer, whose page carries a policy of its own. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const BASE_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
} as const;

/** @param url the request's target as it came; @param host its Host header */
export function answer(
  request: { readonly method: string; readonly url: string; readonly host: string | undefined },
  site: SiteOptions,
): Answer {
  if (site.hosts.length > 0 && !site.hosts.includes(hostName(request.host ?? ''))) {
    return refusal(421, 'This server answers only to its own address.');
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refusal(405, 'Only GET and HEAD are answered here.', { Allow: 'GET, HEAD' });
  }
  const path = request.url.split(/[?#]/, 1)[0] ?? '/';
  const name = path === '/' ? site.index : decode(path.slice(1));
  const file = site.files.find((candidate) => candidate.name === name);
  if (file === undefined) {
    return refusal(404, `Nothing is here. There are: / ${site.files.map((f) => `/${f.name}`).join(' ')}`);
  }
  const isPage = file.name.endsWith('.html');
  return {
    status: 200,
    headers: {
      ...BASE_HEADERS,
      'Content-Type': mediaType(file.name),
      'Content-Length': String(file.bytes),
      ...(isPage ? { 'X-Frame-Options': 'SAMEORIGIN' } : { 'Content-Security-Policy': POLICY }),
    },
    body: { file: file.path },
  };
}

function refusal(status: number, text: string, headers: Record<string, string> = {}): Answer {
  const body = `${text}\n`;
  return {
    status,
    headers: {
      ...BASE_HEADERS,
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Length': String(new TextEncoder().encode(body).length),
      'Content-Security-Policy': POLICY,
      ...headers,
    },
    body: { text: body },
  };
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** `localhost:8420` to `localhost`, `[::1]:8420` to `[::1]`. */
function hostName(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}
