/** Readers of RDF that we did not write, each given many files at once, and what they made of them as N-Quads. */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type JavaJudge, LIBRARIES, libraryFolder } from '../../scripts/judges/maven-judges.mjs';
import { writeNQuads } from '../../src/formats/nquads.ts';
import { StringSink } from '../../src/formats/sink.ts';
import type { ForeignQuad } from '../../src/rdf/index.ts';
import { pythonPath } from '../formats/python-readers.ts';
import { MEDIA_TYPES, readByN3, readByOxigraph, type Syntax } from '../formats/rdf-judges.ts';

export interface RdfFile {
  readonly syntax: Syntax;
  readonly path: string;
}

/** N-Quads, or why there are none; and what was complained about. */
export interface RdfReading {
  readonly text?: string;
  readonly error?: string;
  readonly warnings: readonly string[];
}

export interface RdfReader {
  readonly name: string;
  readonly version: string | undefined;
  readonly syntaxes: readonly Syntax[];
  readonly rdf12: boolean;
  read(files: readonly RdfFile[]): Promise<RdfReading[]>;
}

const root = join(import.meta.dirname, '..', '..');
const scripts = join(root, 'scripts', 'judges');
const LINES_AND_TURTLE = ['turtle', 'trig', 'ntriples', 'nquads'] as const satisfies Syntax[];
const ALL = Object.keys(MEDIA_TYPES) as Syntax[];
const LIMIT = { encoding: 'utf8', maxBuffer: 1 << 30 } as const;
/** How many files are read at a time by tools that take one each. */
const AT_ONCE = 2;
const run = promisify(execFile);

/** The first line that a command says of itself; `undefined` where it is not there. */
function version(command: string, ...args: string[]): string | undefined {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? /\d+(?:\.\d+)+/.exec(stdout || stderr)?.[0] : undefined;
}

/** In this process, by a library that gives quads. */
const library = (
  name: string,
  syntaxes: readonly Syntax[],
  parse: (text: string, syntax: Syntax) => readonly ForeignQuad[],
): RdfReader => ({
  name,
  version: JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version,
  syntaxes,
  rdf12: true,
  read: (files) =>
    Promise.all(
      files.map(async ({ syntax, path }) => {
        try {
          const sink = new StringSink();
          await writeNQuads(parse(readFileSync(path, 'utf8'), syntax), sink);
          return { text: sink.toString(), warnings: [] };
        } catch (error) {
          return { error: (error as Error).message, warnings: [] };
        }
      }),
    ),
});

/** A command that reads one file and prints N-Quads. */
const command = (
  name: string,
  found: string | undefined,
  syntaxes: readonly Syntax[],
  args: (file: RdfFile) => readonly string[],
): RdfReader => ({
  name,
  version: found,
  syntaxes,
  rdf12: false,
  async read(files) {
    const readings: RdfReading[] = [];
    const rest = files.entries();
    const worker = async () => {
      for (const [i, file] of rest) readings[i] = await one(name, args(file));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return readings;
  },
});

async function one(name: string, args: readonly string[]): Promise<RdfReading> {
  try {
    const { stdout, stderr } = await run(name, args, LIMIT);
    return { text: stdout, warnings: stderr.split('\n').filter((line) => line.trim() !== '') };
  } catch (error) {
    return { error: String((error as { stderr?: string }).stderr || error).split('\n')[0]!, warnings: [] };
  }
}

/** A program that takes a list of files and answers line by line (see the programs in scripts/judges). */
const program = (
  name: string,
  found: string | undefined,
  rdf12: boolean,
  file: string,
  ...args: string[]
): RdfReader => ({
  name,
  version: found,
  syntaxes: ALL,
  rdf12,
  async read(files) {
    const input = files.map(({ syntax, path }) => `${syntax}\t${path}\n`).join('');
    const { stdout, stderr, status } = spawnSync(file, args, { ...LIMIT, input });
    if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr.slice(-2000)}`);
    const ends = new Map<string, string>();
    const warnings = new Map<string, string[]>();
    for (const line of stdout.split('\n')) {
      const [kind = '', path = '', why = ''] = line.split('\t');
      if (kind === 'warned') warnings.set(path, [...(warnings.get(path) ?? []), why]);
      else if (kind !== '') ends.set(path, kind === 'ok' ? '' : why);
    }
    return files.map(({ path }) => {
      const error = ends.get(path) ?? 'no answer';
      const warned = warnings.get(path) ?? [];
      if (error !== '') return { error, warnings: warned };
      return { text: readFileSync(`${path}.${name}`, 'utf8'), warnings: warned };
    });
  },
});

/** A Java program of one file, with the libraries of its name. */
export function javaJudge(name: JavaJudge, source: string) {
  const folder = libraryFolder(name);
  const args = ['-Xmx1g', '-Djava.awt.headless=true', '-cp', join(folder, '*'), join(scripts, source)];
  const there = existsSync(folder) && version('java', '-version') !== undefined;
  return { version: there ? LIBRARIES[name][0]!.split(':')[2] : undefined, args };
}
const [rio, jena] = [javaJudge('rio', 'RioJudge.java'), javaJudge('jena', 'JenaJudge.java')];

const RAPPER = { ...Object.fromEntries(ALL.map((name) => [name, name])) } as Record<Syntax, string>;

export const RDF_READERS: readonly RdfReader[] = [
  library('n3', LINES_AND_TURTLE, (text, syntax) => readByN3(text, syntax as 'turtle')),
  library('oxigraph', ALL, (text, syntax) => readByOxigraph(text, syntax, { lenient: true })),
  command('rapper', version('rapper', '--version'), [...LINES_AND_TURTLE, 'rdfxml'], ({ syntax, path }) => [
    '-q',
    '-i',
    RAPPER[syntax],
    '-o',
    'nquads',
    path,
    'https://suite.example/',
  ]),
  command('serdi', version('serdi', '-v'), LINES_AND_TURTLE, ({ syntax, path }) => [
    '-i',
    syntax,
    '-o',
    'nquads',
    path,
  ]),
  program(
    'rdflib',
    existsSync(pythonPath)
      ? version(pythonPath, '-c', 'import rdflib; print(rdflib.__version__)')
      : undefined,
    false,
    pythonPath,
    join(scripts, 'rdflib_judge.py'),
  ),
  program('rio', rio.version, false, 'java', ...rio.args),
  program('jena', jena.version, true, 'java', ...jena.args),
];

/** Texts as files of a folder, numbered. */
export function filesIn(
  folder: string,
  texts: readonly { readonly syntax: Syntax; readonly text: string }[],
): RdfFile[] {
  return texts.map(({ syntax, text }, i) => {
    const path = join(folder, `${String(i).padStart(5, '0')}.${syntax}`);
    writeFileSync(path, text);
    return { syntax, path };
  });
}
