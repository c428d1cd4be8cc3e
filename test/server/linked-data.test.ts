import { describe, expect, it } from 'vitest';
import { DATA_FORMATS } from '../../src/server/linked/data-formats.ts';
import { canonical, readByN3, readByOxigraph, type Syntax } from '../formats/rdf-judges.ts';
import { ask, sampleSite } from './sample-site.ts';

const documents = sampleSite();
const BASE = 'https://data.example/sample/';
const SYNTAX: Record<string, Syntax> = {
  ttl: 'turtle',
  jsonld: 'jsonld',
  nt: 'ntriples',
  rdf: 'rdfxml',
  trig: 'trig',
  nq: 'nquads',
};

describe('a thing', () => {
  it.each([
    ['a browser', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'html'],
    ['nothing in particular', undefined, 'html'],
    ['anything', '*/*', 'html'],
    ['Turtle', 'text/turtle', 'ttl'],
    ['JSON-LD by its other name', 'application/json', 'jsonld'],
    ['what it likes best', 'text/html;q=0.3, application/rdf+xml;q=0.9, text/turtle;q=0.5', 'rdf'],
    ['all but pages', 'text/html;q=0, */*;q=0.1', 'ttl'],
    ['N-Triples before anything', 'application/n-triples, */*;q=0.1', 'nt'],
    ['quads', 'application/n-quads', 'nq'],
    ['TriG', 'application/trig;q=0.9, image/png', 'trig'],
    ['Turtle in UTF-8', 'text/turtle;charset=utf-8, text/html;q=0.9', 'ttl'],
    [
      'a profile of JSON-LD',
      'application/ld+json;profile="http://a.example/x,y;q=0";q=0.9, text/html;q=0.1',
      'jsonld',
    ],
    [
      'rather another than one of low quality',
      'text/turtle;charset=utf-8;q=0.1, application/n-triples;q=0.2',
      'nt',
    ],
  ])('answers a client that wants %s with 303', async (_, accept, ending) => {
    expect(await ask(documents, '/id/nordlink', { accept })).toMatchObject({
      status: 303,
      headers: {
        Location: `nordlink.${ending}`,
        Vary: 'Accept',
        Link: expect.stringMatching(
          /^<nordlink\.html>; rel="alternate"; type="text\/html", .*<\.\.\/\.well-known\/void>; rel="describedby", .*; rel="license"$/,
        ) as string,
      },
    });
  });

  it('that is wanted in no form that there is lists those that there are', async () => {
    const { status, headers, text } = await ask(documents, '/id/nordlink', { accept: 'image/png' });
    expect([status, headers['Vary']]).toEqual([406, 'Accept, Accept-Language']);
    for (const { ending } of DATA_FORMATS) expect(text).toContain(`href="nordlink.${ending}"`);
  });

  it.each([
    'claim/harbour/c3',
    'attribution/harbour/c3/1',
    'mention/harbour/1',
    'evidence/harbour/c3/1',
    'evidence/harbour/c3/1/target',
    'quantity/harbour/c6/1',
    'paragraph/harbour/2',
    'article/harbour',
    'graph/harbour',
    'graph/dataset',
    'dataset',
    'ns/ex/Ship',
    'ns/ex/operates',
    'ns/ex',
  ])('may be %s', async (path) => {
    expect((await ask(documents, `/${path}`, { accept: 'text/turtle' })).status).toBe(303);
    const { status, text } = await ask(documents, `/${path}.nq`);
    expect(status).toBe(200);
    expect(readByOxigraph(text, 'nquads').length).toBeGreaterThan(0);
  });

  it('has a document whatever it is', async () => {
    const paths = [...documents.site.paths()];
    expect(paths.length).toBeGreaterThan(100);
    for (const path of paths) {
      expect((await ask(documents, `/${path}.nt`)).status).toBe(200);
      for (const language of ['en', 'vi']) {
        const { status, text } = await ask(documents, `/${path}.${language}.html`);
        expect([path, status]).toEqual([path, 200]);
        expect(text).toContain(`class="iri">${documents.site.addresses.iriOf(path)}</bdi>`);
      }
    }
  });
});

