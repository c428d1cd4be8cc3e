// The viewer in a real Chromium beside a page with Sigma alone and the same `.json`: JavaScript only, since WebGL draws nothing here.
// npm run build; node bench/viewer.mjs [--rows WORDS] [--times N] [ENTITIES ...]
//   --rows    only the rows whose names begin with one of these words, divided by commas, without the peer: 'start small,undo: around';
//             `all` for every row, also those over which the worker takes long: measures, saving in each format, opening files
//   --times   how often each of them is taken, the median is told, and beside it the most processor time of all; default 1
//   ENTITIES  sizes, 300, 5000 and 50000 if none is given; claims are three times as many
// Prints for both, with their ratio, what the page's thread spends until the first frame and the memory then: medians of several runs, the
// two pages in turn, from the end of the document's text until what was drawn is taken over for the screen. The processor time is the
// JavaScript time (with what the browser does on that thread, alike for both), and depends least on what else the machine does; the clock
// has the waiting in it as well. Sigma alone writes labels within that frame, the viewer right after it: a row tells when they stand. Then the wait until all is opened, for
// search and for filters, and the longest task of the thread that each step brings: by the clock (while opening those below 50 ms count
// as 0), and in processor time; at the end the size of the code.
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import {
  embeddableJson,
  fillTemplate,
  StringSink,
  writeDatasetRdf,
  writeGexf,
  writeGraphJson,
  writeGraphml,
} from '../dist/formats/index.js';
import { datasetToGraph } from '../dist/graph/index.js';
import { layoutGraph } from '../dist/layout/index.js';
import { FLAGS, findBrowser } from '../scripts/browser.mjs';
import { newsDataset } from './made/news.mjs';
import { barePage, writeBarePage } from './viewer/bare-page.mjs';
import { firstFrame, heap, longestTask, opening } from './viewer/page-measure.mjs';
import { steps } from './viewer/steps.mjs';

