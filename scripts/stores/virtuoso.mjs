// Virtuoso 7 from Debian: its two small packages, no service, one folder for everything.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Unavailable } from './maven.mjs';
import { startProcess, untilReady } from './process.mjs';

const PACKAGES = ['virtuoso-opensource-7-bin', 'virtuoso-opensource-7-common'];

/** What a fresh database has; the server listens on loopback alone. */
const CREDENTIALS = { user: 'dba', password: 'dba' };

function install() {
  if (spawnSync('virtuoso-t', ['-?'], { stdio: 'ignore' }).error === undefined) return;
  if (process.getuid?.() !== 0) throw new Unavailable(`install ${PACKAGES.join(' and ')}, or run as root`);
  console.error(`Installing ${PACKAGES.join(' and ')} …`);
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 300_000,
    });
  apt('update', '-qq');
  const { status, stderr } = apt('install', '-y', '-qq', '--no-install-recommends', ...PACKAGES);
  if (status !== 0) {
    throw new Unavailable(
      `Virtuoso can't be installed: ${stderr?.trim().split('\n').at(-1) ?? 'no apt-get'}`,
    );
  }
}

export const virtuoso = {
  store: 'virtuoso',
  port: 28890,
  credentials: CREDENTIALS,
  endpoints: (port) => ({
    endpoint: `http://127.0.0.1:${port}/sparql`,
    query: `http://127.0.0.1:${port}/sparql`,
    update: `http://127.0.0.1:${port}/sparql-auth`,
    graphStore: `http://127.0.0.1:${port}/sparql-graph-crud-auth`,
  }),
  async start(dir, port) {
    install();
    mkdirSync(join(dir, 'vsp'), { recursive: true });
    const at = (name) => join(dir, name);
    const settings = {
      Database: {
        DatabaseFile: at('virtuoso.db'),
        ErrorLogFile: at('virtuoso.log'),
        LockFile: at('virtuoso.lck'),
        TransactionFile: at('virtuoso.trx'),
        xa_persistent_file: at('virtuoso.pxa'),
        FileExtend: 200,
        TempStorage: 'TempDatabase',
      },
      TempDatabase: { DatabaseFile: at('virtuoso-temp.db'), TransactionFile: at('virtuoso-temp.trx') },
      // The port of SQL lies a thousand below, wherever there is room.
      Parameters: {
        ServerPort: `127.0.0.1:${port > 2_000 ? port - 1_000 : port + 1_000}`,
        DisableUnixSocket: 1,
        NumberOfBuffers: 40_000,
        MaxDirtyBuffers: 30_000,
        CheckpointInterval: 0,
        CaseMode: 2,
      },
      HTTPServer: { ServerPort: `127.0.0.1:${port}`, ServerRoot: at('vsp'), ServerThreads: 10 },
      SPARQL: {
        ResultSetMaxRows: 1_000_000,
        MaxQueryCostEstimationTime: 4_000,
        MaxQueryExecutionTime: 120,
      },
    };
    const ini = Object.entries(settings).map(
      ([section, values]) =>
        `[${section}]\n${Object.entries(values)
          .map(([key, value]) => `${key}=${value}\n`)
          .join('')}`,
    );
    writeFileSync(at('virtuoso.ini'), ini.join('\n'));
    startProcess(dir, 'virtuoso-t', ['+foreground', '+configfile', at('virtuoso.ini')]);
    await untilReady(dir, `http://127.0.0.1:${port}/sparql`);
  },
};
