/** `clew query`: SPARQL over a dataset, a file of RDF or an endpoint. */
import { type Command, Option } from 'commander';
import { type Problem, ProblemError, pickText } from '../../model/index.ts';
import {
  credentialsFromEnvironment,
  cutResult,
  endpointUrl,
  prepareQuery,
  queryEndpoint,
  SparqlEngine,
  savedQuestions,
  syntaxProblem,
} from '../../store/index.ts';
import { type CommandContext, count, EXIT, UsageError } from '../context.ts';
import type { Runner } from '../program.ts';
import { progress } from '../progress.ts';
import {
  type AskedQuery,
  arrange,
  askedQuery,
  endpointStyle,
  isEndpoint,
  localSource,
  type QueryFlags,
  questionFolder,
} from '../query-input.ts';
import { mediaTypes, QUERY_FORMATS, resultText } from '../query-output.ts';
import { columns } from '../text.ts';

/** Seconds. */
const TIMEOUT = 60;
/** Rows, where no limit is asked for. */
const MOST_ROWS = 1_000_000;
/** Bytes of a result. */
const MOST_BYTES = 256 * 1024 * 1024;

export function addQuery(program: Command, { context, run }: Runner): void {
  program
    .command('query')
    .description('ask a dataset, a file of RDF or an endpoint by SPARQL')
    .argument('[source]', 'data folder, file or http address (default: data)')
    .argument('[query]', 'the query, if neither --file nor --saved brings it')
    .option('--file <file>', 'read the query from a file; - reads standard input')
    .option('--saved <name>', 'ask a question saved with an article')
    .option('--list', 'list the saved questions')
    .option(
      '--data <dir>',
      'where saved questions come from if not from the source, and prefixes for endpoints',
    )
    .addOption(
      new Option('--format <name>', 'of the result; a table (Turtle for triples) if not said').choices(
        QUERY_FORMATS,
      ),
    )
    .option('--limit <n>', 'most rows or triples')
    .option('--timeout <seconds>', 'most seconds that the query may take', String(TIMEOUT))
    .option('--json', 'the result as JSON (JSON-LD for triples), problems too')
    .addHelpText('after', HELP)
    .action((first: string | undefined, second: string | undefined, flags: QueryFlags) =>
      run(async () => {
        const { source, query } = arrange(first, second, flags);
        const folder = questionFolder(source, flags);
        if (flags.list) return list(folder, context, flags);
        const bounds = {
          rows: positive(flags.limit, '--limit', /^\d+$/) ?? MOST_ROWS,
          timeout: 1000 * (positive(flags.timeout, '--timeout', /^\d+(?:\.\d+)?$/) ?? TIMEOUT),
          bytes: MOST_BYTES,
        };
        const format = flags.format ?? (flags.json ? 'json' : 'table');
        const asked = await askedQuery(query, flags, folder);
        const bar = progress(context, flags);
        try {
          bar.step('asking');
          const { text, more } = isEndpoint(source)
            ? await askEndpoint(source, asked, format, bounds, folder, context)
            : await askLocally(source, asked, format, bounds, context, flags);
          bar.done();
          context.out(text);
          if (more) {
            const said =
              flags.limit === undefined ? 'narrow the query, or page with LIMIT and OFFSET' : 'raise --limit';
            context.err(`There are more than ${count(bounds.rows, 'row')}: ${said}.`);
          }
          return EXIT.ok;
        } finally {
          bar.done();
        }
      }, flags),
    );
}

const HELP = `
Example:
  clew query "SELECT ?name { ?company a news:Company ; rdfs:label ?name }"
  clew query data --saved who-says-what --format csv
  clew query exports/chinese-ai.trig "DESCRIBE <https://w3id.org/clew/chinese-ai/id/openai>"
  clew query http://localhost:3030/news/query --saved chips

Prefixes of the dataset need not be declared, relative IRIs are under its base, and patterns see all graphs; GRAPH and FROM
name one. Endpoints that want credentials get them from CLEW_STORE_USER and CLEW_STORE_PASSWORD, or CLEW_STORE_TOKEN.`;

