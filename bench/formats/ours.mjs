// One writer of ours at one size, in a process of its own: node --expose-gc ours.mjs FORMAT CLAIMS PATH [COUNT]
// COUNT: of quads, where it can't be seen from the file. Prints JSON: elements, seconds of processor and clock (the best
// of three after a first run, or the second where that is long), seconds of the first, and how many megabytes more than
// before writing the process had at the most (`more`), and were held at the most (`held`): alive after a collection, asked
// for now and then in the first run, whose time is taken out. What the process has beyond that is garbage that V8, with a
// large model beside it, was in no hurry to collect.
import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { Utf8Output } from '../../dist/build/utf8-output.js';
import {
  RDF_SYNTAXES,
  writeDatasetRdf,
  writeEdgesCsv,
  writeGexf,
  writeGraphJson,
  writeGraphml,
} from '../../dist/formats/index.js';
import { datasetToGraph } from '../../dist/graph/index.js';
import { articlesDataset, graphDataset } from '../made/articles.mjs';
import { timedRuns } from './runs.mjs';

const [format, claims, path, count] = process.argv.slice(2);
const GRAPH_WRITERS = {
  graphml: (graph, sink) => writeGraphml(graph, sink, { lean: true }),
  gexf: (graph, sink) => writeGexf(graph, sink, { lean: true }),
  csv: (graph, sink) => writeEdgesCsv(graph, sink),
  json: (graph, sink) => writeGraphJson(graph, sink),
};
/** Writes after which the memory is asked for: that costs as much as a hundred quads. */
const WATCHED = 32;
let peak = 0;

/** Asks for what is alive, for at most a tenth of the time, and keeps how long that took. */
class Watch {
  held = 0;
  seconds = 0;
  #next = 0;

  look() {
    if (performance.now() < this.#next) return;
    const start = performance.now();
    const busy = process.cpuUsage();
    globalThis.gc();
    this.held = Math.max(this.held, process.memoryUsage().heapUsed);
    const { user, system } = process.cpuUsage(busy);
    this.seconds += (user + system) / 1e6;
    this.#next = performance.now() + 10 * (performance.now() - start);
  }
}
const watch = new Watch();
let watching = false;

/** Into a file, as a build writes. */
function fileSink() {
  const file = openSync(path, 'w');
  let writes = 0;
  const output = new Utf8Output((bytes) => {
    writeSync(file, bytes);
    writes += 1;
    if (watching) watch.look();
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

globalThis.gc();
const before = process.memoryUsage.rss();
const alive = process.memoryUsage().heapUsed;
const times = await timedRuns(
  (run) => {
    watching = run === 0;
    return write();
  },
  path,
  (run) => (run === 0 ? watch.seconds : 0),
);
elements ??= Number(count) || lines();
console.log(
  JSON.stringify({
    elements,
    ...times,
    bytes: statSync(path).size,
    more: Math.max(0, peak - before) / 1e6,
    held: Math.max(0, watch.held - alive) / 1e6,
  }),
);
