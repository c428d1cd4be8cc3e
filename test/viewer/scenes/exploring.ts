import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { wordsOf } from '../browser.ts';
import { onPage, type Stage } from './scene.ts';

/** Saves through the dialog, as it stands otherwise. */
export async function saved(page: Page, format: string): Promise<Download> {
  await page.getByRole('button', { name: 'Share and save' }).click();
  await page.getByRole('button', { name: 'Save the graph' }).click();
  await page.getByRole('combobox', { name: 'Format' }).selectOption(format);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save', exact: true }).click(),
  ]);
  const dialog = page.getByRole('dialog');
  if (await dialog.isVisible()) await page.keyboard.press('Escape');
  return download;
}

export function exploring(stage: () => Stage): void {
  it('shows what connects two selected entities, as sentences and in the address', () =>
    onPage(stage(), stage().pages.sample, { hash: '#view=table&select=nordlink' }, async (page) => {
      await page
        .getByRole('button', { name: 'Tourism' })
        .first()
        .click({ modifiers: ['Shift'] });
      const ways = page.locator('.ways');
      expect(await wordsOf(ways.locator('h2'))).toContain('Nordlink Ferries');
      expect(await ways.locator('.way').count()).toBe(2);
      expect(await ways.locator('.claim-sentence').count()).toBe(1);
      await ways.locator('.way').nth(1).click();
      expect(await ways.locator('.claim-sentence').count()).toBe(4);
      expect(await page.evaluate(() => location.hash)).toBe('#view=table&select=nordlink,tourism&way=2');
      await page.getByRole('checkbox', { name: 'Only along the arrows' }).check();
      expect(await ways.locator('.way').count()).toBe(2);
    }));

  it('narrows to what lies around an entity, and back', () =>
    onPage(stage(), stage().pages.sample, { hash: '#view=table&select=old-gull' }, async (page) => {
      await page.getByRole('button', { name: '1 step around it' }).click();
      expect(await page.locator('tbody tr').count()).toBe(2);
      expect(await wordsOf(page.locator('.legend-foot'))).toContain('2 of 11 claims shown');
      await page.keyboard.press('Control+z');
      expect(await page.locator('tbody tr').count()).toBe(10);
    }));

  it('shows a claim’s Turtle when asked', () =>
    onPage(stage(), stage().pages.sample, { hash: '#view=table&select=harbour/c7' }, async (page) => {
      await page.getByRole('button', { name: 'As Turtle' }).click();
      await page.waitForFunction(() => document.querySelector('pre')?.textContent?.includes('clew:Claim'));
    }));

  it('says so where the browser refuses the page a worker, and saves what needs none', () =>
    onPage(
      stage(),
      stage().pages.sample,
      { hash: '#view=table&select=harbour/c7', before: 'window.Worker = undefined;', acceptDownloads: true },
      async (page) => {
        await page.getByRole('button', { name: 'As Turtle' }).click();
        await page.waitForFunction(() =>
          document.querySelector('pre')?.textContent?.includes('nothing in the background'),
        );
        const download = await saved(page, '.json');
        expect(readFileSync(await download.path(), 'utf8')).toMatch(/^{"options"/);
      },
    ));

  it('saves the graph in every format, without asking anyone', () =>
    onPage(stage(), stage().pages.sample, { hash: '#view=table', acceptDownloads: true }, async (page) => {
      for (const [format, start] of [
        ['.json', '{"options"'],
        ['.ttl', '@base'],
        ['.trig', '@base'],
        ['.nq', '<https://data.example/'],
        ['.jsonld', '{'],
        ['.graphml', '<?xml'],
        ['.gexf', '<?xml'],
        ['.svg', '<svg '],
        ['.edges.csv', 'id,source'],
        ['.png', '\ufffdPNG'],
      ] as const) {
        const download = await saved(page, format);
        expect(download.suggestedFilename()).toBe(`sample${format}`);
        expect(readFileSync(await download.path(), 'utf8').slice(0, start.length)).toBe(start);
      }
    }));

  it('copies a claim’s address and citation', () =>
    onPage(
      stage(),
      stage().pages.sample,
      { hash: '#view=table&select=harbour/c7', permissions: ['clipboard-read', 'clipboard-write'] },
      async (page) => {
        await page.getByRole('button', { name: 'Copy the citation' }).click();
        await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent === 'Copied');
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
          'The Quick Tern seats 420 people. (A new ferry at Lindmar, 4 May 2031, https://news.example/harbour) https://data.example/sample/claim/harbour/c7',
        );
      },
    ));
}
