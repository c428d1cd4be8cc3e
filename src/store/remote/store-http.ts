/** Requests to a store: one body of known length at a time, with time limits, credentials, and retries where they do no harm. */
import type { Credentials } from './credentials.ts';
import { answerChallenge, type DigestChallenge, readChallenge } from './digest.ts';
import { StoreError } from './store-error.ts';
import { wholeBody } from './whole-body.ts';

export interface HttpOptions {
  readonly credentials?: Credentials | undefined;
  /**
   * When the password itself is sent, as Basic does: with every request, once the server has asked for it, or never, so
   * that only Digest is answered.
   */
  readonly basic: 'first' | 'asked' | 'never';
  /** Milliseconds for one request, its answer included. */
  readonly timeout: number;
  /** How often a request is sent again that may be sent twice, after a broken connection, 429, 502, 503 or 504. */
  readonly retries: number;
  /** Milliseconds before the first retry; each further one waits twice as long. */
  readonly backoff: number;
  /** Most bytes of an answer: what a server that never stops would fill the memory with. */
  readonly bytes: number;
  readonly signal?: AbortSignal | undefined;
  /** Only what is needed of it, so that tests can bring their own. */
  readonly fetch: typeof fetch;
}
export const HTTP_DEFAULTS: HttpOptions = {
  basic: 'first',
  timeout: 120_000,
  retries: 3,
  backoff: 500,
  bytes: 256 * 1024 * 1024,
  fetch: globalThis.fetch,
};

export interface StoreRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD' | 'OPTIONS';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent whole with its length: Virtuoso takes a chunked body for an empty one. */
  readonly body?: string | Uint8Array;
  /** Whether sending it twice is the same as once. */
  readonly repeatable: boolean;
  /** For messages: `count the triples`. */
  readonly purpose: string;
}

export interface StoreAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  /** The same as UTF-8. */
  readonly text: string;
  /** The beginning of the text for messages, with no secret of ours that the server may have repeated. */
  readonly said: string;
}

const PASSING = new Set([429, 502, 503, 504]);
/** A server may ask for a longer pause than ours, up to here. */
const LONGEST_PAUSE = 30_000;
const REDIRECTS = 3;
/** Bytes of an answer that are looked through for messages; fewer are shown. */
const SAID = 2_000;

export class StoreHttp {
  readonly #options: HttpOptions;
  #challenge: DigestChallenge | undefined;
  #uses = 0;
  #basic = false;

  constructor(options: Partial<HttpOptions> = {}) {
    this.#options = { ...HTTP_DEFAULTS, ...options };
    this.#basic = this.#options.credentials?.user !== undefined && this.#options.basic === 'first';
  }

  /** @returns the answer, whatever its status. @throws StoreError where none came, credentials are wanted, or it points elsewhere */
  async send(request: StoreRequest): Promise<StoreAnswer> {
    const { retries, backoff } = this.#options;
    for (let tries = 0; ; tries += 1) {
      const last = tries >= retries || !request.repeatable;
      let pause = backoff * 2 ** tries;
      try {
        const answer = await this.#authorised(request);
        if (last || !PASSING.has(answer.status)) return answer;
        pause = Math.max(pause, retryAfter(answer.headers));
      } catch (error) {
        const transient = error instanceof StoreError && error.code === 'store-unreachable';
        if (last || !transient) throw error;
      }
      await this.#sleep(pause);
    }
  }

  /** Waits as before a retry. @param tries from 0, each twice as long as the one before */
  pause(tries: number): Promise<void> {
    return this.#sleep(this.#options.backoff * 2 ** tries);
  }

