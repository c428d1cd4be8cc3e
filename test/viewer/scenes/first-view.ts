import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { linePieces } from '../../../src/formats/index.ts';
import { canvasReady, pageOf } from '../browser.ts';
import { sampleDataset } from '../pages.ts';
import { saved } from './exploring.ts';
import { onPage, type Stage } from './scene.ts';

export function firstView(stage: () => Stage): void {
  it('opens on the whole graph with a title, what it is made from, and one hint', () =>
    onPage(stage(), stage().pages.sample, {}, async (page) => {
      await canvasReady(page);
      expect(await page.locator('h1').textContent()).toBe('Sample');
      expect(await page.locator('.page-title p').textContent()).toBe(
        '11 claims about 10 entities, from one article',
      );
      expect(await page.locator('.hint').isVisible()).toBe(true);
      expect(await page.locator('.part').count()).toBe(3);
      expect(await page.title()).toBe('Sample');
      const fonts = await page.evaluate(() =>
        [...document.fonts]
          .filter(({ status }) => status === 'loaded')
          .map(({ family }) => family.replaceAll('"', '')),
      );
      expect(new Set(fonts)).toEqual(new Set(['Be Vietnam Pro', 'Source Serif 4']));
    }));

  it('opens data in several pieces in turns, tells how far it is, and hands the whole to the worker', async () => {
    const { viewer, template } = stage();
    const whole = await pageOf(template, sampleDataset);
    const [, head = '', json = '', tail = ''] =
      /^([\s\S]*id="clew-data">)([^<]*)([\s\S]*)$/.exec(whole) ?? [];
    const pieces = linePieces(json, 2_000).join('</script>\n<script type="text/plain" class="clew-data">');
    const address = viewer.write('pieces.html', head + pieces + tail);
    // A clock by which every step takes a turn of its own.
    const before = `
      let now = 0;
      performance.now = () => (now += 50);
      window.told = [];
      new MutationObserver(() => {
        const main = document.querySelector('main[aria-busy]');
        if (main !== null) window.told.push(main.innerText.split(/\\s*\\n\\s*/).join(', '));
      }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    `;
    await onPage(stage(), address, { hash: '#theme=dark', before }, async (page) => {
      await canvasReady(page);
      expect(await page.locator('.page-title p').textContent()).toContain('11 claims about 10 entities');
      const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
      expect(told.length).toBeGreaterThan(3);
      for (const words of told) expect(words).toMatch(/^Sample, Reading, \d+%$/);
      expect(told.at(-1)).toBe('Sample, Reading, 100%');
      const shares = told.map((words) => Number.parseInt(words.slice('Sample, Reading, '.length), 10));
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
      const download = await saved(page, '.json');
      expect(readFileSync(await download.path(), 'utf8')).toBe(json.replaceAll('\\u003c', '<'));
    });
  });

  it('allows no script, style or connection but its own', () =>
    onPage(stage(), stage().pages.sample, {}, async (page) => {
      const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content');
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("connect-src 'none'");
      expect(policy).not.toContain('unsafe');
      expect(
        await page.evaluate(() => {
          const script = document.createElement('script');
          script.textContent = 'document.title = "broken"';
          document.head.append(script);
          return document.title;
        }),
      ).toBe('Sample');
    }).catch((error: Error) => {
      // The refusal itself is what Chromium logs.
      if (!/Refused to execute|violates the following/.test(error.message)) throw error;
    }));

  it('takes the theme from the system and by hand', () =>
    onPage(stage(), stage().pages.sample, { colorScheme: 'dark' }, async (page) => {
      const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      await expect.poll(ground).toBe('rgb(22, 25, 31)');
      await page.getByRole('button', { name: /^Theme/ }).click();
      await expect.poll(ground).toBe('rgb(250, 247, 241)');
      expect(await page.evaluate(() => location.hash)).toBe('#theme=light');
    }));
}
