/// <reference path="./sparql-http-client.d.ts" />
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SparqlEndpointFetcher } from 'fetch-sparql-endpoint';
import SparqlClient from 'sparql-http-client/SimpleClient.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen, sparqlHandler } from '../../src/server/index.ts';
import { fileSource, SparqlEngine, savedQuestions } from '../../src/store/index.ts';
import { type CliResult, cli, DATA, ROOT } from '../cli/run-cli.ts';

let engine: SparqlEngine;
let server: Listening;
let url: string;
beforeAll(async () => {
  const { sources, ...style } = await fileSource(join(ROOT, 'exports', 'chinese-ai.nq'));
  engine = await SparqlEngine.open(sources, style);
  server = await listen([sparqlHandler(engine)], { port: 0 });
  url = `${server.url}sparql`;
});
afterAll(async () => {
  await server.close();
  await engine.close();
});

const NAME =
  'SELECT ?name { <https://w3id.org/clew/chinese-ai/id/beijing> rdfs:label ?name } ORDER BY LANG(?name)';
const CONSTRUCT = 'CONSTRUCT WHERE { <https://w3id.org/clew/chinese-ai/id/beijing> rdfs:label ?name }';

describe('clients query the endpoint', () => {
  it('curl', async () => {
    const { stdout } = await promisify(execFile)('curl', [
      ...['-sS', '-H', 'Accept: text/csv', '--data-urlencode', `query=${NAME}`, url],
    ]);
    expect(stdout).toBe('name\r\nBeijing\r\nBắc Kinh\r\n');
  });

  it('fetch-sparql-endpoint', async () => {
    const client = new SparqlEndpointFetcher();
    const names: string[] = [];
    for await (const row of await client.fetchBindings(
      url,
      `PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> ${NAME}`,
    ))
      names.push((row as unknown as { name: { value: string } }).name.value);
    expect(names).toEqual(['Beijing', 'Bắc Kinh']);
    expect(await client.fetchAsk(url, 'ASK {}')).toBe(true);
    let triples = 0;
    const graph = `PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> ${CONSTRUCT}`;
    for await (const _ of await client.fetchTriples(url, graph)) triples += 1;
    expect(triples).toBe(2);
  });

  it.each(['get', 'postUrlencoded', 'postDirect'] as const)('sparql-http-client by %s', async (operation) => {
    const client = new SparqlClient({ endpointUrl: url });
    const answer = await client.query.select(NAME, { operation });
    const { results } = (await answer.json()) as { results: { bindings: { name: { value: string } }[] } };
    expect(results.bindings.map(({ name }) => name.value)).toEqual(['Beijing', 'Bắc Kinh']);
  });

  describe('clew query', () => {
    it('answers each saved question as it does from the data', async () => {
      const names = (await savedQuestions(DATA)).map(({ name }) => name);
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) {
        const asked = ['--saved', name, '--data', DATA];
        const remote = await cli('query', url, ...asked);
        expect(remote, name).toEqual(await cli('query', DATA, ...asked));
        expect(remote.code).toBe(0);
      }
    });

    it.each([
      ['table', 'SELECT'],
      ['json', 'SELECT'],
      ['xml', 'SELECT'],
      ['csv', 'SELECT'],
      ['tsv', 'SELECT'],
      ['table', 'ASK'],
      ['table', 'CONSTRUCT'],
      ['turtle', 'CONSTRUCT'],
      ['ntriples', 'CONSTRUCT'],
    ])('writes %s of %s as it does from the data', async (format, form) => {
      const pattern = '<id/beijing> rdfs:label ?name';
      const query = {
        SELECT: `SELECT ?name { ${pattern} } ORDER BY LANG(?name)`,
        ASK: `ASK { ${pattern} }`,
        CONSTRUCT: `CONSTRUCT WHERE { ${pattern} }`,
      }[form]!;
      const asked = [query, '--format', format, '--data', DATA];
      const lines = ({ out, err, code }: CliResult) => ({ out: out.split('\n').sort(), err, code });
      const remote = lines(await cli('query', url, ...asked));
      expect(remote).toEqual(lines(await cli('query', DATA, ...asked)));
      expect(remote.code).toBe(0);
      expect(remote.out.join('')).toMatch(form === 'ASK' ? /^yes$/ : /Beijing/);
    });
  });
});
