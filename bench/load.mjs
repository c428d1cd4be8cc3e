// Seconds for triples into real stores by `clew load`, beside curl that sends the same chunks into staging graphs and then moves them.
// npm run build; node bench/load.mjs [STORE ...] [--triples N]
//   STORE      virtuoso, fuseki, rdf4j, oxigraph; all of them if none is given. Started by scripts/stores, stopped by pid
//   --triples  1000000 by default, in graphs of 50000
// curl proves nothing, compares nothing and reads no file of quads: its chunks are cut before the clock starts.
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { STORE_NAMES, startStore, Unavailable } from '../scripts/stores/stores.mjs';

const CHUNK = 50_000;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { triples: { type: 'string', default: '1000000' } },
});
const total = Number(values.triples);
const root = join(import.meta.dirname, '..');
const base = 'https://made.example/';

/** How curl sends a chunk, as `clew load` does. */
const WAYS = {
  virtuoso: { type: 'text/turtle', auth: 'digest', quads: false },
  fuseki: { type: 'application/n-quads', auth: 'basic', quads: true },
  rdf4j: { type: 'application/n-quads', quads: true, address: ({ update }) => update },
  oxigraph: { type: 'application/n-quads', quads: true },
};

const dir = mkdtempSync(join(tmpdir(), 'clew-bench-'));
try {
  const graphs = generated();
  for (const name of positionals.length > 0 ? positionals : STORE_NAMES) {
    try {
      const curl = await timed(name, (store) => byCurl(store, graphs));
      const clew = await timed(name, byClew);
      const ratio = (clew / curl).toFixed(2);
      console.log(
        `${name}: ${total} triples in ${graphs.length} graphs: clew load ${clew.toFixed(1)} s, curl and MOVE ${curl.toFixed(1)} s, ratio ${ratio}`,
      );
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      console.warn(`SKIPPED: ${name}: ${error.message}`);
    }
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}

/** Writes all triples as one file of quads, and each graph as the bodies that curl sends. */
function generated() {
  const graphs = [];
  for (const way of ['turtle', 'quads']) mkdirSync(join(dir, way));
  for (let from = 0; from < total; from += CHUNK) {
    const graph = `${base}graph/${String(graphs.length).padStart(4, '0')}`;
    const triples = Array.from({ length: Math.min(CHUNK, total - from) }, (_, at) => triple(from + at));
    appendFileSync(join(dir, 'all.nq'), triples.map((one) => `${one} <${graph}> .\n`).join(''));
    const file = `${graphs.length}`;
    const head = '@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n';
    writeFileSync(join(dir, 'turtle', file), head + triples.map((one) => `${one} .\n`).join(''));
    writeFileSync(join(dir, 'quads', file), triples.map((one) => `${one} <${graph}/staging> .\n`).join(''));
    graphs.push(graph);
  }
  return graphs;
}

/** Eight to a subject: two of links, and texts with letters beyond ASCII. */
function triple(n) {
  const [subject, property] = [n >> 3, n & 7];
  const object =
    property < 2
      ? `<${base}id/${(subject * 7919) % (total >> 3 || 1)}>`
      : `"câu ${property} của ${subject}"@vi`;
  return `<${base}id/${subject}> <${base}ns#p${property}> ${object}`;
}

/** @returns seconds of `work` in a store that was just started */
async function timed(name, work) {
  const store = await startStore(name);
  try {
    const start = performance.now();
    work(store);
    return (performance.now() - start) / 1000;
  } finally {
    await store.stop();
  }
}

function byClew({ endpoints, credentials }) {
  const env = {
    ...process.env,
    ...(credentials && { CLEW_STORE_USER: credentials.user, CLEW_STORE_PASSWORD: credentials.password }),
  };
  const main = join(root, 'dist', 'cli', 'main.js');
  run(process.execPath, [main, 'load', endpoints.endpoint, join(dir, 'all.nq'), '--timeout', '300'], env);
}

function byCurl({ name, endpoints, credentials }, graphs) {
  const { type, auth, quads, address = ({ graphStore }) => graphStore } = WAYS[name];
  const config = join(dir, 'curl.conf');
  const secret = credentials ? `user = "${credentials.user}:${credentials.password}"\n${auth}\n` : '';
  writeFileSync(config, `fail\nsilent\nshow-error\noutput = /dev/null\nheader = "Expect:"\n${secret}`, {
    mode: 0o600,
  });
  const curl = (...args) => run('curl', ['--config', config, ...args]);
  for (const [at, graph] of graphs.entries()) {
    const target = quads ? '' : `?graph-uri=${encodeURIComponent(`${graph}/staging`)}`;
    const body = `@${join(dir, quads ? 'quads' : 'turtle', String(at))}`;
    curl('-H', `Content-Type: ${type}`, '--data-binary', body, address(endpoints) + target);
  }
  for (const graph of graphs) {
    const update = `MOVE GRAPH <${graph}/staging> TO GRAPH <${graph}>`;
    if (name === 'virtuoso') {
      curl('-H', 'Content-Type: application/sparql-update', '--data-binary', update, endpoints.update);
    } else curl('--data-urlencode', `update=${update}`, endpoints.update);
  }
}

function run(file, args, env = process.env) {
  const { status, stderr, error } = spawnSync(file, args, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${file} ended with ${status}: ${error?.message ?? stderr}`);
}
