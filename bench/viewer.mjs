// The viewer in a real Chromium beside a page with Sigma alone and the same `.json`: JavaScript only, since WebGL draws nothing here.
// npm run build; node bench/viewer.mjs [ENTITIES ...]
//   ENTITIES  sizes, 300, 5000 and 50000 if none is given; claims are three times as many
// Prints time to the first frame and memory of both with their ratio, the wait until all is opened, for search and for filters, and the
// longest task of the main thread that each step brings: by the clock (while opening those below 50 ms count as 0), and in processor
// time; at the end the size of the code.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { embeddableJson, fillTemplate, StringSink, writeGraphJson } from '../dist/formats/index.js';
import { datasetToGraph } from '../dist/graph/index.js';
import { layoutGraph } from '../dist/layout/index.js';
import { FLAGS, findBrowser } from '../scripts/browser.mjs';
import { newsDataset } from './made/news.mjs';
import { barePage, writeBarePage } from './viewer/bare-page.mjs';
import { firstFrame, heap, longestTask, opening } from './viewer/page-measure.mjs';

const LONGEST = 300_000;
const root = join(import.meta.dirname, '..');
const sizes = process.argv.slice(2).map(Number);
const template = readFileSync(join(root, 'dist', 'viewer', 'viewer.html'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'clew-bench-'));
const { executablePath, env } = await findBrowser();
const browser = await chromium.launch({ executablePath, env, args: FLAGS });
try {
  const bare = await barePage(root);
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
  writeBarePage(theirs, bare, embeddableJson(json));
  console.log(
    `\n${size} entities: ${graph.order} nodes, ${graph.size} edges, ${(json.length / 1e6).toFixed(1)} MB of JSON`,
  );
  const runs = size > 10_000 ? 1 : 3;
  const peer = await median(theirs, runs);
  const own = await median(ours, runs);
  row('', 'clew', 'Sigma alone', 'ratio');
  for (const [name, unit] of [
    ['time', 'ms'],
    ['megabytes', 'MB'],
  ]) {
    const [a, b] = [own[name], peer[name]];
    row(
      `${name === 'time' ? 'first frame' : 'heap'}, ${unit}`,
      Math.round(a),
      Math.round(b),
      (a / b).toFixed(2),
    );
  }
  const { page, context } = await firstFrame(browser, pathToFileURL(ours).href, LONGEST);
  page.setDefaultTimeout(60_000);
  const opened = await opening(page, LONGEST, 5_000);
  const all = await heap(page);
  row('heap when all is open', Math.round(all), '', (all / peer.megabytes).toFixed(2));
  row('', 'wait, ms', 'longest task, ms', '');
  row('open', Math.round(opened.time), Math.round(opened.before), '');
  row('after it, at rest', '', Math.round(opened.after), '');
  row('then', 'wait, ms', 'longest task, ms', 'of processor, ms');
  for (const [name, act] of steps(page)) {
    let wait = 0;
    const longest = await longestTask(page, async () => {
      const start = performance.now();
      await act();
      wait = performance.now() - start;
    });
    row(name, Math.round(wait), Math.round(longest.clock), Math.round(longest.processor));
  }
  await context.close();
}

async function median(path, runs) {
  const found = [];
  for (let run = 0; run < runs; run += 1) {
    const { context, time, megabytes } = await firstFrame(browser, pathToFileURL(path).href, LONGEST);
    found.push({ time, megabytes });
    await context.close();
  }
  return found.sort((a, b) => a.time - b.time)[Math.floor(runs / 2)];
}

/** What a reader does; each waits until the page has answered. */
function steps(page) {
  const answered = () => page.evaluate(() => new Promise((done) => setTimeout(done)));
  const press = async (locator) => {
    await locator.click();
    await answered();
  };
  const field = page.locator('[role=combobox]');
  return [
    [
      'point',
      async () => {
        for (let at = 0; at < 8; at += 1) await page.mouse.move(500 + at * 40, 300 + at * 20);
      },
    ],
    [
      'zoom',
      async () => {
        for (let at = 0; at < 4; at += 1) await page.mouse.wheel(0, -200);
        await answered();
      },
    ],
    ['hide a kind', () => press(page.locator('.kind-toggle').first())],
    ['show it again', () => press(page.locator('.kind-toggle').first())],
    ['choose a modality', () => press(page.locator('.facet-toggle').nth(1))],
    ['undo', () => press(page.getByRole('button', { name: 'Undo', exact: true }))],
    ['redo', () => press(page.getByRole('button', { name: 'Redo', exact: true }))],
    ['show everything', () => press(page.locator('.legend-foot button').first())],
    [
      'build the index',
      async () => {
        await field.focus();
        await page.waitForTimeout(15_000);
      },
    ],
    [
      'search',
      async () => {
        await field.fill('harbour');
        await page.waitForSelector('[role=option]');
      },
    ],
    [
      'choose the first hit',
      async () => {
        await field.press('Enter');
        await answered();
      },
    ],
    ['table', () => press(page.locator('.view-switch button').nth(1))],
    ['back to the canvas', () => press(page.locator('.view-switch button').nth(0))],
  ];
}

function row(...cells) {
  console.log(cells.map((cell, at) => (at === 0 ? `${cell}`.padEnd(24) : `${cell}`.padStart(18))).join(''));
}
