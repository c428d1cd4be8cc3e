import { expect, it } from 'vitest';
import { canvasReady } from '../browser.ts';
import { onPage, type Stage } from './scene.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

export function onAPhone(stage: () => Stage): void {
  it('shows the canvas first, and pulls the card up as a sheet', () =>
    onPage(stage(), stage().pages.sample, PHONE, async (page) => {
      await canvasReady(page);
      const canvas = (await page.locator('.stage').boundingBox())!;
      expect(canvas.width).toBe(390);
      expect(canvas.height).toBeGreaterThan(500);
      expect(await page.locator('.legend').count()).toBe(0);
      expect(await page.locator('.sheet-title').textContent()).toContain('A new ferry at Lindmar');
      await page.locator('.sheet-handle').click();
      await page.waitForSelector('.sheet.is-half');
      const handle = (await page.locator('.sheet-handle').boundingBox())!;
      await page.mouse.move(195, handle.y + 8);
      await page.mouse.down();
      await page.mouse.move(195, handle.y - 120, { steps: 4 });
      await page.mouse.up();
      await page.waitForSelector('.sheet.is-full');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    }));

  it('searches over the whole screen', () =>
    onPage(stage(), stage().pages.sample, PHONE, async (page) => {
      await page.getByRole('combobox', { name: 'Search' }).tap();
      const box = (await page.locator('.search').boundingBox())!;
      expect([box.width, box.height]).toEqual([390, 844]);
      await page.keyboard.type('lindmar');
      await page.getByRole('option').first().tap();
      await page.waitForSelector('.sheet.is-half .card');
      expect(await page.locator('.card h2').textContent()).toBe('Lindmar');
      const search = (await page.locator('.search').boundingBox())!;
      expect(search.width).toBeLessThan(100);
    }));

  it('brings the filters over the canvas, and the settings into the menu', () =>
    onPage(stage(), stage().pages.sample, PHONE, async (page) => {
      await page.getByRole('button', { name: 'Show the filters' }).tap();
      await page.getByRole('button', { name: /^Ship 2/ }).tap();
      await page.getByRole('button', { name: 'Hide the filters' }).tap();
      await page.getByRole('button', { name: 'Share and save' }).tap();
      await page.getByRole('button', { name: 'Undo' }).tap();
      expect(await page.evaluate(() => location.hash)).toBe('');
      await page.getByRole('combobox', { name: 'Language' }).selectOption('vi');
      expect(await page.locator('h1').textContent()).toBe('Mẫu');
    }));
}
