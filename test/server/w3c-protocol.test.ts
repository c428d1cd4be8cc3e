/** The W3C tests of the SPARQL 1.1 Protocol, service description and result formats that a read-only endpoint can pass. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen, sparqlHandler } from '../../src/server/index.ts';
import { SparqlEngine } from '../../src/store/index.ts';
import { ROOT } from '../cli/run-cli.ts';
import { type Node, readManifest } from './manifest.ts';

const suites = join(process.env.RDF_TESTS ?? join(ROOT, '..', 'shared', 'rdf-tests'), 'sparql11');
const has = existsSync(suites);
if (!has) {
  console.warn(
    'SKIPPED: the W3C tests of the SPARQL Protocol. Clone https://github.com/w3c/rdf-tests and set RDF_TESTS to a folder ' +
      'that holds its sparql/sparql11 as sparql11.',
  );
}

/** Nothing is changed over HTTP: every test that begins with an update which has to succeed does not apply. */
const NOT_READ_ONLY = [
  'update_dataset_default_graph',
  'update_dataset_default_graphs',
  'update_dataset_named_graphs',
  'update_dataset_full',
  'update_post_form',
  'update_post_direct',
  'update_base_uri',
];

const TYPES: Readonly<Record<string, RegExp>> = {
  boolean: /^application\/sparql-results\+(?:json|xml)/,
  tabular: /^(?:application\/sparql-results\+(?:json|xml)|text\/csv|text\/tab-separated-values)/,
  RDF: /^(?:application\/rdf\+xml|text\/turtle|application\/n-triples)/,
};
const GRAPHS = 'http://kasei.us/2009/09/sparql/data/';

describe.runIf(has)('the W3C tests of the SPARQL Protocol', () => {
  const tests = has ? readManifest(join(suites, 'protocol', 'manifest.ttl')) : [];
  let engine: SparqlEngine;
  let server: Listening;
  beforeAll(async () => {
    const sources = [1, 2, 3].map((n) => ({
      bytes: readFileSync(join(suites, 'protocol', `data${n}.nt`)),
      format: 'application/n-triples',
      graph: `${GRAPHS}data${n}.rdf`,
    }));
    engine = await SparqlEngine.open(sources, { base: 'http://example.org/' });
    server = await listen([sparqlHandler(engine)], { port: 0 });
  });
  afterAll(async () => {
    await server?.close();
    await engine?.close();
  });

  it('are all here', () => {
    expect(tests).toHaveLength(34);
    const names = tests.map(({ name }) => name);
    expect(NOT_READ_ONLY.filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(tests.filter(({ name }) => !NOT_READ_ONLY.includes(name)))(
    '$name: $title',
    async ({ requests }) => {
      expect(requests.length).toBeGreaterThan(0);
      for (const request of requests) await passes(request);
    },
  );

  async function passes(request: Node): Promise<void> {
    const body = request.one('body');
    const headers = request
      .list('headers')
      .map((header) => [header.text('fieldName')!, header.text('fieldValue')!]);
    const text = body?.text('chars') ?? '';
    const utf16 = body?.text('characterEncoding') === 'UTF-16';
    const response = await fetch(new URL(request.text('absolutePath')!, server.url), {
      method: request.text('methodName')!,
      headers: headers as [string, string][],
      ...(body !== undefined && { body: Buffer.from(text, utf16 ? 'utf16le' : 'utf8') }),
    });
    const wanted = request.one('resp')!;
    const statuses = wanted.texts('expectedStatus').map((iri) => iri.slice(-3, -2));
    expect(statuses).toContain(String(response.status)[0]);
    const format = wanted.text('expectedFormat');
    if (format !== undefined) expect(response.headers.get('content-type')).toMatch(TYPES[format]!);
    const boolean = wanted.text('expectedBoolean');
    if (boolean !== undefined) expect(await response.json()).toMatchObject({ boolean: boolean === 'true' });
  }
});

describe.runIf(has)('the W3C tests of result formats', () => {
  it.each([
    ['csv-tsv-res', 'csvtsv01', 'data.ttl', 'text/csv', 'csv'],
    ['csv-tsv-res', 'csvtsv01', 'data.ttl', 'text/tab-separated-values', 'tsv'],
    ['csv-tsv-res', 'csvtsv02', 'data.ttl', 'text/csv', 'csv'],
    ['csv-tsv-res', 'csvtsv02', 'data.ttl', 'text/tab-separated-values', 'tsv'],
    ['json-res', 'jsonres01', 'data.ttl', 'application/sparql-results+json', 'srj'],
    ['json-res', 'jsonres02', 'data.ttl', 'application/sparql-results+json', 'srj'],
    ['json-res', 'jsonres03', 'data.ttl', 'application/sparql-results+json', 'srj'],
    ['json-res', 'jsonres04', 'data.ttl', 'application/sparql-results+json', 'srj'],
  ])('%s/%s over %s as %s', async (folder, name, data, table, ending) => {
    const read = (file: string) => readFileSync(join(suites, folder, file), 'utf8');
    const source = { bytes: Buffer.from(read(data)), format: 'text/turtle', base: 'http://example.org/' };
    const engine = await SparqlEngine.open([source]);
    try {
      const { bytes } = await engine.query(read(`${name}.rq`), { format: { table, graph: '' } });
      expect(comparable(new TextDecoder().decode(bytes), ending)).toEqual(
        comparable(read(`${name}.${ending}`), ending),
      );
    } finally {
      await engine.close();
    }
  });
});

/** Rows in any order where the query gives none; numbers of blank nodes and ways to write a number mean nothing. */
function comparable(text: string, ending: string): unknown {
  if (ending === 'srj') {
    const { head, results, boolean } = JSON.parse(text) as {
      head: { vars?: string[] };
      results?: { bindings: object[] };
      boolean?: boolean;
    };
    const rows = results?.bindings.map((row) => JSON.stringify(row, Object.keys(flat(row)).sort())).sort();
    return {
      vars: head.vars,
      boolean,
      rows: rows?.map((row) => row.replace(/"bnode","value":"[^"]*"/g, '"bnode"')),
    };
  }
  const [head, ...rows] = text.trimEnd().split(/\r?\n/);
  return [head, rows.map((row) => row.replace(/_:\w+/g, '_:b')).sort()];
}

/** All keys at all depths. */
function flat(value: object): Record<string, true> {
  const keys: Record<string, true> = {};
  for (const [key, inner] of Object.entries(value)) {
    keys[key] = true;
    if (inner !== null && typeof inner === 'object') Object.assign(keys, flat(inner));
  }
  return keys;
}
