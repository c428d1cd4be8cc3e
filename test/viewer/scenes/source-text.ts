import { expect, it } from 'vitest';
import { sourceText } from '../pages.ts';
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
