// `npm run test:clients`: `clew serve` on the shipped data, asked by clients that we did not write. What can't be had is named and skipped.
import assert from 'node:assert/strict';
import { execFile, spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { SparqlEndpointFetcher } from 'fetch-sparql-endpoint';
import { Store } from 'oxigraph';
import ParsingClient from 'sparql-http-client/ParsingClient.js';
import { comunica, pythonIn, sparqlWrapper } from './install.mjs';

const root = join(import.meta.dirname, '..', '..');
spawnSync(process.execPath, [join(root, 'scripts', 'setup.mjs')], { cwd: root, stdio: 'inherit' });
const execute = promisify(execFile);

const HEAD = `PREFIX news: <https://w3id.org/clew/news#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
`;
const queries = {
  select: `${HEAD}SELECT DISTINCT ?l WHERE { ?c a news:Company ; rdfs:label ?l } ORDER BY ?l`,
  ask: `${HEAD}ASK { ?c a news:Company }`,
  construct: `${HEAD}CONSTRUCT { ?c rdfs:label ?l } WHERE { ?c a news:Company ; rdfs:label ?l }`,
  wrong: 'SELECT ?s WHERE { ?s ?p',
};

/** What the file says, by an engine in this process. */
async function expectation() {
  const { readFile } = await import('node:fs/promises');
  const store = new Store();
  store.load(await readFile(join(root, 'exports', 'chinese-ai.nq'), 'utf8'), {
    format: 'application/n-quads',
  });
  const all = { use_default_graph_as_union: true };
  const rows = store.query(queries.select, all);
  return {
    select: rows.map((row) => row.get('l').value).sort(),
    ask: true,
    construct: new Set(store.query(queries.construct, all).map(String)).size,
    error: true,
  };
}

const lines = (out) => out.split('\n').filter(Boolean).length;
const values = (json) => json.results.bindings.map(({ l }) => l.value).sort();
const collected = async (stream) => {
  const all = [];
  for await (const one of stream) all.push(one);
  return all;
};
const fails = (work) =>
  Promise.resolve()
    .then(work)
    .then(
      () => false,
      () => true,
    );

const clients = {
  async curl(endpoint) {
    const curl = async (query, accept) => {
      const args = [
        '-sS',
        '-H',
        `Accept: ${accept}`,
        '--data-urlencode',
        `query=${query}`,
        '-w',
        '\n%{http_code}',
        endpoint,
      ];
      const { stdout } = await execute('curl', args);
      const at = stdout.lastIndexOf('\n');
      return { body: stdout.slice(0, at), status: Number(stdout.slice(at + 1)) };
    };
    const json = 'application/sparql-results+json';
    return {
      select: values(JSON.parse((await curl(queries.select, json)).body)),
      ask: JSON.parse((await curl(queries.ask, json)).body).boolean,
      construct: lines((await curl(queries.construct, 'application/n-triples')).body),
      error: (await curl(queries.wrong, json)).status === 400,
    };
  },
  async 'sparql-http-client'(endpointUrl) {
    const { query } = new ParsingClient({ endpointUrl });
    return {
      select: (await query.select(queries.select)).map(({ l }) => l.value).sort(),
      ask: await query.ask(queries.ask),
      construct: [...(await query.construct(queries.construct))].length,
      error: await fails(() => query.select(queries.wrong)),
    };
  },
  async 'fetch-sparql-endpoint'(endpoint) {
    const fetcher = new SparqlEndpointFetcher();
    return {
      select: (await collected(await fetcher.fetchBindings(endpoint, queries.select)))
        .map(({ l }) => l.value)
        .sort(),
      ask: await fetcher.fetchAsk(endpoint, queries.ask),
      construct: (await collected(await fetcher.fetchTriples(endpoint, queries.construct))).length,
      error: await fails(() => fetcher.fetchBindings(endpoint, queries.wrong)),
    };
  },
  async Comunica(endpoint) {
    const { folder, missing } = comunica();
    if (missing !== undefined) return { missing };
    const path = createRequire(join(folder, 'package.json')).resolve('@comunica/query-sparql');
    const { QueryEngine } = await import(pathToFileURL(path).href);
    const engine = new QueryEngine();
    const sources = { sources: [{ type: 'sparql', value: endpoint }] };
    return {
      select: (await (await engine.queryBindings(queries.select, sources)).toArray())
        .map((row) => row.get('l').value)
        .sort(),
      ask: await engine.queryBoolean(queries.ask, sources),
      construct: (await (await engine.queryQuads(queries.construct, sources)).toArray()).length,
      error: await fails(() => engine.queryBindings(queries.wrong, sources)),
    };
  },
  async SPARQLWrapper(endpoint) {
    const { folder, missing } = sparqlWrapper();
    if (missing !== undefined) return { missing };
    const script = join(import.meta.dirname, 'sparqlwrapper.py');
    const child = spawn(pythonIn(folder), [script, endpoint, JSON.stringify(queries)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return JSON.parse(await text(child.stdout));
  },
};

const args = [join(root, 'dist', 'cli', 'main.js'), 'serve', join(root, 'data'), '--port', '0', '--json'];
const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
try {
  let url;
  for await (const line of createInterface({ input: server.stdout })) {
    url = JSON.parse(line).url;
    break;
  }
  const endpoint = new URL('sparql', url).href;
  const expected = await expectation();
  assert(expected.select.length > 5, 'the data has companies');
  for (const [name, ask] of Object.entries(clients)) {
    try {
      const found = await ask(endpoint);
      if (found.missing !== undefined) {
        console.warn(`SKIPPED: ${name}: ${found.missing}`);
        continue;
      }
      assert.deepEqual(found, expected);
      console.log(`${name}: SELECT, ASK, CONSTRUCT and a refused query as they should be`);
    } catch (error) {
      process.exitCode = 1;
      console.error(`${name}: FAILED: ${error.message}`);
    }
  }
} finally {
  server.kill('SIGTERM');
}
