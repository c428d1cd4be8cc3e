/** The W3C tests of the Graph Store Protocol and of service descriptions, as far as they apply to what is only read. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datasetToQuads, datasetToTriples, type ForeignQuad } from '../../src/rdf/index.ts';
import {
  graphStoreHandler,
  type Listening,
  listen,
  siteHandler,
  sparqlHandler,
} from '../../src/server/index.ts';
import { datasetSource, SparqlEngine } from '../../src/store/index.ts';
import { ROOT } from '../cli/run-cli.ts';
import { sampleDataset } from '../fixtures/sample.ts';
import { canonical, readByN3, readByOxigraph, type Syntax } from '../formats/rdf-judges.ts';
import { readManifest } from './manifest.ts';
import { sampleSite } from './sample-site.ts';

const suites = join(process.env.RDF_TESTS ?? join(ROOT, '..', 'shared', 'rdf-tests'), 'sparql11');
const has = existsSync(suites);
if (!has) {
  console.warn(
    'SKIPPED: the W3C tests of the Graph Store Protocol and of service descriptions. Clone ' +
      'https://github.com/w3c/rdf-tests and set RDF_TESTS to a folder that holds its sparql/sparql11 as sparql11.',
  );
}

const BASE = 'https://data.example/sample/';
const documents = sampleSite();
let engine: SparqlEngine;
let server: Listening;
beforeAll(async () => {
  const { sources, ...style } = await datasetSource(sampleDataset);
  engine = await SparqlEngine.open(sources, style);
  server = await listen(
    [sparqlHandler(engine), graphStoreHandler(() => documents), siteHandler(() => documents)],
    { port: 0 },
  );
});
afterAll(async () => {
  await server?.close();
  await engine?.close();
});

/** What the tests' graphs are here, where nothing can be put: one that exists, others that do not. */
const GRAPHS: Readonly<Record<string, string>> = {
  '$GRAPHSTORE$/person/1.ttl': '/graph/harbour.ttl',
  '$GRAPHSTORE$/person/2.ttl': '/graph/person2.ttl',
  '$GRAPHSTORE$/person/4.ttl': '/graph/person4.ttl',
  '$GRAPHSTORE$?graph=http://$HOST$/$GRAPHSTORE$/person/1.ttl': `/rdf-graph-store?graph=${BASE}graph/harbour`,
  '$GRAPHSTORE$?default': '/rdf-graph-store?default',
  $GRAPHSTORE$: '/rdf-graph-store',
  $NEWPATH$: '/graph/dataset.ttl',
};

