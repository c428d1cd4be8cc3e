/** The W3C tests of the SPARQL 1.1 Protocol, service description and result formats that a read-only endpoint can pass. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

const [CSV, TSV, JSON_TYPE] = ['text/csv', 'text/tab-separated-values', 'application/sparql-results+json'];
const RESULTS = [
  ['csv-tsv-res', 'csvtsv01', 'csvtsv01', 'data.ttl', CSV, 'csv'],
  ['csv-tsv-res', 'csvtsv01', 'csvtsv01', 'data.ttl', TSV, 'tsv'],
  ['csv-tsv-res', 'csvtsv02', 'csvtsv02', 'data.ttl', CSV, 'csv'],
  ['csv-tsv-res', 'csvtsv02', 'csvtsv02', 'data.ttl', TSV, 'tsv'],
  ['csv-tsv-res', 'csvtsv03', 'csvtsv01', 'data2.ttl', CSV, 'csv'],
  ['csv-tsv-res', 'csvtsv03', 'csvtsv01', 'data2.ttl', TSV, 'tsv'],
  ['json-res', 'jsonres01', 'jsonres01', 'data.ttl', JSON_TYPE, 'srj'],
  ['json-res', 'jsonres02', 'jsonres02', 'data.ttl', JSON_TYPE, 'srj'],
  ['json-res', 'jsonres03', 'jsonres03', 'data.ttl', JSON_TYPE, 'srj'],
  ['json-res', 'jsonres04', 'jsonres04', 'data.ttl', JSON_TYPE, 'srj'],
] as const;

/** Oxigraph keeps of a number its value alone: how it was written, and a type below xsd:integer, are gone. */
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const BY_VALUE: Readonly<Record<string, readonly (readonly [said: string, ours: string])[]>> = {
  'csvtsv03.csv': [['1.0E6', '1000000']],
  'csvtsv03.tsv': [
    ['1.0e6', `"1000000"^^<${XSD}double>`],
    [`"-3"^^<${XSD}negativeInteger>`, '-3'],
  ],
};

describe.runIf(has)('the W3C tests of result formats', () => {
  it('are all here', () => {
    const answers = ['csv-tsv-res', 'json-res'].flatMap((folder) =>
      readdirSync(join(suites, folder))
        .filter((file) => /\.(?:csv|tsv|srj)$/.test(file))
        .map((file) => `${folder}/${file}`),
    );
    expect(RESULTS.map(([folder, name, , , , ending]) => `${folder}/${name}.${ending}`).sort()).toEqual(
      answers.sort(),
    );
  });

  it.each(RESULTS)('%s/%s: %s over %s as %s', async (folder, name, query, data, table, ending) => {
    const read = (file: string) => readFileSync(join(suites, folder, file), 'utf8');
    const source = { bytes: Buffer.from(read(data)), format: 'text/turtle', base: 'http://example.org/' };
    const engine = await SparqlEngine.open([source]);
    try {
      const { bytes } = await engine.query(read(`${query}.rq`), { format: { table, graph: '' } });
      let wanted = read(`${name}.${ending}`);
      for (const [said, ours] of BY_VALUE[`${name}.${ending}`] ?? []) {
        expect(wanted).toContain(said);
        wanted = wanted.replace(said, ours);
      }
      expect(comparable(new TextDecoder().decode(bytes), ending)).toEqual(comparable(wanted, ending));
    } finally {
      await engine.close();
    }
  });
});

/** Rows in any order where the query gives none; numbers of blank nodes mean nothing. */
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
