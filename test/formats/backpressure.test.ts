import { describe, expect, it } from 'vitest';
import {
  CHUNK,
  type Sink,
  writeCx2,
  writeCypher,
  writeDatasetRdf,
  writeDot,
  writeEdgesCsv,
  writeGexf,
  writeGraphJson,
  writeGraphml,
  writeNodesCsv,
  writeSvg,
} from '../../src/formats/index.ts';
import type { Article, Dataset } from '../../src/model/index.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';
import { laidOut } from './laid-out.ts';

/** The sample's article many times, each with entities of its own. */
const ARTICLES = 60;
const text = JSON.stringify(sampleArticle);
const own = [sampleArticle.id, ...sampleArticle.entities.map(({ id }) => id)];
const dataset: Dataset = {
  ...sampleDataset,
  identity: [],
  articles: Array.from({ length: ARTICLES }, (_, n) =>
    own.reduce((json, id) => json.replaceAll(`"${id}"`, `"${id}-${n}"`), text),
  ).map((json) => JSON.parse(json) as Article),
};
const graph = laidOut(dataset);

const WRITERS: Readonly<Record<string, (sink: Sink) => Promise<unknown>>> = {
  nquads: (sink) => writeDatasetRdf(dataset, 'nquads', sink),
  ntriples: (sink) => writeDatasetRdf(dataset, 'ntriples', sink),
  trig: (sink) => writeDatasetRdf(dataset, 'trig', sink),
  turtle: (sink) => writeDatasetRdf(dataset, 'turtle', sink),
  jsonld: (sink) => writeDatasetRdf(dataset, 'jsonld', sink),
  rdfxml: (sink) => writeDatasetRdf(dataset, 'rdfxml', sink),
  graphml: (sink) => writeGraphml(graph, sink),
  'gephi.graphml': (sink) => writeGraphml(graph, sink, { flavour: 'gephi' }),
  'yed.graphml': (sink) => writeGraphml(graph, sink, { flavour: 'yed' }),
  gexf: (sink) => writeGexf(graph, sink),
  'nodes.csv': (sink) => writeNodesCsv(graph, sink),
  'edges.csv': (sink) => writeEdgesCsv(graph, sink),
  // A statement goes out whole: 1,000 rows by default.
  cypher: (sink) => writeCypher(graph, sink, { batch: 25 }),
  json: (sink) => writeGraphJson(graph, sink),
  svg: (sink) => writeSvg(graph, sink),
  cx2: (sink) => writeCx2(graph, sink),
  dot: (sink) => writeDot(graph, sink),
};

describe.each(Object.entries(WRITERS))('%s into a sink that is always full', (_, write) => {
  it('waits for it after every chunk, and lets no more than a chunk wait', async () => {
    let [waiting, most, whole, writes] = [0, 0, 0, 0];
    let ended = false;
    await write({
      async write(chunk) {
        waiting += chunk.length;
        most = Math.max(most, waiting);
        writes += 1;
        // Two turns of the event loop: a writer that did not wait would have come again.
        if (writes <= 30) for (let n = 0; n < 2; n += 1) await new Promise((go) => setImmediate(go));
        else await Promise.resolve();
        waiting -= chunk.length;
        whole += chunk.length;
      },
      end() {
        expect(waiting).toBe(0);
        ended = true;
      },
    });
    expect(ended).toBe(true);
    expect(most).toBeLessThan(1.5 * CHUNK);
    expect(whole).toBeGreaterThan(2 * most);
  });
});