  async #authorised(request: StoreRequest): Promise<StoreAnswer> {
    const { credentials } = this.#options;
    let answer = await this.#followed(request);
    if (answer.status === 401 && credentials?.user !== undefined) {
      const header = answer.headers.get('www-authenticate') ?? '';
      const challenge = readChallenge(header);
      // A nonce grows old: one more try with a new one.
      const isNew = challenge !== undefined && challenge.nonce !== this.#challenge?.nonce;
      const wantsBasic =
        !isNew && !this.#basic && this.#options.basic === 'asked' && /\bBasic\b/i.test(header);
      if (isNew) {
        this.#challenge = challenge;
        this.#uses = 0;
      }
      if (isNew || wantsBasic) {
        this.#basic = wantsBasic;
        answer = await this.#followed(request);
      }
    }
    if (answer.status !== 401) return answer;
    throw new StoreError({
      code: 'store-unauthorised',
      message:
        credentials === undefined ? 'the store asks for credentials' : 'the store refuses the credentials',
      hint:
        'Set CLEW_STORE_USER and CLEW_STORE_PASSWORD, or CLEW_STORE_TOKEN, or name a file with --credentials. ' +
        'Nothing has been changed by this request.',
      status: 401,
      said: answer.said,
    });
  }

  /** Follows redirects within the same origin; credentials and data never go to another. */
  async #followed(request: StoreRequest): Promise<StoreAnswer> {
    let url = request.url;
    for (let hops = 0; ; hops += 1) {
      const answer = await this.#once(request, url);
      const location = answer.headers.get('location');
      if (answer.status < 300 || answer.status > 399 || answer.status === 304 || location === null)
        return answer;
      const next = new URL(location, url);
      const safe =
        request.method === 'GET' || request.method === 'HEAD' || [307, 308].includes(answer.status);
      if (next.origin !== new URL(url).origin || !safe || hops >= REDIRECTS) {
        throw new StoreError({
          code: 'store-redirects',
          message: `the store points elsewhere when asked to ${request.purpose}`,
          hint: 'Give the address that it points to, if you trust it.',
          status: answer.status,
          said: `${next.origin}${next.pathname}`,
        });
      }
      url = next.href;
    }
  }

  async #once(request: StoreRequest, url: string): Promise<StoreAnswer> {
    const { timeout, signal, bytes: most } = this.#options;
    const limit = AbortSignal.timeout(timeout);
    const headers = { 'User-Agent': 'clew', ...request.headers, ...this.#authorization(request.method, url) };
    try {
      const response = await this.#options.fetch(url, {
        method: request.method,
        headers,
        redirect: 'manual',
        signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
        ...(request.body !== undefined && { body: bytesOf(request.body) }),
      });
      const { status, headers: answered } = response;
      const bytes = await wholeBody(response, most, request.purpose);
      const said = this.#withoutSecrets(bytes.subarray(0, SAID).toString('utf8'));
      return {
        status,
        headers: answered,
        bytes,
        said,
        get text() {
          return bytes.toString('utf8');
        },
      };
    } catch (error) {
      if (error instanceof StoreError) throw error;
      signal?.throwIfAborted();
      if (limit.aborted) {
        throw new StoreError({
          code: 'store-silent',
          message: `the store gave no answer within ${timeout / 1000} s when asked to ${request.purpose}`,
          hint: 'See whether it hangs, or allow more time with --timeout.',
        });
      }
      throw new StoreError({
        code: 'store-unreachable',
        message: `the connection to the store failed when asked to ${request.purpose}`,
        hint: 'See that the server runs and that its address is right.',
        said: causeOf(error),
      });
    }
  }

  #authorization(method: string, url: string): Record<string, string> {
    const { credentials } = this.#options;
    if (credentials === undefined) return {};
    if (credentials.user === undefined) return { Authorization: `Bearer ${credentials.token}` };
    const { user, password } = credentials;
    if (this.#challenge !== undefined) {
      this.#uses += 1;
      const { pathname, search } = new URL(url);
      const request = { method, target: pathname + search, count: this.#uses };
      return { Authorization: answerChallenge(this.#challenge, { user, password }, request) };
    }
    if (!this.#basic) return {};
    return { Authorization: `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}` };
  }

  #withoutSecrets(text: string): string {
    const { user, password, token } = this.#options.credentials ?? {};
    const basic = Buffer.from(`${user}:${password}`, 'utf8').toString('base64');
    const secrets = [token, password, ...(password === undefined ? [] : [basic])];
    return secrets
      .filter((secret) => secret !== undefined && secret !== '')
      .reduce((said: string, secret) => said.replaceAll(secret!, '***'), text);
  }

  async #sleep(ms: number): Promise<void> {
    const { signal } = this.#options;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener(
        'abort',
        () => {
          clearTimeout(timer);
          resolve();
        },
        { once: true },
      );
    });
    signal?.throwIfAborted();
  }
}

function bytesOf(body: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return (typeof body === 'string' ? Buffer.from(body, 'utf8') : body) as Uint8Array<ArrayBuffer>;
}

/** Milliseconds that a server asks to wait; dates are left to our own pauses. */
function retryAfter(headers: Headers): number {
  const seconds = Number(headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1000, LONGEST_PAUSE) : 0;
}

function causeOf(error: unknown): string {
  const { code, cause } = error as { code?: string; cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? code ?? (error instanceof Error ? error.message : String(error));
}