const LONGEST = 300_000;
/** What is compared: its name in a measurement, what it is, its unit. */
const ROWS = [
  ['processor', 'first frame, of processor', 'ms'],
  ['clock', 'by the clock', 'ms'],
  ['labels', 'with labels, of processor', 'ms'],
  ['megabytes', 'heap', 'MB'],
];
const root = join(import.meta.dirname, '..');
const { values: options, positionals } = parseArgs({
  options: { rows: { type: 'string' }, times: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const sizes = positionals.map(Number);
const rows = options.rows?.split(',');
const times = Number(options.times);
const template = readFileSync(join(root, 'dist', 'viewer', 'viewer.html'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'clew-bench-'));
const { executablePath, env } = await findBrowser();
const browser = await chromium.launch({ executablePath, env, args: FLAGS });
try {
  const bare = rows === undefined ? await barePage(root) : undefined;
  for (const size of sizes.length > 0 ? sizes : [300, 5_000, 50_000]) await measure(size, bare);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
const [script, style] = [/<script type="module">([\s\S]*?)<\/script>/, /<style>([\s\S]*?)<\/style>/].map(
  (part) => part.exec(template)[1].replace(/url\(data:[^)]*\)/g, ''),
);
const code = [script, style].reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
console.log(`code before the first frame: ${(code / 1024).toFixed(1)} kB gzipped (goal 150)`);

async function measure(size, bare) {
  const graph = datasetToGraph(newsDataset(size));
  layoutGraph(graph);
  const sink = new StringSink();
  await writeGraphJson(graph, sink);
  const json = `${sink}`;
  const [ours, theirs] = ['clew', 'bare'].map((name) => join(folder, `${name}.html`));
  writeFileSync(ours, fillTemplate(template, json, { title: 'bench', lang: 'en' }));
  if (bare !== undefined) writeBarePage(theirs, bare, embeddableJson(json));
  console.log(
    `\n${size} entities: ${graph.order} nodes, ${graph.size} edges, ${(json.length / 1e6).toFixed(1)} MB of JSON`,
  );
  const files = rows?.some((word) => word === 'all' || word.startsWith('open a'))
    ? await writeFiles(graph, json)
    : {};
  const peer = bare && (await besidePeer(ours, theirs, size > 10_000 ? 3 : 7));
  const { page, context } = await firstFrame(browser, pathToFileURL(ours).href, LONGEST);
  page.setDefaultTimeout(60_000);
  const opened = await opening(page, LONGEST, 5_000);
  const all = await heap(page);
  row('heap when all is open', Math.round(all), '', peer ? (all / peer.megabytes).toFixed(2) : '');
  row('', 'wait, ms', 'longest task, ms', '');
  row('open', Math.round(opened.time), Math.round(opened.before), '');
  row('after it, at rest', '', Math.round(opened.after), '');
  row('then', 'wait, ms', 'longest task, ms', 'of processor, ms', ...(times > 1 ? ['at most'] : []));
  for (const step of steps(page, size, files)) {
    if (rows ? !isAsked(step.name) : step.slow) continue;
    const taken = [];
    for (let time = 0; time < times; time += 1) taken.push(await take(page, step));
    const middle = taken.sort((a, b) => a.processor - b.processor)[Math.floor(times / 2)];
    const most = times > 1 ? [taken.at(-1).processor] : [];
    row(step.name, ...[middle.wait, middle.clock, middle.processor, ...most].map(Math.round));
  }
  await context.close();
}

function isAsked(name) {
  return rows.some((word) => word === 'all' || name.startsWith(word));
}

/** @returns milliseconds until the page has answered, and of the longest task, by the clock and of processor time */
async function take(page, { act, before, after }) {
  await before?.();
  // What that has begun comes to rest first.
  if (before) await page.waitForTimeout(500);
  let wait = 0;
  const longest = await longestTask(page, async () => {
    const start = performance.now();
    await act();
    wait = performance.now() - start;
  });
  await after?.();
  return { wait, ...longest };
}

/** @returns paths by format */
async function writeFiles(graph, json) {
  const { dataset } = graph.getAttributes();
  const files = {};
  for (const [format, text] of [
    ['.json', (sink) => sink.write(json)],
    ['.ttl', (sink) => writeDatasetRdf(dataset, 'turtle', sink)],
    ['.trig', (sink) => writeDatasetRdf(dataset, 'trig', sink)],
    ['.jsonld', (sink) => writeDatasetRdf(dataset, 'jsonld', sink)],
    ['.graphml', (sink) => writeGraphml(graph, sink)],
    ['.gexf', (sink) => writeGexf(graph, sink)],
  ]) {
    files[format] = join(folder, `opened${format}`);
    const file = openSync(files[format], 'w');
    await text({ write: (chunk) => void writeSync(file, chunk), end: () => {} });
    closeSync(file);
  }
  return files;
}

/** Prints first frame and memory of both. @returns the peer's */
async function besidePeer(ours, theirs, runs) {
  const [own, peer] = await inTurn([ours, theirs], runs);
  row('', 'clew', 'Sigma alone', 'ratio');
  for (const [name, what, unit] of ROWS) {
    const [a, b] = [own[name], peer[name]];
    row(`${what}, ${unit}`, Math.round(a), Math.round(b), (a / b).toFixed(2));
  }
  return peer;
}

/** Opens several pages, one after the other, again and again: what slows the machine down meets them all. @returns medians of each */
async function inTurn(paths, runs) {
  const found = paths.map(() => []);
  for (let run = 0; run < runs; run += 1) {
    for (const [at, path] of paths.entries()) {
      const { page: _, context, ...numbers } = await firstFrame(browser, pathToFileURL(path).href, LONGEST);
      found[at].push(numbers);
      await context.close();
    }
  }
  return found.map((list) =>
    Object.fromEntries(ROWS.map(([name]) => [name, median(list.map((numbers) => numbers[name]))])),
  );
}

function median(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function row(...cells) {
  console.log(cells.map((cell, at) => (at === 0 ? `${cell}`.padEnd(30) : `${cell}`.padStart(18))).join(''));
}
