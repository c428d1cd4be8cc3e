import { expect, it } from 'vitest';
import { Viewer } from '../browser.ts';
import { onPage, type Stage } from './scene.ts';

export function withoutWebGl(stage: () => Stage): void {
  const check = (on: Stage, before?: string) =>
    onPage(on, on.pages.sample, before === undefined ? {} : { before }, async (page) => {
      await page.waitForSelector('.notice');
      expect(await page.getByRole('alert').textContent()).toContain('WebGL 2');
      expect(await page.locator('tbody tr').count()).toBe(10);
      await page.getByRole('button', { name: /^Claims 11/ }).click();
      expect(await page.locator('tbody tr').count()).toBe(11);
      await page.getByRole('button', { name: /seats 420/ }).click();
      expect(await page.locator('.card h2').textContent()).toBe('The Quick Tern seats 420 people.');
    });

  it('says so and shows the same as a table', async () => {
    const viewer = await Viewer.start(['--disable-gpu', '--disable-software-rasterizer']);
    try {
      await check({ ...stage(), viewer });
    } finally {
      await viewer.stop();
    }
  });

  it('does the same where a context is refused', () =>
    check(stage(), 'HTMLCanvasElement.prototype.getContext = () => null;'));

  it('does the same where the browser has never heard of WebGL 2', () =>
    check(
      stage(),
      `const get = HTMLCanvasElement.prototype.getContext;
       HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return kind === '2d' ? get.call(this, kind, ...rest) : null; };
       delete window.WebGL2RenderingContext;`,
    ));
}
