/** Cypher and tables as Neo4j itself takes them: every value, its type, and nothing more when a file is run again. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { edgeTable, nodeTable, type Table } from '../../src/formats/graph-table.ts';
import {
  cypherParts,
  edgesCsvParts,
  join,
  LossCounter,
  nodesCsvParts,
  openText,
} from '../../src/formats/index.ts';
import { type ClewGraph, datasetToGraph } from '../../src/graph/index.ts';
import { layoutGraph, loadDataset } from '../../src/index.ts';
import { javaJudge } from './rdf-readers.ts';

const neo4j = javaJudge('neo4j', 'NeoJudge.java');
if (neo4j.version === undefined)
  console.warn('SKIPPED: Cypher and tables taken by Neo4j, which is not here.');

type Properties = Record<string, string | boolean>;
interface Holding {
  readonly nodes: readonly Properties[];
  /** Each with its ends, under a name that no attribute has. */
  readonly edges: readonly Properties[];
}

const TEXTS = [
  "'; MATCH (n) DETACH DELETE n; //",
  '\\',
  "\\'",
  '\\u0027',
  'a\nb\r\tc',
  '"q", `t`; $x {y}',
  ' ends ',
  '🚢 שלום',
  '*/',
  '007',
];
const NAMES = ['first name', 'größe', '`tick`', 'a$b', 'name', 'from', '1st'];
const NUMBERS = ['9223372036854775807', '-9007199254740993', '0', '5', '6', '7', '8', '9', '10', '11'];
const SHARES = ['1e-300', '1e300', '-0.0', 'NaN', 'INF', '-INF', '0.1', '2', '3', '4'];

/** A foreign graph of texts that would break out, names that need quotes, and numbers at their bounds. */
async function hostile(): Promise<ClewGraph> {
  const xml = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\r', '&#13;');
  const keys = [
    ...NAMES.map((name) => [name, 'string']),
    ['number', 'long'],
    ['share', 'double'],
    ['seen', 'boolean'],
  ];
  const declared = keys.map(
    ([name, type], i) => `<key id="k${i}" for="all" attr.name="${xml(name!)}" attr.type="${type}"/>`,
  );
  const values = (i: number) => [
    ...NAMES.map((_, n) => TEXTS[(i + n) % TEXTS.length]!),
    NUMBERS[i]!,
    SHARES[i]!,
    String(i % 2 === 0),
  ];
  const data = (i: number) =>
    values(i)
      .map((value, k) => `<data key="k${k}">${xml(value)}</data>`)
      .join('');
  const nodes = TEXTS.map((_, i) => `<node id="n${i}">${data(i)}</node>`);
  const edges = TEXTS.map(
    (_, i) => `<edge id="e${i}" source="n${i}" target="n${(i * 3) % 10}">${data(i)}</edge>`,
  );
  const text = `<graphml>${declared.join('')}<graph edgedefault="directed">${nodes.join('')}${edges.join('')}</graph></graphml>`;
  return datasetToGraph((await openText(text, 'graphml', { id: 'net' })).dataset);
}

const ENDS = '(ends)';

/** What a table says, as Neo4j should hold it. */
function rowsOf({ rows, columns }: Table, key: string): Properties[] {
  return [...rows].map((row) => {
    const properties: Properties = { [key]: row.key };
    for (const { name, type, read } of columns) {
      const value = read(row.attributes);
      if (value === undefined) continue;
      if (typeof value === 'string' || typeof value === 'boolean') properties[name] = value;
      else properties[name] = type === 'double' ? `Double ${Number(value)}` : `Long ${value}`;
    }
    return row.source === '' ? properties : { ...properties, [ENDS]: `${row.source} ${row.target}` };
  });
}

const meant = (graph: ClewGraph): Holding => ({
  nodes: rowsOf(nodeTable(graph, new LossCounter()), 'id'),
  edges: rowsOf(edgeTable(graph, new LossCounter()), 'key'),
});

let folder: string;
let homes = 0;
beforeAll(() => {
  folder = mkdtempSync(joinPath(tmpdir(), 'clew-neo4j-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function newHome(): string {
  homes += 1;
  const home = joinPath(folder, String(homes));
  mkdirSync(joinPath(home, 'conf'), { recursive: true });
  return home;
}

function java(args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  const { status, stdout, stderr } = spawnSync('java', args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, ...env },
  });
  if (status !== 0)
    throw new Error(`Neo4j ended with ${status}: ${stdout.slice(-1000)} ${stderr.slice(-2000)}`);
  return stdout;
}

/** What the database holds, after each of the files. */
function holdings(home: string, ...files: string[]): Holding[] {
  const found: { nodes: Properties[]; edges: Properties[] }[] = [];
  for (const line of java([...neo4j.args, home, ...files]).split('\n')) {
    if (line.startsWith('after ')) found.push({ nodes: [], edges: [] });
    if (!line.startsWith('{')) continue;
    const { ends, properties } = JSON.parse(line);
    for (const [name, value] of Object.entries(properties as Properties))
      properties[name] = sameNumber(value);
    if (ends === undefined) found.at(-1)!.nodes.push(properties);
    else found.at(-1)!.edges.push({ ...properties, [ENDS]: ends.join(' ') });
  }
  return found.map(({ nodes, edges }) => ({ nodes: byText(nodes), edges: byText(edges) }));
}

/** Java writes `1.0E300` and `2.0`. */
const sameNumber = (value: string | boolean): string | boolean =>
  typeof value === 'string' && /^Double /.test(value) ? `Double ${Number(value.slice(7))}` : value;
const sorted = (object: object) =>
  JSON.stringify(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
const byText = <T extends object>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (sorted(a) < sorted(b) ? -1 : 1));

describe.skipIf(neo4j.version === undefined).each([
  [
    'the article',
    async () => {
      const graph = datasetToGraph((await loadDataset('data')).dataset!);
      await layoutGraph(graph);
      return graph;
    },
  ],
  ['a hostile graph of others', hostile],
])('Neo4j takes %s', (_, make) => {
  test('from Cypher, and as it was when that is run again', async () => {
    const graph = await make();
    const file = joinPath(folder, `${homes}.cypher`);
    writeFileSync(file, join(cypherParts(graph)).text);
    const [once, again] = holdings(newHome(), file, file);
    const { nodes, edges } = meant(graph);
    expect(once).toEqual({ nodes: byText(nodes), edges: byText(edges) });
    expect(again).toEqual(once);
  });

  test('from tables, by its own import', async () => {
    const graph = await make();
    const home = newHome();
    const [nodes, edges] = [nodesCsvParts, edgesCsvParts].map((parts, i) => {
      const path = joinPath(folder, `${homes}.${i}.csv`);
      writeFileSync(path, join(parts(graph, { flavour: 'neo4j' })).text);
      return path;
    });
    const classes = neo4j.args.slice(neo4j.args.indexOf('-cp'), -1);
    const command = ['database', 'import', 'full', 'neo4j', '--multiline-fields=true'];
    java(
      [...classes, 'org.neo4j.cli.AdminTool', ...command, `--nodes=${nodes}`, `--relationships=${edges}`],
      {
        NEO4J_HOME: home,
      },
    );
    const wanted = meant(graph);
    expect(holdings(home)).toEqual([{ nodes: byText(wanted.nodes), edges: byText(wanted.edges) }]);
  });
});
