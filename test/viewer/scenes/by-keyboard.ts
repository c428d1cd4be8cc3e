import { expect, it } from 'vitest';
import { announced, canvasReady } from '../browser.ts';
import { onPage, type Stage } from './scene.ts';

export function byKeyboard(stage: () => Stage): void {
  it('walks the graph along its claims', () =>
    onPage(stage(), stage().pages.sample, {}, async (page) => {
      await canvasReady(page);
      const heading = () => page.locator('.card h2').textContent();
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').textContent()).toBe('Skip to the graph');
      await page.keyboard.press('Enter');
      expect(await page.locator(':focus').getAttribute('role')).toBe('application');
      await page.keyboard.press('ArrowRight');
      expect(await heading()).toBe('Quick Tern 🚢');
      await page.keyboard.press('ArrowRight');
      expect(await heading()).toBe('Anna Berg expects the Quick Tern to bring tourists.');
      await page.keyboard.press('ArrowLeft');
      expect(await heading()).toBe('Nordlink tried to run the ship in winter too.');
      await page.keyboard.press('ArrowDown');
      expect(await heading()).toBe('Nordlink Ferries');
      expect(await announced(page)).toContain('Nordlink Ferries');
      expect(await page.locator(':focus').getAttribute('aria-label')).toContain('Nordlink Ferries');
      await page.keyboard.press('Escape');
      expect(await page.locator('.card').count()).toBe(0);
      expect(await page.locator(':focus').getAttribute('role')).toBe('application');
    }));

  it('selects several without a pointer: along the way with Shift, or all that is in sight', () =>
    onPage(stage(), stage().pages.sample, { hash: '#select=quick-tern' }, async (page) => {
      await canvasReady(page);
      const selected = () =>
        page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get('select')!.split(','));
      await page.locator('#canvas').focus();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Shift+ArrowDown');
      const [claim, far] = await selected();
      expect([claim, far]).toEqual([expect.stringMatching(/^harbour\//), 'nordlink']);
      await page.keyboard.press('Shift+ArrowUp');
      expect((await selected()).slice(0, 2)).toEqual([claim, far]);
      await page.keyboard.press('0');
      await page.keyboard.press('Control+a');
      expect(await selected()).toHaveLength(10);
      await expect.poll(() => announced(page)).toMatch(/^10 selected/);
      await page.keyboard.press('Control+z');
      expect((await selected()).slice(0, 2)).toEqual([claim, far]);
    }));

  it('keeps the focus in the card when a claim in it is followed', () =>
    onPage(stage(), stage().pages.sample, { hash: '#select=nordlink' }, async (page) => {
      await page.locator('.card [data-item]').first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.card.is-claim');
      await page.waitForFunction(() => document.activeElement?.id === 'card-heading');
    }));

  it('makes every list one stop, with arrows inside', () =>
    onPage(stage(), stage().pages.sample, { hash: '#view=table' }, async (page) => {
      expect(await page.locator('.kind-list [data-item][tabindex="0"]').count()).toBe(1);
      expect(await page.locator('tbody [data-item][tabindex="0"]').count()).toBe(1);
      await page.locator('.kind-list [data-item][tabindex="0"]').focus();
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowRight');
      expect(await page.locator(':focus').getAttribute('class')).toBe('only');
      await page.keyboard.press('Enter');
      expect(await page.locator('tbody tr').count()).toBe(1);
    }));

  it('reaches every control by Tab, and shows where it is', () =>
    onPage(stage(), stage().pages.sample, { hash: '#select=harbour/c3' }, async (page) => {
      const seen = new Set<string>();
      for (let step = 0; step < 60; step += 1) {
        await page.keyboard.press('Tab');
        const stop = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement;
          const { outlineStyle } = getComputedStyle(element);
          const field = element.closest('.search-field');
          const shown = outlineStyle !== 'none' || (field && getComputedStyle(field).outlineStyle !== 'none');
          const separator = element.getAttribute('role') === 'separator';
          return {
            name:
              element === document.body
                ? 'end'
                : element.getAttribute('aria-label') || element.id || element.textContent,
            shown: Boolean(shown) || separator,
          };
        });
        if (stop.name === 'end') break;
        expect(stop).toMatchObject({ shown: true });
        seen.add(`${stop.name}`);
      }
      for (const control of [
        'Undo',
        'Share and save',
        'Zoom in',
        'Width of the reading column',
        'Clear the selection',
        'Copy the IRI',
        'Choose the file',
      ]) {
        expect(seen, control).toContain(control);
      }
    }));

  it('moves the edge of the reading column', () =>
    onPage(stage(), stage().pages.sample, {}, async (page) => {
      await page.getByRole('separator').focus();
      await page.keyboard.press('ArrowLeft');
      expect(await page.evaluate(() => location.hash)).toBe('#width=440');
    }));
}
