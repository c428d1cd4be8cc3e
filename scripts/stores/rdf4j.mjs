// RDF4J Server from Maven: its war in a Jetty, with one in-memory repository.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { artifact } from './maven.mjs';
import { startProcess, untilReady } from './process.mjs';

// The war speaks javax.servlet, which Jetty 9 is the last to hold.
const WAR = { group: 'org.eclipse.rdf4j', name: 'rdf4j-http-server', version: '5.0.3', type: 'war' };
const JETTY = {
  group: 'org.eclipse.jetty',
  name: 'jetty-runner',
  version: '9.4.57.v20241219',
  type: 'jar',
};

const REPOSITORY = `
@prefix config: <tag:rdf4j.org,2023:config/> .
[] a config:Repository ;
  config:rep.id "clew" ;
  config:rep.impl [
    config:rep.type "openrdf:SailRepository" ;
    config:sail.impl [ config:sail.type "openrdf:MemoryStore" ; config:mem.persist false ]
  ] .
`;

export const rdf4j = {
  store: 'rdf4j',
  port: 28892,
  credentials: undefined,
  endpoints: (port) => {
    const repository = `http://127.0.0.1:${port}/repositories/clew`;
    return {
      endpoint: repository,
      query: repository,
      update: `${repository}/statements`,
      graphStore: `${repository}/rdf-graphs/service`,
    };
  },
  async start(dir, port) {
    const war = artifact(WAR);
    const runner = artifact(JETTY);
    mkdirSync(join(dir, 'home'), { recursive: true });
    mkdirSync(join(dir, 'tmp'), { recursive: true });
    startProcess(dir, 'java', [
      '-Xmx3g',
      `-Dorg.eclipse.rdf4j.appdata.basedir=${join(dir, 'home')}`,
      `-Djava.io.tmpdir=${join(dir, 'tmp')}`,
      '-jar',
      runner,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      war,
    ]);
    const root = `http://127.0.0.1:${port}`;
    await untilReady(dir, `${root}/protocol`, { accepts: (status) => status === 200 });
    const made = await fetch(`${root}/repositories/clew`, {
      method: 'PUT',
      headers: { 'Content-Type': 'text/turtle' },
      body: REPOSITORY,
    });
    if (!made.ok && made.status !== 409) {
      throw new Error(`RDF4J made no repository: ${made.status} ${(await made.text()).slice(0, 200)}`);
    }
  },
};
