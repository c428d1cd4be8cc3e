import { expect, it } from 'vitest';
import { canvasReady, wordsOf } from '../browser.ts';
import { HOSTILE } from '../pages.ts';
import { onPage, type Stage } from './scene.ts';

export function hostileNames(stage: () => Stage): void {
  it.each(['graph', 'table', 'article'])('are inert in the %s', (view) =>
    onPage(stage(), stage().pages.hostile, { hash: `#view=${view}&select=harbour/c1` }, async (page) => {
      if (view === 'graph') await canvasReady(page);
      expect(await page.title()).toBe(HOSTILE.closing);
      expect(await page.locator('img').count()).toBe(0);
      expect(await page.evaluate(() => document.scripts.length)).toBe(3);
      expect(await page.locator('h1').textContent()).toBe(
        view === 'article' ? HOSTILE.html : HOSTILE.closing,
      );
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }),
  );

  it.each([
    ['voices', '#view=voices'],
    ['timeline', '#time=said'],
    ['literal values as nodes', '#values=nodes'],
    ['filters', '#view=table&rows=claims'],
  ])('are inert in the %s', (_where, hash) =>
    onPage(stage(), stage().pages.hostile, { hash }, async (page) => {
      if (!hash.includes('view=')) await canvasReady(page);
      for (const fold of await page.locator('.side [aria-expanded=false]').all()) await fold.click();
      expect(await page.title()).toBe(HOSTILE.closing);
      expect(await page.locator('img').count()).toBe(0);
      expect(await page.evaluate(() => document.scripts.length)).toBe(3);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }),
  );

  it('keep their direction to themselves, and link nowhere but to the web', () =>
    onPage(stage(), stage().pages.hostile, { hash: '#select=coast-post' }, async (page) => {
      const heading = page.locator('.card h2 bdi');
      expect(await heading.getAttribute('dir')).toBe('auto');
      const links = await page
        .locator('.card a')
        .evaluateAll((all) =>
          all.map((link) => [(link as HTMLAnchorElement).protocol, link.getAttribute('rel')]),
        );
      expect(links).toEqual([['https:', 'noopener noreferrer']]);
      expect(await wordsOf(page.locator('.card'))).toContain('javascript:');
    }));

  it('are cut where they are endless, and can be searched for', () =>
    onPage(stage(), stage().pages.hostile, { hash: '#view=table' }, async (page) => {
      const longest = await page
        .locator('tbody bdi')
        .evaluateAll((all) => Math.max(...all.map((cell) => [...(cell.textContent ?? '')].length)));
      expect(longest).toBe(281);
      await page.getByRole('combobox', { name: 'Search' }).fill('endless');
      await page.getByRole('option').first().click();
      expect((await page.locator('.card h2').textContent())!.length).toBe(401);
    }));
}
