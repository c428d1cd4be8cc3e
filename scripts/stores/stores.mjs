// Real triple stores on loopback, for tests and benchmarks: installed from public packages, kept in .cache/stores.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fuseki } from './fuseki.mjs';
import { oxigraph } from './oxigraph.mjs';
import { deathOf, runningPid, stopProcess } from './process.mjs';
import { rdf4j } from './rdf4j.mjs';
import { virtuoso } from './virtuoso.mjs';

export { Unavailable } from './maven.mjs';

const STORES = { virtuoso, fuseki, rdf4j, oxigraph };

export const STORE_NAMES = Object.keys(STORES);

const folderOf = (name, dir) => dir ?? join(import.meta.dirname, '..', '..', '.cache', 'stores', name);

/**
 * Starts a store with nothing in it and waits until it answers.
 * @throws {Unavailable} where its packages can't be had
 */
export async function startStore(name, { port, dir, ...options } = {}) {
  const store = STORES[name];
  const folder = folderOf(name, dir);
  await stopProcess(folder);
  rmSync(folder, { recursive: true, force: true });
  const chosen = port ?? store.port;
  const stop = () => stopProcess(folder);
  try {
    await store.start(folder, chosen, options);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...facts(name, chosen), pid: runningPid(folder), stop, death: () => deathOf(folder) };
}

export function stopStore(name, { dir } = {}) {
  return stopProcess(folderOf(name, dir));
}

/** @returns {number | undefined} the pid while it runs */
export function storePid(name, { dir } = {}) {
  return runningPid(folderOf(name, dir));
}

function facts(name, port) {
  const { store, credentials, endpoints } = STORES[name];
  return { name, store, port, endpoints: endpoints(port), ...(credentials && { credentials }) };
}
