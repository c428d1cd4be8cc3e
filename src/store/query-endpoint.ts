/** A query to a SPARQL endpoint over HTTP (SPARQL 1.1 Protocol section 2.1), bounded in time and size. */
import { type Problem, ProblemError, showValue } from '../model/index.ts';

export interface EndpointOptions {
  /** What is accepted: media types of results, best first. */
  readonly accept: string;
  /** Milliseconds within which the whole answer must have come. */
  readonly timeout: number;
  /** Most bytes of an answer. */
  readonly bytes: number;
  /** Value of the Authorization header. */
  readonly authorization?: string;
  readonly signal?: AbortSignal;
  readonly fetch: typeof fetch;
}
export const ENDPOINT_DEFAULTS: EndpointOptions = {
  accept: 'application/sparql-results+json, application/n-triples;q=0.9',
  timeout: 60_000,
  bytes: 256 * 1024 * 1024,
  fetch,
};

export interface EndpointAnswer {
  /** Media type without parameters, in lower case. */
  readonly format: string;
  readonly bytes: Uint8Array;
}

/** Most characters of what an endpoint says of an error that are repeated. */
const SAID = 500;

/**
 * @param query without SERVICE or with: the endpoint decides
 * @throws ProblemError where the endpoint can't be reached, refuses, takes too long or answers too much; credentials are in none
 *   of its words
 */
export async function queryEndpoint(
  endpoint: string,
  query: string,
  options: Partial<EndpointOptions> = {},
): Promise<EndpointAnswer> {
  const {
    accept,
    timeout,
    bytes: most,
    authorization,
    signal,
    fetch: ask,
  } = { ...ENDPOINT_DEFAULTS, ...options };
  const url = endpointUrl(endpoint);
  const limit = AbortSignal.timeout(timeout);
  try {
    const response = await ask(url, {
      method: 'POST',
      headers: {
        Accept: accept,
        'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
        ...(authorization !== undefined && { Authorization: authorization }),
      },
      body: new URLSearchParams({ query }).toString(),
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
    });
    const bytes = await bounded(response, most, url.href);
    if (!response.ok) throw refused(response.status, bytes, url.href);
    const format = (response.headers.get('Content-Type') ?? '').split(';')[0]!.trim().toLowerCase();
    return { format, bytes };
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    if (limit.aborted) {
      throw one(
        'endpoint-timeout',
        `no whole answer came within ${timeout / 1000} s`,
        url.href,
        'Make the query smaller, or give it more time with --timeout.',
      );
    }
    if (signal?.aborted) throw one('query-cancelled', 'the query was cancelled', url.href);
    const { cause, message } = error as Error & { readonly cause?: NodeJS.ErrnoException };
    throw one(
      'unreachable',
      `the endpoint can’t be reached: ${cause?.code ?? cause?.message ?? message}`,
      url.href,
      'Check its address, and that it runs.',
    );
  }
}

/** @throws ProblemError where it is no address of HTTP, or carries credentials */
export function endpointUrl(endpoint: string): URL {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw one('bad-endpoint', 'an endpoint is an address that begins with http:// or https://', endpoint);
  }
  if (url.username !== '' || url.password !== '') {
    url.username = '';
    url.password = '';
    throw one(
      'credentials-in-address',
      'the address carries a name or password, which others on this machine can see',
      url.href,
      'Put them into the environment: CLEW_STORE_USER and CLEW_STORE_PASSWORD, or CLEW_STORE_TOKEN.',
    );
  }
  return url;
}

/** The Authorization header that the environment asks for: CLEW_STORE_TOKEN, or CLEW_STORE_USER with CLEW_STORE_PASSWORD. */
export function authorizationOf(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { CLEW_STORE_TOKEN: token, CLEW_STORE_USER: user, CLEW_STORE_PASSWORD: password } = env;
  if (token) return `Bearer ${token}`;
  if (!user) return undefined;
  return `Basic ${Buffer.from(`${user}:${password ?? ''}`, 'utf8').toString('base64')}`;
}

async function bounded(response: Response, most: number, url: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > most) {
      throw one('too-large', `the answer has more than ${most} bytes`, url, 'Add a LIMIT.');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function refused(status: number, bytes: Uint8Array, url: string): ProblemError {
  const text = new TextDecoder().decode(bytes.subarray(0, 64 * 1024));
  const said = showValue(
    text
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    SAID,
  );
  const hints: Readonly<Record<number, string>> = {
    401: 'Put your credentials into the environment: CLEW_STORE_USER and CLEW_STORE_PASSWORD, or CLEW_STORE_TOKEN.',
    403: 'These credentials may not query it.',
    404: 'Nothing answers there. Many stores have their endpoint at /sparql, /query or /repositories/<name>.',
    503: 'The store is busy or the query too slow; ask again, or for less.',
  };
  const hint = hints[status];
  return one(
    'endpoint-refused',
    `the endpoint answered ${status}${said === '' ? '' : `: ${said}`}`,
    url,
    hint,
  );
}

function one(code: string, message: string, value: string, hint?: string): ProblemError {
  const problem: Problem = { severity: 'error', code, message, value, ...(hint !== undefined && { hint }) };
  return new ProblemError([problem]);
}
