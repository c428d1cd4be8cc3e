import { createServer, request as httpRequest } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readQuads } from '../../src/formats/index.ts';
import { type SparqlOptions, sparqlHandler } from '../../src/server/index.ts';
import { SparqlEngine } from '../../src/store/index.ts';
import { readByOxigraph } from '../formats/rdf-judges.ts';

const DATA = `
<http://e/a> <http://e/name> "Bắc Kinh"@vi <http://e/g1> .
<http://e/a> <http://e/name> "Bắc Kinh"@vi <http://e/g2> .
<http://e/b> <http://e/name> "b" <http://e/g2> .
`;
const ENDLESS = `SELECT (COUNT(*) AS ?n) { ${Array.from({ length: 20 }, (_, i) => `?a${i} ?b${i} ?c${i} .`).join(' ')} }`;
const JSON_TYPE = 'application/sparql-results+json';

let engine: SparqlEngine;
let url: string;
let close: () => void;

beforeAll(async () => {
  const source = { bytes: new TextEncoder().encode(DATA), format: 'application/n-quads' };
  engine = await SparqlEngine.open([source], { prefixes: { e: 'http://e/' }, base: 'http://e/', queue: 8 });
  ({ url, close } = await serving({ timeout: 800, rows: 100, queryBytes: 10_000 }));
});
afterAll(async () => {
  close();
  await engine.close();
});

