import { expect, it } from 'vitest';
import { canvasReady } from '../browser.ts';
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
