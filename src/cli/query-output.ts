/** Results of `clew query` as text: the table for people, and the formats of SPARQL 1.1 as they are. */
import { StringSink } from '../formats/index.ts';
import { showValue } from '../model/index.ts';
import {
  GRAPH_FORMATS,
  type SparqlJson,
  TABLE_FORMATS,
  type TermStyle,
  termText,
  writeResultTurtle,
} from '../store/index.ts';
import { UsageError } from './context.ts';
import { terminalWidth } from './terminal-width.ts';
import { columns } from './text.ts';

/** `table` is Turtle for triples; `json` is JSON-LD for them. */
export const QUERY_FORMATS = ['table', ...Object.keys(TABLE_FORMATS), ...Object.keys(GRAPH_FORMATS)];

/** Media types to ask for: of rows or yes and no, and of triples. */
export function mediaTypes(format: string, form: 'table' | 'graph'): string {
  if (form === 'graph') {
    // Turtle is made here, with the dataset's prefixes.
    if (format === 'table' || format === 'turtle') return GRAPH_FORMATS.ntriples;
    if (format === 'json') return GRAPH_FORMATS.jsonld;
    const type = (GRAPH_FORMATS as Readonly<Record<string, string>>)[format];
    if (type !== undefined) return type;
    throw wrongFormat(format, 'CONSTRUCT and DESCRIBE give triples', Object.keys(GRAPH_FORMATS));
  }
  if (format === 'table') return TABLE_FORMATS.json;
  const type = (TABLE_FORMATS as Readonly<Record<string, string>>)[format];
  if (type !== undefined) return type;
  throw wrongFormat(format, 'SELECT and ASK give rows', ['table', ...Object.keys(TABLE_FORMATS)]);
}

function wrongFormat(format: string, message: string, names: readonly string[]): UsageError {
  return new UsageError(`${message}, and ${format} holds none`, `There are: ${names.join(', ')}`);
}

/** What to print, without the last line break. */
export async function resultText(
  bytes: Uint8Array,
  mediaType: string,
  format: string,
  style: TermStyle,
): Promise<string> {
  const text = new TextDecoder().decode(bytes);
  if (mediaType === GRAPH_FORMATS.ntriples && format !== 'ntriples') {
    const sink = new StringSink();
    await writeResultTurtle(text, sink, style);
    return `${sink}`.replace(/\n$/, '');
  }
  if (format !== 'table') return text.replace(/\n$/, '');
  return table(JSON.parse(text) as SparqlJson, style).join('\n');
}

/** Header, a rule, a line for each row; cells are escaped for the terminal. */
export function table(result: SparqlJson, style: TermStyle): string[] {
  if (result.boolean !== undefined) return [result.boolean ? 'yes' : 'no'];
  const names = result.head.vars ?? [];
  const rows = result.results?.bindings ?? [];
  if (names.length === 0) return [`(${rows.length} rows without columns)`];
  const cells = rows.map((row) =>
    names.map((name) => {
      const term = row[name];
      return term === undefined ? '' : showValue(termText(term, style), Number.POSITIVE_INFINITY);
    }),
  );
  const numeric = names.map((name) => rows.length > 0 && rows.every((row) => isNumber(row[name])));
  const widths = names.map((name, i) =>
    cells.reduce((most, row) => Math.max(most, terminalWidth(row[i]!)), terminalWidth(name)),
  );
  const align = numeric.map((is) => (is ? ('right' as const) : ('left' as const)));
  const rule = widths.map((width) => '─'.repeat(width));
  return columns([[...names], rule, ...cells], align).map((line) => line.trimEnd());
}

const NUMERIC = /#(?:integer|decimal|double|float|nonNegativeInteger|positiveInteger)$/;

function isNumber(term: NonNullable<SparqlJson['results']>['bindings'][number][string] | undefined): boolean {
  if (term === undefined) return true;
  return (term.type === 'literal' || term.type === 'typed-literal') && NUMERIC.test(term.datatype ?? '');
}
