import { expect, it } from 'vitest';
import { announced, wordsOf } from '../browser.ts';
import { onPage, type Stage } from './scene.ts';

export function searching(stage: () => Stage): void {
  it('begins with a slash, ignores case and accents, and is chosen from by keyboard', () =>
    onPage(stage(), stage().pages.sample, {}, async (page) => {
      await page.keyboard.press('/');
      const field = page.getByRole('combobox', { name: 'Search' });
      expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
      await page.keyboard.type('CONG DOAN cang');
      const options = page.getByRole('option');
      await options.first().waitFor();
      expect(await options.first().textContent()).toContain('Dock workers’ union');
      expect(await field.getAttribute('aria-activedescendant')).toBe(
        await options.first().getAttribute('id'),
      );
      expect(await announced(page)).toMatch(/hits?$/);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      expect(await page.locator('.card h2').textContent()).toBe('Dock workers’ union');
      expect(await field.getAttribute('aria-expanded')).toBe('false');
    }));

  it('finds claims, and says when nothing is found', () =>
    onPage(stage(), stage().pages.sample, {}, async (page) => {
      await page.getByRole('combobox', { name: 'Search' }).fill('tourists');
      await page.getByRole('option', { name: /expects the Quick Tern/ }).click();
      expect(await page.locator('.card.is-claim h2').textContent()).toContain('tourists');
      await page.getByRole('combobox', { name: 'Search' }).fill('qqqqq');
      expect(await page.locator('.no-hits').textContent()).toContain('qqqqq');
    }));

  it('marks hits that filters hide, and reveals the one that is chosen', () =>
    onPage(stage(), stage().pages.sample, { hash: '#hide=ex:Place,ex:Person' }, async (page) => {
      await page.getByRole('combobox', { name: 'Search' }).fill('dao da');
      const option = page.getByRole('option').first();
      expect(await option.textContent()).toContain('hidden by filters');
      await option.click();
      expect(await page.locator('.card h2').textContent()).toBe('Lone Rock');
      expect(await page.evaluate(() => location.hash)).toContain('hide=ex:Person');
      expect(await page.evaluate(() => location.hash)).not.toContain('ex:Place');
    }));

  it('filters by a predicate or a kind that is chosen', () =>
    onPage(stage(), stage().pages.sample, {}, async (page) => {
      await page.getByRole('combobox', { name: 'Search' }).fill('boosts');
      await page.getByRole('option', { name: /show only these claims/ }).click();
      expect(await wordsOf(page.locator('.legend-foot'))).toContain('2 of 11 claims shown');
      await page.keyboard.press('Control+z');
      await page.getByRole('combobox', { name: 'Search' }).fill('ship');
      await page
        .getByRole('option', { name: /show only/ })
        .first()
        .click();
      expect(await page.evaluate(() => location.hash)).toContain('hide=');
      expect(await page.evaluate(() => location.hash)).not.toContain('ex:Ship');
    }));
}
