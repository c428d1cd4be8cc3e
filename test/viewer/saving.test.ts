/** Saving a large graph again and again: the worker keeps the graph, and nothing of its text or of the files. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Article } from '../../src/model/index.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';
import { canvasReady, pageOf } from './browser.ts';
import { onPage, openStage } from './scenes/scene.ts';

const stage = openStage();

/** So many that the page carries its data in pieces. */
const ARTICLES = 300;

/** Bytes that the page's one worker holds after a collection: of objects, and of buffers. */
async function workerHeap(page: Page): Promise<number> {
  const client = await page.context().newCDPSession(page);
  const session = new Promise<string>((found) =>
    client.once('Target.attachedToTarget', ({ sessionId }) => found(sessionId)),
  );
  await client.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const sessionId = await session;
  const ask = async (id: number, method: string) => {
    const answer = new Promise<string>((heard) =>
      client.once('Target.receivedMessageFromTarget', ({ message }) => heard(message)),
    );
    await client.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    return JSON.parse(await answer) as {
      readonly result: { readonly usedSize: number; readonly backingStorageSize: number };
    };
  };
  await ask(1, 'HeapProfiler.collectGarbage');
  const { result } = await ask(2, 'Runtime.getHeapUsage');
  await client.detach();
  return result.usedSize + result.backingStorageSize;
}

async function save(page: Page, format: string): Promise<void> {
  await page.getByRole('button', { name: 'Share and save' }).click();
  await page.getByRole('button', { name: 'Save the graph' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').selectOption(format);
  await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save', exact: true }).click(),
  ]);
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog', { state: 'detached' });
}

it('keeps neither the text of the graph nor the files, however many are saved', {
  timeout: 240_000,
}, async () => {
  const { viewer, template } = stage();
  const article = JSON.stringify(sampleArticle);
  const articles = Array.from(
    { length: ARTICLES },
    (_, at) => JSON.parse(article.replaceAll(`"${sampleArticle.id}"`, `"a${at}"`)) as Article,
  );
  const html = await pageOf(template, { ...sampleDataset, articles });
  const text = html.length - template.length;
  await onPage(stage(), viewer.write('news.html', html), {}, async (page) => {
    await canvasReady(page);
    const round = async () => {
      for (const format of ['.json', '.ttl', '.gexf', '.nq']) await save(page, format);
      return workerHeap(page);
    };
    const once = await round();
    const twice = await round();
    // The graph, the program: the text alone would be twice its length.
    expect(once).toBeLessThan(3 * text);
    expect(twice).toBeLessThan(1.1 * once);
  });
});