async function serving(options: Partial<SparqlOptions>) {
  const handler = sparqlHandler(engine, options);
  const server = createServer((request, response) => {
    void handler(request, response, new URL(`http://localhost${request.url}`)).then((answered) => {
      if (!answered) response.writeHead(404).end('nobody');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sparql`;
  return {
    url: address,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const ask = (query: string, accept = '*/*', init: RequestInit = {}) =>
  fetch(`${url}?query=${encodeURIComponent(query)}`, { ...init, headers: { accept, ...init.headers } });
const post = (type: string | undefined, body: string | Uint8Array, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { ...(type !== undefined && { 'Content-Type': type }), ...headers },
    // A string would get a Content-Type of its own.
    body: typeof body === 'string' ? new TextEncoder().encode(body) : (body as Uint8Array<ArrayBuffer>),
  });
const typeOf = (response: Response) => response.headers.get('content-type');

describe('the SPARQL endpoint', () => {
  it('answers GET, POST of a form and POST of the query itself alike', async () => {
    const query = 'SELECT ?n { <b> e:name ?n }';
    const answers = await Promise.all([
      ask(query),
      post('application/x-www-form-urlencoded', new URLSearchParams({ query }).toString()),
      post('application/sparql-query; charset=UTF-8', query),
    ]);
    for (const answer of answers) {
      expect([answer.status, typeOf(answer)]).toEqual([200, JSON_TYPE]);
      expect(await answer.json()).toEqual({
        head: { vars: ['n'] },
        results: { bindings: [{ n: { type: 'literal', value: 'b' } }] },
      });
    }
  });

  it.each([
    [undefined, JSON_TYPE],
    ['*/*', JSON_TYPE],
    ['text/html, */*;q=0.1', JSON_TYPE],
    ['application/json', 'application/json'],
    ['application/sparql-results+xml', 'application/sparql-results+xml'],
    ['text/csv;q=0.5, text/tab-separated-values', 'text/tab-separated-values; charset=utf-8'],
    ['application/*;q=0.5, text/csv', 'text/csv; charset=utf-8'],
    ['application/sparql-results+xml;charset=utf-8', 'application/sparql-results+xml'],
  ])('chooses the syntax of rows: %s', async (accept, type) => {
    expect(typeOf(await ask('SELECT * { ?s ?p ?o }', accept))).toBe(type);
  });

  it.each([
    ['*/*', 'text/turtle; charset=utf-8'],
    ['application/n-triples', 'application/n-triples'],
    ['application/rdf+xml, text/turtle;q=0.9', 'application/rdf+xml'],
    ['application/ld+json', 'application/ld+json'],
  ])('chooses the syntax of triples: %s', async (accept, type) => {
    const answer = await ask('CONSTRUCT WHERE { ?s ?p ?o }', accept);
    expect([answer.status, typeOf(answer)]).toEqual([200, type]);
    expect(answer.headers.get('vary')).toBe('Accept');
  });

  it.each([
    ['application/sparql-results+json', /^\{"head":\{"vars":\["n"\]\},"results":.*"xml:lang":"vi"/s],
    ['application/json', /^\{"head":\{"vars":\["n"\]\},"results":.*"xml:lang":"vi"/s],
    ['application/sparql-results+xml', /^<\?xml .*<sparql .*<literal xml:lang="vi">Bắc Kinh</s],
    ['application/xml', /^<\?xml .*<sparql .*<literal xml:lang="vi">Bắc Kinh</s],
    ['text/xml', /^<\?xml .*<sparql .*<literal xml:lang="vi">Bắc Kinh</s],
    ['text/csv', /^n\r\nBắc Kinh\r\n$/],
    ['text/tab-separated-values', /^\?n\n"Bắc Kinh"@vi\n$/],
  ])('writes the rows that it says: %s', async (accept, wanted) => {
    const answer = await ask('SELECT ?n { <a> e:name ?n }', accept);
    expect([answer.status, typeOf(answer)!.split(';')[0]]).toEqual([200, accept]);
    expect(await answer.text()).toMatch(wanted);
  });

  it.each([
    ['text/turtle', 'turtle'],
    ['application/x-turtle', 'turtle'],
    ['application/n-triples', 'ntriples'],
    ['application/rdf+xml', 'rdfxml'],
    ['application/xml', 'rdfxml'],
    ['text/xml', 'rdfxml'],
    ['application/ld+json', 'jsonld'],
    ['application/json', 'jsonld'],
  ] as const)('writes the triples that it says: %s', async (accept, syntax) => {
    const answer = await ask('CONSTRUCT WHERE { <a> e:name ?n }', accept);
    expect([answer.status, typeOf(answer)!.split(';')[0]]).toEqual([200, accept]);
    const triples = readByOxigraph(await answer.text(), syntax);
    expect(triples.map(({ subject, object }) => [subject.value, object.value])).toEqual([
      ['http://e/a', 'Bắc Kinh'],
    ]);
  });

  it('writes Turtle for people', async () => {
    expect(await (await ask('DESCRIBE <b>')).text()).toBe('@base <http://e/> .\n\n<b>\n    <name> "b" .\n');
  });

  it('sends no body after HEAD', async () => {
    const answer = await ask('ASK {}', '*/*', { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });

  it('lets pages of any site ask', async () => {
    const answer = await fetch(url, {
      method: 'OPTIONS',
      headers: { Origin: 'http://other', 'Access-Control-Request-Method': 'POST' },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-methods')).toBe('GET, HEAD, POST');
    expect((await ask('ASK {}')).headers.get('access-control-allow-origin')).toBe('*');
  });

  it('takes the graphs that the protocol names', async () => {
    const count = async (parameters: string, query = 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }') => {
      const answer = await fetch(`${url}?query=${encodeURIComponent(query)}&${parameters}`, {
        headers: { accept: 'text/csv' },
      });
      return (await answer.text()).split('\r\n')[1];
    };
    expect(await count('')).toBe('2');
    expect(await count('default-graph-uri=http://e/g1')).toBe('1');
    expect(await count('default-graph-uri=http://e/g1&default-graph-uri=http://e/g2')).toBe('2');
    expect(await count('named-graph-uri=http://e/g2')).toBe('0');
    const named = 'SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }';
    expect(await count('named-graph-uri=http://e/g2', named)).toBe('2');
  });

  it.each([
    ['two queries', 400, () => fetch(`${url}?query=ASK%7B%7D&query=ASK%7B%7D`)],
    ['a wrong query', 400, () => ask('ASK {')],
    ['an unknown prefix', 400, () => ask('ASK { x:y ?p ?o }')],
    ['brackets too deep', 400, () => ask(`ASK ${'{'.repeat(2000)}${'}'.repeat(2000)}`)],
    ['a graph that is no IRI', 400, () => fetch(`${url}?query=ASK%7B%7D&default-graph-uri=x%20y`)],
    ['an update by GET', 400, () => fetch(`${url}?update=CLEAR%20ALL`)],
    ['an update in a form', 403, () => post('application/x-www-form-urlencoded', 'update=CLEAR%20ALL')],
    ['an update', 403, () => post('application/sparql-update', 'CLEAR ALL')],
    ['an update as a query', 403, () => ask('CLEAR ALL')],
    ['another endpoint', 403, () => ask('ASK { SERVICE SILENT <http://127.0.0.1:1/> {} }')],
    ['PUT', 405, () => ask('ASK {}', '*/*', { method: 'PUT' })],
    ['a syntax that is not there', 406, () => ask('ASK {}', 'image/png')],
    ['triples as rows', 406, () => ask('DESCRIBE <b>', 'text/csv')],
    ['a query too long', 413, () => post('application/sparql-query', `ASK {} #${'x'.repeat(10_000)}`)],
    ['an address too long', 414, () => ask(`ASK {} #${'x'.repeat(13_000)}`)],
    ['no type', 415, () => post(undefined, 'ASK {}')],
    ['another type', 415, () => post('text/plain', 'ASK {}')],
    ['another charset', 415, () => post('application/sparql-query; charset=utf-16', 'ASK {}')],
    ['packed bodies', 415, () => post('application/sparql-query', 'ASK {}', { 'Content-Encoding': 'gzip' })],
    ['bytes that are not UTF-8', 400, () => post('application/sparql-query', new Uint8Array([0x41, 0xff]))],
    [
      'too many rows',
      422,
      () =>
        ask(
          'SELECT * { VALUES ?a { 1 2 3 } VALUES ?b { 1 2 3 } VALUES ?c { 1 2 3 } VALUES ?d { 1 2 3 } VALUES ?e { 1 2 3 } }',
        ),
    ],
    ['a query that takes too long', 503, () => ask(ENDLESS)],
  ])('refuses %s with %i and a sentence', async (_, status, request) => {
    const answer = await request();
    const text = await answer.text();
    expect({ status: answer.status, text }).toEqual({ status, text: expect.stringMatching(/^.{10,}\n/) });
    expect(typeOf(answer)).toBe('text/plain; charset=utf-8');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await (await ask('ASK {}', 'text/csv')).text()).toBe('true');
  });

  it('says problems as JSON to clients that read that', async () => {
    const answer = await ask('ASK {\n ?s ?p }', `${JSON_TYPE}, application/problem+json`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      problems: [{ code: 'bad-query', place: { line: 2, column: 8 } }],
    });
  });

  it('stops a query when its client has gone', async () => {
    const { url: patient, close: stop } = await serving({ timeout: 3_600_000 });
    const asked = vi.spyOn(engine, 'query');
    try {
      const gone = Array.from({ length: 2 }, () => {
        const sent = httpRequest(`${patient}?query=${encodeURIComponent(ENDLESS)}`).end();
        sent.on('error', () => {});
        return sent;
      });
      await expect.poll(() => asked.mock.calls.length).toBe(2);
      for (const sent of gone) sent.destroy();
      const ends = await Promise.allSettled(asked.mock.results.map(({ value }) => value as Promise<unknown>));
      expect(ends).toMatchObject([{ reason: { reason: 'cancelled' } }, { reason: { reason: 'cancelled' } }]);
    } finally {
      asked.mockRestore();
      stop();
    }
    expect((await ask('ASK {}')).status).toBe(200);
  });

  it('answers or refuses when many ask at once, and answers afterwards', async () => {
    const many = await Promise.all(
      Array.from({ length: 60 }, async (_, i) => {
        const answer = await ask(i % 3 === 0 ? ENDLESS : 'ASK {}');
        await answer.arrayBuffer();
        return answer.status;
      }),
    );
    expect([...new Set(many)].sort()).toEqual([200, 503]);
    expect((await ask('ASK {}')).status).toBe(200);
  });

  it('is not harmed by a body that says one length and has another, nor by one that stops', async () => {
    const { port } = new URL(url);
    const head =
      'POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 100\r\n\r\nASK';
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(head, () => socket.destroy()));
      socket.on('close', () => resolve());
    });
    expect((await ask('ASK {}')).status).toBe(200);
  });

  it('leaves other paths to others', async () => {
    expect((await fetch(`${url}x`)).status).toBe(404);
    expect((await fetch(`${url}/?query=ASK%20%7B%7D`)).status).toBe(200);
  });
});

