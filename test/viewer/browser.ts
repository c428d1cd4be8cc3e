/** The viewer as its readers have it: one built file, opened from disk in a real Chromium with the network off. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { FLAGS, findBrowser } from '../../scripts/browser.mjs';
import { fingerprint } from '../../scripts/fingerprint.mjs';
import { fillTemplate, StringSink, writeGraphJson } from '../../src/formats/index.ts';
import { datasetToGraph, type GraphOptions } from '../../src/graph/index.ts';
import { layoutGraph } from '../../src/layout/index.ts';
import { type Dataset, pickText } from '../../src/model/index.ts';

export interface OpenOptions extends Omit<BrowserContextOptions, 'offline'> {
  /** The fragment of the address. */
  readonly hash?: string;
  /** Runs in the page before its own script. */
  readonly before?: string;
}

/** A page that was opened, and what it did that it should not. */
export interface Opened {
  readonly page: Page;
  /** Errors in the console and exceptions that nobody caught. */
  readonly errors: readonly string[];
  /** Addresses that were asked for, the file itself apart. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** The text of the built page: that of `npm run build` where it is still true, else built anew. */
export async function builtTemplate(): Promise<string> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const built = join(root, 'dist', 'viewer', 'viewer.html');
  const mark = join(root, 'dist', '.fingerprint');
  if (existsSync(built) && existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint(root)) {
    return readFileSync(built, 'utf8');
  }
  const out = mkdtempSync(join(tmpdir(), 'clew-page-'));
  // A process of its own: what a test runner puts into the environment would go into the page.
  const { NODE_ENV: _, ...env } = process.env;
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = ['build', '--config', 'src/viewer/vite.config.ts', '--outDir', out, '--logLevel', 'error'];
  try {
    await promisify(execFile)(process.execPath, [vite, ...args], { cwd: root, env });
    return readFileSync(join(out, 'viewer.html'), 'utf8');
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** A dataset's page, as `clew build` writes it. */
export async function pageOf(
  template: string,
  dataset: Dataset,
  options: GraphOptions = {},
): Promise<string> {
  const graph = datasetToGraph(dataset, options);
  layoutGraph(graph);
  const json = new StringSink();
  await writeGraphJson(graph, json);
  const title = pickText(dataset.title, dataset.languages);
  return fillTemplate(template, `${json}`, { title: title?.text ?? dataset.id, lang: title?.lang ?? 'en' });
}

/** A browser with a folder of pages. */
export class Viewer {
  readonly #browser: Browser;
  readonly #folder: string;

  private constructor(browser: Browser) {
    this.#browser = browser;
    this.#folder = mkdtempSync(join(tmpdir(), 'clew-viewer-'));
  }

  /** @param flags besides the usual ones */
  static async start(flags: readonly string[] = []): Promise<Viewer> {
    const { executablePath, env } = await findBrowser();
    const given = Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined);
    const args = [...FLAGS, ...flags];
    return new Viewer(await chromium.launch({ executablePath, env: Object.fromEntries(given), args }));
  }

  /** Writes a page into the folder. @returns its address */
  write(name: string, html: string): string {
    const path = join(this.#folder, name);
    writeFileSync(path, html);
    return pathToFileURL(path).href;
  }

  async open(address: string, { hash = '', before, ...options }: OpenOptions = {}): Promise<Opened> {
    const context = await this.#browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
      ...options,
      offline: true,
    });
    // Ends what hangs, on a busy machine too.
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    const errors: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(address) && !url.startsWith('data:') && !url.startsWith('blob:'))
        requests.push(url);
    });
    if (before !== undefined) await page.addInitScript(before);
    await page.goto(address + hash);
    await page.waitForSelector('.frame, .empty-page, .page-note');
    await effectsDone(page);
    return { page, errors, requests, close: () => context.close() };
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/**
 * Waits until what was rendered has had its effects: listeners, focus and announcements come after the frame that shows
 * it, and may render once more.
 */
export async function effectsDone(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));
    await frame();
    await frame();
  });
}

/** Waits until the canvas has drawn, and what it drew for has had its effects. */
export async function canvasReady(page: Page): Promise<void> {
  await page.waitForSelector('.stage canvas', { state: 'attached' });
  await page.waitForSelector('[data-canvas="ready"]', { state: 'attached' });
  await effectsDone(page);
}

/** What is read three times running, frames apart, without a change: what moved has come to rest. */
export async function atRest<T>(page: Page, read: () => Promise<T>): Promise<T> {
  let value = await read();
  for (let same = 1; same < 3; ) {
    await effectsDone(page);
    const next = await read();
    same = JSON.stringify(next) === JSON.stringify(value) ? same + 1 : 1;
    value = next;
  }
  return value;
}

/** Goes to another view by the fragment of the address. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate(
    (to) =>
      new Promise<void>((done) => {
        // The page's own listener was there first.
        window.addEventListener('hashchange', () => done(), { once: true });
        location.hash = to;
      }),
    hash,
  );
  await effectsDone(page);
}

/** Where the selected claim's thread begins: at its line, or at the subject of a claim with a literal. */
export async function threadStart(page: Page): Promise<{ x: number; y: number }> {
  const thread = page.locator('.thread-overlay path');
  await thread.waitFor({ state: 'attached' });
  const path = await atRest(page, () => thread.getAttribute('d'));
  const [x, y] = path!.slice(1).split('C')[0]!.split(' ').map(Number);
  return { x: x!, y: y! };
}

/** What screen readers were told last. */
export async function announced(page: Page): Promise<string> {
  await effectsDone(page);
  return (await page.locator('[role=status][aria-live]').textContent()) ?? '';
}

/** The words that an element shows, as they are laid out, lines and spaces made even. */
export async function wordsOf(locator: Locator): Promise<string> {
  return (await locator.first().allInnerTexts())
    .join(' ')
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim();
}
