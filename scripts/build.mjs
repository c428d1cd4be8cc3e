// Builds dist/: the library by tsc, the command as one file and the viewer as one page by vite, side by side where none
// writes over another. Run by `prepare`, so an install is ready to use.
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { fingerprint } from './fingerprint.mjs';
import { run } from './run.mjs';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const viewer = join('src', 'viewer');

rmSync(dist, { recursive: true, force: true });
// The viewer takes as long as all the rest together.
const page = run('vite', ['build', '--logLevel', 'error', '--config', join(viewer, 'vite.config.ts')]);
// The command's file goes where tsc puts the module of that name, so tsc comes first. Types are not checked here:
// `npm test` and `npm run typecheck` do that, and an install has no use for it.
ends(await run('tsc', ['-p', 'tsconfig.build.json', '--noCheck']));
// One file starts in half the time of three hundred. Its dependencies are in it; the library's are not. What commands load
// only when it is asked for (`import()`) stands beside it, so that the others do not read it at their start.
const command = await build({
  logLevel: 'error',
  root,
  configFile: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: join(root, 'src', 'cli', 'main.ts'),
    outDir: join(dist, 'cli'),
    target: 'node20',
    emptyOutDir: false,
    rollupOptions: { output: { entryFileNames: 'main.js', chunkFileNames: 'on-demand/[name].js' } },
  },
});
writeFileSync(
  join(dist, 'cli', 'THIRD_PARTY.txt'),
  thirdParty(command.output.flatMap((file) => file.moduleIds ?? [])),
);
// The query page's script lies in the viewer's folder, which the viewer empties first.
ends(await page);
ends(
  await run('vite', ['build', '--logLevel', 'error', '--config', join(viewer, 'query', 'query.config.ts')]),
);
chmodSync(join(dist, 'cli', 'main.js'), 0o755);
writeFileSync(join(dist, '.fingerprint'), fingerprint(root));

/** Gives a failure on. */
function ends(status) {
  if (status !== 0) process.exit(status);
}

/** Name, version and licence text of every package that the command holds a copy of, as their licences ask. */
function thirdParty(modules) {
  const folders = new Set();
  for (const id of modules) {
    const folder = /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id)?.[1];
    if (folder !== undefined) folders.add(folder);
  }
  const notice = (folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : ''}\n`;
  };
  return [...folders]
    .sort()
    .map(notice)
    .join(`\n${'-'.repeat(80)}\n\n`);
}
