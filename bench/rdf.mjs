// Time and memory of N-Quads, TriG and Turtle from the model, guard included, against n3's StreamWriter on ready-made quads.
// npm run build; node --expose-gc bench/rdf.mjs [ARTICLES ...]
//   ARTICLES   sizes, 100 and 1000 if none is given; an article has about a thousand quads
// Both write into a file. The peer's quads are made from ours beforehand, which is not timed.
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { DataFactory, StreamWriter } from 'n3';
import { writeDatasetRdf } from '../dist/formats/index.js';
import { datasetToQuads, STANDARD_PREFIXES } from '../dist/rdf/index.js';

/** Our processor time as a share of the peer's, which a busy machine changes least; megabytes beside those of the start. */
const GOALS = { nquads: 0.5, trig: 1, turtle: 1 };
const MEMORY_GOAL = 120;

const words = (text) => ({ en: text, vi: `${text} – tiếng Việt` });
const term = (id) => ({ id, label: words(id.slice(3)), definition: words(`A ${id.slice(3)}.`), parents: [] });
const byId = (list) => Object.fromEntries(list.map((item) => [item.id, item]));
const property = (id) => ({
  ...term(id),
  domain: [],
  range: [],
  values: 'any',
  use: id === 'ex:rank' ? 'qualifier' : 'predicate',
  needsQualifiers: false,
  comparison: false,
});

/** Articles of 30 claims each about 20 entities, which other articles speak of too. */
function syntheticDataset(count) {
  const articles = Array.from({ length: count }, (_, a) => {
    const article = `article-${String(a).padStart(6, '0')}`;
    const ids = Array.from({ length: 20 }, (_, n) => `entity-${(a * 7 + n) % 5000}`);
    const entities = ids.map((id, n) => ({
      id,
      kind: n % 2 ? 'ex:Company' : 'ex:Person',
      label: words(id),
      aliases: [{ text: `E${id.slice(7)}` }],
      description: words('A made-up thing.'),
      sameAs: [],
      closeMatch: [],
      mentions: [{ span: { start: n * 50, end: n * 50 + 8 }, form: 'name' }],
    }));
    const claims = Array.from({ length: 30 }, (_, n) => ({
      id: `c${n + 1}`,
      article,
      subject: { entity: ids[n % 20] },
      predicate: n % 3 ? 'ex:operates' : 'ex:supplies',
      object: { entity: ids[(n * 7 + 1) % 20] },
      qualifiers:
        n % 4 ? [] : [{ property: 'ex:rank', value: { value: String(n), datatype: 'xsd:integer' } }],
      ...(n % 5 ? {} : { time: '2031-05', confidence: 0.9 }),
      ...(n % 3
        ? {}
        : {
            attribution: {
              speaker: ids[0],
              form: 'indirect',
              verb: 'said',
              spans: [{ start: n, end: n + 5 }],
            },
          }),
      modality: n % 3 ? 'asserted' : 'reported',
      polarity: n % 17 ? 'positive' : 'negative',
      derivation: 'explicit',
      statement: words(`Claim number ${n} of article ${a} says that one entity does something to another.`),
      evidence: [{ start: n * 60, end: n * 60 + 40 }],
    }));
    return {
      id: article,
      title: words(`Article ${a}`),
      titleIsOurs: false,
      language: 'en',
      credits: [],
      text: { sha256: '0'.repeat(64), codePoints: 3000 },
      paragraphs: Array.from({ length: 6 }, (_, n) => ({
        span: { start: n * 400, end: n * 400 + 390 },
        digest: words(`What paragraph ${n} says.`),
      })),
      structure: [],
      entities,
      claims,
    };
  });
  return {
    id: 'bench',
    base: 'https://data.example/bench/',
    title: words('Bench'),
    description: words('Made-up articles.'),
    licence: 'https://creativecommons.org/publicdomain/zero/1.0/',
    languages: ['en', 'vi'],
    prefixes: { ex: 'https://vocab.example/ns#' },
    issued: '2031-01-01',
    modified: '2031-01-01',
    ontology: {
      classes: byId(['ex:Company', 'ex:Person'].map(term)),
      properties: byId(['ex:operates', 'ex:rank', 'ex:supplies'].map(property)),
    },
    articles,
    identity: [],
  };
}

