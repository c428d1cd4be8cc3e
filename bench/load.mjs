// Seconds for triples into real stores by `clew load`, beside curl that sends the same chunks into staging graphs and then moves them.
// npm run build; node bench/load.mjs [STORE ...] [--triples N] [--port N]
//   STORE      virtuoso, fuseki, rdf4j, oxigraph; all of them if none is given. Started by scripts/stores, stopped by pid
//   --triples  1000000 by default, in graphs of 50000
//   --port     where the stores listen, one after the other; by default each at its own
// curl proves nothing, compares nothing and reads no file of quads: its chunks are cut before the clock starts.
// Each way has a store of its own that was just started and first takes eight triples, twice: the second time is the
// way's fixed cost (starting a process, asking the store what it is), and the store has its code warm for both.
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { STORE_NAMES, startStore, Unavailable } from '../scripts/stores/stores.mjs';

const CHUNK = 50_000;
/** What the fixed costs are measured with. */
const FEW = 8;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { triples: { type: 'string', default: '1000000' }, port: { type: 'string' } },
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

/** Says at its end how much of the machine a process took. */
const USAGE = `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(process.env.CLEW_BENCH_USAGE, JSON.stringify(process.resourceUsage())));`;

const dir = mkdtempSync(join(tmpdir(), 'clew-bench-'));
try {
  const few = generated('few', FEW);
  const all = generated('all', total);
  for (const name of positionals.length > 0 ? positionals : STORE_NAMES) {
    try {
      report(name, all, await timed(name, byCurl, few, all), await timed(name, byClew, few, all));
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      console.warn(`SKIPPED: ${name}: ${error.message}`);
    }
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}

/** Writes triples as one file of quads, and each graph as the bodies that curl sends. @returns the folder and the graphs */
function generated(name, count) {
  const folder = join(dir, name);
  for (const way of ['turtle', 'quads']) mkdirSync(join(folder, way), { recursive: true });
  const graphs = [];
  for (let from = 0; from < count; from += CHUNK) {
    const graph = `${base}${name}/${String(graphs.length).padStart(4, '0')}`;
    const triples = Array.from({ length: Math.min(CHUNK, count - from) }, (_, at) => triple(from + at));
    appendFileSync(join(folder, 'all.nq'), triples.map((one) => `${one} <${graph}> .\n`).join(''));
    const file = `${graphs.length}`;
    const head = '@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n';
    writeFileSync(join(folder, 'turtle', file), head + triples.map((one) => `${one} .\n`).join(''));
    const quads = triples.map((one) => `${one} <${graph}/staging> .\n`).join('');
    writeFileSync(join(folder, 'quads', file), quads);
    graphs.push(graph);
  }
  return { folder, graphs };
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

/** @returns seconds for all and for few in a store that was just started, and what `way` says of its work */
async function timed(name, way, few, all) {
  const at = values.port === undefined ? {} : { port: Number(values.port) };
  const store = await startStore(name, { ...at, dir: join(dir, 'store') });
  const measured = (what) => {
    const start = performance.now();
    const before = processorTime(store.pid);
    const said = way(store, what);
    return {
      ...said,
      seconds: (performance.now() - start) / 1000,
      storeCpu: processorTime(store.pid) - before,
    };
  };
  try {
    measured(few);
    const { seconds: fixed } = measured(few);
    return { ...measured(all), fixed };
  } finally {
    await store.stop();
  }
}

/** Seconds that a process has had of all processors. Not a number where the system has no /proc. */
function processorTime(pid) {
  try {
    // Fields 14 and 15 of proc(5), in hundredths of a second; the name before them may hold spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

function report(name, { graphs }, curl, clew) {
  const rate = ({ seconds }) => `${Math.round(total / seconds)} triples a second`;
  const ratio = (a, b) => (a / b).toFixed(2);
  const beyond = ({ seconds, fixed }) => seconds - fixed;
  const way = (title, { seconds, fixed, requests, storeCpu }) =>
    `  ${title} ${seconds.toFixed(1)} s, of them fixed ${fixed.toFixed(2)} s; ${rate({ seconds })}; ${requests} requests; ` +
    `the store took ${storeCpu.toFixed(1)} s of processor time`;
  const lines = [
    `${name}: ${total} triples in ${graphs.length} graphs`,
    `${way('clew load', clew)}, the command ${clew.cpu.toFixed(1)} s, and ${Math.round(clew.memory)} MiB at most`,
    way('curl, MOVE', curl),
    `  ratio ${ratio(clew.seconds, curl.seconds)}, without fixed costs ${ratio(beyond(clew), beyond(curl))}`,
  ];
  console.log(lines.join('\n'));
}

function byClew({ endpoints, credentials }, { folder }) {
  const usage = join(dir, 'usage.json');
  const env = {
    ...process.env,
    CLEW_BENCH_USAGE: usage,
    ...(credentials && { CLEW_STORE_USER: credentials.user, CLEW_STORE_PASSWORD: credentials.password }),
  };
  const main = join(root, 'dist', 'cli', 'main.js');
  const measure = ['--import', `data:text/javascript,${encodeURIComponent(USAGE)}`];
  const args = [main, 'load', endpoints.endpoint, join(folder, 'all.nq'), '--timeout', '300', '--json'];
  const { requests } = JSON.parse(run(process.execPath, [...measure, ...args], env));
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(usage, 'utf8'));
  return { requests, cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 };
}

function byCurl({ name, endpoints, credentials }, { folder, graphs }) {
  const { type, auth, quads, address = ({ graphStore }) => graphStore } = WAYS[name];
  const config = join(dir, 'curl.conf');
  const secret = credentials ? `user = "${credentials.user}:${credentials.password}"\n${auth}\n` : '';
  writeFileSync(config, `fail\nsilent\nshow-error\noutput = /dev/null\nheader = "Expect:"\n${secret}`, {
    mode: 0o600,
  });
  const curl = (...args) => run('curl', ['--config', config, ...args]);
  for (const [at, graph] of graphs.entries()) {
    const target = quads ? '' : `?graph-uri=${encodeURIComponent(`${graph}/staging`)}`;
    const body = `@${join(folder, quads ? 'quads' : 'turtle', String(at))}`;
    curl('-H', `Content-Type: ${type}`, '--data-binary', body, address(endpoints) + target);
  }
  for (const graph of graphs) {
    const update = `MOVE GRAPH <${graph}/staging> TO GRAPH <${graph}>`;
    if (name === 'virtuoso') {
      curl('-H', 'Content-Type: application/sparql-update', '--data-binary', update, endpoints.update);
    } else curl('--data-urlencode', `update=${update}`, endpoints.update);
  }
  return { requests: 2 * graphs.length };
}

function run(file, args, env = process.env) {
  const { status, stdout, stderr, error } = spawnSync(file, args, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${file} ended with ${status}: ${error?.message ?? stderr}`);
  return stdout;
}