describe('the service description', () => {
  it.each([
    ['text/turtle', 'turtle'],
    ['application/n-triples', 'ntriples'],
  ] as const)('says in %s what the endpoint is', async (accept, syntax) => {
    const answer = await fetch(url, { headers: { accept } });
    expect(typeOf(answer)).toBe(`${accept}; charset=utf-8`);
    const { quads } = readQuads(await answer.text(), syntax);
    const sd = 'http://www.w3.org/ns/sparql-service-description#';
    const of = (name: string) =>
      quads.filter(({ predicate }) => predicate.value === sd + name).map(({ object }) => object.value);
    expect(of('endpoint')).toEqual([url]);
    expect(of('feature')).toEqual([`${sd}UnionDefaultGraph`]);
    expect(of('name')).toEqual(['http://e/g1', 'http://e/g2']);
    expect(quads.filter(({ object }) => object.value === `${sd}Service`)).toHaveLength(1);
  });

  it.each(['application/rdf+xml', 'application/ld+json'])('comes as %s', async (accept) => {
    const answer = await fetch(url, { headers: { accept } });
    expect(await answer.text()).toContain('UnionDefaultGraph');
  });

  it('comes in no syntax that it has not', async () => {
    expect((await fetch(url, { headers: { accept: 'image/png' } })).status).toBe(406);
  });
});
