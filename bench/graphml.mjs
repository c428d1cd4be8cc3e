// Time and memory of lean GraphML against NetworkX (by way of lxml) and igraph writing the same graph, in one run.
// npm run build; node scripts/python-readers.mjs; node --expose-gc bench/graphml.mjs [NODES ...]
//   NODES   sizes, 10000 and 100000 if none is given; claims are three times as many
// The peers read our file first, which is not timed, so that all three write the same nodes, edges and attributes.
import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeGraphml } from '../dist/formats/index.js';
import { datasetToGraph } from '../dist/graph/index.js';

const PYTHON = join(import.meta.dirname, '..', '.cache', 'py', 'bin', 'python');
const PEER_LIMIT_MS = 240_000;
/**
 * Our processor time as a share of theirs, which a busy machine changes least (our garbage collector's threads count
 * for us): within 1.3 times igraph, an eighth of NetworkX.
 */
const GOALS = { igraph: 1.3, networkx: 1 / 8 };

const KINDS = ['ex:Company', 'ex:Person', 'ex:Place', 'ex:Ship'];
const PREDICATES = ['ex:operates', 'ex:leads', 'ex:supplies'];
const words = (text) => ({ en: text, vi: `${text} – tiếng Việt` });
const term = (id) => ({ id, label: words(id.slice(3)), definition: words(`A ${id.slice(3)}.`), parents: [] });
const byId = (list) => Object.fromEntries(list.map((item) => [item.id, item]));
const idOf = (n) => `entity-${String(n).padStart(7, '0')}`;

/** One article with `size` entities and three times as many claims; every fifth claim carries a confidence. */
function syntheticDataset(size) {
  const entities = Array.from({ length: size }, (_, n) => ({
    id: idOf(n),
    kind: KINDS[n % KINDS.length],
    label: words(`Entity no. ${n} & <friends>`),
    aliases: [{ text: `E${n}` }],
    description: words(`The entity that was counted as number ${n}.`),
    sameAs: [],
    closeMatch: [],
    mentions: [],
  }));
  const claims = Array.from({ length: size * 3 }, (_, n) => ({
    id: `c${n}`,
    article: 'a',
    subject: { entity: idOf((n * 7919) % size) },
    predicate: PREDICATES[n % PREDICATES.length],
    object: { entity: idOf((n * 104_729 + 1) % size) },
    qualifiers: [],
    modality: 'asserted',
    polarity: n % 17 === 0 ? 'negative' : 'positive',
    derivation: 'explicit',
    ...(n % 5 === 0 ? { confidence: (n % 100) / 100 } : {}),
    statement: words(`Claim number ${n} says that one entity does something to another.`),
    evidence: [{ start: n * 10, end: n * 10 + 9 }],
  }));
  return {
    id: 'bench',
    base: 'https://data.example/bench/',
    title: words('Bench'),
    description: words('A made-up graph.'),
    licence: 'https://creativecommons.org/publicdomain/zero/1.0/',
    languages: ['en', 'vi'],
    prefixes: { ex: 'https://vocab.example/ns#' },
    issued: '2031-01-01',
    modified: '2031-01-01',
    ontology: { classes: byId(KINDS.map(term)), properties: byId(PREDICATES.map(term)) },
    articles: [
      {
        id: 'a',
        title: words('A'),
        titleIsOurs: true,
        language: 'en',
        credits: [],
        text: { sha256: '0'.repeat(64), codePoints: size * 30 },
        paragraphs: [],
        structure: [],
        entities,
        claims,
      },
    ],
    identity: [],
  };
}

/** A sink into a file, and the most memory that was in use at any write. */
function fileSink(path) {
  const file = openSync(path, 'w');
  const sink = {
    peak: 0,
    write(chunk) {
      writeSync(file, chunk);
      sink.peak = Math.max(sink.peak, process.memoryUsage.rss());
    },
    end: () => closeSync(file),
  };
  return sink;
}

const PEER = `
import sys, time, networkx, igraph
tool, source, target = sys.argv[1:]
if tool == "networkx":
    graph = networkx.read_graphml(source, edge_key_type=str)
    start, busy = time.perf_counter(), time.process_time()
    networkx.write_graphml_lxml(graph, target)
else:
    graph = igraph.Graph.Read_GraphML(source)
    start, busy = time.perf_counter(), time.process_time()
    graph.write_graphml(target)
print(time.perf_counter() - start, time.process_time() - busy)
`;

/** Seconds on the clock and seconds of processor time that the writing alone takes. */
function peerTimes(tool, source, target) {
  if (!existsSync(PYTHON)) return undefined;
  const output = execFileSync(PYTHON, ['-c', PEER, tool, source, target], {
    encoding: 'utf8',
    timeout: PEER_LIMIT_MS,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [wall, cpu] = output.split(' ').map(Number);
  return { wall, cpu };
}

const seconds = ({ wall, cpu }) => `${wall.toFixed(2)} s, of the processor ${cpu.toFixed(2)} s`;

const sizes = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'clew-bench-'));
try {
  for (const size of sizes.length > 0 ? sizes : [10_000, 100_000]) {
    const graph = datasetToGraph(syntheticDataset(size));
    graph.updateEachNodeAttributes((key, attributes) => ({
      ...attributes,
      x: Number(key.slice(7)) / 7,
      y: 1 / 3,
    }));
    const path = join(folder, 'clew.graphml');
    const times = [];
    let memory = 0;
    // The first run warms the compiler up for small graphs; the best of three is compared.
    for (let run = 0; run < 3; run += 1) {
      globalThis.gc?.();
      const before = process.memoryUsage.rss();
      const sink = fileSink(path);
      const start = performance.now();
      const busy = process.cpuUsage();
      await writeGraphml(graph, sink, { lean: true });
      const { user, system } = process.cpuUsage(busy);
      times.push({ wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 });
      memory = Math.max(memory, sink.peak - before);
    }
    const ours = times.toSorted((a, b) => a.cpu - b.cpu)[0];
    console.log(`${graph.order} nodes, ${graph.size} edges, ${(statSync(path).size / 1e6).toFixed(0)} MB`);
    console.log(
      `  clew      ${seconds(ours)} (cold ${seconds(times[0])}); ${(memory / 1e6).toFixed(0)} MB more than before writing`,
    );
    for (const [tool, goal] of Object.entries(GOALS)) {
      const theirs = peerTimes(tool, path, join(folder, `${tool}.graphml`));
      if (theirs === undefined)
        console.log(`  ${tool.padEnd(9)} SKIPPED: run scripts/python-readers.mjs first`);
      else {
        const ratio = ours.cpu / theirs.cpu;
        const verdict = ratio <= goal ? 'met' : 'MISSED';
        console.log(
          `  ${tool.padEnd(9)} ${seconds(theirs)}: ours takes ${ratio.toFixed(2)} of it (goal ${goal.toFixed(2)}: ${verdict})`,
        );
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
