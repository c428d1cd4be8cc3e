// Every streaming writer beside what others have for the same work: elements (quads; nodes and edges) a second of
// processor time, which a busy machine changes least, and memory. Each in a process of its own.
// npm run build; node scripts/python-readers.mjs; node bench/formats.mjs [CLAIMS ...] [--formats LIST]
//   CLAIMS      sizes, 10000 100000 1000000 if none is given; for the largest Node is given 8 GB
//   --formats   only these, e.g. trig,gexf; the files that their peers read are still written
// Goals are those of the design: ours as a share of the peer's time, both with compiled code; “first” are the seconds of the
// first run, which compiles it. Megabytes of ours (“MB”) are more than before writing, garbage that was not yet collected
// with them; “held” are those that a writer holds, the model apart: that must not grow with the size. Those of peers are
// all that they have, the quads or the graph with it.
// No process may take more than five minutes of processor time, or it is named as over that; how long that is on the clock
// depends on what else runs.
import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const here = join(import.meta.dirname, 'formats');
const PYTHON = join(import.meta.dirname, '..', '.cache', 'py', 'bin', 'python');
const LIMIT_S = 300;
/** For what waits and does not work. */
const LIMIT_MS = 3_600_000;
const LIMITED = ['-c', `ulimit -S -t ${LIMIT_S}; exec "$@"`, 'sh'];
const MEMORY_GOAL = 120;
const NODE = [process.execPath, '--expose-gc', '--max-old-space-size=8192'];

const js = (name) => (source, target) => [...NODE, join(here, 'peer.mjs'), name, source, target];
const python = (name) => (source, target) => [PYTHON, join(here, 'peer.py'), name, source, target];
/** `part`: quads of the file that a peer is given at the most, whatever the size; what it takes is a rate. */
const PEERS = {
  'n3 StreamWriter, N-Quads': { run: js('n3 nquads'), reads: 'nquads', part: 2_000_000 },
  'n3 StreamWriter, TriG': { run: js('n3 trig'), reads: 'nquads', part: 2_000_000 },
  // Its dump is one string, which ends at 536,870,888 characters.
  'oxigraph dump': { run: js('oxigraph'), reads: 'nquads', part: 500_000 },
  // It holds all quads, about 2 kB each, and reads 25,000 of them a second.
  rdflib: { run: python('rdflib'), reads: 'nquads', part: 500_000, needs: PYTHON },
  'rapper (reads too)': {
    // `times` of the shell: what its children took of the processor.
    run: (source) => [
      'sh',
      '-c',
      'command -v rapper >&2 || exit 127; rapper -q -i nquads -o nquads "$1" > /dev/null && times',
      'sh',
      source,
    ],
    reads: 'nquads',
    part: 2_000_000,
  },
  igraph: { run: python('igraph'), reads: 'graphml', needs: PYTHON },
  'NetworkX with lxml': { run: python('networkx'), reads: 'graphml', needs: PYTHON },
  'graphology-gexf': { run: js('graphology-gexf'), reads: 'gexf' },
};
/** Ours, what each is compared with, and the goal where there is one: the largest share of the peer's time. */
const OURS = {
  nquads: {
    'n3 StreamWriter, N-Quads': 0.5,
    'oxigraph dump': undefined,
    rdflib: undefined,
    'rapper (reads too)': undefined,
  },
  ntriples: {},
  trig: { 'n3 StreamWriter, TriG': 1 },
  turtle: { 'n3 StreamWriter, TriG': 1 },
  jsonld: {},
  rdfxml: {},
  graphml: { igraph: 1.3, 'NetworkX with lxml': 1 / 8 },
  gexf: { 'graphology-gexf': undefined },
  csv: {},
  json: {},
};
/** Formats whose quads have graphs, and those whose triples have none: as many lines as the first of each has. */
const COUNTED_BY = { trig: 'nquads', jsonld: 'nquads', turtle: 'ntriples', rdfxml: 'ntriples' };

