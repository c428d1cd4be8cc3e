import { describe, expect, it } from 'vitest';
import { tripleLine } from '../../src/formats/index.ts';
import { datasetToQuads } from '../../src/rdf/index.ts';
import {
  detectStore,
  STORE_PROFILES,
  StoreClient,
  type StoreHttp,
  storeProfile,
} from '../../src/store/index.ts';
import { sampleDataset } from '../fixtures/sample.ts';

/** The addresses that a store's documentation gives, from what a user may give. */
const ADDRESSES: readonly (readonly [store: string, given: readonly string[], found: object])[] = [
  [
    'oxigraph',
    ['http://h:7878', 'http://h:7878/', 'http://h:7878/query', 'http://h:7878/store'],
    {
      query: 'http://h:7878/query',
      update: 'http://h:7878/update',
      graphStore: 'http://h:7878/store',
      quads: 'http://h:7878/store',
    },
  ],
  [
    'qlever',
    ['http://h:7001', 'http://h:7001/'],
    { query: 'http://h:7001/', update: 'http://h:7001/', graphStore: 'http://h:7001/' },
  ],
  [
    'blazegraph',
    ['http://h:9999/blazegraph/namespace/kb/sparql', 'http://h:9999/blazegraph/namespace/kb'],
    {
      query: 'http://h:9999/blazegraph/namespace/kb/sparql',
      update: 'http://h:9999/blazegraph/namespace/kb/sparql',
    },
  ],
  [
    'stardog',
    ['http://h:5820/news', 'http://h:5820/news/query', 'http://h:5820/news/update'],
    {
      query: 'http://h:5820/news/query',
      update: 'http://h:5820/news/update',
      graphStore: 'http://h:5820/news',
    },
  ],
  [
    'neptune',
    ['https://h:8182', 'https://h:8182/sparql'],
    {
      query: 'https://h:8182/sparql',
      update: 'https://h:8182/sparql',
      graphStore: 'https://h:8182/sparql/gsp/',
    },
  ],
  [
    'allegrograph',
    ['http://h:10035/repositories/news', 'http://h:10035/repositories/news/statements'],
    {
      query: 'http://h:10035/repositories/news',
      update: 'http://h:10035/repositories/news',
      graphStore: 'http://h:10035/repositories/news/statements',
    },
  ],
  [
    'allegrograph',
    ['http://h:10035/catalogs/press/repositories/news'],
    {
      query: 'http://h:10035/catalogs/press/repositories/news',
      update: 'http://h:10035/catalogs/press/repositories/news',
      graphStore: 'http://h:10035/catalogs/press/repositories/news/statements',
    },
  ],
  [
    'graphdb',
    ['http://h:7200/repositories/news', 'http://h:7200/repositories/news/statements'],
    {
      query: 'http://h:7200/repositories/news',
      update: 'http://h:7200/repositories/news/statements',
      graphStore: 'http://h:7200/repositories/news/rdf-graphs/service',
      quads: 'http://h:7200/repositories/news/statements',
    },
  ],
];

describe.each(ADDRESSES)('%s at %j', (name, given, found) => {
  it.each(given)('is asked at the addresses of its documentation, from %s', (address) => {
    expect(storeProfile(name)!.endpoints(new URL(address))).toEqual(found);
  });
});

it('names every store that is not run by the tests', () => {
  expect(STORE_PROFILES.filter(({ proven }) => !proven).map(({ name }) => name)).toEqual([
    'graphdb',
    'qlever',
    'blazegraph',
    'stardog',
    'neptune',
    'allegrograph',
  ]);
});

it('no store is given more than 50,000 triples at once', () => {
  for (const { chunk } of STORE_PROFILES) expect(chunk.triples).toBeLessThanOrEqual(50_000);
});

/** A server that answers every request in one way. */
const answering = (headers: Record<string, string>) =>
  ({
    send: async () => ({ status: 200, headers: new Headers(headers), text: '', said: '' }),
  }) as unknown as StoreHttp;

it.each([
  ['http://h:7878', { server: 'Oxigraph/0.5.13' }, 'oxigraph'],
  ['http://h:5820/news', { server: 'Stardog/9.2' }, 'stardog'],
  ['http://h:9999/bigdata/sparql', {}, 'blazegraph'],
  ['https://db.cluster-x.eu-west-1.neptune.amazonaws.com:8182/sparql', {}, 'neptune'],
  ['http://h:10035/repositories/news', { server: 'AllegroServe/1.3' }, 'allegrograph'],
  ['http://h/sparql', { server: 'nginx' }, 'generic'],
])('%s with %j is recognised as %s', async (address, headers, name) => {
  expect((await detectStore(new URL(address), answering(headers))).name).toBe(name);
});

it('a context of AllegroGraph is a term, and its triples are Turtle', () => {
  const profile = storeProfile('allegrograph')!;
  const endpoints = profile.endpoints(new URL('http://h:10035/repositories/news'));
  const lines = [...datasetToQuads(sampleDataset)].slice(0, 3).map(tripleLine).join('');
  const client = new StoreClient(answering({}), profile, endpoints);
  const [request] = client.prepare([{ graph: 'urn:g', lines, triples: 3 }]);
  expect(request).toMatchObject({
    url: 'http://h:10035/repositories/news/statements?context=%3Curn%3Ag%3E',
    mediaType: expect.stringContaining('text/turtle'),
    triples: 3,
  });
});