/** A sink into a file, and the most memory that was in use at a write. */
function fileSink(path) {
  const file = openSync(path, 'w');
  let writes = 0;
  const sink = {
    peak: 0,
    write(chunk) {
      writeSync(file, chunk);
      writes += 1;
      // Asking costs as much as a hundred quads.
      if (writes % 16 === 0) sink.peak = Math.max(sink.peak, process.memoryUsage.rss());
    },
    end: () => closeSync(file),
  };
  return sink;
}

/** The best of three, after one that warms the compiler up. */
async function timed(work) {
  let best = { wall: Infinity, cpu: Infinity };
  for (let run = 0; run < 4; run += 1) {
    globalThis.gc?.();
    const start = performance.now();
    const busy = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(busy);
    const time = { wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
    if (run > 0 && time.cpu < best.cpu) best = time;
  }
  return best;
}

function peerQuads(dataset) {
  const made = ({ termType, value, language, datatype }) => {
    if (termType === 'DefaultGraph') return DataFactory.defaultGraph();
    return termType === 'Literal'
      ? DataFactory.literal(value, language || DataFactory.namedNode(datatype.value))
      : DataFactory.namedNode(value);
  };
  return Array.from(datasetToQuads(dataset), ({ subject, predicate, object, graph }) =>
    DataFactory.quad(made(subject), made(predicate), made(object), made(graph)),
  );
}

function peerWrites(quads, format, path) {
  return new Promise((resolve, reject) => {
    const file = openSync(path, 'w');
    const prefixes = { ...STANDARD_PREFIXES, ex: 'https://vocab.example/ns#' };
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

const seconds = ({ wall, cpu }) => `${wall.toFixed(2)} s, of the processor ${cpu.toFixed(2)} s`;
const folder = mkdtempSync(join(tmpdir(), 'clew-bench-'));
const sizes = process.argv.slice(2).map(Number);
try {
  for (const size of sizes.length > 0 ? sizes : [100, 1000]) {
    const dataset = syntheticDataset(size);
    const path = join(folder, 'out');
    globalThis.gc?.();
    const before = process.memoryUsage.rss();
    const ours = {};
    for (const syntax of Object.keys(GOALS)) {
      let peak = 0;
      const time = await timed(async () => {
        const sink = fileSink(path);
        await writeDatasetRdf(dataset, syntax, sink);
        peak = Math.max(peak, sink.peak);
      });
      ours[syntax] = { ...time, bytes: statSync(path).size, more: (peak - before) / 1e6 };
    }
    const quads = peerQuads(dataset);
    const theirs = {};
    for (const format of ['nquads', 'trig'])
      theirs[format] = await timed(() =>
        peerWrites(quads, `application/${format.replace('nq', 'n-q')}`, path),
      );
    theirs.turtle = theirs.trig;
    console.log(`${size} articles, ${quads.length} quads`);
    for (const [syntax, goal] of Object.entries(GOALS)) {
      const { bytes, more, ...time } = ours[syntax];
      const ratio = time.cpu / theirs[syntax].cpu;
      const verdict = ratio <= goal ? 'met' : 'MISSED';
      console.log(
        `  ${syntax.padEnd(7)} ${(quads.length / time.cpu / 1e6).toFixed(2)} million quads a second; ${seconds(time)}; ${(bytes / 1e6).toFixed(0)} MB`,
      );
      console.log(
        `          n3 takes ${seconds(theirs[syntax])}: ours takes ${ratio.toFixed(2)} of it (goal ${goal.toFixed(2)}: ${verdict})`,
      );
      console.log(
        `          ${more.toFixed(0)} MB more than before writing (goal ${MEMORY_GOAL}: ${more <= MEMORY_GOAL ? 'met' : 'MISSED'})`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
