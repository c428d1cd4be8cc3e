/** Graph files as NetworkX, igraph, lxml and expat see them. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
export const pythonPath =
  process.platform === 'win32'
    ? join(root, '.cache', 'py', 'Scripts', 'python.exe')
    : join(root, '.cache', 'py', 'bin', 'python');

/** False where they are not installed; says so once, loudly. */
export const hasPythonReaders = existsSync(pythonPath);
if (!hasPythonReaders) {
  console.warn(
    'SKIPPED: graph files read back by NetworkX, igraph, lxml and expat. `node scripts/python-readers.mjs` installs them.',
  );
}

export type Attributes = Record<string, string | number | boolean>;
export interface Seen {
  readonly directed: boolean;
  readonly nodes: readonly [key: string, attributes: Attributes][];
  readonly edges: readonly [key: string, source: string, target: string, attributes: Attributes][];
}
interface Attempt<T> {
  readonly ok?: T;
  readonly error?: string;
  readonly warnings?: readonly string[];
}
export interface Reading {
  readonly networkx: Attempt<Seen>;
  /** `ok: null` for formats that igraph does not read. */
  readonly igraph: Attempt<Seen | null>;
  /** Numbers of nodes and edges. */
  readonly lxml: Attempt<readonly [number, number]>;
  readonly expat: Attempt<true>;
}

/** Writes the texts to files and has all of them read in one run of Python. */
export function readWithPython(format: 'graphml' | 'gexf', texts: readonly string[]): Reading[] {
  return inFiles(format, texts, (paths) => {
    const script = join(import.meta.dirname, 'read_graphs.py');
    return JSON.parse(execFileSync(pythonPath, [script, format, ...paths], OUTPUT)) as Reading[];
  });
}

const OUTPUT = { encoding: 'utf8', maxBuffer: 1 << 28 } as const;

function inFiles<T>(ending: string, texts: readonly string[], work: (paths: readonly string[]) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'clew-readers-'));
  try {
    const paths = texts.map((text, i) => {
      const path = join(folder, `${i}.${ending}`);
      writeFileSync(path, text);
      return path;
    });
    return work(paths);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What libxml2 has against the texts by a RELAX NG grammar or an XML Schema; an empty list for each that is valid. */
export function schemaFaults(
  schema: string,
  format: 'graphml' | 'gexf',
  texts: readonly string[],
): string[][] {
  return inFiles(format, texts, (paths) => {
    const script = join(root, 'scripts', 'judges', 'xml_schema.py');
    return JSON.parse(execFileSync(pythonPath, [script, schema, ...paths], OUTPUT)) as string[][];
  });
}

/** The GraphML text as a Python tool writes it after reading it. */
export function rewriteWithPython(tool: 'networkx' | 'igraph', text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'clew-readers-'));
  try {
    const [source, target] = [join(folder, 'in.graphml'), join(folder, 'out.graphml')];
    writeFileSync(source, text);
    execFileSync(pythonPath, [join(import.meta.dirname, 'rewrite_graph.py'), tool, source, target]);
    return readFileSync(target, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
