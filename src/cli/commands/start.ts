/** `clew start`: the main job for a newcomer. Builds the shipped article, says where the viewer is, opens it if it can. */
import { spawn } from 'node:child_process';
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from 'commander';
import { buildDataset } from '../../build/index.ts';
import { type CommandContext, count } from '../context.ts';
import { openDataset } from '../open-dataset.ts';
import { packageRoot } from '../package-root.ts';
import type { Runner } from '../program.ts';
import { fileLines } from '../text.ts';
import { viewerTemplate } from './build.ts';

export function addStart(program: Command, { context, run }: Runner): void {
  program
    .command('start')
    .description('build the shipped article into exports/ and open the viewer (what `npm start` runs)')
    .option('--no-open', 'do not open a browser')
    .addHelpText('after', '\nExample:\n  clew start --no-open')
    .action((flags: { open: boolean }) =>
      run(async () => {
        const { dataset } = await openDataset(packageRoot('data'), context);
        const out = packageRoot('exports');
        const { files, graph } = await buildDataset(dataset, out, {
          viewerTemplate,
        });
        const claims = dataset.articles.reduce((sum, article) => sum + article.claims.length, 0);
        const entities = graph.filterNodes((_, { role }) => role === 'entity').length;
        context.out(
          `Built ${count(claims, 'claim')} about ${count(entities, 'entity').replace(/entitys$/, 'entities')}:`,
        );
        for (const line of fileLines(
          files.map((file) => ({ ...file, path: relative(process.cwd(), file.path) })),
        )) {
          context.out(`  ${line}`);
        }
        const page = files.find(({ name }) => name.endsWith('.html'));
        if (page === undefined) return 0;
        const url = pathToFileURL(page.path).href;
        context.out(`\nThe viewer: ${url}`);
        const opened = flags.open && openInBrowser(url, context);
        context.out(
          opened ? 'It opens in your browser now.' : 'Open it in any browser; it needs no network.',
        );
        return 0;
      }),
    );
}

/** True where a browser was asked to open the page: on a desktop, not on a server or in a pipeline. */
function openInBrowser(url: string, { env }: CommandContext): boolean {
  if (env.CI) return false;
  const command =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['explorer.exe']
        : env.DISPLAY || env.WAYLAND_DISPLAY
          ? ['xdg-open']
          : undefined;
  if (command === undefined) return false;
  const child = spawn(command[0]!, [url], { detached: true, stdio: 'ignore' });
  // Where there is no such program the address is on screen already.
  child.on('error', () => {});
  child.unref();
  return true;
}
