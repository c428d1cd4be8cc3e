// Every streaming writer beside what others have for the same work: elements (quads; nodes and edges) a second of
// processor time, which a busy machine changes least, and memory. Each in a process of its own.
// npm run build; node scripts/python-readers.mjs; node bench/formats.mjs [CLAIMS ...]
//   CLAIMS   sizes, 10000 100000 1000000 if none is given; for the largest Node is given 8 GB
// Goals are those of the design: ours as a share of the peer's time; megabytes more than before writing.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const here = join(import.meta.dirname, 'formats');
const PYTHON = join(import.meta.dirname, '..', '.cache', 'py', 'bin', 'python');
const LIMIT_MS = 1_200_000;
const MEMORY_GOAL = 120;
const NODE = [process.execPath, '--expose-gc', '--max-old-space-size=8192'];

const js = (name) => (source, target) => [...NODE, join(here, 'peer.mjs'), name, source, target];
const python = (name) => (source, target) => [PYTHON, join(here, 'peer.py'), name, source, target];
/** `most`: the largest number of claims that the peer is tried with, where it holds all in memory or takes very long. */
const PEERS = {
  'n3 StreamWriter, N-Quads': { run: js('n3 nquads'), reads: 'nquads', most: 100_000 },
  'n3 StreamWriter, TriG': { run: js('n3 trig'), reads: 'nquads', most: 100_000 },
  'oxigraph dump': { run: js('oxigraph'), reads: 'nquads', most: 10_000 },
  rdflib: { run: python('rdflib'), reads: 'nquads', most: 10_000, needs: PYTHON },
  'rapper (reads too)': {
    run: (source) => ['rapper', '-q', '-i', 'nquads', '-o', 'nquads', source],
    reads: 'nquads',
    most: 1_000_000,
  },
  igraph: { run: python('igraph'), reads: 'graphml', most: 1_000_000, needs: PYTHON },
  'NetworkX with lxml': { run: python('networkx'), reads: 'graphml', most: 300_000, needs: PYTHON },
  'graphology-gexf': { run: js('graphology-gexf'), reads: 'gexf', most: 300_000 },
};
/** Ours, what each is compared with, and the goal where there is one. */
const OURS = {
  nquads: {
    'n3 StreamWriter, N-Quads': 0.5,
    'oxigraph dump': undefined,
    rdflib: undefined,
    'rapper (reads too)': undefined,
  },
  trig: { 'n3 StreamWriter, TriG': 1 },
  turtle: { 'n3 StreamWriter, TriG': 1 },
  ntriples: {},
  jsonld: {},
  rdfxml: {},
  graphml: { igraph: 1.3, 'NetworkX with lxml': 1 / 8 },
  gexf: { 'graphology-gexf': undefined },
  csv: {},
};

/** What a process prints as JSON; of others its processor time; a text where it could not be run. */
function measured([command, ...args]) {
  const start = performance.now();
  try {
    const output = execFileSync(command, args, {
      encoding: 'utf8',
      timeout: LIMIT_MS,
      maxBuffer: 2 ** 31,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (output.startsWith('{') && output.length < 1000) return JSON.parse(output);
    const wall = (performance.now() - start) / 1000;
    // A command of one thread: its clock is its processor time, but for what a busy machine adds.
    return { wall, cpu: wall };
  } catch (error) {
    return error.code === 'ENOENT'
      ? 'not installed'
      : `failed: ${String(error.stderr || error.message)
          .trim()
          .split('\n')
          .at(-1)
          .slice(0, 80)}`;
  }
}

const verdict = (met) => (met ? 'met' : 'MISSED');
const row = (...cells) =>
  console.log(
    cells.map((cell, i) => (i < 2 ? String(cell).padEnd(i ? 26 : 9) : String(cell).padStart(12))).join(' '),
  );

const sizes = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'clew-bench-'));
try {
  for (const size of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) {
    console.log(`\n${size} claims`);
    row('format', 'writer', 'elements', 'a second', 'seconds', 'MB', 'share', 'goal');
    const known = new Map();
    for (const [format, peers] of Object.entries(OURS)) {
      const path = join(folder, `ours.${format}`);
      const ours = measured([...NODE, join(here, 'ours.mjs'), format, String(size), path]);
      if (typeof ours === 'string') {
        row(format, 'clew', ours);
        continue;
      }
      const rate = ({ cpu }) => Math.round(ours.elements / cpu);
      row(
        format,
        'clew',
        ours.elements,
        rate(ours),
        ours.cpu.toFixed(2),
        `+${ours.more.toFixed(0)}`,
        '',
        `${MEMORY_GOAL} MB ${verdict(ours.more <= MEMORY_GOAL)}`,
      );
      for (const [name, goal] of Object.entries(peers)) {
        const { run, reads, most, needs } = PEERS[name];
        const source = join(folder, `ours.${reads}`);
        if (!known.has(name)) {
          const cannot =
            size > most
              ? `not tried above ${most} claims`
              : needs && !existsSync(needs)
                ? 'not installed'
                : undefined;
          known.set(name, cannot ?? measured(run(source, join(folder, 'peer'))));
        }
        const theirs = known.get(name);
        if (typeof theirs === 'string') {
          row('', name, theirs);
          continue;
        }
        const share = ours.cpu / theirs.cpu;
        row(
          '',
          name,
          '',
          rate(theirs),
          theirs.cpu.toFixed(2),
          theirs.more?.toFixed(0) ?? '',
          share.toFixed(2),
          goal === undefined ? '' : `${goal} ${verdict(share <= goal)}`,
        );
      }
      if (format !== 'nquads' && format !== 'graphml' && format !== 'gexf' && statSync(path).size > 0)
        rmSync(path);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
