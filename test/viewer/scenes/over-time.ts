import { expect, it } from 'vitest';
import { atRest, wordsOf } from '../browser.ts';
import { onPage, type Stage } from './scene.ts';

export function overTime(stage: () => Stage): void {
  it('is brushed by two sliders, filters the table, takes in what has no time, and is cleared', () =>
    onPage(stage(), stage().pages.sample, { hash: '#view=table&rows=claims' }, async (page) => {
      const rows = page.locator('tbody tr');
      const hash = () => page.evaluate(() => location.hash);
      expect(await wordsOf(page.locator('.timeline-note'))).toBe('10 claims without a time');
      const least = page.getByRole('slider', { name: 'When it holds, at least' });
      await least.focus();
      for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
      expect(await least.getAttribute('aria-valuetext')).toBe('May 2031: 1 claim');
      await page.getByRole('slider', { name: 'When it holds, at most' }).focus();
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowLeft');
      expect(await rows.count()).toBe(1);
      expect(await hash()).toContain('time=2031-05-01,2031-11-30');
      await page.keyboard.press('Control+z');
      expect(await hash()).toContain('time=2031-05-01,2031-12-31');
      await page.getByRole('checkbox', { name: 'Also 10 claims without a time' }).check();
      expect(await rows.count()).toBe(11);
      await page.getByRole('button', { name: 'All times' }).click();
      expect(await hash()).not.toContain('time=');
    }));

  it('is brushed by drawing over the bars, in one step, on any of its three axes', () =>
    onPage(stage(), stage().pages.sample, { hash: '#view=table&rows=claims' }, async (page) => {
      const axis = page.getByRole('combobox', { name: 'Which time' });
      await axis.selectOption('said');
      const bars = (await page.locator('.bars').boundingBox())!;
      const at = (day: number) => bars.x + (bars.width * (day - 0.5)) / 31;
      await page.mouse.move(at(2), bars.y + 10);
      await page.mouse.down();
      await page.mouse.move(at(6), bars.y + 10, { steps: 5 });
      await page.mouse.up();
      const hash = () => page.evaluate(() => location.hash);
      expect(await hash()).toContain('axis=said&time=2031-05-02,2031-05-06');
      expect(await wordsOf(page.locator('.timeline-note strong'))).toBe('2 May 2031 to 6 May 2031');
      expect(await page.locator('tbody tr').count()).toBe(1);
      await page.getByRole('button', { name: 'Undo' }).click();
      expect(await hash()).toBe('#view=table&axis=said&rows=claims');
      await axis.selectOption('published');
      expect(await page.locator('.bin').nth(3).getAttribute('title')).toBe('4 May 2031: 11 claims');
      await page.getByRole('button', { name: 'Hide the timeline' }).click();
      expect(await page.locator('.bars').count()).toBe(0);
      expect(await hash()).toContain('fold=timeline');
    }));

  it.each([360, 770, 1090])('has names that do not touch, below a bar that fits, %d pixels wide', (width) =>
    onPage(
      stage(),
      stage().pages.sample,
      { hash: width < 760 ? '#lang=vi' : '#lang=vi&select=nordlink', viewport: { width, height: 700 } },
      async (page) => {
        if (width < 760) await page.locator('.timeline .icon-button').click();
        const ticks = await atRest(page, () =>
          page.locator('.ticks span').evaluateAll((all) =>
            all.map((tick) => {
              const { left, right } = tick.getBoundingClientRect();
              return { left, right };
            }),
          ),
        );
        expect(ticks.length).toBeGreaterThan(0);
        const close = ticks.filter(({ left }, at) => at > 0 && left - ticks[at - 1]!.right < 6);
        expect(close).toEqual([]);
        const share = (await page.locator('.top-bar .menu > button').boundingBox())!;
        expect(share.x + share.width).toBeLessThanOrEqual(width);
        expect(await page.locator('.top-bar').evaluate((bar) => bar.scrollWidth - bar.clientWidth)).toBe(0);
      },
    ),
  );

  it('is folded away on a phone, and brushed by a finger', () =>
    onPage(
      stage(),
      stage().pages.sample,
      { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
      async (page) => {
        expect(await page.locator('.bars').count()).toBe(0);
        await page.getByRole('button', { name: 'Show the timeline' }).tap();
        const bars = (await page.locator('.bars').boundingBox())!;
        await page.touchscreen.tap(bars.x + (bars.width * 4.5) / 12, bars.y + 12);
        await page.waitForFunction(() => location.hash === '#time=2031-05-01,2031-05-31');
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      },
    ));
}