interface Bounds {
  readonly rows: number;
  readonly timeout: number;
  readonly bytes: number;
}

interface Said {
  readonly text: string;
  /** True where rows were cut off. */
  readonly more: boolean;
}

async function askLocally(
  source: string | undefined,
  { text, file }: AskedQuery,
  format: string,
  bounds: Bounds,
  context: CommandContext,
  flags: QueryFlags,
): Promise<Said> {
  const { sources, ...style } = await localSource(source, context, flags);
  const { form } = prepareQuery(text, { file, ...style });
  const engine = await SparqlEngine.open(sources, { ...style, threads: 1 });
  try {
    const answer = await engine.query(text, { file, ...bounds, format: formatsFor(format, form) });
    return { text: await resultText(answer.bytes, answer.format, format, style), more: answer.more };
  } finally {
    await engine.close();
  }
}

async function askEndpoint(
  endpoint: string,
  { text, file }: AskedQuery,
  format: string,
  { rows, timeout, bytes }: Bounds,
  folder: string,
  context: CommandContext,
): Promise<Said> {
  endpointUrl(endpoint);
  const style = await endpointStyle(folder, context);
  const prepared = prepareQuery(text, { file, ...style, local: false, rows });
  const graph = prepared.form === 'construct' || prepared.form === 'describe';
  const wanted = mediaTypes(format, graph ? 'graph' : 'table');
  const credentials = credentialsFromEnvironment(context.env);
  const base = style.base === undefined || prepared.shape.base !== undefined ? '' : `BASE <${style.base}> `;
  try {
    const answer = await queryEndpoint(endpoint, base + prepared.text, {
      accept: wanted,
      timeout,
      bytes,
      ...(credentials !== undefined && { credentials }),
    });
    if (answer.format !== wanted) throw new ProblemError([unasked(endpoint, answer.format, wanted)]);
    const { text: cut, more } = cutResult(new TextDecoder().decode(answer.bytes), wanted, rows);
    return { text: await resultText(new TextEncoder().encode(cut), wanted, format, style), more };
  } catch (error) {
    const refused = error instanceof ProblemError && error.problems[0]?.code === 'endpoint-refused';
    if (!refused || !/answered 4(?:00|22)\b/.test(error.message)) throw error;
    // The endpoint knows why, we may know where.
    const prologue = base + prepared.text.slice(0, prepared.text.indexOf('\n'));
    const own = await syntaxProblem(text, prologue, '', file);
    throw own.message === '' ? error : new ProblemError([own, ...error.problems]);
  }
}

function formatsFor(
  format: string,
  form: string | undefined,
): { readonly table: string; readonly graph: string } {
  const graph = form === 'construct' || form === 'describe';
  const type = mediaTypes(format, graph ? 'graph' : 'table');
  return { table: type, graph: type };
}

function unasked(endpoint: string, got: string, wanted: string): Problem {
  const message = `the endpoint answered in ${got || 'no format that it names'}, not in ${wanted}`;
  const hint = 'Check that the address is that of a SPARQL endpoint, or choose another --format.';
  return { severity: 'error', code: 'unasked-format', message, value: endpoint, hint };
}

async function list(folder: string, context: CommandContext, { json }: QueryFlags): Promise<number> {
  const questions = await savedQuestions(folder);
  if (json) {
    const said = questions.map(({ name, article, title, file }) => ({ name, article, title, file }));
    context.out(JSON.stringify(said, null, 2));
    return EXIT.ok;
  }
  if (questions.length === 0) {
    context.err(`No saved questions: put them into ${folder}/<article>/questions/<name>.rq`);
  }
  for (const line of columns(questions.map(({ name, title }) => [name, pickText(title, ['en'])?.text ?? ''])))
    context.out(line);
  return EXIT.ok;
}

function positive(text: string | undefined, option: string, pattern: RegExp): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (pattern.test(text) && number > 0 && number <= Number.MAX_SAFE_INTEGER) return number;
  throw new UsageError(`not a number for ${option}: ${text}`, 'Give a number above 0.');
}
