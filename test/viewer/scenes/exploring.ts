import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { wordsOf } from '../browser.ts';
import { onPage, type Stage } from './scene.ts';

/** Saves through the dialog, as it stands otherwise. @param width of a picture in pixels, where it is not the usual one */
export async function saved(page: Page, format: string, width?: number): Promise<Download> {
  await page.getByRole('button', { name: 'Share and save' }).click();
  await page.getByRole('button', { name: 'Save the graph' }).click();
  await page.getByRole('combobox', { name: 'Format' }).selectOption(format);
  if (width !== undefined) await page.getByRole('spinbutton').fill(`${width}`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save', exact: true }).click(),
  ]);
  const dialog = page.getByRole('dialog');
  if (await dialog.isVisible()) await page.keyboard.press('Escape');
  return download;
}

/** The pixels of a part of a picture, four numbers each. @param part left, top, width, height */
function pixelsIn(page: Page, png: Buffer, part: readonly number[]): Promise<number[]> {
  return page.evaluate(
    async ({ data, part: [left = 0, top = 0, width = 1, height = 1] }) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
      context.drawImage(image, 0, 0);
      return [...context.getImageData(left, top, width, height).data];
    },
    { data: png.toString('base64'), part: part.map(Math.round) },
  );
}

async function colourIn(page: Page, png: Buffer, at: readonly [number, number]): Promise<string> {
  const pixel = await pixelsIn(page, png, [...at, 1, 1]);
  return `#${pixel
    .slice(0, 3)
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')}`;
}

/** The share of dark pixels. */
async function inkIn(page: Page, png: Buffer, part: readonly number[]): Promise<number> {
  const pixels = await pixelsIn(page, png, part);
  const dark = pixels.filter((value, at) => at % 4 === 0 && value < 140).length;
  return dark / (pixels.length / 4);
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

  it('saves a PNG as wide as it is asked to be, with its legend', () =>
    onPage(stage(), stage().pages.sample, { hash: '#view=table', acceptDownloads: true }, async (page) => {
      const svg = readFileSync(await (await saved(page, '.svg')).path(), 'utf8');
      const view = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(svg)!.slice(1).map(Number);
      // A kind of the legend: its dot, its name and how many there are.
      const row =
        /<circle cx="(\S+)" cy="(\S+)"[^>]*fill="(#\w+)"[^>]*\/>\s*<text[^>]*>([^<]+)<\/text>\s*<text[^>]*text-anchor="end"/;
      const [, x, y, colour, kind] = row.exec(svg)!;
      expect(kind).toBe('organization');
      for (const width of [640, 1500]) {
        const png = readFileSync(await (await saved(page, '.png', width)).path());
        expect(png.readUInt32BE(16)).toBe(width);
        expect(png.readUInt32BE(20)).toBe(Math.round((width * view[3]!) / view[2]!));
        const scale = width / view[2]!;
        const at = [(Number(x) - view[0]!) * scale, (Number(y) - view[1]!) * scale] as const;
        expect(await colourIn(page, png, at)).toBe(colour);
        // The name beside the dot is written in letters darker than the ground.
        const letters = [at[0] + 17 * scale, at[1] - 6 * scale, 40 * scale, 12 * scale] as const;
        expect(await inkIn(page, png, letters)).toBeGreaterThan(0.05);
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
