// `npm run test:judges`: gets the readers that we did not write, says which can't be had, and lets them read what we write.
// Packages of the system are installed only as root on Debian and its kin; elsewhere their names are told.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { getLibraries, LIBRARIES } from './maven-judges.mjs';
import { getPipJudge, PIP_JUDGES } from './pip-judges.mjs';

const root = join(import.meta.dirname, '..', '..');
const quiet = { cwd: root, stdio: 'ignore' };
const has = (command) => spawnSync(command, ['--help'], quiet).error === undefined;
const skipped = (what, why) => console.warn(`SKIPPED: ${what}: ${why}`);

/** Commands by the Debian package that has them. */
const PACKAGES = {
  rapper: 'raptor2-utils',
  serdi: 'serdi',
  dot: 'graphviz',
  java: 'default-jdk-headless',
  mvn: 'maven',
};
const missing = Object.keys(PACKAGES).filter((command) => !has(command));
if (missing.length > 0 && process.getuid?.() === 0 && has('apt-get')) {
  console.error(`Installing ${missing.map((command) => PACKAGES[command]).join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { ...quiet, env });
  const names = missing.map((command) => PACKAGES[command]);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], { ...quiet, env });
}
for (const command of missing.filter((one) => !has(one))) {
  skipped(command, `not installed (on Debian: apt-get install ${PACKAGES[command]})`);
}
if (spawnSync(process.execPath, [join(root, 'scripts', 'python-readers.mjs')], { cwd: root }).status !== 0) {
  skipped('rdflib, NetworkX, igraph, lxml', 'not installed; scripts/python-readers.mjs says why');
}
for (const name of Object.keys(LIBRARIES)) {
  const why = has('java') && has('mvn') ? getLibraries(name) : 'it needs Java 17 and Maven';
  if (why !== undefined) skipped(name, why);
}
for (const name of Object.keys(PIP_JUDGES)) {
  const why = getPipJudge(name);
  if (why !== undefined) skipped(name, why);
}
const env = { ...process.env };
const suites = join(root, '..', 'shared', 'rdf-tests');
if (env.RDF_TESTS === undefined && existsSync(suites)) env.RDF_TESTS = suites;

const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const args = [vitest, 'run', '--config', 'vitest.judges.config.ts', ...process.argv.slice(2)];
process.exit(spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status ?? 1);
