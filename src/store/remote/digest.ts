/** HTTP Digest access authentication (RFC 7616) with MD5 and qop=auth: what Virtuoso asks for. */
import { createHash, randomBytes } from 'node:crypto';

export interface DigestChallenge {
  readonly realm: string;
  readonly nonce: string;
  readonly qop: string | undefined;
  readonly opaque: string | undefined;
  readonly algorithm: string | undefined;
}

/**
 * The challenge in a `WWW-Authenticate` header; `undefined` where it asks for something else, or for an algorithm or a
 * quality of protection that this can't give.
 */
export function readChallenge(header: string): DigestChallenge | undefined {
  const [, rest] = /^\s*Digest\s+(.*)$/is.exec(header) ?? [];
  if (rest === undefined) return undefined;
  const fields = new Map<string, string>();
  for (const [, name, quoted, bare] of rest.matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/g)) {
    fields.set(name!.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '');
  }
  const [realm, nonce, algorithm] = ['realm', 'nonce', 'algorithm'].map((name) => fields.get(name));
  if (realm === undefined || nonce === undefined) return undefined;
  if (algorithm !== undefined && algorithm.toUpperCase() !== 'MD5') return undefined;
  const offered = fields.get('qop');
  if (offered !== undefined && !offered.split(',').some((one) => one.trim() === 'auth')) return undefined;
  return {
    realm,
    nonce,
    qop: offered === undefined ? undefined : 'auth',
    opaque: fields.get('opaque'),
    algorithm,
  };
}

export interface DigestRequest {
  readonly method: string;
  /** Path and query, as in the request line. */
  readonly target: string;
  /** How often the nonce has been used, from 1. */
  readonly count: number;
  /** Only tests give one: it has to be new each time. */
  readonly cnonce?: string;
}

/** The `Authorization` header that answers a challenge (RFC 7616 section 3.4). */
export function answerChallenge(
  challenge: DigestChallenge,
  { user, password }: { readonly user: string; readonly password: string },
  { method, target, count, cnonce = randomBytes(8).toString('hex') }: DigestRequest,
): string {
  const { realm, nonce, qop, opaque, algorithm } = challenge;
  const secret = md5(`${user}:${realm}:${password}`);
  const what = md5(`${method}:${target}`);
  const nc = count.toString(16).padStart(8, '0');
  const response =
    qop === undefined
      ? md5(`${secret}:${nonce}:${what}`)
      : md5(`${secret}:${nonce}:${nc}:${cnonce}:${qop}:${what}`);
  const fields = [
    `username="${quoted(user)}"`,
    `realm="${quoted(realm)}"`,
    `nonce="${quoted(nonce)}"`,
    `uri="${target}"`,
    `response="${response}"`,
    ...(algorithm === undefined ? [] : [`algorithm=${algorithm}`]),
    ...(qop === undefined ? [] : [`qop=${qop}`, `nc=${nc}`, `cnonce="${cnonce}"`]),
    ...(opaque === undefined ? [] : [`opaque="${quoted(opaque)}"`]),
  ];
  return `Digest ${fields.join(', ')}`;
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

function quoted(text: string): string {
  return text.replace(/["\\]/g, '\\$&');
}
