/** A query to a SPARQL endpoint over HTTP (SPARQL 1.1 Protocol section 2.1), bounded in time and size. */
import { type Problem, ProblemError, showValue } from '../model/index.ts';
import { type Credentials, StoreError, StoreHttp } from './remote/index.ts';

export interface EndpointOptions {
  /** What is accepted: media types of results, best first. */
  readonly accept: string;
  /** Milliseconds within which the whole answer must have come. */
  readonly timeout: number;
  /** Most bytes of an answer. */
  readonly bytes: number;
  /** For Basic, Digest or bearer. */
  readonly credentials?: Credentials;
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
 * @throws ProblemError where the endpoint can't be reached, refuses, points elsewhere, takes too long or answers too much;
 *   credentials are in none of its words, and go to no other host
 */
export async function queryEndpoint(
  endpoint: string,
  query: string,
  options: Partial<EndpointOptions> = {},
): Promise<EndpointAnswer> {
  const { accept, timeout, bytes, credentials, signal, fetch } = { ...ENDPOINT_DEFAULTS, ...options };
  const { href } = endpointUrl(endpoint);
  const http = new StoreHttp({
    credentials,
    basic: basicFor(href),
    timeout,
    bytes,
    retries: 0,
    signal,
    fetch,
  });
  try {
    const answer = await http.send({
      method: 'POST',
      url: href,
      headers: { Accept: accept, 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' },
      body: new URLSearchParams({ query }).toString(),
      repeatable: true,
      purpose: 'answer the query',
    });
    if (answer.status < 200 || answer.status > 299) throw refused(answer.status, answer.said, href);
    const format = (answer.headers.get('Content-Type') ?? '').split(';')[0]!.trim().toLowerCase();
    return { format, bytes: answer.bytes };
  } catch (error) {
    if (signal?.aborted) throw one('query-cancelled', 'the query was cancelled', href);
    if (error instanceof StoreError) throw inWordsOfQueries(error, href, { timeout, bytes });
    throw error;
  }
}

/** A password goes unasked only where nobody can read it on the way; a server that wants Digest then never sees it. */
function basicFor(href: string): 'first' | 'asked' {
  const { protocol, hostname } = new URL(href);
  return protocol === 'https:' || /^(?:127\.|localhost$|\[::1\]$)/.test(hostname) ? 'first' : 'asked';
}

function inWordsOfQueries(
  error: StoreError,
  url: string,
  { timeout, bytes }: { readonly timeout: number; readonly bytes: number },
): ProblemError {
  const { code, said } = error;
  if (code === 'store-silent') {
    const hint = 'Make the query smaller, or give it more time with --timeout.';
    return one('endpoint-timeout', `no whole answer came within ${timeout / 1000} s`, url, hint);
  }
  if (code === 'store-unreachable') {
    const hint = 'Check its address, and that it runs.';
    return one('unreachable', `the endpoint can’t be reached: ${said}`, url, hint);
  }
  if (code === 'store-floods') {
    return one('too-large', `the answer has more than ${bytes} bytes`, url, 'Add a LIMIT.');
  }
  return code === 'store-unauthorised' ? refused(401, said, url) : error;
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

function refused(status: number, text: string, url: string): ProblemError {
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
