// `npm test`: types, lint, then the tests. Says first which optional things are missing and what is skipped for it.
import { fork, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

const root = join(import.meta.dirname, '..');
const env = { ...process.env };
const beside = {
  CLEW_SOURCES: join(root, '..', 'shared', 'article'),
  RDF_TESTS: join(root, '..', 'shared', 'rdf-tests'),
};
for (const [name, path] of Object.entries(beside)) {
  if (env[name] === undefined && existsSync(path)) env[name] = path;
  if (env[name] === undefined) {
    console.warn(`SKIPPED: tests that need ${name}. Set ${name}=FOLDER to run them.`);
  }
}
// Readers that we did not write judge the graph files. Where they can't be had, the tests say which of them are skipped.
const readers = fork(join(root, 'scripts', 'python-readers.mjs'), { cwd: root, env });
const ready = new Promise((resolve) => readers.once('close', resolve));
// The full check of types and style is part of a whole run, not of `npm test -- one.test.ts`.
const only = process.argv.slice(2);
if (only.length === 0) {
  // What tsc finds is kept, so that the next run looks at what changed.
  const kept = (name) => ['--incremental', '--tsBuildInfoFile', join(root, '.cache', 'tsc', `${name}.json`)];
  const checks = await Promise.all([
    run('tsc', ['-p', 'tsconfig.json', ...kept('all')], env),
    run('tsc', ['-p', 'src/viewer/tsconfig.json', ...kept('viewer')], env),
    run('biome', ['check', '--error-on-warnings', '.'], env),
  ]);
  const failed = checks.find((status) => status !== 0);
  if (failed !== undefined) process.exit(failed);
}
await ready;
const vitest = join(root, 'node_modules', '.bin', 'vitest');
process.exit(
  spawnSync(vitest, ['run', ...only], {
    cwd: root,
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  }).status ?? 1,
);