describe('a data document', () => {
  it('says the same in every format', async () => {
    const read = async (ending: string) =>
      readByOxigraph((await ask(documents, `/claim/harbour/c3.${ending}`)).text, SYNTAX[ending]!, {
        base_iri: BASE,
      }).map(({ subject, predicate, object }) => ({
        termType: 'Quad',
        value: '',
        subject,
        predicate,
        object,
        graph: { termType: 'DefaultGraph', value: '' },
      }));
    const turtle = await canonical(await read('ttl'));
    for (const { ending } of DATA_FORMATS) expect(await canonical(await read(ending)), ending).toBe(turtle);
  });

  it('describes an entity with its claims, whoever makes them, and the names of what they mention', async () => {
    const { text } = await ask(documents, '/id/anna-berg.ttl');
    const quads = readByN3(text, 'turtle');
    const subjects = new Set(quads.map(({ subject }) => subject.value.replace(BASE, '')));
    // She is the subject of c10 and says c3.
    expect([...subjects].sort().filter((iri) => iri.startsWith('claim/'))).toEqual([
      'claim/harbour/c10',
      'claim/harbour/c3',
    ]);
    expect(subjects).toContain('attribution/harbour/c3/2');
    const label = (id: string) =>
      quads.find(({ subject, predicate, object }) => {
        return (
          subject.value === `${BASE}id/${id}` && /#label$/.test(predicate.value) && object.language === 'en'
        );
      })?.object.value;
    expect(label('quick-tern')).toBe('Quick Tern 🚢');
    // What has nothing to do with her is not there.
    expect(subjects).not.toContain('claim/harbour/c7');
    expect(subjects).not.toContain('id/lone-rock');
  });

  it('keeps the graph in TriG, and of a graph holds all', async () => {
    const whole = readByN3((await ask(documents, '/graph/harbour.trig')).text, 'trig');
    expect(new Set(whole.map(({ graph }) => graph?.value))).toEqual(new Set([`${BASE}graph/harbour`]));
    expect(whole.length).toBe(documents.site.graph.inGraph(`${BASE}graph/harbour`).length);
  });

  it('is fetched once: its tag is answered with 304', async () => {
    const first = await ask(documents, '/id/nordlink.ttl');
    expect(first.headers['Content-Type']).toBe('text/turtle; charset=utf-8');
    const { ETag } = first.headers as { ETag: string };
    expect(ETag).toMatch(/^"[\w-]{27}"$/);
    for (const ifNoneMatch of [ETag, `W/${ETag}`, `"other", ${ETag}`, '*']) {
      const again = await ask(documents, '/id/nordlink.ttl', { ifNoneMatch });
      expect([again.status, again.text, again.headers['ETag']]).toEqual([304, '', ETag]);
    }
    expect((await ask(documents, '/id/nordlink.ttl', { ifNoneMatch: '"other"' })).status).toBe(200);
  });

  it('may be read by programs of any site, and says where else it is, what describes it, and its licence', async () => {
    const { headers } = await ask(documents, '/id/nordlink.jsonld');
    expect(headers).toMatchObject({
      'Access-Control-Allow-Origin': '*',
      'Content-Type': 'application/ld+json',
      Vary: 'Accept',
    });
    const links = headers['Link']!.split(', ');
    expect(links).toContain('<nordlink.html>; rel="alternate"; type="text/html"');
    expect(links).toContain('<nordlink.ttl>; rel="alternate"; type="text/turtle"');
    expect(links).toContain('<../.well-known/void>; rel="describedby"');
    expect(links).toContain('<https://creativecommons.org/licenses/by/4.0/>; rel="license"');
    expect(links).toContain(
      '<../context.jsonld>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"',
    );
  });
});

describe('the rest of the site', () => {
  it('has the viewer at /, files by name, the context, and the dataset’s description where catalogues look', async () => {
    expect(await ask(documents, '/')).toMatchObject({
      status: 200,
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'X-Frame-Options': 'DENY' },
      text: '/nowhere/sample.html',
    });
    expect(await ask(documents, '/sample.ttl?x')).toMatchObject({
      headers: { 'Content-Type': 'text/turtle; charset=utf-8' },
      text: '/nowhere/sample.ttl',
    });
    expect(JSON.parse((await ask(documents, '/context.jsonld')).text)['@context'].statement).toBeDefined();
    const catalogue = await ask(documents, '/.well-known/void');
    expect([catalogue.status, catalogue.headers['Location']]).toEqual([303, '../dataset.ttl']);
    const reader = await ask(documents, '/.well-known/void', { accept: 'text/html' });
    expect(reader.headers['Location']).toBe('../dataset.html');
  });

  it('lets the viewer be framed only where it is asked to be embedded', async () => {
    const { headers } = await ask(documents, '/?embed');
    expect([headers['X-Frame-Options'], headers['Content-Security-Policy']]).toEqual([undefined, undefined]);
    expect((await ask(documents, '/')).headers['Content-Security-Policy']).toBe("frame-ancestors 'none'");
  });

  it('answers a preflight, and refuses what would change something', async () => {
    const preflight = await ask(documents, '/id/nordlink', { method: 'OPTIONS' });
    expect(preflight).toMatchObject({
      status: 204,
      headers: { Allow: 'GET, HEAD, OPTIONS', 'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS' },
    });
    expect(await ask(documents, '/id/nordlink', { method: 'POST' })).toMatchObject({
      status: 405,
      headers: { Allow: 'GET, HEAD, OPTIONS' },
    });
  });

  it('says what a mistaken address may have meant', async () => {
    const page = await ask(documents, '/deep/down/nordlnk');
    expect(page.status).toBe(404);
    expect(page.text).toContain('href="/id/nordlink.html"');
    expect(page.text).not.toContain('aria-current="page"');
    const program = await ask(documents, '/id/nordlnk.ttl', { accept: 'text/turtle' });
    expect([program.status, program.text]).toEqual([404, 'Nothing is here. Perhaps: /id/nordlink\n']);
    // A document that there is in other formats.
    expect((await ask(documents, '/id/nordlink.xyz', { accept: 'a/b' })).text).toContain('/id/nordlink');
  });

  it.each(['entities', 'claims', 'vocabulary'])(
    'leads to the list of %s without its ending, too',
    async (path) => {
      const { status, headers } = await ask(documents, `/${path}`, { accept: 'text/html' });
      expect([status, headers['Location']]).toEqual([303, `${path}.html`]);
      expect((await ask(documents, `/${path}.html`)).text).toContain(
        `href="${path}.html" aria-current="page"`,
      );
    },
  );

  it('serves a dataset whose base ends in a hash from the same addresses', async () => {
    const hashed = sampleSite({ ...documents.site.dataset, base: 'https://data.example/sample#' });
    const { text } = await ask(hashed, '/id/nordlink.nt');
    expect(text).toContain('<https://data.example/sample#id/nordlink> ');
    expect((await ask(hashed, '/id/nordlink', { accept: 'text/html' })).headers['Location']).toBe(
      'nordlink.html',
    );
  });
});
