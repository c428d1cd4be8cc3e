import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { canvasReady, wordsOf } from '../browser.ts';
import { onPage, type Stage } from './scene.ts';

export function addresses(stage: () => Stage): void {
  it('can be saved as a file and opened again; a view of another graph is refused', () =>
    onPage(
      stage(),
      stage().pages.sample,
      { hash: '#view=table&select=nordlink&pin=nordlink,12,5' },
      async (page) => {
        const menu = page.getByRole('button', { name: 'Share and save' });
        await menu.click();
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: 'Save this view as a file' }).click(),
        ]);
        expect(download.suggestedFilename()).toBe('sample.view.json');
        const view = readFileSync(await download.path());
        const before = await page.evaluate(() => location.hash);
        await page.evaluate(() => {
          location.hash = '';
        });
        await page.waitForSelector('.canvas-view');
        const bring = async (buffer: Buffer) => {
          await menu.click();
          await page
            .locator('.menu input[type=file]')
            .setInputFiles({ name: 'my.view.json', mimeType: '', buffer });
        };
        await bring(view);
        await page.waitForSelector('.table-view');
        expect(await page.evaluate(() => location.hash)).toBe(before);
        await bring(Buffer.from('{"clewView":1,"dataset":"other"}'));
        expect(await page.getByRole('alert').textContent()).toMatch(
          /^my\.view\.json: error: this is a view of another graph than sample/,
        );
      },
    ));

  it('restore the whole view, and back and forward work', () =>
    onPage(
      stage(),
      stage().pages.sample,
      { hash: '#view=table&select=harbour/c4&polarity=negative&rows=claims&lang=vi&theme=dark' },
      async (page) => {
        expect(await page.locator('.card h2').textContent()).toBe('Công đoàn nói tàu không giúp du lịch.');
        expect(await page.locator('tbody tr').count()).toBe(2);
        expect(await page.evaluate(() => document.documentElement.lang)).toBe('vi');
        expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
        await page.locator('tbody tr button').first().click();
        const second = await page.locator('.card h2').textContent();
        await page.goBack();
        await page.waitForFunction(() =>
          document.querySelector('.card h2')?.textContent?.includes('Công đoàn'),
        );
        await page.goForward();
        await page.waitForFunction(
          (text) => document.querySelector('.card h2')?.textContent === text,
          second,
        );
      },
    ));

  it('keep the camera, once it rests', () =>
    onPage(stage(), stage().pages.sample, {}, async (page) => {
      await page.waitForSelector('[data-canvas="ready"]');
      await page.getByRole('button', { name: 'Zoom in' }).click();
      await page.waitForFunction(() => location.hash.startsWith('#camera='));
      const address = await page.evaluate(() => location.hash);
      await page.reload();
      await page.waitForSelector('[data-canvas="ready"]');
      await page.waitForTimeout(200);
      expect(await page.evaluate(() => location.hash)).toBe(address);
    }));

  it('do no harm where they are malformed', () =>
    onPage(
      stage(),
      stage().pages.sample,
      { hash: '#view=%E0%A4%A&select=<b>,,&camera=x&&=&hide=%' },
      async (page) => {
        await page.waitForSelector('[data-canvas="ready"]');
        expect(await page.locator('.card').count()).toBe(0);
      },
    ));

  it('switch the language of labels, statements, digests and the interface', () =>
    onPage(stage(), stage().pages.sample, { hash: '#select=harbour/c1' }, async (page) => {
      await page.getByRole('combobox', { name: 'Language' }).selectOption('vi');
      expect(await page.locator('h1').textContent()).toBe('Mẫu');
      expect(await page.locator('.card h2').textContent()).toBe('Phà Nordlink khai thác tàu Quick Tern.');
      expect(await wordsOf(page.locator('.card .facts'))).toContain('tháng 5 năm 2031');
      expect(await page.locator('.digest-text').first().textContent()).toBe('Hãng phà mở một tuyến mới.');
      expect(await page.locator('.kind-name').allTextContents()).toContain('Địa điểm');
      expect(await page.evaluate(() => location.hash)).toContain('lang=vi');
    }));

  it('can ask for the canvas and the card alone, for use in another page', async () => {
    const { sample } = stage().pages;
    await onPage(stage(), `${sample}?embed`, { hash: '#select=harbour/c1' }, async (page) => {
      expect(await page.locator('.top-bar, .legend').count()).toBe(0);
      expect(await page.locator('.card h2').textContent()).toBe('Nordlink Ferries runs the Quick Tern.');
    });
  });

  it('is printed on white with the drawing of what is shown, the card and the digest, whatever the theme', () =>
    onPage(stage(), stage().pages.sample, { hash: '#select=nordlink&theme=dark' }, async (page) => {
      await canvasReady(page);
      await page.evaluate(() => {
        window.print = () => document.body.setAttribute('data-printed', '');
      });
      await page.keyboard.press('Control+p');
      await page.waitForSelector('[data-printed]');
      const picture = page.locator('.print-picture');
      expect(await picture.isVisible()).toBe(false);
      await page.emulateMedia({ media: 'print' });
      expect(await picture.isVisible()).toBe(true);
      expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(300);
      for (const kept of ['.page-title h1', '.card h2', '.digest .part']) {
        expect([kept, await page.locator(kept).first().isVisible()]).toEqual([kept, true]);
      }
      for (const left of ['.top-bar', '.legend', '.stage', '.canvas-tools', '.timeline']) {
        expect([left, await page.locator(left).first().isVisible()]).toEqual([left, false]);
      }
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
        'rgb(255, 255, 255)',
      );
      await page.emulateMedia({ media: 'screen' });
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      expect(await picture.count()).toBe(0);
    }));

  it('leave the language to the reader’s own where none was chosen', () =>
    onPage(stage(), stage().pages.sample, { locale: 'vi-VN' }, async (page) => {
      expect(await page.locator('.page-title p').textContent()).toBe(
        '11 nhận định về 10 thực thể, rút từ một bài báo',
      );
    }));
}
