import type { JSHandle, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { atRest, canvasReady, effectsDone } from '../browser.ts';
import { onPage, type Stage } from './scene.ts';

/** Takes the drawing surface back. @returns the canvas that had it */
function loseContext(page: Page): Promise<JSHandle<HTMLCanvasElement>> {
  return page.evaluateHandle(() => {
    const nodes = document.querySelector<HTMLCanvasElement>('.stage .sigma-nodes')!;
    nodes.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
    return nodes;
  });
}

/** Pixels of the canvas of nodes, its size in CSS pixels, and how many pixels of the picture are not its ground. */
async function drawn(page: Page): Promise<{ ratio: number; inked: number }> {
  const box = (await page.locator('.stage').boundingBox())!;
  const shot = (await page.screenshot({ clip: box, timeout: 5_000 })).toString('base64');
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    context.drawImage(image, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
    const canvas = document.querySelector<HTMLCanvasElement>('.stage .sigma-nodes')!;
    return {
      ratio: canvas.width / canvas.offsetWidth,
      inked: pixels.reduce((sum, pixel) => sum + (pixel === pixels[0] ? 0 : 1), 0),
    };
  }, shot);
}

/** A page whose thread has stopped within the browser. */
class StoppedError extends Error {}

/**
 * Acts on a page, and on another one where the first has stopped: about one time in a hundred, on a busy machine, a page of this
 * Chromium waits for ever after WebGL was lost, between two frames or in a call of WebGL, while other pages go on. What goes wrong
 * on a page that still answers fails at once.
 */
async function onPageThatLives(...[stage, address, options, act]: Parameters<typeof onPage>): Promise<void> {
  for (let left = 2; ; left -= 1) {
    try {
      await onPage(stage, address, options, async (page) => {
        await act(page).catch(async (error: unknown) => {
          const late = new Promise<false>((done) => setTimeout(done, 10_000, false));
          const answers = await Promise.race([page.evaluate(() => true), late]);
          throw answers ? error : new StoppedError('the page answers no more', { cause: error });
        });
      });
      return;
    } catch (error) {
      if (!(error instanceof StoppedError) || left === 0) throw error;
    }
  }
}

export function hardTimes(stage: () => Stage): void {
  it(
    'draws the same view again when WebGL is lost, and shows the table with the selection when it is lost again',
    { timeout: 180_000 },
    () =>
      onPageThatLives(
        stage(),
        stage().pages.sample,
        { hash: '#camera=0.4,0.45,0.8&select=harbour/c1' },
        async (page) => {
          await canvasReady(page);
          const address = await page.evaluate(() => location.hash);
          const card = await page.locator('.card h2').textContent();
          const lost = await loseContext(page);
          await page.waitForFunction((canvas) => {
            const now = document.querySelector('.stage .sigma-nodes');
            return now !== null && now !== canvas;
          }, lost);
          expect(await page.locator('.notice').count()).toBe(0);
          await expect.poll(async () => (await drawn(page)).inked).toBeGreaterThan(500);
          expect(await page.evaluate(() => location.hash)).toBe(address);
          await loseContext(page);
          expect(await page.getByRole('alert').textContent()).toContain('took its drawing surface back');
          expect(await page.locator('tbody tr').count()).toBeGreaterThan(0);
          expect(await page.locator('.card h2').textContent()).toBe(card);
        },
      ),
  );

  it('draws as before when its room has been nothing for a while', () =>
    onPage(stage(), stage().pages.sample, {}, async (page) => {
      await canvasReady(page);
      const before = await atRest(page, () => drawn(page));
      const show = (display: string) =>
        page.evaluate((value) => {
          document.querySelector<HTMLElement>('.canvas-view')!.style.display = value;
        }, display);
      await show('none');
      await effectsDone(page);
      await show('');
      await expect.poll(() => drawn(page)).toEqual(before);
      expect(await atRest(page, () => drawn(page))).toEqual(before);
    }));

  it('keeps its canvas while the table stands in its place, and then shows what was filtered and selected there', () =>
    onPage(stage(), stage().pages.sample, { hash: '#camera=0.4,0.45,0.8' }, async (page) => {
      await canvasReady(page);
      const before = await atRest(page, () => drawn(page));
      const camera = () => page.evaluate(() => /camera=[^&]*/.exec(location.hash)?.[0]);
      const stood = await camera();
      await page.evaluate(() =>
        document.querySelector('.stage .sigma-nodes')!.setAttribute('data-first', ''),
      );
      const turn = (name: string) => page.getByRole('button', { name, exact: true }).click();
      await turn('Table');
      await page.locator('.kind-toggle').first().click();
      expect(await page.locator('canvas').count()).toBe(0);
      await turn('Graph');
      await expect.poll(() => page.locator('.stage .sigma-nodes[data-first]').count()).toBe(1);
      await expect.poll(async () => (await drawn(page)).inked).toBeLessThan(before.inked);
      expect(await camera()).toBe(stood);
      await turn('Table');
      await page.locator('.kind-toggle').first().click();
      await turn('Graph');
      await expect.poll(() => drawn(page)).toEqual(before);
      await turn('Table');
      await page.locator('tbody tr button').last().click();
      expect(await camera()).toBe(stood);
      await turn('Graph');
      await expect.poll(camera).not.toBe(stood);
    }));

  it('takes over another pixel ratio', () =>
    onPage(stage(), stage().pages.sample, {}, async (page) => {
      await canvasReady(page);
      expect((await drawn(page)).ratio).toBe(1);
      const client = await page.context().newCDPSession(page);
      await client.send('Emulation.setDeviceMetricsOverride', {
        width: 1280,
        height: 800,
        deviceScaleFactor: 2,
        mobile: false,
      });
      await page.waitForFunction(() => {
        const canvas = document.querySelector<HTMLCanvasElement>('.stage .sigma-nodes')!;
        const { width, height } = canvas.getBoundingClientRect();
        return canvas.width === 2 * Math.round(width) && canvas.height === 2 * Math.round(height);
      });
    }));
}
