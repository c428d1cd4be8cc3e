import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset, Entity } from '../../src/model/index.ts';
import { type Listening, listen, reconcileHandler } from '../../src/server/index.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';
import { sampleSite } from './sample-site.ts';

const place = (id: string, vi: string): Entity => ({
  ...sampleArticle.entities.find((entity) => entity.id === 'lone-rock')!,
  id,
  label: { vi },
});
/** Names that differ in accents alone. */
const dataset: Dataset = {
  ...sampleDataset,
  articles: [
    {
      ...sampleArticle,
      entities: [
        ...sampleArticle.entities,
        place('hoa', 'Hòa Bình'),
        place('hoa2', 'Hoa Binh'),
        place('hoa3', 'Họa Bình'),
      ],
    },
  ],
};
let server: Listening;
let endpoint: string;

beforeAll(async () => {
  const documents = sampleSite(dataset);
  server = await listen([reconcileHandler(() => documents)], { port: 0 });
  endpoint = `${server.url}reconcile`;
});
afterAll(() => server.close());

const post = (queries: unknown, type = 'application/x-www-form-urlencoded') =>
  fetch(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': type },
    body: new URLSearchParams({
      queries: typeof queries === 'string' ? queries : JSON.stringify(queries),
    }).toString(),
  });
type Result = {
  id: string;
  name: string;
  score: number;
  match: boolean;
  type: { id: string; name: string }[];
};
const candidates = async (query: object): Promise<Result[]> => {
  const response = await post({ q0: query });
  expect(response.status).toBe(200);
  return ((await response.json()) as { q0: { result: Result[] } }).q0.result;
};

describe('the reconciliation service', () => {
  it('says what it is and where its parts are', async () => {
    const response = await fetch(endpoint);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await response.json()).toMatchObject({
      versions: ['0.2'],
      name: 'Sample',
      identifierSpace: 'https://data.example/sample/id/',
      schemaSpace: 'https://vocab.example/ns',
      view: { url: `${server.url}id/{{id}}` },
      preview: { url: `${endpoint}/preview?id={{id}}`, width: 400, height: 180 },
      suggest: {
        entity: { service_url: server.url.slice(0, -1), service_path: '/reconcile/suggest/entity' },
      },
    });
  });

  it('answers a batch, by POST and by GET, query by query', async () => {
    const queries = { a: { query: 'Nordlink Ferries' }, b: { query: 'nothing like it' } };
    const answer = await (await post(queries)).json();
    expect(answer).toEqual({
      a: {
        result: [
          {
            id: 'nordlink',
            name: 'Nordlink Ferries',
            type: [{ id: 'ex:Company', name: 'company' }],
            score: 100,
            match: true,
          },
        ],
      },
      b: { result: [] },
    });
    const got = await fetch(`${endpoint}?queries=${encodeURIComponent(JSON.stringify(queries))}`);
    expect(await got.json()).toEqual(answer);
  });

  it('ranks the very letters above the same ones without accents, and is sure only of these', async () => {
    expect(
      (await candidates({ query: 'Hòa Bình' })).map(({ id, score, match }) => [id, score, match]),
    ).toEqual([
      ['hoa', 100, true],
      ['hoa2', 85, false],
      ['hoa3', 85, false],
    ]);
    expect((await candidates({ query: 'hoa binh' })).map(({ id, match }) => [id, match])[0]).toEqual([
      'hoa2',
      true,
    ]);
    // Decomposed, as some systems write it.
    expect((await candidates({ query: 'Họa Bình'.normalize('NFD') }))[0]).toMatchObject({
      id: 'hoa3',
      score: 100,
    });
    // Folded letters alone make nobody sure.
    expect((await candidates({ query: 'hóa bính' })).every(({ match }) => !match)).toBe(true);
    expect((await candidates({ query: 'Phà Nordlink' }))[0]).toMatchObject({ id: 'nordlink', match: true });
  });

  it('finds misspelt names, and counts an alias a little less than a label', async () => {
    expect((await candidates({ query: 'Nordlinc Feries' }))[0]).toMatchObject({
      id: 'nordlink',
      match: false,
    });
    expect((await candidates({ query: 'Nordlink' }))[0]).toMatchObject({
      id: 'nordlink',
      score: 98,
      match: true,
    });
  });

  it('keeps to the types, narrower ones included, to the limit, and weighs properties', async () => {
    expect((await candidates({ query: 'Nordlink', type: 'ex:Organization' }))[0]?.id).toBe('nordlink');
    expect(await candidates({ query: 'Nordlink', type: ['ex:Place', 'ex:Ship'] })).toEqual([]);
    expect(await candidates({ query: 'Hoa Binh', limit: 2 })).toHaveLength(2);
    const score = async (v: unknown) =>
      (await candidates({ query: 'Nordlink Ferries', properties: [{ pid: 'ex:operates', v }] }))[0]?.score;
    expect([await score({ id: 'quick-tern' }), await score(['Old Gull', 'quick tern'])]).toEqual([100, 100]);
    expect(await score('Old Gull')).toBe(70);
  });

  it('suggests entities, types and properties by the beginning of a word', async () => {
    const suggest = async (what: string, prefix: string) => {
      const response = await fetch(`${endpoint}/suggest/${what}?prefix=${encodeURIComponent(prefix)}`);
      return ((await response.json()) as { result: { id: string }[] }).result.map(({ id }) => id);
    };
    expect(await suggest('entity', 'gul')).toEqual(['old-gull']);
    expect(await suggest('entity', 'Hòa')).toEqual(['hoa', 'hoa2', 'hoa3']);
    expect(await suggest('type', 'comp')).toEqual(['ex:Company']);
    expect(await suggest('property', 'khai')).toEqual(['ex:operates']);
  });

  it('shows a preview in the frame of any tool', async () => {
    const response = await fetch(`${endpoint}/preview?id=tourism`);
    expect(response.headers.get('x-frame-options')).toBeNull();
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(await response.text()).toContain('<bdi>Tourism &lt;in&gt; &quot;Lindmar&quot; &amp; region</bdi>');
    expect((await fetch(`${endpoint}/preview?id=nobody`)).status).toBe(404);
  });

  it('refuses what is not in the form of the API, and what is too much', async () => {
    expect((await post('{')).status).toBe(400);
    expect((await post({ q0: { name: 'x' } })).status).toBe(400);
    expect((await post({ q0: { query: 'x', limit: 0 } })).status).toBe(400);
    expect((await post({ q0: { query: 'x'.repeat(501) } })).status).toBe(400);
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`q${at}`, { query: 'x' }]));
    expect((await post(many)).status).toBe(400);
    expect((await post({}, 'text/plain')).status).toBe(415);
    expect((await post('x'.repeat(1_100_000))).status).toBe(413);
    expect((await fetch(`${endpoint}/suggest/nothing?prefix=a`)).status).toBe(404);
    expect(await (await post({ ['__proto__x']: { query: 'x' } })).json()).toEqual({
      __proto__x: { result: [] },
    });
  });
});

it('refuses other methods than those that it answers', async () => {
  for (const method of ['PUT', 'PATCH', 'DELETE']) {
    const { status, headers } = await fetch(new URL('reconcile', server.url), { method });
    expect([method, status, headers.get('allow')]).toEqual([method, 405, 'GET, HEAD, OPTIONS, POST']);
  }
});
