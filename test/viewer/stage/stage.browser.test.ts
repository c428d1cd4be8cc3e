import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIGHT } from '../../../src/graph/index.ts';
import { launch, openPage, pageScript } from './open-page.ts';
import type * as StagePage from './page.ts';

declare const stagePage: typeof StagePage;

const SIZE = { width: 900, height: 700 };
/** Longer than any change on screen takes. */
const SETTLED = 450;

describe('the stage in a browser', () => {
  let browser: Browser;
  let script: string;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    [browser, script] = await Promise.all([launch(), pageScript()]);
    page = await newPage();
    await page.evaluate(() => stagePage.open({ graph: 'sample' }));
    await page.waitForTimeout(SETTLED);
  });
  afterAll(async () => {
    await browser?.close();
  });

  async function newPage(): Promise<Page> {
    const made = await openPage(browser, script, SIZE);
    made.on('pageerror', (error) => errors.push(String(error)));
    made.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    return made;
  }
  const place = async (key: string) => {
    const found = await page.evaluate((wanted) => stagePage.stage.locate(wanted), key);
    if (found === undefined) throw new Error(`no place for ${key}`);
    return found;
  };
  const said = (what: string) =>
    page.evaluate((event) => stagePage.said.filter(([name]) => name === event).at(-1), what);
  const hush = () =>
    page.evaluate(() => {
      stagePage.said.length = 0;
    });

  /** Colours of the page as the reader sees it. */
  async function colorsAt(points: readonly { x: number; y: number }[]): Promise<string[]> {
    const shot = (await page.screenshot()).toString('base64');
    return page.evaluate(
      async ({ data, list }) => {
        const blob = await (await fetch(`data:image/png;base64,${data}`)).blob();
        const image = await createImageBitmap(blob);
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
        context.drawImage(image, 0, 0);
        return list.map(({ x, y }) => {
          const [r, g, b] = context.getImageData(Math.round(x), Math.round(y), 1, 1).data;
          return `#${[r, g, b].map((part) => part!.toString(16).padStart(2, '0')).join('')}`;
        });
      },
      { data: shot, list: points },
    );
  }

  it('shows the whole graph with all its names, and draws nodes and lines where it says they are', async () => {
    const labels = await page.evaluate(() => stagePage.stage.readable());
    expect(labels).toEqual(expect.arrayContaining(['Anna Berg', 'Nordlink Ferries', 'Lone Rock', 'leads']));
    const discs = await Promise.all(['anna-berg', 'nordlink', 'tourism', 'lone-rock'].map(place));
    for (const { x, y, radius } of discs) {
      expect(Math.min(x, y, SIZE.width - x, SIZE.height - y)).toBeGreaterThan(radius);
    }
    const drawn = await colorsAt(discs);
    expect(drawn.filter((color) => !LIGHT.hues.includes(color))).toEqual([]);
    const lines = await Promise.all(['harbour/c2', 'harbour/c9', 'harbour/c10'].map(place));
    expect(await colorsAt(lines)).not.toContain(LIGHT.ground);
  });

  it('tells what was clicked: nodes, lines, each of two parallel ones, loops, the ground', async () => {
    for (const key of ['lindmar', 'harbour/c2', 'harbour/c3', 'harbour/c4', 'harbour/c1', 'harbour/c9']) {
      const { x, y } = await place(key);
      await page.mouse.move(x, y);
      await page.mouse.click(x, y);
      expect(await said('select')).toEqual(['select', key, false]);
      // Two clicks within this time are a double click.
      await page.waitForTimeout(320);
    }
    await page.mouse.click(SIZE.width - 8, 8, { delay: 1 });
    expect(await said('select')).toEqual(['select', undefined, false]);
    await page.waitForTimeout(320);
    const { x, y } = await place('lindmar');
    await page.keyboard.down('Shift');
    await page.mouse.click(x, y);
    await page.keyboard.up('Shift');
    expect(await said('select')).toEqual(['select', 'lindmar', true]);
    await page.waitForTimeout(320);
    await page.mouse.dblclick(x, y);
    expect(await said('expand')).toEqual(['expand', 'lindmar']);
  });

  it('dims all but the neighbourhood of what the pointer rests on, and comes back', async () => {
    const { x, y } = await place('anna-berg');
    const others = [await place('lone-rock')];
    await page.mouse.move(x, y);
    await page.waitForTimeout(SETTLED);
    expect(await said('hover')).toEqual(['hover', 'anna-berg']);
    expect(LIGHT.hues).not.toContain((await colorsAt(others))[0]);
    await page.mouse.move(SIZE.width - 8, 8);
    await page.waitForTimeout(SETTLED);
    expect(LIGHT.hues).toContain((await colorsAt(others))[0]);
  });

  it('gives a selected claim the accent, and hides what filters take out', async () => {
    const claim = await place('harbour/c2');
    const node = await place('lone-rock');
    await page.evaluate(() => stagePage.change({ selected: ['harbour/c2'], hiddenNodes: ['lone-rock'] }));
    await page.waitForTimeout(SETTLED);
    expect(await colorsAt([claim, node])).toEqual([LIGHT.accent, LIGHT.ground]);
    await page.evaluate(() => stagePage.change({ selected: [], hiddenNodes: [] }));
  });

  it('zooms about the pointer and says where the camera came to rest', async () => {
    await hush();
    const before = await place('quick-tern');
    await page.mouse.move(before.x, before.y);
    await page.mouse.wheel(0, -240);
    await page.waitForTimeout(900);
    const after = await place('quick-tern');
    expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(2);
    expect(after.radius).toBeGreaterThanOrEqual(before.radius);
    expect(await said('camera')).toEqual(['camera', await page.evaluate(() => stagePage.stage.camera())]);
    await page.evaluate(() => stagePage.stage.fit([]));
    await page.waitForTimeout(SETTLED);
    expect((await place('quick-tern')).x).toBeCloseTo(before.x, 0);
  });

  it('survives the loss of WebGL once, with the same camera, and then says that it is lost', async () => {
    const lose = () =>
      page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>('.sigma-nodes')!;
        canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
      });
    await page.evaluate(() => stagePage.stage.setCamera({ x: 0.4, y: 0.45, ratio: 0.8 }));
    await page.waitForTimeout(SETTLED);
    const camera = await page.evaluate(() => stagePage.stage.camera());
    await lose();
    await page.waitForTimeout(SETTLED);
    expect(await page.evaluate(() => stagePage.stage.camera())).toEqual(camera);
    const node = await place('nordlink');
    expect(LIGHT.hues).toContain((await colorsAt([node]))[0]);
    expect(await said('lost')).toBeUndefined();
    await lose();
    await page.waitForTimeout(SETTLED);
    expect(await said('lost')).toEqual(['lost']);
  });

  it('takes colours and sizes from the view, and shows literals as small nodes that stand for their claims', async () => {
    const other = await newPage();
    await other.evaluate(async () => {
      await stagePage.open({ graph: 'sample', reducedMotion: true });
      const before = stagePage.stage.locate('lone-rock')!.radius;
      stagePage.change({ radii: { 'lone-rock': 30 }, colours: { nordlink: '#123456' }, literals: true });
      Object.assign(window, { before });
    });
    await other.waitForTimeout(SETTLED);
    const found = await other.evaluate(() => ({
      grown: stagePage.stage.locate('lone-rock')!.radius / (window as unknown as { before: number }).before,
      literal: stagePage.stage.locate('value:harbour/c7')!,
      readable: stagePage.stage.readable(),
      untouched: stagePage.graph.hasNode('value:harbour/c7'),
    }));
    expect(found.grown).toBeGreaterThan(1.5);
    expect(found.readable).toContain('420');
    expect(found.untouched).toBe(false);
    await other.mouse.click(found.literal.x, found.literal.y);
    expect(await other.evaluate(() => stagePage.said.filter(([name]) => name === 'select'))).toEqual([
      ['select', 'harbour/c7', false],
    ]);
    await other.evaluate(() =>
      stagePage.change({ hiddenEdges: ['harbour/c7'], hiddenNodes: ['value:harbour/c7'] }),
    );
    await other.waitForTimeout(SETTLED);
    expect(await other.evaluate(() => stagePage.stage.readable())).not.toContain('420');
    await other.context().close();
  });

  it('waits in a container without a size, and fits the graph when it gets one', async () => {
    const other = await newPage();
    const located = await other.evaluate(async () => {
      const box = document.querySelector<HTMLElement>('#stage')!;
      box.style.display = 'none';
      await stagePage.open({ graph: 'sample' });
      box.style.display = '';
      await new Promise((resolve) => setTimeout(resolve, 300));
      return stagePage.graph.mapNodes((key) => stagePage.stage.locate(key)!);
    });
    for (const { x, y } of located) {
      expect(Math.min(x, y, SIZE.width - x, SIZE.height - y)).toBeGreaterThan(0);
    }
    await other.context().close();
  });

  it('refuses where WebGL cannot be had', async () => {
    const other = await newPage();
    const name = await other.evaluate(async () => {
      const plain = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: []) {
        return kind.startsWith('webgl') ? null : Reflect.apply(plain, this, [kind, ...rest]);
      } as typeof plain;
      return stagePage.open({ graph: 'sample' }).then(
        () => 'opened',
        (error: Error) => error.name,
      );
    });
    expect(name).toBe('NoWebGlError');
    await other.context().close();
  });

  it('has said nothing on the console all the while', () => {
    expect(errors).toEqual([]);
  });
});
