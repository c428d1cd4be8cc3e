import { expect, it } from 'vitest';
import { pageOf } from '../browser.ts';
import { sourcedDataset, sourceText } from '../pages.ts';
import { onPage, type Stage } from './scene.ts';

const file = (text: string) => ({ name: 'article.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });

export function bringingTheText(stage: () => Stage): void {
  it('shows the exact words of the evidence in the paragraph', () =>
    onPage(stage(), stage().pages.sourced, { hash: '#select=harbour/c3' }, async (page) => {
      await page.evaluate((text) => {
        const data = new DataTransfer();
        data.items.add(new File([text], 'article.txt'));
        document.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, cancelable: true }));
        document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
      }, sourceText);
      await page.waitForSelector('mark.is-evidence');
      const points = [...sourceText];
      expect(await page.locator('mark.is-evidence').allTextContents()).toEqual([
        points.slice(250, 280).join(''),
        points.slice(300, 320).join(''),
      ]);
      expect(await page.locator('.part[data-marked] .digest-text').textContent()).toBe(
        points.slice(202, 420).join(''),
      );
      await page.getByRole('button', { name: 'Back to the digest' }).click();
      expect(await page.locator('mark').count()).toBe(0);
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    }));

  it.each([
    ['harbour/c3', 'a claim between two entities'],
    ['harbour/c7', 'a claim with a literal'],
  ])('shows the words that the file carries beside %s, %s', async (key) => {
    const { viewer, template } = stage();
    const quote = ({ id }: { readonly id: string }) => `<b>words</b> of ${id} … 🚢`;
    const address = viewer.write('quoted.html', await pageOf(template, sourcedDataset, { quote }));
    await onPage(stage(), address, { hash: `#select=${key}` }, async (page) => {
      const words = `<b>words</b> of ${key.slice('harbour/'.length)} … 🚢`;
      await page.waitForSelector('.card .quote mark.is-evidence');
      expect(await page.locator('.card .quote').allTextContents()).toEqual([words]);
      expect(await page.locator('.card .quote').getAttribute('lang')).toBe('en');
      expect(await page.locator('.part[data-marked] mark.is-evidence').allTextContents()).toEqual([words]);
      // The digest stays: what the article says in our words, then in its own.
      expect(await page.locator('.part[data-marked] .digest-text').count()).toBe(2);
    });
  });

  it('shows no words where the file carries none', () =>
    onPage(stage(), stage().pages.sourced, { hash: '#select=harbour/c3' }, async (page) => {
      await page.waitForSelector('.card .places');
      expect(await page.locator('mark, .quote').count()).toBe(0);
    }));

  it('refuses another text and keeps the digest', () =>
    onPage(stage(), stage().pages.sourced, {}, async (page) => {
      await page.locator('input[type=file]').setInputFiles(file('another text'));
      expect(await page.locator('.source-note .problem').textContent()).toContain(
        'not the text of an article',
      );
      expect(await page.locator('.digest-text').first().textContent()).toBe(
        'The ferry company opens a line.',
      );
    }));
}
