/** The ways of servers that loads meet: addresses, credentials, and what each of them refuses or does silently. */
import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Credentials } from '../../src/store/index.ts';

export type StyleName = 'virtuoso' | 'fuseki' | 'rdf4j' | 'generic';

/** What a request asks for, once its address and its form are read. */
export type Wish =
  /** `written` says how the server writes the results, where it writes these in a way of their own. */
  | { readonly asks: 'query'; readonly text: string; written?(json: string): string }
  | { readonly asks: 'update'; readonly text: string }
  | { readonly asks: 'add'; readonly text: string; readonly type: string; readonly graph?: string }
  | { readonly asks: 'answer'; readonly status: number; readonly text: string };

export interface Style {
  readonly name: StyleName;
  /** What a user gives to `clew load`, below the origin. */
  readonly address: string;
  readonly credentials: Credentials | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** @returns headers of the challenge where the request may not pass */
  challenge(request: IncomingMessage): Readonly<Record<string, string>> | undefined;
  /** @param chunked whether the body came without its length */
  wish(request: IncomingMessage, url: URL, body: string, chunked: boolean): Wish;
  /** How the server writes the results that it found. */
  written(json: string): string;
}

const no = (status: number, text: string): Wish => ({ asks: 'answer', status, text });
const typeOf = (request: IncomingMessage) => request.headers['content-type'] ?? '';
const isForm = (request: IncomingMessage) => typeOf(request).startsWith('application/x-www-form-urlencoded');

/** A query or an update by the SPARQL 1.1 Protocol, in a form or as the body itself. */
function protocol(request: IncomingMessage, body: string, forms: 'forms only' | 'any'): Wish {
  const form = new URLSearchParams(isForm(request) ? body : '');
  const query = form.get('query');
  if (query !== null) return { asks: 'query', text: query };
  const update = form.get('update');
  if (update !== null) return { asks: 'update', text: update };
  if (forms === 'any' && typeOf(request).startsWith('application/sparql-update')) {
    return { asks: 'update', text: body };
  }
  return no(400, 'neither a query nor an update');
}

