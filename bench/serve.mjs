// Requests per second and 99th percentile of `clew serve`: pages and Turtle of entities, redirects, five queries; queries beside another store.
// npm run build; node bench/serve.mjs [DATA] [--requests N] [--clients N] [--peer URL]
//   DATA         folder with dataset.yaml or a .json that clew built; data/ if none is given
//   --requests   per case, 2000 by default; queries get a tenth of it
//   --clients    connections at once, 16 by default
//   --peer       query endpoint of a running store that holds the same triples, such as Fuseki's http://127.0.0.1:3030/ds/query
// A case ends after 30 seconds however many requests are left. Client and server share the machine, so this is a floor.
import { spawn } from 'node:child_process';
import { Agent, get as httpGet } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

const LONGEST = 30_000;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    requests: { type: 'string', default: '2000' },
    clients: { type: 'string', default: '16' },
    peer: { type: 'string' },
  },
});
const clients = Number(values.clients);
const requests = Number(values.requests);
const root = join(import.meta.dirname, '..');

const PREFIXES = `PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX clew: <https://w3id.org/clew/ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
`;
/** The graph pattern is asked of the union and of named graphs, since stores differ in what their default graph holds. */
const inAny = (pattern) => `{ ${pattern} } UNION { GRAPH ?g { ${pattern} } }`;
const QUERIES = {
  'names of all entities': `SELECT DISTINCT ?s ?l { ${inAny('?s rdfs:label ?l')} } LIMIT 200`,
  'denied claims': `SELECT DISTINCT ?c ?t { ${inAny('?c clew:polarity clew:negative ; rdfs:comment ?t')} }`,
  'claims by predicate': `SELECT ?p (COUNT(DISTINCT ?c) AS ?n) { ${inAny('?c rdf:predicate ?p')} } GROUP BY ?p ORDER BY DESC(?n)`,
  'who says how much': `SELECT ?w (COUNT(DISTINCT ?c) AS ?n) { ${inAny('?c prov:wasAttributedTo ?w')} } GROUP BY ?w`,
  'two claims away': `SELECT DISTINCT ?a ?b { ${inAny('?x rdf:subject ?a ; rdf:object ?m . ?y rdf:subject ?m ; rdf:object ?b')} } LIMIT 500`,
};

const RESULTS = { accept: 'application/sparql-results+json' };

const server = spawn(
  process.execPath,
  [join(root, 'dist/cli/main.js'), 'serve', positionals[0] ?? join(root, 'data'), '--port', '0', '--json'],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
try {
  const { url } = await started();
  const base = new URL(url);
  const entities = await entityPaths(base);
  const many = Array.from({ length: requests }, (_, at) => entities[at % entities.length]);
  console.log(`${entities.length} entities, ${clients} clients, up to ${requests} requests a case`);
  const html = { accept: 'text/html' };
  await report(
    'entity pages, each the first time',
    entities.map((path) => new URL(`${path}.html`, base)),
    html,
  );
  await report(
    'entity pages',
    many.map((path) => new URL(`${path}.html`, base)),
    html,
  );
  await report(
    'entities as Turtle, each the first time',
    entities.map((path) => new URL(`${path}.ttl`, base)),
  );
  await report(
    'entities as Turtle',
    many.map((path) => new URL(`${path}.ttl`, base)),
  );
  await report(
    'things, answered 303',
    many.map((path) => new URL(path, base)),
    { accept: 'text/turtle' },
  );
  const endpoint = new URL('sparql', base);
  const asked = await ask(queryUrl(endpoint, 'ASK {}'), RESULTS);
  if (asked.status === 200) await queries('clew serve', endpoint);
  else console.log(`queries: NOT MEASURED, this server has no endpoint at /sparql (${asked.status})`);
  if (values.peer) await queries(values.peer, new URL(values.peer));
  else
    console.log(
      'peer: NOT MEASURED, no --peer was named: start Fuseki with the same data and name its query endpoint',
    );
} finally {
  server.kill('SIGTERM');
}

async function queries(name, endpoint) {
  const count = Math.max(10, Math.round(requests / 10));
  for (const [title, query] of Object.entries(QUERIES)) {
    const target = queryUrl(endpoint, PREFIXES + query);
    await report(
      `${name}: ${title}`,
      Array.from({ length: count }, () => target),
      RESULTS,
    );
  }
}

function queryUrl(endpoint, query) {
  const url = new URL(endpoint);
  url.searchParams.set('query', query);
  return url;
}

/** The first line that the server says. */
async function started() {
  for await (const line of createInterface({ input: server.stdout })) return JSON.parse(line);
  throw new Error('the server said nothing');
}

/** Read off the page that lists them, as any client could. */
async function entityPaths(base) {
  const { text } = await ask(new URL('entities.html', base), { accept: 'text/html' });
  return [...new Set([...text.matchAll(/href="(id\/[^"]+)\.html"/g)].map(([, path]) => path))];
}

async function report(title, targets, headers = {}) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times = [];
  let failed = 0;
  let bytes = 0;
  let next = 0;
  const start = performance.now();
  const client = async () => {
    while (next < targets.length && performance.now() - start < LONGEST) {
      const target = targets[next];
      next += 1;
      const began = performance.now();
      const answer = await ask(target, headers, agent);
      times.push(performance.now() - began);
      bytes += answer.bytes;
      if (answer.status >= 400) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1);
  const line = [
    `${Math.round(times.length / seconds)} a second`,
    `50 % within ${at(0.5)} ms`,
    `99 % within ${at(0.99)} ms`,
    `${Math.round(bytes / times.length)} bytes each`,
    ...(failed > 0 ? [`FAILED ${failed}`] : []),
  ];
  console.log(`${title}: ${line.join(', ')}`);
  if (failed > 0) process.exitCode = 1;
}

function ask(url, headers, agent) {
  return new Promise((resolve, reject) => {
    httpGet(url, { headers, agent }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        resolve({ status: response.statusCode, bytes: body.length, text: body.toString('utf8') });
      });
    }).on('error', reject);
  });
}
