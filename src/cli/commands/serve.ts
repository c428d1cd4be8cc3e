/** `clew serve`: viewer, linked data, pages and files on this machine's own address. */
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { readDatasetFile } from '../../build/index.ts';
import { sourceTexts } from '../../corpus/index.ts';
import { syntaxOf } from '../../formats/index.ts';
import { ProblemError } from '../../model/index.ts';
import {
  editorHandler,
  graphStoreHandler,
  LISTEN_DEFAULTS,
  LiveEngine,
  LiveSite,
  type LoadedSite,
  listen,
  OUTSTANDING_DOCUMENTS,
  OUTSTANDING_RESULTS,
  Outstanding,
  queryPageHandler,
  reconcileHandler,
  siteHandler,
  sparqlHandler,
  type TurtleText,
  viewHandler,
} from '../../server/index.ts';
import { savedQuestions } from '../../store/index.ts';
import type { CommandContext } from '../context.ts';
import { count, reportProblems, UsageError } from '../context.ts';
import { openDataset } from '../open-dataset.ts';
import { packageRoot } from '../package-root.ts';
import type { Runner } from '../program.ts';
import { editorScript, viewerTemplate } from './build.ts';

export interface ServeFlags {
  readonly port: string;
  readonly host: string;
  readonly sources?: string;
  /** False where pages of other sites may read nothing; without it they may read data and ask. */
  readonly cors?: boolean;
  readonly json?: boolean;
}

export function addServe(program: Command, { context, run }: Runner): void {
  program
    .command('serve')
    .description(
      'serve the viewer, linked data, readable pages, a SPARQL endpoint and the files at a local address, until Ctrl-C',
    )
    .argument('[data]', 'folder with dataset.yaml, or any file that `clew convert` reads', 'data')
    .option('--port <n>', 'port; 0 takes any free one', String(LISTEN_DEFAULTS.port))
    .option(
      '--host <address>',
      'address to listen on; others than loopback open it to the network',
      LISTEN_DEFAULTS.host,
    )
    .option('--sources <dir>', 'folder with the source texts: pages show the words of the evidence')
    .option('--no-cors', 'let no page of another site read data or results')
    .option('--json', 'say the address as JSON')
    .addHelpText('after', '\nExample:\n  clew serve data --port 8420')
    .action((data: string, flags: ServeFlags) =>
      run(async () => {
        const server = await serve(data, flags, context);
        context.out(
          flags.json
            ? JSON.stringify({ url: server.url })
            : `Serving ${data} at ${server.url} (pages: ${server.url}dataset; Ctrl-C stops it)`,
        );
        stopOnSignal(server, context);
        await server.stopped;
        return 0;
      }, flags),
    );
}

export interface Serving {
  readonly url: string;
  /** Settles once the server has been stopped and its files are gone. */
  readonly stopped: Promise<void>;
  /** Lets running answers finish. */
  stop(): Promise<void>;
}

/** Builds everything into a folder of its own, serves it from there, and builds anew when the data changes. */
export async function serve(data: string, flags: ServeFlags, context: CommandContext): Promise<Serving> {
  const port = parsePort(flags.port);
  const { sources } = flags;
  const site = await LiveSite.open(
    {
      load: () => siteData(data, flags, context),
      ontologies: shippedOntologies(),
      viewerTemplate,
      query: true,
      ...(sources !== undefined && { texts: (dataset) => sourceTexts(dataset, sources) }),
    },
    {
      watched: data,
      onBuild: ({ articles }) => context.err(`Built anew: ${count(articles.length, 'article')}.`),
      onProblem: (error) => sayProblem(error, context),
    },
  );
  const current = () => site.documents;
  const engine = new LiveEngine(() => current().site.dataset);
  const results = new Outstanding(OUTSTANDING_RESULTS);
  const documents = new Outstanding(OUTSTANDING_DOCUMENTS);
  try {
    const handlers = [
      queryPageHandler({
        site: () => current().site,
        engine: () => engine.current(),
        questions: () => savedQuestions(data),
        outstanding: results,
      }),
      viewHandler({
        site: () => current().site,
        engine: () => engine.current(),
        viewerTemplate,
        outstanding: results,
      }),
      editorHandler(() => current().site, editorScript),
      sparqlHandler(() => engine.current(), { outstanding: results }),
      graphStoreHandler(current, { outstanding: documents }),
      reconcileHandler(current),
      siteHandler(current, documents),
    ];
    const listening = await listen(handlers, {
      host: flags.host,
      port,
      cors: flags.cors ?? true,
      onFault: (error) => context.err(`fault: ${(error as Error).stack ?? error}`),
    });
    let settle: () => void = () => {};
    const stopped = new Promise<void>((resolve) => {
      settle = resolve;
    });
    const stop = async () => {
      await listening.close();
      await engine.close();
      site.close();
      settle();
    };
    return { url: listening.url, stopped, stop };
  } catch (error) {
    site.close();
    throw error;
  }
}

/** The first signal lets running answers finish, the second ends the process as every other command. */
function stopOnSignal(server: Serving, context: CommandContext): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const others = process.listeners(signal);
    process.removeAllListeners(signal);
    process.once(signal, () => {
      for (const other of others) process.once(signal, other);
      if (context.isTerminal)
        context.err('\nStopping once running answers are done; Ctrl-C again ends at once.');
      void server.stop();
    });
  }
}

function sayProblem(error: unknown, context: CommandContext): void {
  if (error instanceof ProblemError) reportProblems(error.problems, context);
  else context.err(`error: ${(error as Error).message}`);
  context.err('The last sound build is still being served.');
}

/** Turtle files of the package, for pages of their terms. */
export function shippedOntologies(): TurtleText[] {
  return ['clew.ttl', 'news.ttl'].map((file) => ({
    file,
    text: readFileSync(packageRoot('ontology', file), 'utf8'),
  }));
}

/** @throws ProblemError for data that is not sound */
export async function siteData(
  data: string,
  flags: { readonly json?: boolean },
  context: CommandContext,
): Promise<LoadedSite> {
  if (syntaxOf(data) === undefined) {
    const { dataset } = await openDataset(data, context, { quiet: flags.json });
    return { dataset };
  }
  const { dataset, losses, places } = await readDatasetFile(data);
  if (!flags.json)
    for (const { what, count: n } of losses) context.err(`not whole in ${data}: ${what} (${n})`);
  return { dataset, places };
}

/** @throws UsageError for anything but 0..65535 */
function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`not a port: ${text}`, 'A port is a whole number from 0 to 65535.');
}
