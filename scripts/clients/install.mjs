// Gets the clients of SPARQL that are too heavy for package.json, pinned: Comunica into .cache/clients, SPARQLWrapper into .cache/sparqlwrapper.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// 5.4.1 does not start on Node 20.
const COMUNICA = '4.5.0';
const SPARQL_WRAPPER = '2.0.0';
const cache = join(import.meta.dirname, '..', '..', '.cache');
const run = (file, args, cwd) =>
  execFileSync(file, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 300_000,
    shell: process.platform === 'win32',
  });
const reason = (error) =>
  String(error.stderr || error.message)
    .trim()
    .split('\n')
    .at(-1)
    .slice(0, 200);

/** Makes a folder once. @returns {{ folder: string, missing?: string }} `missing` says why it can't be had */
function once(name, make) {
  const folder = join(cache, name);
  if (existsSync(join(folder, 'done'))) return { folder };
  console.error(`Installing into .cache/${name} …`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    make(folder);
    writeFileSync(join(folder, 'done'), '');
    return { folder };
  } catch (error) {
    return { folder, missing: reason(error) };
  }
}

export const comunica = () =>
  once(`comunica-${COMUNICA}`, (folder) => {
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
    run(
      'npm',
      ['install', '--no-audit', '--no-fund', '--loglevel', 'error', `@comunica/query-sparql@${COMUNICA}`],
      folder,
    );
  });

export const sparqlWrapper = () =>
  once(`sparqlwrapper-${SPARQL_WRAPPER}`, (folder) => {
    run('python3', ['-m', 'venv', join(folder, 'venv')], folder);
    run(pythonIn(folder), ['-m', 'pip', 'install', '--quiet', `SPARQLWrapper==${SPARQL_WRAPPER}`], folder);
  });

export const pythonIn = (folder) =>
  process.platform === 'win32'
    ? join(folder, 'venv', 'Scripts', 'python.exe')
    : join(folder, 'venv', 'bin', 'python');
