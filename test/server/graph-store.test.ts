import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datasetToQuads, datasetToTriples, type ForeignQuad } from '../../src/rdf/index.ts';
import {
  graphStoreHandler,
  type Listening,
  listen,
  Outstanding,
  siteHandler,
} from '../../src/server/index.ts';
import { sampleDataset } from '../fixtures/sample.ts';
import { canonical, readByN3, readByOxigraph, type Syntax } from '../formats/rdf-judges.ts';
import { sampleSite } from './sample-site.ts';

const BASE = 'https://data.example/sample/';
const STORE = '/rdf-graph-store';
const HARBOUR = `${STORE}?graph=${encodeURIComponent(`${BASE}graph/harbour`)}`;
const TURTLE = 'text/turtle; charset=utf-8';

const documents = sampleSite();
let server: Listening;
beforeAll(async () => {
  const handlers = [graphStoreHandler(() => documents), siteHandler(() => documents)];
  server = await listen(handlers, { port: 0 });
});
afterAll(() => server?.close());

const ask = (target: string, init: RequestInit = {}) => fetch(new URL(target, server.url), init);
const accepting = (accept: string) => ({ headers: { accept } });

/** What the dataset itself says in a graph, or in all of them. */
function own(graph?: string): Promise<string> {
  if (graph === undefined) return canonical(datasetToTriples(sampleDataset));
  const quads = [...datasetToQuads(sampleDataset)].filter(
    (quad) => quad.graph.value === `${BASE}graph/${graph}`,
  );
  expect(quads.length).toBeGreaterThan(0);
  return canonical(
    quads.map(({ subject, predicate, object }) => ({ subject, predicate, object }) as ForeignQuad),
  );
}

describe('a graph', () => {
  it.each([
    ['text/turtle', TURTLE, 'turtle'],
    ['*/*', TURTLE, 'turtle'],
    ['application/n-triples', 'application/n-triples', 'ntriples'],
    ['application/rdf+xml', 'application/rdf+xml', 'rdfxml'],
    ['application/ld+json', 'application/ld+json', 'jsonld'],
    ['application/json', 'application/ld+json', 'jsonld'],
    ['text/html, application/rdf+xml;q=0.9, text/turtle;q=0.5', 'application/rdf+xml', 'rdfxml'],
  ] as const)('wanted as %s comes as %s, whole', async (accept, type, syntax: Syntax) => {
    for (const [target, graph] of [
      [HARBOUR, 'harbour'],
      [`${STORE}/?graph=${BASE}graph/dataset`, 'dataset'],
      [`${STORE}?default`, undefined],
    ] as const) {
      const response = await ask(target, accepting(accept));
      expect([target, response.status, response.headers.get('content-type')]).toEqual([target, 200, type]);
      const read = readByOxigraph(await response.text(), syntax, { base_iri: 'http://elsewhere.example/' });
      expect(await canonical(read)).toBe(await own(graph));
    }
  });

  it('is the document at its own address, to which its IRI leads', async () => {
    const indirect = await ask(HARBOUR, accepting('text/turtle'));
    const direct = await ask('/graph/harbour', accepting('text/turtle'));
    expect([direct.url, direct.status]).toEqual([`${server.url}graph/harbour.ttl`, 200]);
    expect(direct.headers.get('etag')).toBe(indirect.headers.get('etag'));
    expect(await direct.text()).toBe(await indirect.text());
  });

  it('says how long it is to HEAD, and nothing more', async () => {
    for (const target of [HARBOUR, `${STORE}?default`]) {
      const { headers } = await ask(target, { method: 'HEAD' });
      const text = await (await ask(target)).arrayBuffer();
      expect([headers.get('content-type'), headers.get('content-length')]).toEqual([
        TURTLE,
        `${text.byteLength}`,
      ]);
    }
    expect(await (await ask(HARBOUR, { method: 'HEAD' })).text()).toBe('');
  });

  it('is sent once to a client that keeps it, in each syntax', async () => {
    const etag = (await ask(HARBOUR)).headers.get('etag')!;
    const again = await ask(HARBOUR, { headers: { 'If-None-Match': etag } });
    expect([again.status, again.headers.get('etag'), again.headers.get('vary')]).toEqual([
      304,
      etag,
      'Accept',
    ]);
    const other = { accept: 'application/n-triples', 'If-None-Match': etag };
    expect((await ask(HARBOUR, { headers: other })).status).toBe(200);
  });

  it('may be read by programs of any site, and runs nothing in a browser', async () => {
    const { headers } = await ask(HARBOUR);
    expect(Object.fromEntries(headers)).toMatchObject({
      vary: 'Accept',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^default-src 'none';.*sandbox$/),
    });
  });
});

