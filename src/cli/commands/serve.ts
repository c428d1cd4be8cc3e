/** `clew serve`: viewer and files on this machine's own address. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { buildDataset } from '../../build/index.ts';
import { readGraphJson } from '../../formats/index.ts';
import { graphToDataset } from '../../graph/index.ts';
import type { Dataset } from '../../model/index.ts';
import { LISTEN_DEFAULTS, listen } from '../../server/index.ts';
import type { CommandContext } from '../context.ts';
import { UsageError } from '../context.ts';
import { openDataset } from '../open-dataset.ts';
import type { Runner } from '../program.ts';
import { viewerTemplate } from './build.ts';

export interface ServeFlags {
  readonly port: string;
  readonly host: string;
  readonly json?: boolean;
}

export function addServe(program: Command, { context, run }: Runner): void {
  program
    .command('serve')
    .description('show the viewer and the files at a local address, until Ctrl-C')
    .argument('[data]', 'folder with dataset.yaml, or a .json that clew built', 'data')
    .option('--port <n>', 'port; 0 takes any free one', String(LISTEN_DEFAULTS.port))
    .option(
      '--host <address>',
      'address to listen on; others than loopback open it to the network',
      LISTEN_DEFAULTS.host,
    )
    .option('--json', 'say the address as JSON')
    .addHelpText('after', '\nExample:\n  clew serve data --port 8420')
    .action((data: string, flags: ServeFlags) =>
      run(async () => {
        const server = await serve(data, flags, context);
        context.out(
          flags.json
            ? JSON.stringify({ url: server.url })
            : `Serving ${data} at ${server.url} (Ctrl-C stops it)`,
        );
        await server.stopped;
        return 0;
      }, flags),
    );
}

export interface Serving {
  readonly url: string;
  /** Settles once a signal has stopped the server and its files are gone. */
  readonly stopped: Promise<void>;
  stop(): Promise<void>;
}

/** Builds everything into a folder of its own and serves it from there. */
export async function serve(data: string, flags: ServeFlags, context: CommandContext): Promise<Serving> {
  const port = parsePort(flags.port);
  const dataset = await datasetOf(data, flags, context);
  const dir = mkdtempSync(join(tmpdir(), 'clew-serve-'));
  const clean = () => rmSync(dir, { recursive: true, force: true });
  try {
    const { files } = await buildDataset(dataset, dir, {
      viewerTemplate,
    });
    const listening = await listen({ files, index: `${dataset.id}.html` }, { host: flags.host, port });
    let settle: () => void = () => {};
    const stopped = new Promise<void>((resolve) => {
      settle = resolve;
    });
    const stop = async () => {
      await listening.close();
      clean();
      settle();
    };
    // Before the handler that ends the process: running answers may finish.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.prependOnceListener(signal, clean);
    return { url: listening.url, stopped, stop };
  } catch (error) {
    clean();
    throw error;
  }
}

async function datasetOf(data: string, flags: ServeFlags, context: CommandContext): Promise<Dataset> {
  if (!data.endsWith('.json')) return (await openDataset(data, context, { quiet: flags.json })).dataset;
  return graphToDataset(readGraphJson(readFileSync(data, 'utf8'), { file: data }));
}

/** @throws UsageError for anything but 0..65535 */
function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`not a port: ${text}`, 'A port is a whole number from 0 to 65535.');
}