/** What a process prints, as JSON or as `times` of the shell; a text where it could not be run. */
function measured(command) {
  const start = performance.now();
  try {
    const output = execFileSync('sh', [...LIMITED, ...command], {
      encoding: 'utf8',
      timeout: LIMIT_MS,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (output.startsWith('{')) return JSON.parse(output);
    const spent = [...output.split('\n')[1].matchAll(/(\d+)m([\d.]+)s/g)];
    const cpu = spent.reduce((sum, [, minutes, seconds]) => sum + 60 * minutes + Number(seconds), 0);
    return { wall: (performance.now() - start) / 1000, cpu };
  } catch (error) {
    if (error.status === 127) return 'not installed';
    if (error.signal === 'SIGXCPU' || error.status === 128 + 24)
      return `over ${LIMIT_S} s of processor time, reading included: given up`;
    if (error.code === 'ETIMEDOUT') return `over ${LIMIT_MS / 1000} s by the clock: given up`;
    const said = String(error.stderr || error.message).trim();
    if (/heap out of memory|MemoryError|Killed/.test(said) || error.signal === 'SIGKILL')
      return 'out of memory';
    const lines = said.split('\n').filter((line) => line.trim() !== '' && !/^Node\.js v/.test(line));
    const cause = lines.find((line) => /Error|\bE[A-Z]{3,}\b/.test(line)) ?? lines.at(-1) ?? '';
    return `failed with ${error.signal ?? error.status}: ${cause.slice(0, 200)}`;
  }
}

/** The first lines of a file in one of their own. */
function firstLines(source, target, lines) {
  const file = openSync(source, 'r');
  const copy = openSync(target, 'w');
  const buffer = Buffer.alloc(1 << 20);
  let left = lines;
  for (let read = readSync(file, buffer); read > 0 && left > 0; read = readSync(file, buffer)) {
    let end = 0;
    while (left > 0 && end < read) {
      const next = buffer.subarray(0, read).indexOf(10, end);
      if (next < 0) end = read;
      else [end, left] = [next + 1, left - 1];
    }
    writeSync(copy, buffer, 0, end);
  }
  closeSync(file);
  closeSync(copy);
  return target;
}

const verdict = (met) => (met ? 'met' : 'MISSED');
const row = (...cells) =>
  console.log(
    cells.map((cell, i) => (i < 2 ? String(cell).padEnd(i ? 26 : 9) : String(cell).padStart(12))).join(' '),
  );

const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: { formats: { type: 'string' } },
});
const sizes = positionals.map(Number);
const shown = options.formats?.split(',') ?? Object.keys(OURS);
const unknown = shown.filter((format) => !(format in OURS));
if (unknown.length > 0 || !sizes.every((size) => Number.isInteger(size) && size > 0)) {
  console.error(`node bench/formats.mjs [CLAIMS ...] [--formats ${Object.keys(OURS).join(',')}]`);
  process.exit(2);
}
/** Those whose files are read, or whose lines say how many quads there are. */
const needed = new Set(
  shown.flatMap((format) => [
    format,
    COUNTED_BY[format],
    ...Object.keys(OURS[format]).map((name) => PEERS[name].reads),
  ]),
);
const folder = mkdtempSync(join(tmpdir(), 'clew-bench-'));
try {
  for (const size of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) {
    console.log(
      `\n${size} claims; ${loadavg()[0].toFixed(1)} programs at work on ${availableParallelism()} processors`,
    );
    row('format', 'writer', 'elements', 'a second', 'seconds', 'first', 'MB', 'held', 'share', 'goal');
    const known = new Map();
    const counts = new Map();
    for (const [format, peers] of Object.entries(OURS)) {
      if (!needed.has(format)) continue;
      const path = join(folder, `ours.${format}`);
      const count = counts.get(COUNTED_BY[format]) ?? 0;
      const ours = measured([...NODE, join(here, 'ours.mjs'), format, String(size), path, String(count)]);
      if (typeof ours === 'string') {
        row(format, 'clew', ours);
        continue;
      }
      const { elements } = ours;
      counts.set(format, elements);
      if (!shown.includes(format)) continue;
      row(
        format,
        'clew',
        elements,
        Math.round(elements / ours.cpu),
        ours.cpu.toFixed(2),
        ours.first.toFixed(2),
        `+${ours.more.toFixed(0)}`,
        ours.held.toFixed(0),
        '',
        `${MEMORY_GOAL} MB ${verdict(ours.more <= MEMORY_GOAL)}`,
      );
      for (const [name, goal] of Object.entries(peers)) {
        const { run, reads, part = Number.POSITIVE_INFINITY, needs } = PEERS[name];
        if (!known.has(name)) known.set(name, theirs());
        const them = known.get(name);
        if (typeof them === 'string') {
          row('', name, them);
          continue;
        }
        const share = (ours.cpu / elements) * (them.elements / them.cpu);
        row(
          '',
          name,
          them.elements === elements ? '' : them.elements,
          Math.round(them.elements / them.cpu),
          them.cpu.toFixed(2),
          them.first?.toFixed(2) ?? '',
          them.more?.toFixed(0) ?? '',
          '',
          share.toFixed(2),
          goal === undefined ? '' : `${goal} ${verdict(share <= goal)}`,
        );

        function theirs() {
          if (needs && !existsSync(needs)) return 'not installed';
          const whole = join(folder, `ours.${reads}`);
          const cut = elements > part;
          const source = cut ? firstLines(whole, join(folder, 'part'), part) : whole;
          const found = measured(run(source, join(folder, 'peer')));
          rmSync(join(folder, 'part'), { force: true });
          rmSync(join(folder, 'peer'), { force: true });
          return typeof found === 'string' ? found : { elements: cut ? part : elements, ...found };
        }
      }
      if (!['nquads', 'graphml', 'gexf'].includes(format)) rmSync(path);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
