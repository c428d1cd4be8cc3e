// `npm test`: types, lint, then the tests. Says first which optional things are missing and what is skipped for it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

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
spawnSync(process.execPath, [join(root, 'scripts', 'python-readers.mjs')], {
  cwd: root,
  stdio: 'inherit',
  env,
});
const bin = (name) => join(root, 'node_modules', '.bin', name);
const shell = process.platform === 'win32';
// The full check of types and style is part of a whole run, not of `npm test -- one.test.ts`.
const only = process.argv.slice(2);
if (only.length === 0) {
  for (const [name, ...args] of [
    ['tsc', '-p', 'tsconfig.json'],
    ['tsc', '-p', 'src/viewer/tsconfig.json'],
    ['biome', 'check', '--error-on-warnings', '.'],
  ]) {
    const { status } = spawnSync(bin(name), args, { cwd: root, stdio: 'inherit', env, shell });
    if (status !== 0) process.exit(status ?? 1);
  }
}
process.exit(
  spawnSync(bin('vitest'), ['run', ...only], { cwd: root, stdio: 'inherit', env, shell }).status ?? 1,
);
