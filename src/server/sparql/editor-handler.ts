/** What the query page's script is and asks for: `/query.js`, `/query.json` and `/query-names`. */
import { createHash } from 'node:crypto';
import { LANGUAGES } from '../../graph/index.ts';
import type { Handler } from '../handler.ts';
import type { Publication } from '../linked/publication.ts';
import { emptyReply, PAGE_HEADERS, plainReply, type Reply, send } from '../reply.ts';
import { QueryNames, queryVocabulary } from './query-vocabulary.ts';

/** Most characters of a name that is being typed. */
const LONGEST = 100;

interface Kept {
  readonly names: QueryNames;
  readonly vocabulary: string;
}

/** @param script text of the built editor */
export function editorHandler(site: () => Publication, script: () => string): Handler {
  const made = new WeakMap<Publication, Kept>();
  const of = (publication: Publication): Kept => {
    const known = made.get(publication);
    if (known !== undefined) return known;
    const kept = {
      names: new QueryNames(publication),
      vocabulary: JSON.stringify(queryVocabulary(publication)),
    };
    made.set(publication, kept);
    return kept;
  };
  return async (request, response, { pathname, searchParams }) => {
    const answer = (): Reply | undefined => {
      const tags = request.headers['if-none-match'];
      if (pathname === '/query.js') return tagged(script(), 'text/javascript; charset=utf-8', tags);
      if (pathname === '/query.json') return tagged(of(site()).vocabulary, 'application/json', tags);
      if (pathname !== '/query-names') return undefined;
      const language = LANGUAGES.find((known) => known === searchParams.get('lang'));
      const prefix = (searchParams.get('prefix') ?? '').slice(0, LONGEST).trim();
      const languages = [...(language ? [language] : []), ...site().dataset.languages];
      const names = prefix === '' ? [] : of(site()).names.startingWith(prefix, languages);
      return reply(JSON.stringify(names), 'application/json', {});
    };
    const { method = 'GET' } = request;
    if (!['/query.js', '/query.json', '/query-names'].includes(pathname)) return false;
    if (method !== 'GET' && method !== 'HEAD') {
      send(request, response, plainReply(405, 'GET and HEAD are answered here.', { Allow: 'GET, HEAD' }));
      return true;
    }
    send(request, response, answer()!);
    return true;
  };
}

function tagged(text: string, type: string, ifNoneMatch: string | undefined): Reply {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  const same = ifNoneMatch?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  if (same) return emptyReply(304, { ...PAGE_HEADERS, ETag: etag });
  return reply(text, type, { ETag: etag });
}

/** For our own page alone: no other site may read it. */
function reply(text: string, type: string, headers: Record<string, string>): Reply {
  return {
    status: 200,
    headers: { ...PAGE_HEADERS, ...headers, 'Content-Type': type },
    body: new TextEncoder().encode(text),
  };
}
