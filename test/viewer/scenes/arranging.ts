import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { announced, canvasReady, threadStart } from '../browser.ts';
import { onPage, type Stage } from './scene.ts';

const hash = (page: Page) => page.evaluate(() => decodeURIComponent(location.hash));
const field = async (page: Page, name: string) =>
  new RegExp(`[#&]${name}=([^&]*)`).exec(await hash(page))?.[1];

export function arranging(stage: () => Stage): void {
  it('pins what is dragged, lets the rest follow while the layout runs, and takes both back', () =>
    onPage(stage(), stage().pages.sample, { hash: '#select=harbour/c7' }, async (page) => {
      await canvasReady(page);
      const from = await threadStart(page);
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x + 90, from.y - 60, { steps: 4 });
      await page.mouse.up();
      const pin = await field(page, 'pin');
      expect(pin).toMatch(/^quick-tern,-?[\d.]+,-?[\d.]+$/);
      expect(await field(page, 'select')).toBe('harbour/c7');
      const to = await threadStart(page);
      expect(Math.hypot(to.x - from.x - 90, to.y - from.y + 60)).toBeLessThan(3);

      await page.getByRole('button', { name: 'Run the layout' }).click();
      await page.waitForFunction(() => /[#&](?:places|at)=/.test(location.hash));
      expect(await announced(page)).toBe('The layout has come to rest');
      expect(await field(page, 'pin')).toBe(pin);
      const pinned = await threadStart(page);
      expect(Math.hypot(pinned.x - to.x, pinned.y - to.y)).toBeLessThan(3);

      // A shared address shows the same places.
      const address = await hash(page);
      await page.goto('about:blank');
      await page.goto(stage().pages.sample + address);
      await canvasReady(page);
      expect(await hash(page)).toBe(address);
      const again = await threadStart(page);
      expect(Math.hypot(again.x - pinned.x, again.y - pinned.y)).toBeLessThan(3);
    }));

  it('tells how far the layout has come where it does not rest at once', () => {
    // A clock by which it takes long.
    const before = `
      let now = 0;
      performance.now = () => (now += 5_000);
      window.told = [];
      new MutationObserver(() => {
        const line = document.querySelector('.canvas-view .progress');
        if (line !== null) window.told.push([line.textContent, line.querySelector('progress').value]);
      }).observe(document, { subtree: true, childList: true, characterData: true });
    `;
    return onPage(stage(), stage().pages.sample, { before }, async (page) => {
      await canvasReady(page);
      await page.getByRole('button', { name: 'Run the layout' }).click();
      await page.waitForFunction(() => /[#&](?:places|at)=/.test(location.hash));
      const told = await page.evaluate(() => (window as unknown as { told: [string, number][] }).told);
      expect(told.length).toBeGreaterThan(0);
      for (const [words, share] of told) {
        expect(words).toBe(`Arranging${Math.round(100 * share)}%`);
        expect(share).toBeLessThanOrEqual(1);
      }
      await page.waitForSelector('.canvas-view .progress', { state: 'detached' });
      expect(await announced(page)).toBe('The layout has come to rest');
    });
  });

  it('undoes the layout and the pin, step by step, and puts everything back at once', () =>
    onPage(stage(), stage().pages.sample, { hash: '#select=quick-tern' }, async (page) => {
      await canvasReady(page);
      await page.locator('#canvas').focus();
      // Paused at once, by the page itself: on a busy machine so small a layout rests before another process can press.
      await page.evaluate(() => {
        const tools = document.querySelector('.arranging-tools')!;
        const pause = () => tools.querySelector<HTMLElement>('[aria-label="Pause the layout"]');
        const watch = new MutationObserver(() => {
          if (pause() === null) return;
          watch.disconnect();
          pause()!.click();
        });
        watch.observe(tools, { subtree: true, childList: true, attributes: true });
      });
      await page.getByRole('button', { name: 'Run the layout' }).click();
      await expect.poll(() => announced(page)).toBe('The layout is paused');
      await page.getByRole('button', { name: 'Run the layout' }).waitFor();
      if (await page.evaluate(() => /[#&](?:places|at)=/.test(location.hash)))
        await page.keyboard.press('Control+z');
      await page.locator('#canvas').focus();
      await page.keyboard.press('p');
      expect(await announced(page)).toBe('Pinned: the layout leaves it where it is');
      expect(await page.getByRole('button', { name: 'Pin in its place' }).getAttribute('aria-pressed')).toBe(
        'true',
      );
      await page.getByRole('button', { name: 'Run the layout' }).click();
      await page.waitForFunction(() => /[#&](?:places|at)=/.test(location.hash));
      await page.keyboard.press('Control+z');
      expect(await field(page, 'pin')).toMatch(/^quick-tern/);
      expect(await field(page, 'places')).toBeUndefined();
      await page.keyboard.press('Control+z');
      expect(await field(page, 'pin')).toBeUndefined();
      await page.keyboard.press('Control+Shift+z');
      const unpin = page.getByRole('button', { name: 'Unpin the one that is pinned' });
      await unpin.click();
      expect(await announced(page)).toBe('No longer pinned');
      expect(await field(page, 'pin')).toBeUndefined();
      expect(await unpin.count()).toBe(0);
      await page.keyboard.press('Control+z');
      expect(await field(page, 'pin')).toMatch(/^quick-tern/);
      await page.getByRole('button', { name: 'Put everything back in its place' }).click();
      expect(await field(page, 'pin')).toBeUndefined();
      expect(await page.getByRole('button', { name: 'Put everything back in its place' }).count()).toBe(0);
    }));

  it('selects several by a frame, with Shift or by the button, and adds to them with Ctrl and Cmd', () =>
    onPage(stage(), stage().pages.sample, {}, async (page) => {
      await canvasReady(page);
      const box = (await page.locator('.stage').boundingBox())!;
      const draw = async () => {
        await page.mouse.move(box.x + 6, box.y + 90);
        await page.mouse.down();
        await page.mouse.move(box.x + box.width / 2, box.y + box.height - 6, { steps: 3 });
        await page.mouse.up();
      };
      await page.keyboard.down('Shift');
      await draw();
      await page.keyboard.up('Shift');
      const some = (await field(page, 'select'))!.split(',');
      expect(some.length).toBeGreaterThan(1);
      expect(await announced(page)).toMatch(new RegExp(`^${some.length} selected`));
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Select by drawing a frame' }).click();
      await draw();
      expect((await field(page, 'select'))!.split(',')).toEqual(some);
      expect(await field(page, 'camera')).toBeUndefined();
    }));

  it('selects what a loop is drawn around, says how many, undoes it, and puts the loop away with Escape', () =>
    onPage(stage(), stage().pages.sample, {}, async (page) => {
      await canvasReady(page);
      const box = (await page.locator('.stage').boundingBox())!;
      const lasso = page.getByRole('button', { name: 'Select by drawing a loop' });
      await lasso.click();
      expect(await lasso.getAttribute('aria-pressed')).toBe('true');
      // A triangle: the corner of a frame with the same ends stays out of it.
      const corners = [
        [6, 90],
        [box.width / 2, box.height - 6],
        [6, box.height - 6],
        [6, 92],
      ] as const;
      await page.mouse.move(box.x + 6, box.y + 90);
      await page.mouse.down();
      for (const [x, y] of corners) await page.mouse.move(box.x + x, box.y + y, { steps: 4 });
      await page.mouse.up();
      const some = (await field(page, 'select'))!.split(',');
      expect(some.length).toBeGreaterThan(1);
      expect(await announced(page)).toMatch(new RegExp(`^${some.length} selected`));
      await page.keyboard.press('Escape');
      expect(await lasso.getAttribute('aria-pressed')).toBe('false');
      expect((await field(page, 'select'))!.split(',')).toEqual(some);
      await page.keyboard.press('Control+z');
      expect(await field(page, 'select')).toBeUndefined();
    }));
}
