/** The walls of the house: which room may import what. Pure, so that it can be tried on trees that break them. */

/** Rooms from the top down: a room may import rooms above it, never below. */
export const ROOMS = [
  'model',
  'ontology',
  'corpus',
  'graph',
  'layout',
  'rdf',
  'formats',
  'importers',
  'store',
  'build',
  'server',
  'viewer',
  'cli',
] as const;

/** Rooms that run in the browser as they are; the viewer may import no others. */
export const BROWSER_ROOMS: readonly string[] = ['model', 'ontology', 'graph', 'layout', 'rdf', 'formats'];

/** Packages that only the named room may import. */
const RESERVED: readonly (readonly [RegExp, string])[] = [
  [/^(sigma|@sigma\/.*)(\/|$)/, 'viewer'],
  [/^(preact|@preact\/.*)(\/|$)/, 'viewer'],
];

const NODE_GLOBALS = /(?<![\w.'"`$])(Buffer(?=\s*[.(])|process(?=\s*\.)|__dirname|__filename)/;

/** A source file: path under `src/` with `/`, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Every breach of the walls, as sentences. */
export function breaches(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    if (room !== undefined && !(ROOMS as readonly string[]).includes(room)) {
      return [`${file.path}: ${room} is not a room`];
    }
    const browser = room !== undefined && (BROWSER_ROOMS.includes(room) || room === 'viewer');
    const found = imports(file.text).flatMap((target) => breachOf(file.path, room, browser, target));
    const code = file.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    const global = browser && !file.path.endsWith('.config.ts') ? NODE_GLOBALS.exec(code)?.[1] : undefined;
    return global === undefined ? found : [...found, `${file.path}: uses ${global}, which no browser has`];
  });
}

function breachOf(path: string, room: string | undefined, browser: boolean, target: string): string[] {
  if (target.startsWith('.')) {
    const other = roomOf(resolve(path, target));
    if (room === undefined || other === undefined || other === room) return [];
    const from = (ROOMS as readonly string[]).indexOf(room);
    const to = (ROOMS as readonly string[]).indexOf(other);
    if (to < 0) return [`${path}: imports ${target}, which lies in no room`];
    if (to > from) return [`${path}: ${room} imports ${other}, which is below it`];
    if (room === 'viewer' && !BROWSER_ROOMS.includes(other)) {
      return [`${path}: viewer imports ${other}, which does not run in the browser`];
    }
    if (browser && !BROWSER_ROOMS.includes(other)) {
      return [`${path}: ${room} runs in the browser and imports ${other}, which does not`];
    }
    return [];
  }
  // The viewer's build is configured in Node.
  if (browser && target.startsWith('node:') && !path.endsWith('.config.ts')) {
    return [`${path}: ${room} runs in the browser and imports ${target}`];
  }
  return RESERVED.filter(([pattern, only]) => pattern.test(target) && room !== only).map(
    ([, only]) => `${path}: imports ${target}, which only ${only} may`,
  );
}

/** Targets of static, dynamic, re-exporting and type imports. */
function imports(text: string): string[] {
  const pattern = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|\brequire\s*\(\s*)(['"])([^'"\n]+)\1/g;
  return [...text.matchAll(pattern)].map((match) => match[2]!);
}

function roomOf(path: string): string | undefined {
  const slash = path.indexOf('/');
  return slash < 0 ? undefined : path.slice(0, slash);
}

function resolve(from: string, target: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}
