import { expect, it } from 'vitest';
import { wordsOf } from '../browser.ts';
import { onPage, type Stage } from './scene.ts';

export function filtering(stage: () => Stage): void {
  it('hides a kind by its legend, in the table as on the canvas, and undoes it', () =>
    onPage(stage(), stage().pages.sample, { hash: '#view=table' }, async (page) => {
      const rows = page.locator('tbody tr');
      const ships = page.getByRole('button', { name: /^Ship 2/ });
      expect(await rows.count()).toBe(10);
      await ships.click();
      expect(await ships.getAttribute('aria-pressed')).toBe('false');
      expect(await rows.count()).toBe(8);
      expect(await wordsOf(page.locator('.legend-foot'))).toContain('4 of 11 claims shown');
      await page.keyboard.press('Control+z');
      expect(await rows.count()).toBe(10);
      await page.keyboard.press('Control+Shift+z');
      expect(await rows.count()).toBe(8);
      await page.keyboard.press('Meta+z');
      expect(await rows.count()).toBe(10);
      await page.keyboard.press('Meta+Shift+z');
      expect(await rows.count()).toBe(8);
      await page.getByRole('button', { name: 'Show all' }).click();
      expect(await rows.count()).toBe(10);
    }));

  it('shows one kind alone by double click, or by its “only”', () =>
    onPage(stage(), stage().pages.sample, { hash: '#view=table' }, async (page) => {
      await page.getByRole('button', { name: /^Ship 2/ }).dblclick();
      expect(await page.locator('tbody tr').count()).toBe(2);
      await page.getByRole('button', { name: /^Show all/ }).click();
      await page.getByRole('button', { name: /^Place/ }).hover();
      await page.getByRole('button', { name: /^Only .?Place/ }).click();
      expect(await page.locator('tbody tr').count()).toBe(2);
    }));

  it('combines facets and keeps their counts alive', () =>
    onPage(stage(), stage().pages.sample, { hash: '#view=table&rows=claims' }, async (page) => {
      await page.getByRole('button', { name: /^Denied 2/ }).click();
      expect(await page.locator('tbody tr').count()).toBe(2);
      expect(await wordsOf(page.getByRole('button', { name: /^Opinion/ }))).toMatch(/1$/);
      await page.getByRole('button', { name: /^Opinion/ }).click();
      expect(await page.locator('tbody tr').count()).toBe(1);
      expect(await page.evaluate(() => location.hash)).toBe(
        '#view=table&modality=opinion&polarity=negative&rows=claims',
      );
    }));

  it('sorts the table by any column, both ways', () =>
    onPage(stage(), stage().pages.sample, { hash: '#view=table' }, async (page) => {
      const first = () => wordsOf(page.locator('tbody tr th'));
      expect(await first()).toContain('Quick Tern');
      await page.getByRole('button', { name: 'Name', exact: true }).click();
      expect(await first()).toBe('Anna Berg');
      expect(await page.locator('th.is-name').first().getAttribute('aria-sort')).toBe('ascending');
      await page.getByRole('button', { name: 'Name', exact: true }).click();
      expect(await first()).toContain('Tourism');
    }));

  it('says so where nothing is left', () =>
    onPage(
      stage(),
      stage().pages.sample,
      { hash: '#view=table&modality=opinion&polarity=positive' },
      async (page) => {
        expect(await wordsOf(page.locator('.table-view'))).toContain('The filters leave nothing to show.');
      },
    ));
}
