/**
 * A thread with Oxigraph in it: loads what it is given, then answers one query after the other. It knows no limits of time
 * or memory; whoever holds it ends it. Plain JavaScript, because threads are started from the file as it is.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { defaultGraph, initSync, namedNode, Store } from 'oxigraph/web.js';
import { cutResult } from './cut-result.js';

/** @typedef {import('./messages.ts').Job} Job */
/** @typedef {import('./messages.ts').Reply} Reply */
/** @typedef {import('./messages.ts').WorkerSetup} WorkerSetup */

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);
const setup = /** @type {WorkerSetup} */ (workerData);
/** Bytes handed over at once, so that no second copy of everything lies in the engine's memory. */
const CHUNK = 1024 * 1024;
const JSON_RESULTS = 'application/sparql-results+json';
const NTRIPLES = 'application/n-triples';

/** @type {Store} */
let store;
/** True where one graph holds everything, so that the union of graphs has each triple once without being made. */
let single = true;

/** Of the sources, the one that is being loaded. */
let source = 0;
try {
  initSync({ module: setup.module });
  store = new Store();
  for (const { bytes, format, base, graph } of setup.sources) {
    source += 1;
    store.load(chunks(bytes), {
      format,
      ...(base === undefined ? {} : { base_iri: base }),
      ...(graph === undefined ? {} : { to_graph_name: namedNode(graph) }),
    });
  }
  const quads = store.size;
  const graphs = graphCounts();
  const named = graphs.reduce((sum, { triples }) => sum + triples, 0);
  single = graphs.length === 0 || (graphs.length === 1 && named === quads);
  // Oxigraph's own union gives a triple once for each graph that has it; the default graph here is the merged one.
  if (!single) store.update('INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }');
  port.postMessage({ ready: true, quads, graphs });
} catch (error) {
  port.postMessage({ ready: false, said: said(error), broken: isBroken(error), source: source - 1 });
}

port.on('message', (/** @type {Job} */ job) => {
  /** @type {Reply} */
  let reply;
  try {
    reply = answer(job);
  } catch (error) {
    reply = { id: job.id, said: said(error), broken: isBroken(error) };
  }
  port.postMessage(reply, 'bytes' in reply ? [/** @type {ArrayBuffer} */ (reply.bytes.buffer)] : []);
});

/** @param {Uint8Array} bytes */
function* chunks(bytes) {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

function graphCounts() {
  const text = store.query('SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g', {
    results_format: JSON_RESULTS,
  });
  /** @type {{ g: { value: string }, n: { value: string } }[]} */
  const rows = JSON.parse(/** @type {string} */ (text)).results.bindings;
  return rows.map(({ g, n }) => ({ name: g.value, triples: Number(n.value) }));
}

/** @param {Job} job @returns {Reply} */
function answer(job) {
  const { id, graph, rows, bytes: most } = job;
  const [target, options] = datasetOf(job);
  const format = graph ? NTRIPLES : job.format;
  const run = (/** @type {string} */ text, /** @type {string} */ as) =>
    /** @type {string} */ (target.query(text, { ...options, results_format: as }));
  try {
    const whole = run(job.star === undefined ? job.text : starFilled(job.star, run), format);
    const { text: cut, more } = cutResult(whole, format, rows);
    const text = graph && job.format !== NTRIPLES ? rewritten(cut, job.format) : cut;
    const bytes = new TextEncoder().encode(text);
    if (bytes.length > most) return { id, tooLarge: bytes.length };
    return { id, bytes, more };
  } finally {
    if (target !== store) freed(target);
  }
}

/**
 * The store to ask and the dataset to ask of it: that of the protocol, else that of the query, else the union of all graphs.
 * @param {Job} job
 * @returns {[Store, { base_iri?: string, default_graph?: any, named_graphs?: any, use_default_graph_as_union?: boolean }]}
 */
function datasetOf({ base, dataset, own }) {
  const common = base === undefined ? {} : { base_iri: base };
  const wanted = dataset ?? own;
  if (wanted === undefined) return [store, { ...common, use_default_graph_as_union: single }];
  const { defaultGraphs, namedGraphs } = wanted;
  const named = { ...common, named_graphs: namedGraphs.map((name) => namedNode(name)) };
  if (defaultGraphs.length < 2) {
    return [store, { ...named, default_graph: defaultGraphs.map((name) => namedNode(name)) }];
  }
  return [mergedStore(wanted), { ...named, default_graph: [defaultGraph()] }];
}

/**
 * A store whose default graph is the merge of several, each triple once (SPARQL 1.1 section 13.2), which Oxigraph's own is not.
 * @param {import('./messages.ts').GraphNames} dataset
 */
function mergedStore({ defaultGraphs, namedGraphs }) {
  const made = new Store();
  const copy = (/** @type {string} */ from, /** @type {boolean} */ keep) => {
    const name = namedNode(from);
    const text = store.dump({ format: NTRIPLES, from_graph_name: name });
    made.load(text, { format: NTRIPLES, ...(keep ? { to_graph_name: name } : {}) });
  };
  for (const graph of defaultGraphs) copy(graph, false);
  for (const graph of namedGraphs) copy(graph, true);
  return made;
}

/**
 * Gives the memory of a store back now, not when somebody collects it; the package's types leave this out.
 * @param {any} made
 */
function freed(made) {
  made.free();
}

/**
 * `SELECT *` with its columns in the order of the query; Oxigraph's own order is that of the alphabet.
 * @param {NonNullable<Job['star']>} star
 * @param {(text: string, format: string) => string} run
 */
function starFilled({ probe, order, around }, run) {
  /** @type {string[]} */
  const names = JSON.parse(run(probe, JSON_RESULTS)).head.vars;
  const place = new Map(order.map((name, index) => [name, index]));
  names.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
  return around.join(names.length === 0 ? '*' : ` ${names.map((name) => `?${name}`).join(' ')} `);
}

/** @param {string} ntriples @param {string} format */
function rewritten(ntriples, format) {
  const made = new Store();
  made.load(ntriples, { format: NTRIPLES });
  try {
    return made.dump({ format, from_graph_name: defaultGraph() });
  } finally {
    freed(made);
  }
}

/** @param {unknown} error */
function said(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * True where the engine itself gave up: its stack or its memory was full, and what it holds can no longer be trusted.
 * @param {unknown} error
 */
function isBroken(error) {
  return error instanceof RangeError || (error instanceof Error && error.name === 'RuntimeError');
}
