/** How what can only be read answers: the preflight, refused methods, and documents by their tags. */
import type { Document } from './documents.ts';
import { encodePath } from './linked/addresses.ts';
import type { Publication } from './linked/publication.ts';
import { DATA_HEADERS, emptyReply, plainReply, type Reply } from './reply.ts';

const ALLOWED = 'GET, HEAD, OPTIONS';

/** The answer to methods that do not read; `undefined` for GET and HEAD. */
export function withoutReading(method: string): Reply | undefined {
  if (method === 'GET' || method === 'HEAD') return undefined;
  if (method === 'OPTIONS') {
    return emptyReply(204, {
      ...DATA_HEADERS,
      Allow: ALLOWED,
      'Access-Control-Allow-Methods': ALLOWED,
      'Access-Control-Allow-Headers': 'Accept, Accept-Language, Content-Type, If-None-Match',
      'Access-Control-Max-Age': '86400',
    });
  }
  return plainReply(405, 'Only GET, HEAD and OPTIONS are answered here.', { Allow: ALLOWED });
}

/** What is too large to be written for one request is among the files. @param said without the full stop */
export function tooLarge(said: string, { files }: Publication, headers: Record<string, string>): Reply {
  const names = files.map(({ name }) => `/${encodePath(name)}`).join(' ');
  return plainReply(422, `${said}. As files: ${names}`, headers);
}

/** The document, or 304 where the client has it. @param ifNoneMatch the request's header */
export function documentReply(
  { body, etag, contentType }: Document,
  { ifNoneMatch }: { readonly ifNoneMatch?: string | undefined },
  headers: Readonly<Record<string, string>>,
): Reply {
  return taggedReply(
    { status: 200, headers: { ...headers, 'Content-Type': contentType }, body },
    etag,
    ifNoneMatch,
  );
}

/** An answer with its tag, or 304 without its body where the client has it. */
export function taggedReply(reply: Reply, etag: string, ifNoneMatch: string | undefined): Reply {
  const { 'Content-Type': _, ...headers } = reply.headers;
  if (matches(ifNoneMatch, etag)) return emptyReply(304, { ...headers, ETag: etag });
  return { ...reply, headers: { ...reply.headers, ETag: etag } };
}

/** Weak comparison (RFC 9110 section 13.1.2). */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((tag) => bare(tag) === bare(etag));
}
