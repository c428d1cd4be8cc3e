// One peer in JavaScript, given the file that ours wrote: node --expose-gc peer.mjs PEER SOURCE PATH
// n3: its StreamWriter on ready-made quads; oxigraph: dump of a loaded store; graphology-gexf: a graph that was read.
// Reading is not timed. Prints JSON: seconds of processor and clock (the best of three after a first run, or the only one
// where that is long), seconds of the first, megabytes at the most, with them the graph that is written, which has to be held.
import { closeSync, createReadStream, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { timedRuns } from './runs.mjs';

const [peer, source, path] = process.argv.slice(2);
const PEERS = {
  'n3 nquads': () => n3('application/n-quads'),
  'n3 trig': () => n3('application/trig'),
  async oxigraph() {
    const { Store } = (await import('oxigraph')).default;
    const store = new Store();
    store.load(readFileSync(source, 'utf8'), { format: 'application/n-quads', no_transaction: true });
    return () => writeFileSync(path, store.dump({ format: 'application/n-quads' }));
  },
  async 'graphology-gexf'() {
    const { write } = (await import('graphology-gexf')).default;
    const { MultiDirectedGraph } = await import('graphology');
    // Its parser works on the browser's DOM; without one the graph is made from what the file says.
    const graph = new MultiDirectedGraph();
    for await (const line of createInterface({ input: createReadStream(source) })) {
      const [, node, name] = /<node id="([^"]*)" label="([^"]*)"/.exec(line) ?? [];
      if (node !== undefined) graph.addNode(node, { label: name });
      const [, edge, from, to, label] =
        /<edge id="([^"]*)" source="([^"]*)" target="([^"]*)" label="([^"]*)"/.exec(line) ?? [];
      if (edge !== undefined) graph.addEdgeWithKey(edge, from, to, { label });
    }
    return () => writeFileSync(path, write(graph, { version: '1.3' }));
  },
};

async function n3(format) {
  const { Parser, StreamWriter } = await import('n3');
  const quads = new Parser({ format: 'application/n-quads' }).parse(readFileSync(source, 'utf8'));
  const prefixes = {
    ex: 'https://vocab.example/ns#',
    clew: 'https://w3id.org/clew/ns#',
    oa: 'http://www.w3.org/ns/oa#',
  };
  return () =>
    new Promise((resolve, reject) => {
      const file = openSync(path, 'w');
      const writer = new StreamWriter({ format, prefixes });
      const output = new Writable({
        write(chunk, _, done) {
          writeSync(file, chunk);
          done();
        },
      });
      output.on('finish', () => {
        closeSync(file);
        resolve();
      });
      writer.on('error', reject).pipe(output);
      let next = 0;
      const feed = () => {
        while (next < quads.length) {
          next += 1;
          if (!writer.write(quads[next - 1])) return void writer.once('drain', feed);
        }
        writer.end();
      };
      feed();
    });
}

const times = await timedRuns(await PEERS[peer](), path);
console.log(JSON.stringify({ ...times, more: process.resourceUsage().maxRSS / 1000 }));