describe('the graph store', () => {
  const HOW = 'Name one graph: ?graph= and its IRI, or ?default for all graphs as one.\n';
  it.each([
    ['no graph', '', 400, HOW],
    ['a graph and the default graph', `?default&graph=${BASE}graph/harbour`, 400, HOW],
    ['two graphs', `?graph=${BASE}graph/harbour&graph=${BASE}graph/dataset`, 400, HOW],
    ['an empty name', '?graph=', 400, `This is no absolute IRI. ${HOW}`],
    ['a relative name', '?graph=graph/harbour', 400, `This is no absolute IRI. ${HOW}`],
    [
      'a graph whose name is mistaken',
      `?graph=${BASE}graph/harbor`,
      404,
      `There is no graph of this name. Perhaps: ${BASE}graph/harbour\n`,
    ],
    ['a thing that is no graph', `?graph=${BASE}id/nordlink`, 404, undefined],
    ['a graph of somebody else', '?graph=urn:x:y', 404, undefined],
    ['a huge name', `?graph=urn:${'x'.repeat(15_000)}`, 404, undefined],
  ])('asked for %s refuses', async (_, query, status, text) => {
    const response = await ask(STORE + query, accepting('text/turtle'));
    expect(response.status).toBe(status);
    if (text !== undefined) expect(await response.text()).toBe(text);
    expect((await ask(STORE + query, { method: 'HEAD' })).status).toBe(status);
  });

  it('lists what there is to a client that wants something else', async () => {
    for (const accept of ['image/png', 'application/trig', 'text/html']) {
      const response = await ask(HARBOUR, accepting(accept));
      expect([response.status, response.headers.get('vary'), await response.text()]).toEqual([
        406,
        'Accept',
        'A graph comes as: text/turtle, application/n-triples, application/rdf+xml, application/ld+json\n',
      ]);
    }
  });

  it.each(['PUT', 'POST', 'DELETE', 'PATCH'])('changes nothing by %s', async (method) => {
    for (const target of [
      HARBOUR,
      `${STORE}?default`,
      STORE,
      '/graph/harbour',
      '/graph/harbour.ttl',
      '/graph/new',
    ]) {
      const body = method === 'DELETE' ? null : '<http://e/s> <http://e/p> <http://e/o> .';
      const response = await ask(target, { method, body });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    }
    expect(await canonical(readByN3(await (await ask(HARBOUR)).text(), 'turtle'))).toBe(await own('harbour'));
  });

  it('answers a preflight', async () => {
    const { status, headers } = await ask(HARBOUR, { method: 'OPTIONS' });
    expect([status, headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD, OPTIONS']);
  });

  it('refuses a graph that is too large to be written for a request, and names the files', async () => {
    const small = await listen([graphStoreHandler(() => documents, { triples: 20 })], { port: 0 });
    try {
      const response = await fetch(new URL(`${STORE}?default`, small.url));
      expect([response.status, await response.text()]).toEqual([
        422,
        'This graph has more than 20 triples. As files: /sample.html /sample.ttl\n',
      ]);
    } finally {
      await small.close();
    }
  });

  it('holds no more for slow clients than it may, and serves again once they are gone', async () => {
    const tight = await listen(
      [slowly, graphStoreHandler(() => documents, { outstanding: new Outstanding(0) })],
      {
        port: 0,
      },
    );
    try {
      const target = new URL(HARBOUR, tight.url);
      const first = httpRequest(target, { headers: { 'X-Slow': '1' } }).end();
      // Its headers come first; its end is kept back until it leaves.
      await new Promise((resolve) => first.once('response', resolve));
      const refused = await fetch(target);
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
      first.destroy();
      await expect.poll(async () => (await fetch(target)).status).toBe(200);
    } finally {
      await tight.close();
    }
  });
});

/** A client whose connection takes the head of an answer and no end. */
async function slowly(
  request: Parameters<ReturnType<typeof siteHandler>>[0],
  response: Parameters<ReturnType<typeof siteHandler>>[1],
): Promise<boolean> {
  if (request.headers['x-slow'] !== undefined) {
    response.end = (() => {
      response.flushHeaders();
      return response;
    }) as typeof response.end;
  }
  return false;
}
