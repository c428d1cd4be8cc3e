// Time and quality of the layout against 500 iterations of graphology's ForceAtlas2 on the same graph, in one run.
// npm run build; node bench/layout.mjs [NODES ...] [--full]
//   NODES   sizes, 1000 and 10000 if none is given; edges are three times as many
//   --full  runs all 500 iterations, 5 otherwise and multiplies out; then compares the pictures too
import { MultiDirectedGraph, UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { layoutGraph } from '../dist/layout/index.js';
import { randomFrom } from './made/random.mjs';

const PEER_ITERATIONS = 500;
const MULTIPLIED_OUT_FROM = 5;

/** As articles with entities in common: each node joins three earlier ones, busy ones first, mostly of its hundred. */
function pairsOf(nodes) {
  const random = randomFrom(nodes);
  const communities = Math.ceil(nodes / 100);
  const ends = Array.from({ length: communities + 1 }, () => []);
  const pairs = [];
  for (let node = 0; node < nodes; node += 1) {
    const own = node % communities;
    for (let link = 0; link < 3; link += 1) {
      const pool = ends[random() < 0.85 && ends[own].length > 0 ? own : communities];
      if (pool.length === 0) continue;
      const other = pool[Math.floor(random() * pool.length)];
      if (other === node) continue;
      pairs.push([node, other]);
      ends[own].push(other);
      ends[communities].push(node, other);
    }
    ends[own].push(node);
    ends[communities].push(node);
  }
  return pairs;
}

const idOf = (node) => `e${String(node).padStart(7, '0')}`;

function clewGraph(nodes, pairs) {
  const graph = new MultiDirectedGraph();
  for (let node = 0; node < nodes; node += 1) graph.addNode(idOf(node), { role: 'entity', x: 0, y: 0 });
  for (const [i, [from, to]] of pairs.entries()) {
    graph.addEdgeWithKey(`a/c${i}`, idOf(from), idOf(to), { role: 'claim' });
  }
  return graph;
}

function peerGraph(nodes, pairs) {
  const random = randomFrom(1);
  const graph = new UndirectedGraph();
  for (let node = 0; node < nodes; node += 1) graph.addNode(idOf(node), { x: random(), y: random() });
  for (const [from, to] of pairs) graph.mergeEdge(idOf(from), idOf(to));
  return graph;
}

function timed(work) {
  const start = performance.now();
  const result = work();
  return { seconds: (performance.now() - start) / 1000, result };
}

/** How well the picture shows the graph: lower stress, less crossing, more neighbours kept are better. */
function quality(graph, nodes, pairs) {
  const random = randomFrom(2);
  const x = Float64Array.from({ length: nodes }, (_, node) => graph.getNodeAttribute(idOf(node), 'x'));
  const y = Float64Array.from({ length: nodes }, (_, node) => graph.getNodeAttribute(idOf(node), 'y'));
  const near = Array.from({ length: nodes }, () => new Set());
  for (const [a, b] of pairs) {
    near[a].add(b);
    near[b].add(a);
  }
  const between = (a, b) => Math.hypot(x[a] - x[b], y[a] - y[b]);
  return {
    stress: stressOf(nodes, near, between, random),
    crossings: crossingsOf(pairs, x, y, random),
    neighbours: neighboursKept(nodes, near, between, random),
  };
}

/** Scaled stress (Kruskal; Gansner, Hu, North 2013) over all pairs with one of 50 nodes: 0 is perfect. */
function stressOf(nodes, near, between, random) {
  let [linear, square] = [0, 0];
  const samples = [];
  for (let sample = 0; sample < 50; sample += 1) {
    const source = Math.floor(random() * nodes);
    const hops = new Int32Array(nodes).fill(-1);
    hops[source] = 0;
    const queue = [source];
    for (const node of queue) {
      for (const next of near[node]) {
        if (hops[next] >= 0) continue;
        hops[next] = hops[node] + 1;
        queue.push(next);
      }
    }
    for (const node of queue.slice(1)) {
      const ratio = between(source, node) / hops[node];
      samples.push(ratio);
      linear += ratio;
      square += ratio ** 2;
    }
  }
  const scale = linear / square;
  return samples.reduce((sum, ratio) => sum + (scale * ratio - 1) ** 2, 0) / samples.length;
}

/** The part of 2,000,000 pairs of edges that cross. */
function crossingsOf(pairs, x, y, random) {
  const side = (a, b, c) => Math.sign((x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a]));
  let crossings = 0;
  for (let sample = 0; sample < 2_000_000; sample += 1) {
    const [a, b] = pairs[Math.floor(random() * pairs.length)];
    const [c, d] = pairs[Math.floor(random() * pairs.length)];
    if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) crossings += 1;
  }
  return crossings / 2_000_000;
}

/** Of 2,000 nodes with k neighbours: the part of the k nearest nodes that are neighbours. */
function neighboursKept(nodes, near, between, random) {
  let kept = 0;
  for (let sample = 0; sample < 2000; sample += 1) {
    const node = Math.floor(random() * nodes);
    const others = Float64Array.from({ length: nodes }, (_, other) =>
      other === node ? Infinity : between(node, other),
    );
    const limit = others.slice().sort()[near[node].size - 1];
    kept += [...near[node]].filter((other) => others[other] <= limit).length / near[node].size;
  }
  return kept / 2000;
}

const show = (values) =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${value.toPrecision(3)}`)
    .join(', ');

const full = process.argv.includes('--full');
const sizes = process.argv
  .slice(2)
  .filter((word) => /^\d+$/.test(word))
  .map(Number);
for (const nodes of sizes.length > 0 ? sizes : [1000, 10_000]) {
  const pairs = pairsOf(nodes);
  const [own, peer] = [clewGraph(nodes, pairs), peerGraph(nodes, pairs)];
  const settings = forceAtlas2.inferSettings(peer);
  const iterations = full ? PEER_ITERATIONS : MULTIPLIED_OUT_FROM;
  // The peer does not stretch towards any aspect, which costs stress.
  const { seconds, result: report } = timed(() => layoutGraph(own, { aspect: 1 }));
  const run = timed(() => forceAtlas2.assign(peer, { iterations, settings }));
  const peerSeconds = (run.seconds * PEER_ITERATIONS) / iterations;
  const times = `${seconds.toFixed(2)} s, ForceAtlas2 ${peerSeconds.toFixed(1)} s${full ? '' : ' (multiplied out)'}`;
  console.log(
    `${nodes} nodes, ${pairs.length} edges: ${times}: 1/${(peerSeconds / seconds).toFixed(1)} of the time`,
  );
  console.log(
    `  ${report.iterations} iterations on the whole, ${report.converged ? 'at rest' : 'not at rest yet'}`,
  );
  if (!full) continue;
  console.log(`  ours: ${show(quality(own, nodes, pairs))}`);
  console.log(`  peer: ${show(quality(peer, nodes, pairs))}`);
}
