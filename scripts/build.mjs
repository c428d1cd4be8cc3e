// Builds dist/: the library by tsc, the command as one file and the viewer as one page by vite, side by side, since none
// needs another. Run by `prepare`, so an install is ready to use.
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { fingerprint } from './fingerprint.mjs';
import { run } from './run.mjs';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const viewer = join('src', 'viewer');

rmSync(dist, { recursive: true, force: true });
const others = Promise.all([
  run('tsc', ['-p', 'tsconfig.build.json']),
  run('vite', ['build', '--logLevel', 'error', '--config', join(viewer, 'vite.config.ts')]),
  run('vite', ['build', '--logLevel', 'error', '--config', join(viewer, 'query', 'query.config.ts')]),
]);
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
const failed = (await others).find((status) => status !== 0);
if (failed !== undefined) process.exit(failed);
chmodSync(join(dist, 'cli', 'main.js'), 0o755);
writeFileSync(join(dist, '.fingerprint'), fingerprint(root));

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
