/** The graph as Cypher that can be run again and again: constraints, then nodes, then relationships, in batches. */
import type { ClewGraph } from '../graph/index.ts';
import { type Dataset, pickText } from '../model/index.ts';
import { countFlatLosses } from './flat-losses.ts';
import { withFreeNames } from './free-names.ts';
import { type Column, edgeTable, nodeTable, type Row, type Rows } from './graph-table.ts';
import { LossCounter, type LossReport } from './losses.ts';
import { neo4jLabel, neo4jType } from './neo4j-names.ts';
import type { Scalar } from './scalar.ts';
import { pour, type Sink } from './sink.ts';
import { TextGuard } from './text-guard.ts';

export interface CypherOptions {
  /** Nodes or relationships per statement: small enough for one transaction. Default 500. */
  readonly batch: number;
  /** Replace NUL and lone surrogates by U+FFFD, and count them, in place of refusing the file. Default false. */
  readonly repair: boolean;
}
export const CYPHER_DEFAULTS: CypherOptions = { batch: 500, repair: false };

/**
 * Writes statements for Neo4j 4.4 and later. Every value is a literal that nothing can break out of. Nodes are merged
 * by `id`, relationships by `key`, so that loading a file twice changes nothing.
 *
 * @throws ProblemError at the end, with every value that text cannot hold
 */
export function writeCypher(
  graph: ClewGraph,
  sink: Sink,
  options: Partial<CypherOptions> = {},
): Promise<LossReport> {
  return pour(cypherParts(graph, options), sink);
}

/** The same, statement by statement. */
export function* cypherParts(
  graph: ClewGraph,
  options: Partial<CypherOptions> = {},
): Generator<string, LossReport> {
  const { batch, repair } = { ...CYPHER_DEFAULTS, ...options };
  const losses = new LossCounter();
  const guard = new TextGuard({ repair }, losses);
  countFlatLosses(graph, losses);
  const nodes = withFreeNames('node', nodeTable(graph, losses), new Set(['id']), losses, legalName);
  const edges = withFreeNames('edge', edgeTable(graph, losses), new Set(['key']), losses, legalName);

  yield comment(graph.getAttribute('dataset') as Dataset | undefined);
  yield 'CREATE CONSTRAINT clew_id IF NOT EXISTS FOR (n:Clew) REQUIRE n.id IS UNIQUE;\n';
  for (const [labels, rows] of groups(nodes.rows, nodeLabels)) {
    for (const some of chunks(rows, batch)) {
      const list = some.map(
        ({ key, attributes }) =>
          `{id: ${text(key, 'node', key, 'id', guard)}, p: ${map(nodes.columns, attributes, 'node', key, guard)}}`,
      );
      if (guard.refused > 0) continue;
      yield `UNWIND [\n  ${list.join(',\n  ')}\n] AS row\nMERGE (n:Clew {id: row.id})\nSET n += row.p, n${labels};\n`;
    }
  }
  for (const [type, rows] of groups(edges.rows, edgeType)) {
    for (const some of chunks(rows, batch)) {
      const list = some.map(({ key, attributes, source, target }) => {
        const from = text(source, 'edge', key, 'source', guard);
        const to = text(target, 'edge', key, 'target', guard);
        const properties = map(edges.columns, attributes, 'edge', key, guard);
        return `{key: ${text(key, 'edge', key, 'key', guard)}, from: ${from}, to: ${to}, p: ${properties}}`;
      });
      if (guard.refused > 0) continue;
      yield `UNWIND [\n  ${list.join(',\n  ')}\n] AS row\n` +
        'MATCH (a:Clew {id: row.from}) MATCH (b:Clew {id: row.to})\n' +
        `MERGE (a)-[r:${type} {key: row.key}]->(b)\nSET r += row.p;\n`;
    }
  }
  guard.finish();
  return losses.report();
}

function comment(dataset: Dataset | undefined): string {
  if (dataset === undefined) return '';
  const title = pickText(dataset.title, dataset.languages)?.text ?? dataset.id;
  // A line break in a title must not end the comment.
  return `// ${`${title}. ${dataset.licence}`.replace(/[\p{Cc}\u2028\u2029\p{Cs}]+/gu, ' ')}\n`;
}

function nodeLabels({ attributes }: Row): string {
  if (attributes.role === 'entity') return `:Entity:${neo4jLabel(attributes.kind)}`;
  return attributes.role === 'claim' ? ':Claim' : ':Clew';
}

function edgeType({ attributes }: Row): string {
  return attributes.role === 'claim' ? neo4jType(attributes.predicate) : 'ABOUT';
}

/** Rows by a name that Cypher wants in the statement's text, in the order in which the names come first. */
function groups(rows: Rows, nameOf: (row: Row) => string): Map<string, Row[]> {
  const byName = new Map<string, Row[]>();
  for (const row of rows) {
    const name = nameOf(row);
    const list = byName.get(name);
    if (list) list.push(row);
    else byName.set(name, [row]);
  }
  return byName;
}

function* chunks<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size);
}

function map(
  columns: readonly Column[],
  attributes: Row['attributes'],
  element: string,
  key: string,
  guard: TextGuard,
): string {
  const entries: string[] = [];
  for (const { name, type, read } of columns) {
    const value = read(attributes);
    if (value === undefined) continue;
    entries.push(`${propertyName(name)}: ${literal(value, type, element, key, name, guard)}`);
  }
  return `{${entries.join(', ')}}`;
}

/** A backslash could begin an escape. */
function legalName(name: string): string {
  return name.replaceAll('\\', '_');
}

/** In backticks, a backtick doubled. */
function propertyName(name: string): string {
  return /^[A-Za-z][A-Za-z0-9_]*$/.test(name) ? name : `\`${name.replaceAll('`', '``')}\``;
}

function literal(
  value: Scalar,
  type: Column['type'],
  element: string,
  key: string,
  name: string,
  guard: TextGuard,
): string {
  if (type === 'string') return text(String(value), element, key, name, guard);
  if (typeof value !== 'number') return String(value);
  if (type !== 'double') return String(value);
  if (Number.isNaN(value)) return '0.0/0.0';
  if (!Number.isFinite(value)) return value > 0 ? '1.0/0.0' : '-1.0/0.0';
  // openCypher knows no sign in a positive exponent.
  const digits = Object.is(value, -0) ? '-0' : String(value).replace('e+', 'e');
  return /[.e]/.test(digits) ? digits : `${digits}.0`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A string literal. A backslash is doubled first of all, so that no `\u0027` in a value becomes a quote. */
function text(value: string, element: string, key: string, name: string, guard: TextGuard): string {
  const escaped = guard
    .text(value, element, key, name)
    .replace(
      /[\\'\u0001-\u001f\u007f]/g,
      (c) => ESCAPES[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  return `'${escaped}'`;
}
