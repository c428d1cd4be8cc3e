// One writer of ours at one size, in a process of its own: node --expose-gc ours.mjs FORMAT CLAIMS PATH [COUNT]
// COUNT: of quads, where it can't be seen from the file. Prints JSON: elements, seconds of processor and clock (the best
// of three after a first run, or the only one where that is long), seconds of the first, and how many megabytes more than
// before writing were in use at the most. No collection is asked for between runs: it throws compiled code away too.
import { closeSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import { Utf8Output } from '../../dist/build/utf8-output.js';
import {
  RDF_SYNTAXES,
  writeDatasetRdf,
  writeEdgesCsv,
  writeGexf,
  writeGraphml,
} from '../../dist/formats/index.js';
import { datasetToGraph } from '../../dist/graph/index.js';
import { articlesDataset, graphDataset } from './made-data.mjs';

const [format, claims, path, count] = process.argv.slice(2);
const GRAPH_WRITERS = {
  graphml: (graph, sink) => writeGraphml(graph, sink, { lean: true }),
  gexf: (graph, sink) => writeGexf(graph, sink, { lean: true }),
  csv: (graph, sink) => writeEdgesCsv(graph, sink),
};
/** Writes after which the memory is asked for: that costs as much as a hundred quads. */
const WATCHED = 32;
let peak = 0;

/** Into a file, as a build writes. */
function fileSink() {
  const file = openSync(path, 'w');
  let writes = 0;
  const output = new Utf8Output((bytes) => {
    writeSync(file, bytes);
    writes += 1;
    if (writes % WATCHED === 0) peak = Math.max(peak, process.memoryUsage.rss());
  });
  return {
    write: (chunk) => output.write(chunk),
    end() {
      output.flush();
      closeSync(file);
    },
  };
}

/** Of the file: as many as it has quads, in the syntaxes of lines. */
function lines() {
  const file = openSync(path, 'r');
  const buffer = new Uint8Array(1 << 18);
  let found = 0;
  for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
    for (let i = 0; i < read; i += 1) if (buffer[i] === 10) found += 1;
  }
  closeSync(file);
  return found;
}

/** Seconds from which one run is enough. */
const LONG = 5;
let write;
let elements;
if (RDF_SYNTAXES.includes(format)) {
  const dataset = articlesDataset(Number(claims));
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
let first;
globalThis.gc?.();
const before = process.memoryUsage.rss();
for (let run = 0; run < 4; run += 1) {
  rmSync(path, { force: true });
  const start = performance.now();
  const busy = process.cpuUsage();
  await write();
  const { user, system } = process.cpuUsage(busy);
  const time = { cpu: (user + system) / 1e6, wall: (performance.now() - start) / 1000 };
  first ??= time.cpu;
  if ((run > 0 || time.cpu > LONG) && time.cpu < best.cpu) best = time;
  if (time.cpu > LONG) break;
}
elements ??= Number(count) || lines();
console.log(
  JSON.stringify({
    elements,
    ...best,
    first,
    bytes: statSync(path).size,
    more: Math.max(0, peak - before) / 1e6,
  }),
);
