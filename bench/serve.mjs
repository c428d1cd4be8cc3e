// Requests a second and 99th percentile of `clew serve` beside Apache Jena Fuseki on the same data: entities' pages and data, five queries.
// npm run build; node bench/serve.mjs [DATA] [--claims N] [--requests N] [--clients N] [--peer URL] [--cpu]
//   DATA        folder with dataset.yaml; data/ if none is given
//   --claims    a made-up dataset of so many claims instead
//   --requests  of a case, 2000 by default; queries get a quarter
//   --clients   connections at once, 16 by default
//   --peer      query endpoint of a running Jena store with the same triples, asked without credentials, instead of one that is started
//   --cpu       adds the processor's milliseconds a request, which other work on the machine changes little (Linux)
// Fuseki comes from Maven and keeps its data in memory; `clew load` puts the freshly built N-Quads into it. It has no pages: beside ours stands
// the CONSTRUCT of what they say. Both owe the same rows and triples, or the command ends with 1. Each case is run unmeasured first. Client and
// servers share the machine, so the figures are a floor; one server is asked at a time.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cases, differences } from './serve/cases.mjs';
import { ask, measure } from './serve/measure.mjs';
import { builtData, overUnion, startOurs, startPeer, Unavailable } from './serve/servers.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    claims: { type: 'string' },
    requests: { type: 'string', default: '2000' },
    clients: { type: 'string', default: '16' },
    peer: { type: 'string' },
    cpu: { type: 'boolean', default: false },
  },
});
const clients = Number(values.clients);
const requests = Number(values.requests);
/** Milliseconds of the unmeasured run: a virtual machine compiles what it is asked often. */
const WARM = 3_000;

const dir = mkdtempSync(join(tmpdir(), 'clew-bench-'));
let ours;
let peer;
/** Both servers are processes of their own, which would outlive this one. */
const leave = async () => {
  const stops = [ours?.stop, peer?.stop];
  [ours, peer] = [];
  await Promise.all(stops.map((stop) => stop?.()));
  rmSync(dir, { recursive: true, force: true });
};
const leaveWith = (code) => () => void leave().finally(() => process.exit(code));
process.stdout.once('error', leaveWith(1));
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  process.once(signal, leaveWith(code));
}
try {
  const data = positionals[0] ?? join(import.meta.dirname, '..', 'data');
  const claims = values.claims === undefined ? undefined : Number(values.claims);
  const { served, quads } = await builtData({ data, claims }, dir);
  ours = await startOurs(served);
  try {
    peer = values.peer ? { endpoint: overUnion(values.peer) } : await startPeer(quads);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    console.warn(`SKIPPED: Fuseki: ${error.message}`);
  }
  const servers = { ...(await entitiesOf(ours)), ours, peer };
  if (peer) {
    const found = await differences(servers, ask);
    if (found.length > 0) throw new Error(`the servers answer differently:\n${found.join('\n')}`);
  }
  console.log(
    `${servers.paths.length} entities, ${clients} clients, ${requests} requests a case, ${Math.round(requests / 4)} a query`,
  );
  await table(servers);
} finally {
  await leave();
}

async function table(servers) {
  const cpu = (name) => (values.cpu ? [`${name} cpu ms`] : []);
  const head = [
    'case',
    'ours req/s',
    'ours p99 ms',
    ...cpu('ours'),
    'Fuseki req/s',
    'Fuseki p99 ms',
    ...cpu('Fuseki'),
    'ratio',
  ];
  const widths = head.map((name, at) => (at === 0 ? 42 : name.length + 2));
  const line = (cells) =>
    console.log(
      cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join(''),
    );
  line(head);
  for (const { title, share, ours: asked, peer: peerAsked, fresh } of cases(servers)) {
    const count = Math.max(10, Math.round(requests * share));
    const mine = await run(asked, fresh ? Math.min(count, servers.paths.length) : count, servers.ours, fresh);
    const theirs = peerAsked && (await run(peerAsked, count, servers.peer));
    line([
      title,
      ...cells(mine),
      ...(theirs ? cells(theirs) : cells(undefined)),
      theirs ? (mine.rate / theirs.rate).toFixed(1) : '-',
    ]);
  }
}

function cells(measured) {
  if (measured === undefined) return values.cpu ? ['-', '-', '-'] : ['-', '-'];
  const { rate, p99, processor } = measured;
  return [rate.toFixed(0), p99.toFixed(1), ...(values.cpu ? [processor.toFixed(2)] : [])];
}

async function run(asked, count, { pid }, fresh = false) {
  if (!fresh) await measure(asked, { count: Number.POSITIVE_INFINITY, clients, pid, milliseconds: WARM });
  return measure(asked, { count, clients, pid });
}

/** Where the dataset's IRIs begin, and the paths of its entities below that, as any client could learn them. */
async function entitiesOf({ endpoint }) {
  const read = async (path, accept) => {
    const { status, body } = await ask({ url: new URL(path, endpoint), headers: { accept } });
    if (status !== 200) throw new Error(`${path}: ${status}`);
    return body.toString('utf8');
  };
  const list = await read('/entities.html', 'text/html');
  const paths = [...new Set([...list.matchAll(/href="(id\/[^"]+)\.html"/g)].map(([, path]) => path))];
  const triples = await read(`/${paths[0]}.nt`, 'application/n-triples');
  const iri = [...triples.matchAll(/<([^<>]+)>/g)]
    .map(([, one]) => one)
    .find((one) => one.endsWith(`/${paths[0]}`));
  return { base: iri.slice(0, -paths[0].length), paths };
}
