// The two servers on the same data: `clew serve` in a process of its own, and Fuseki that `clew load` has filled.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildDataset } from '../../dist/build/index.js';
import { startStore, Unavailable } from '../../scripts/stores/stores.mjs';
import { articlesDataset } from '../made/articles.mjs';

export { Unavailable };

const main = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'main.js');

/**
 * Builds what is served, fresh: an `.nq` for the peer, and a `.json` or the folder itself for ours.
 * @param {{ data: string, claims?: number }} source a folder or `.json`, or how many made-up claims instead
 * @returns {Promise<{ served: string, quads: string }>} paths
 */
export async function builtData({ data, claims }, dir) {
  if (claims === undefined) {
    run(['build', data, '--out', dir, '--formats', 'nq', '--json']);
  } else {
    await buildDataset(articlesDataset(claims), dir, { formats: ['nq', 'json'], viewerTemplate: () => '' });
  }
  const named = (ending) =>
    join(
      dir,
      readdirSync(dir).find((name) => name.endsWith(ending)),
    );
  return { served: claims === undefined ? data : named('.json'), quads: named('.nq') };
}

/** @returns {Promise<{ endpoint: URL, pid: number, stop(): Promise<void> }>} */
export async function startOurs(served) {
  const server = spawn(process.execPath, [main, 'serve', served, '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
  };
  for await (const line of createInterface({ input: server.stdout })) {
    return { endpoint: new URL('sparql', JSON.parse(line).url), pid: server.pid, stop };
  }
  throw new Error('clew serve said nothing');
}

/** Fuseki with the quads in it, each graph proved by `clew load`. @throws {Unavailable} where Java, Maven or Fuseki can't be had */
export async function startPeer(quads) {
  const store = await startStore('fuseki', { port: await freePort() });
  const { credentials, endpoints, pid, stop } = store;
  try {
    run(['load', endpoints.endpoint, quads, '--json'], {
      CLEW_STORE_USER: credentials.user,
      CLEW_STORE_PASSWORD: credentials.password,
    });
    const secret = Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64');
    return { endpoint: overUnion(endpoints.query), headers: { authorization: `Basic ${secret}` }, pid, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Jena's name for the union of all named graphs, which is the default graph of `clew serve`. */
export function overUnion(address) {
  const url = new URL(address);
  url.searchParams.set('default-graph-uri', 'urn:x-arq:UnionGraph');
  return url;
}

function run(args, env = {}) {
  const { status, stderr } = spawnSync(process.execPath, [main, ...args], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`clew ${args[0]} ended with ${status}: ${stderr}`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
