/** SPARQL over RDF in memory: Oxigraph in threads that can be stopped, with bounds on time, memory, rows and waiting. */
import { type Prefixes, type Problem, ProblemError } from '../../model/index.ts';
import { type PreparedQuery, prepareQuery } from '../query/prepare-query.ts';
import type { QueryForm, QueryShape } from '../query/query-shape.ts';
import { readQuery } from '../query/read-query.ts';
import { syntaxProblem } from '../query/syntax-problem.ts';
import { EngineThread, LoadError } from './engine-thread.ts';
import type { GraphCount, GraphNames, Job, QuadBytes, Reply } from './messages.ts';
import { QueryFailure } from './query-failure.ts';
import { ThreadPool } from './thread-pool.ts';
import { oxigraphModule } from './wasm-module.ts';

/** What data takes in memory, indexed and with its graphs merged, as a multiple of its bytes; rounded up. */
const ROOM = 16;

export interface EngineOptions {
  /** Known to queries that do not declare them. */
  readonly prefixes: Prefixes;
  /** Resolves relative IRIs in queries. */
  readonly base?: string;
  /** Most threads; each holds all of the data. They are started as they are needed. */
  readonly threads: number;
  /** Most bytes that queries may take in one thread, beside {@link ROOM} times those of the data. Less than 256 MiB is too little to start. */
  readonly memory: number;
  /** Most queries that wait for a thread. */
  readonly queue: number;
  /** Most milliseconds that a query waits for a thread. */
  readonly patience: number;
}
export const ENGINE_DEFAULTS: EngineOptions = {
  prefixes: {},
  threads: 2,
  memory: 512 * 1024 * 1024,
  queue: 64,
  patience: 10_000,
};

export interface QueryOptions {
  /** Names the query in problems. */
  readonly file: string;
  /** Most milliseconds that the query runs. */
  readonly timeout: number;
  /** Most rows, or triples. A result that has more is cut there, and says so. */
  readonly rows: number;
  /** Most bytes of a result; a larger one is refused. */
  readonly bytes: number;
  /** Media types that Oxigraph writes: of results in rows or yes and no, and of triples. */
  readonly format: { readonly table: string; readonly graph: string };
  /** Replaces the dataset that the query names. */
  readonly dataset?: GraphNames;
  /** Of the query, where it has been read already. */
  readonly shape?: QueryShape;
  readonly signal?: AbortSignal;
}
export const QUERY_DEFAULTS: QueryOptions = {
  file: 'query',
  timeout: 10_000,
  rows: 100_000,
  bytes: 64 * 1024 * 1024,
  format: { table: 'application/sparql-results+json', graph: 'application/n-triples' },
};

export interface QueryResult {
  readonly form: QueryForm;
  /** The media type of the bytes. */
  readonly format: string;
  readonly bytes: Uint8Array;
  /** True where there are more rows or triples than were asked for; the rest is cut off. */
  readonly more: boolean;
}

export class SparqlEngine {
  readonly #pool: ThreadPool;
  readonly #options: EngineOptions;
  #jobs = 0;

  private constructor(pool: ThreadPool, options: EngineOptions) {
    this.#pool = pool;
    this.#options = options;
  }

  /** @throws ProblemError where the data can't be read or does not fit */
  static async open(
    sources: readonly QuadBytes[],
    options: Partial<EngineOptions> = {},
  ): Promise<SparqlEngine> {
    const all = { ...ENGINE_DEFAULTS, ...options };
    const size = sources.reduce((sum, { bytes }) => sum + bytes.length, 0);
    const module = await oxigraphModule(all.memory + ROOM * size);
    const setup = { module, sources };
    try {
      const first = await EngineThread.start(setup);
      return new SparqlEngine(new ThreadPool(first, () => EngineThread.start(setup), all), all);
    } catch (error) {
      if (error instanceof LoadError) throw new ProblemError([loadProblem(error, sources[error.source])]);
      throw error;
    }
  }

  /** Quads that were loaded. */
  get quads(): number {
    return this.#pool.ready.quads;
  }

  /** Named graphs, in the order of their names. */
  get graphs(): readonly GraphCount[] {
    return this.#pool.ready.graphs;
  }

  /** What queries need not declare. */
  get style(): { readonly prefixes: Prefixes; readonly base?: string } {
    const { prefixes, base } = this.#options;
    return { prefixes, ...(base !== undefined && { base }) };
  }

  /**
   * @throws ProblemError with the place where the query is wrong or refused;
   *   QueryFailure where it may be right but went beyond a bound
   */
  async query(text: string, options: Partial<QueryOptions> = {}): Promise<QueryResult> {
    const all = { ...QUERY_DEFAULTS, ...options };
    const { file, rows, bytes, timeout, dataset, signal } = all;
    const { base, prefixes } = this.#options;
    const shape = all.shape ?? (await readQuery(text));
    const prepared = prepareQuery(text, { file, prefixes, rows, shape, ...(base !== undefined && { base }) });
    const graph = prepared.form === 'construct' || prepared.form === 'describe';
    const format = graph ? all.format.graph : all.format.table;
    this.#jobs += 1;
    const job: Job = {
      id: this.#jobs,
      text: prepared.text,
      star: prepared.star,
      graph,
      format,
      base,
      dataset,
      own: prepared.dataset,
      rows,
      bytes,
    };
    const reply = await this.#pool.run(job, timeout, signal);
    if ('said' in reply) throw await refusal(reply, text, prepared, file);
    if ('tooLarge' in reply) {
      const hint = 'Add a LIMIT, or ask for fewer columns.';
      throw new QueryFailure(
        'too-large',
        `the result has ${reply.tooLarge} bytes; ${bytes} is the most`,
        hint,
      );
    }
    return { form: prepared.form!, format, bytes: reply.bytes, more: reply.more };
  }

  /** Closes once the queries that run or wait are answered. Ask it no more. */
  async retire(): Promise<void> {
    await this.#pool.settled();
    await this.close();
  }

  /** Stops all threads; queries that run or wait fail. */
  close(): Promise<void> {
    return this.#pool.close();
  }
}

function loadProblem({ message, broken }: LoadError, source: QuadBytes | undefined): Problem {
  const file = source?.file ?? 'data';
  if (broken) {
    const hint = 'Ask a triple store instead: load it there, and name its endpoint.';
    const full = 'the data does not fit into the memory of the embedded engine';
    return { severity: 'error', code: 'too-large', message: full, hint, place: { file } };
  }
  const [, line, column] = /\bline (\d+)(?:,? column (\d+))?/.exec(message) ?? [];
  const place = { file, ...(line && { line: Number(line) }), ...(column && { column: Number(column) }) };
  return { severity: 'error', code: 'bad-syntax', message: message.replace(/\.$/, ''), place };
}

async function refusal(
  { said, broken }: Extract<Reply, { said: string }>,
  text: string,
  { text: run, shape }: PreparedQuery,
  file: string,
): Promise<ProblemError> {
  if (broken) {
    return new QueryFailure(
      'exhausted',
      'the query took more memory or a deeper stack than it may',
      'Make it smaller: fewer terms in one expression, fewer rows to sort or group at once, or a LIMIT in a subquery.',
    );
  }
  const prologue = run.slice(0, run.indexOf('\n'));
  return new ProblemError([await syntaxProblem(text, prologue, said, file, shape.tokens)]);
}