/** N-Quads without a graph, other triples with one. */
function graphStore(request: IncomingMessage, body: string, graph: string | null): Wish {
  const type = typeOf(request);
  if (graph === null && !type.startsWith('application/n-quads')) return no(400, 'which graph?');
  return { asks: 'add', text: body, type, ...(graph !== null && { graph }) };
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex');
const NONCE = randomBytes(8).toString('hex');
export const digestChallenge = (nonce = NONCE) => ({
  'WWW-Authenticate': `Digest realm="SPARQL", domain="/sparql-auth", nonce="${nonce}", qop="auth", algorithm=MD5`,
});

function digestFits(request: IncomingMessage, user: string, password: string): boolean {
  const given = request.headers.authorization ?? '';
  const field = (name: string) => new RegExp(`[ ,]${name}="?([^",]*)"?`).exec(given)?.[1] ?? '';
  const parts = ['nonce', 'nc', 'cnonce', 'qop'].map(field);
  const secret = md5(`${user}:SPARQL:${password}`);
  const what = md5(`${request.method}:${field('uri')}`);
  return (
    given.startsWith('Digest ') &&
    field('username') === user &&
    field('uri') === request.url &&
    field('nonce') === NONCE &&
    field('response') === md5(`${secret}:${parts.join(':')}:${what}`)
  );
}

/** Numbers without needless noughts, truth values as 1 and 0, typed literals by their old name. */
function asVirtuoso(json: string): string {
  const said = JSON.parse(json) as { results: { bindings: Record<string, Record<string, string>>[] } };
  for (const row of said.results.bindings) {
    for (const term of Object.values(row)) {
      const type = term.datatype;
      if (type === undefined) continue;
      term.type = 'typed-literal';
      if (type.endsWith('#boolean')) term.value = term.value === 'true' ? '1' : '0';
    }
  }
  return JSON.stringify(said);
}

/** RDF4J's own requests, as questions. */
const CONTEXTS: Wish = {
  asks: 'query',
  text: 'SELECT DISTINCT (?g AS ?contextID) WHERE { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), "")) }',
};
const sizeOf = (context: string): Wish => ({
  asks: 'query',
  text: `SELECT (COUNT(*) AS ?n) WHERE { GRAPH ${context} { ?s ?p ?o } }`,
  written: (json) => JSON.parse(json).results.bindings[0].n.value,
});

const plain = { headers: {}, challenge: () => undefined, written: (json: string) => json };

export const STYLES: readonly Style[] = [
  {
    ...plain,
    name: 'virtuoso',
    address: '/sparql',
    credentials: { user: 'dba', password: 'over the hills' },
    headers: { Server: 'Virtuoso/07.20.3229 (Linux) x86_64-pc-linux-gnu' },
    challenge: (request) => {
      const open = !/^\/sparql(?:-graph-crud)?-auth/.test(request.url!);
      return open || digestFits(request, 'dba', 'over the hills') ? undefined : digestChallenge();
    },
    wish(request, url, body, chunked) {
      if (url.pathname === '/sparql') {
        const wish = protocol(request, body, 'any');
        return wish.asks === 'update' ? no(500, 'No permission to execute procedure') : wish;
      }
      if (url.pathname === '/sparql-auth') {
        const wish = protocol(request, body, 'any');
        const inserts = wish.asks === 'update' && wish.text.startsWith('INSERT DATA');
        return inserts && body.split('\n').length > 4_990 ? no(500, 'SP030: memory exhausted') : wish;
      }
      if (url.pathname !== '/sparql-graph-crud-auth') return no(404, 'no such page');
      // It takes a body without a length for an empty one, and Turtle only where it begins as such.
      if (chunked) return no(201, '');
      if (!body.startsWith('@prefix')) return no(500, 'unsupported type text/plain');
      return graphStore(request, body, url.searchParams.get('graph-uri'));
    },
    written: asVirtuoso,
  },
  {
    ...plain,
    name: 'fuseki',
    address: '/ds',
    credentials: { user: 'clew', password: 'far away' },
    headers: { 'Fuseki-Request-Id': '1' },
    challenge: ({ headers }) =>
      headers.authorization === `Basic ${Buffer.from('clew:far away').toString('base64')}`
        ? undefined
        : { 'WWW-Authenticate': 'Basic realm="Fuseki"' },
    wish(request, url, body) {
      if (url.pathname === '/ds/query' || url.pathname === '/ds/update')
        return protocol(request, body, 'any');
      if (url.pathname !== '/ds/data') return no(404, 'no such service');
      return typeOf(request) === ''
        ? no(400, 'no Content-Type')
        : graphStore(request, body, url.searchParams.get('graph'));
    },
  },
  {
    ...plain,
    name: 'rdf4j',
    address: '/rdf4j-server/repositories/clew',
    credentials: undefined,
    wish(request, url, body) {
      const path = url.pathname.replace('/rdf4j-server', '');
      if (path === '/protocol') return no(200, '12');
      if (path === '/repositories/clew') return protocol(request, body, 'forms only');
      if (path === '/repositories/clew/contexts') return CONTEXTS;
      if (path === '/repositories/clew/size') return sizeOf(url.searchParams.get('context')!);
      if (path === '/repositories/clew/rdf-graphs/service') {
        return graphStore(request, body, url.searchParams.get('graph'));
      }
      if (path !== '/repositories/clew/statements') return no(404, 'no such page');
      return isForm(request) ? protocol(request, body, 'forms only') : graphStore(request, body, null);
    },
  },
  {
    ...plain,
    name: 'generic',
    address: '/sparql',
    credentials: { token: 'a-very-secret-token' },
    challenge: ({ headers }) =>
      headers.authorization === 'Bearer a-very-secret-token' ? undefined : { 'WWW-Authenticate': 'Bearer' },
    wish: (request, url, body) =>
      url.pathname === '/sparql' ? protocol(request, body, 'any') : no(404, 'nothing here'),
  },
];
