/** Graph files as the importers of the Gephi Toolkit see them. */
import { spawnSync } from 'node:child_process';
import { javaJudge } from './rdf-readers.ts';

const gephi = javaJudge('gephi', 'GephiJudge.java');
/** `undefined` where the toolkit is not here. */
export const gephiVersion = gephi.version;
if (gephiVersion === undefined)
  console.warn('SKIPPED: graph files read by the Gephi Toolkit, which is not here.');

export interface GephiElement {
  readonly fields: readonly string[];
  readonly values: Record<string, string>;
}
export interface GephiReading {
  /** What the import report says. */
  readonly issues: string[];
  /** `id, label, x, y, size, colour`. */
  readonly nodes: GephiElement[];
  /** `id, source, target, label, colour, weight`. */
  readonly edges: GephiElement[];
}

/** All files in one run of Java. */
export function readWithGephi(paths: readonly string[]): GephiReading[] {
  const { stdout, stderr, status } = spawnSync('java', gephi.args, {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    input: paths.map((path) => `${path}\n`).join(''),
  });
  if (status !== 0) throw new Error(`Gephi ended with ${status}: ${stderr.slice(-2000)}`);
  const readings: GephiReading[] = [];
  let last: GephiElement | undefined;
  for (const line of stdout.split('\n')) {
    const [kind, ...fields] = line.split('\t').map(plain);
    const reading = readings.at(-1);
    if (kind === 'file') readings.push({ issues: [], nodes: [], edges: [] });
    else if (kind === 'issue') reading!.issues.push(fields[0]!);
    else if (kind === 'node' || kind === 'edge') {
      last = { fields, values: {} };
      (kind === 'node' ? reading!.nodes : reading!.edges).push(last);
    } else if (kind === 'value') last!.values[fields[0]!] = fields[1]!;
  }
  return readings;
}

function plain(field: string): string {
  const escapes: Record<string, string> = { t: '\t', n: '\n', r: '\r', '\\': '\\' };
  return field.replace(/\\(.)/g, (_, letter: string) => escapes[letter]!);
}
