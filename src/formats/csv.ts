/** The graph as two tables, nodes and edges: for spreadsheets and data frames, or for Neo4j's import. */
import type { ClewGraph } from '../graph/index.ts';
import { countFlatLosses } from './flat-losses.ts';
import { freeNames } from './free-names.ts';
import { type Column, edgeTable, nodeTable, type Row, type Rows } from './graph-table.ts';
import { LossCounter, type LossReport } from './losses.ts';
import { neo4jLabel, neo4jType } from './neo4j-names.ts';
import { type Scalar, scalarText } from './scalar.ts';
import { pour, type Sink } from './sink.ts';
import { TextGuard } from './text-guard.ts';

export interface CsvOptions {
  /** `neo4j`: typed headers for `neo4j-admin database import`. Default `plain`. */
  readonly flavour: 'plain' | 'neo4j';
  /** Begin with a byte order mark, without which Excel takes UTF-8 for something else. Default false. */
  readonly bom: boolean;
  /**
   * Put an apostrophe before texts that a spreadsheet would run as a formula, and count them. Default true; never
   * done for Neo4j, which runs nothing.
   */
  readonly formulaGuard: boolean;
  /** Replace NUL and lone surrogates by U+FFFD, and count them, in place of refusing the file. Default false. */
  readonly repair: boolean;
}
export const CSV_DEFAULTS: CsvOptions = { flavour: 'plain', bom: false, formulaGuard: true, repair: false };

/** Writes the nodes. @throws ProblemError at the end, with every value that text cannot hold */
export function writeNodesCsv(
  graph: ClewGraph,
  sink: Sink,
  options: Partial<CsvOptions> = {},
): Promise<LossReport> {
  return pour(nodesCsvParts(graph, options), sink);
}

/** Writes the edges. @throws ProblemError at the end, with every value that text cannot hold */
export function writeEdgesCsv(
  graph: ClewGraph,
  sink: Sink,
  options: Partial<CsvOptions> = {},
): Promise<LossReport> {
  return pour(edgesCsvParts(graph, options), sink);
}

export function* nodesCsvParts(
  graph: ClewGraph,
  options: Partial<CsvOptions> = {},
): Generator<string, LossReport> {
  const losses = new LossCounter();
  // The whole graph is the same for both tables: what it leaves unsaid is counted with the nodes.
  countFlatLosses(graph, losses);
  const { rows, columns } = nodeTable(graph, losses);
  const lead: Lead[] = [
    { plain: 'id', neo4j: 'id:ID', read: ({ key }) => key },
    {
      neo4j: ':LABEL',
      read: ({ attributes }) => {
        if (attributes.role === 'entity') return `Clew;Entity;${neo4jLabel(attributes.kind)}`;
        return attributes.role === 'claim' ? 'Clew;Claim' : 'Clew';
      },
    },
  ];
  return yield* tableParts('node', rows, lead, columns, { ...CSV_DEFAULTS, ...options }, losses);
}

export function* edgesCsvParts(
  graph: ClewGraph,
  options: Partial<CsvOptions> = {},
): Generator<string, LossReport> {
  const losses = new LossCounter();
  const { rows, columns } = edgeTable(graph, losses);
  const lead: Lead[] = [
    { plain: 'id', neo4j: 'key', read: ({ key }) => key },
    { plain: 'source', neo4j: ':START_ID', read: ({ source }) => source },
    { plain: 'target', neo4j: ':END_ID', read: ({ target }) => target },
    {
      neo4j: ':TYPE',
      read: ({ attributes }) => (attributes.role === 'claim' ? neo4jType(attributes.predicate) : 'ABOUT'),
    },
  ];
  return yield* tableParts('edge', rows, lead, columns, { ...CSV_DEFAULTS, ...options }, losses);
}

/** A column of what a row is, by its header in each flavour that has it. */
interface Lead {
  readonly plain?: string;
  readonly neo4j: string;
  readonly read: (row: Row) => string;
}

function* tableParts(
  element: string,
  rows: Rows,
  lead: readonly Lead[],
  columns: readonly Column[],
  { flavour, bom, formulaGuard, repair }: CsvOptions,
  losses: LossCounter,
): Generator<string, LossReport> {
  const guard = new TextGuard({ repair }, losses);
  const leads = lead.filter((column) => column[flavour] !== undefined);
  const taken = new Set(leads.map((column) => column[flavour]!.replace(/:.*/, '')));
  // Neo4j takes what follows a colon for a type, and the first line for the header.
  const legal = (name: string): string => (flavour === 'neo4j' ? name.replace(/[:"\r\n]/g, '_') : name);
  const names = freeNames(element, columns, taken, losses, legal);
  const guardFormula = formulaGuard && flavour === 'plain';
  const cell = (text: string, key: string, attribute: string): string => {
    const legal = guard.text(text, element, key, attribute);
    if (!guardFormula || !FORMULA.test(legal)) return quoted(legal);
    losses.add('texts that a spreadsheet would run as a formula, guarded by an apostrophe');
    return quoted(`'${legal}`);
  };
  const header = [
    ...leads.map((column) => column[flavour]!),
    ...columns.map(({ type }, i) => (flavour === 'neo4j' ? `${names[i]!}${NEO4J_TYPES[type]}` : names[i]!)),
  ];
  yield `${bom ? '\ufeff' : ''}${header.map((name) => cell(name, name, 'name')).join(',')}\r\n`;
  for (const row of rows) {
    const cells = leads.map((column) => cell(column.read(row), row.key, column[flavour]!));
    for (const { name, read } of columns) {
      const value = read(row.attributes);
      cells.push(value === undefined ? '' : valueCell(value, flavour, (text) => cell(text, row.key, name)));
    }
    if (guard.refused === 0) yield `${cells.join(',')}\r\n`;
  }
  guard.finish();
  return losses.report();
}

/** Numbers and truth values are no formulas, whatever their sign. Neo4j reads numbers as Java names them. */
function valueCell(value: Scalar, flavour: CsvOptions['flavour'], text: (value: string) => string): string {
  if (typeof value === 'string') return text(value);
  return flavour === 'neo4j' ? scalarText(value).replace('INF', 'Infinity') : scalarText(value);
}

/** What spreadsheets take for the beginning of a formula (OWASP, CSV Injection). */
const FORMULA = /^[=+\-@\t\r]/;

/** RFC 4180 section 2; white space at the ends is quoted too, since some readers trim it. */
function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const NEO4J_TYPES: Readonly<Record<Column['type'], string>> = {
  boolean: ':boolean',
  int: ':int',
  long: ':long',
  float: ':float',
  double: ':double',
  string: '',
};
