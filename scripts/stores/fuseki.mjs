// Apache Jena Fuseki from Maven: one jar, a transactional dataset in memory, or in TDB2 with `persistent`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { artifact } from './maven.mjs';
import { startProcess, untilReady } from './process.mjs';

// 5.x is the last line that runs on Java 17.
const SERVER = { group: 'org.apache.jena', name: 'jena-fuseki-server', version: '5.5.0', type: 'jar' };

const CREDENTIALS = { user: 'clew', password: 'thread' };

export const fuseki = {
  store: 'fuseki',
  port: 28891,
  credentials: CREDENTIALS,
  endpoints: (port) => ({
    endpoint: `http://127.0.0.1:${port}/ds`,
    query: `http://127.0.0.1:${port}/ds/query`,
    update: `http://127.0.0.1:${port}/ds/update`,
    graphStore: `http://127.0.0.1:${port}/ds/data`,
  }),
  async start(dir, port, { persistent = false } = {}) {
    const jar = artifact(SERVER);
    mkdirSync(join(dir, 'tdb2'), { recursive: true });
    writeFileSync(join(dir, 'passwd'), `${CREDENTIALS.user}: ${CREDENTIALS.password}\n`, { mode: 0o600 });
    const storage = persistent ? ['--tdb2', `--loc=${join(dir, 'tdb2')}`] : ['--mem'];
    startProcess(
      dir,
      'java',
      [
        '-Xmx2g',
        '-jar',
        jar,
        '--localhost',
        `--port=${port}`,
        `--passwd=${join(dir, 'passwd')}`,
        '--auth=basic',
        ...storage,
        '--update',
        '/ds',
      ],
      { FUSEKI_BASE: join(dir, 'base') },
    );
    await untilReady(dir, `http://127.0.0.1:${port}/$/ping`);
  },
};