describe.runIf(has)('the W3C tests of the Graph Store Protocol', () => {
  const tests = (has ? readManifest(join(suites, 'http-rdf-update', 'manifest.ttl')) : []).map(
    ({ name, comments }) => ({ name, ...asked(comments.find((text) => text.includes('#### Request'))!) }),
  );
  const reads = tests.filter(({ method }) => method === 'GET' || method === 'HEAD');
  const writes = tests.filter(({ method }) => method !== 'GET' && method !== 'HEAD');

  it('are all here', () => {
    expect([tests.length, reads.length, writes.length]).toEqual([18, 10, 8]);
    expect(tests.filter(({ target }) => GRAPHS[target] === undefined)).toEqual([]);
  });

  it.each(reads)('$name: $method $target', async ({ method, target, accept, status, type }) => {
    const address = GRAPHS[target]!;
    const response = await fetch(new URL(address, server.url), { method, headers: accept });
    expect(response.status).toBe(status);
    if (type !== undefined) expect(response.headers.get('content-type')).toBe(type);
    if (status === 200) expect(Number(response.headers.get('content-length'))).toBeGreaterThan(0);
    const text = await response.text();
    if (method === 'HEAD') expect(text).toBe('');
    else if (status === 200) expect(await canonical(readByN3(text, 'turtle'))).toBe(await own(address));
  });

  it.each(writes)('$name: $method is refused', async ({ method, target }) => {
    const response = await fetch(new URL(GRAPHS[target]!, server.url), { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  function own(address: string): Promise<string> {
    const graph = /graph\/(\w+)(?:\.ttl)?$/.exec(address)?.[1];
    const quads: Iterable<ForeignQuad> =
      graph === undefined
        ? datasetToTriples(sampleDataset)
        : [...datasetToQuads(sampleDataset)]
            .filter((quad) => quad.graph.value === `${BASE}graph/${graph}`)
            .map(({ subject, predicate, object }) => ({ subject, predicate, object }) as ForeignQuad);
    return canonical(quads);
  }
});

/** A test's request and the head of its answer, out of the prose. */
function asked(text: string) {
  const [, method, target] = /^ *([A-Z]+) (\S+) HTTP\/1\.1$/m.exec(text)!;
  const [request, answer] = text.split('#### Response') as [string, string];
  const accept = /^ *Accept: (.+)$/m.exec(request)?.[1];
  return {
    method: method!,
    target: target!,
    accept: accept === undefined ? {} : { accept },
    status: Number(/^ *(\d{3}) /m.exec(answer)![1]),
    type: /^ *Content-Type: (.+)$/m.exec(answer)?.[1],
  };
}

const SD = 'http://www.w3.org/ns/sparql-service-description#';
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
/** The vocabulary's properties: what has them, what they lead to, and how many there may be (its text and its axioms). */
const SCHEMA: Readonly<
  Record<string, readonly [domain: string, range: string | RegExp, fewest: number, most: number]>
> = {
  endpoint: ['Service', /^http:/, 1, 1],
  supportedLanguage: ['Service', /#SPARQL1[01](?:Query|Update)$/, 0, Infinity],
  feature: ['Service', /#(?:UnionDefaultGraph|DereferencesURIs|RequiresDataset|EmptyGraphs)$/, 0, Infinity],
  resultFormat: ['Service', /^http:\/\/www\.w3\.org\/ns\/formats\//, 0, Infinity],
  defaultDataset: ['Service', 'Dataset', 0, 1],
  defaultGraph: ['Dataset', 'Graph', 0, 1],
  namedGraph: ['Dataset', 'NamedGraph', 0, Infinity],
  name: ['NamedGraph', /^https?:/, 1, 1],
  graph: ['NamedGraph', 'Graph', 0, 1],
};

describe.runIf(has)('the W3C tests of service descriptions', () => {
  const SYNTAXES: Readonly<Record<string, Syntax>> = {
    'text/turtle': 'turtle',
    'application/n-triples': 'ntriples',
    'application/rdf+xml': 'rdfxml',
    'application/ld+json': 'jsonld',
  };
  const endpoint = () => `${server.url}sparql`;
  const describedAs = async (accept: string) => {
    const response = await fetch(endpoint(), { headers: { accept } });
    const type = response.headers.get('content-type')!.split(';')[0]!;
    expect([response.status, type]).toEqual([200, accept]);
    return readByOxigraph(await response.text(), SYNTAXES[type]!);
  };

  it('are all here', () => {
    const names = readManifest(join(suites, 'service-description', 'manifest.ttl')).map(({ name }) => name);
    expect(names.sort()).toEqual(['conforms-to-schema', 'has-endpoint-triple', 'returns-rdf']);
  });

  it.each(Object.keys(SYNTAXES))('returns-rdf: %s', async (accept) => {
    expect(await canonical(await describedAs(accept))).toBe(
      await canonical(await describedAs('text/turtle')),
    );
  });

  it('has-endpoint-triple', async () => {
    const found = (await describedAs('text/turtle')).filter(
      ({ predicate }) => predicate.value === `${SD}endpoint`,
    );
    expect(found.map(({ object }) => object.value)).toEqual([endpoint()]);
  });

  it('conforms-to-schema', async () => {
    const quads = await describedAs('text/turtle');
    const isA = (node: string, type: string) =>
      quads.some(
        (q) => q.subject.value === node && q.predicate.value === RDF_TYPE && q.object.value === SD + type,
      );
    const said = quads.filter(({ predicate }) => predicate.value.startsWith(SD));
    for (const { subject, predicate, object } of said) {
      const name = predicate.value.slice(SD.length);
      expect([name, SCHEMA[name]]).not.toEqual([name, undefined]);
      const [domain, range] = SCHEMA[name]!;
      expect([name, isA(subject.value, domain)]).toEqual([name, true]);
      if (typeof range === 'string') expect([name, isA(object.value, range)]).toEqual([name, true]);
      else
        expect([name, object.termType, object.value]).toEqual([
          name,
          'NamedNode',
          expect.stringMatching(range),
        ]);
    }
    const typed = quads.filter(({ predicate }) => predicate.value === RDF_TYPE);
    expect(new Set(typed.map(({ object }) => object.value.slice(SD.length)))).toEqual(
      new Set(['Service', 'Dataset', 'Graph', 'NamedGraph']),
    );
    for (const [name, [domain, , fewest, most]] of Object.entries(SCHEMA)) {
      for (const { subject } of typed.filter(({ object }) => object.value === SD + domain)) {
        const n = said.filter(
          (q) => q.subject.value === subject.value && q.predicate.value === SD + name,
        ).length;
        expect([subject.value, name, n >= fewest && n <= most]).toEqual([subject.value, name, true]);
      }
    }
    // Every graph that can be had is named, and no other.
    const names = said
      .filter(({ predicate }) => predicate.value === `${SD}name`)
      .map(({ object }) => object.value);
    expect(names.sort()).toEqual([...documents.site.graph.graphs()].sort());
  });
});
