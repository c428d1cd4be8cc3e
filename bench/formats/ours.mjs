// One writer of ours at one size, in a process of its own: node --expose-gc ours.mjs FORMAT CLAIMS PATH
// Prints JSON: elements, seconds of processor and clock (the best of three after a first run), and how many megabytes
// more than before writing were in use at the most.
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import {
  RDF_SYNTAXES,
  writeDatasetRdf,
  writeEdgesCsv,
  writeGexf,
  writeGraphml,
} from '../../dist/formats/index.js';
import { datasetToGraph } from '../../dist/graph/index.js';
import { QuadTally } from '../../dist/rdf/index.js';
import { articlesDataset, graphDataset } from './made-data.mjs';

const [format, claims, path] = process.argv.slice(2);
const GRAPH_WRITERS = {
  graphml: (graph, sink) => writeGraphml(graph, sink, { lean: true }),
  gexf: (graph, sink) => writeGexf(graph, sink, { lean: true }),
  csv: (graph, sink) => writeEdgesCsv(graph, sink),
};
const ENCODER = new TextEncoder();
const BUFFER = new Uint8Array(1 << 18);
let peak = 0;

/** Into a file, as a build writes. */
function fileSink() {
  const file = openSync(path, 'w');
  let writes = 0;
  return {
    write(chunk) {
      for (let text = chunk; text !== ''; ) {
        const { read, written } = ENCODER.encodeInto(text, BUFFER);
        writeSync(file, BUFFER, 0, written);
        text = text.slice(read);
      }
      writes += 1;
      // Asking costs as much as a hundred quads.
      if (writes % 16 === 0) peak = Math.max(peak, process.memoryUsage.rss());
    },
    end: () => closeSync(file),
  };
}

let write;
let elements;
if (RDF_SYNTAXES.includes(format)) {
  const dataset = articlesDataset(Number(claims));
  const tally = new QuadTally(dataset.base);
  await writeDatasetRdf(dataset, format, { write() {}, end() {} }, { tally });
  elements = tally.quads;
  write = () => writeDatasetRdf(dataset, format, fileSink());
} else {
  const graph = datasetToGraph(graphDataset(Number(claims)));
  graph.updateEachNodeAttributes((key, attributes) => ({
    ...attributes,
    x: Number(key.slice(7)) / 7,
    y: 1 / 3,
  }));
  elements = graph.order + graph.size;
  write = () => GRAPH_WRITERS[format](graph, fileSink());
}

let best = { cpu: Number.POSITIVE_INFINITY };
globalThis.gc?.();
const before = process.memoryUsage.rss();
for (let run = 0; run < 4; run += 1) {
  globalThis.gc?.();
  const start = performance.now();
  const busy = process.cpuUsage();
  await write();
  const { user, system } = process.cpuUsage(busy);
  const time = { cpu: (user + system) / 1e6, wall: (performance.now() - start) / 1000 };
  if (run > 0 && time.cpu < best.cpu) best = time;
}
console.log(
  JSON.stringify({ elements, ...best, bytes: statSync(path).size, more: Math.max(0, peak - before) / 1e6 }),
);
