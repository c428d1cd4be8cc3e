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

  it('draws what is reported dashed, what is predicted or attempted dotted, and a bar across what is denied', async () => {
    await page.mouse.move(SIZE.width - 8, 8);
    const ends = await page.evaluate(() => {
      const { graph } = stagePage;
      return Object.fromEntries(
        ['c1', 'c2', 'c3', 'c6', 'c8', 'c10'].map((id) => [id, graph.extremities(`harbour/${id}`)]),
      );
    });
    const ground = (await colorsAt([{ x: SIZE.width - 8, y: 8 }]))[0];
    const pointsOf = async (id: string) => {
      const [a, b, middle] = await Promise.all([...ends[id]!, `harbour/${id}`].map(place));
      const wide = b!.x - a!.x;
      const high = b!.y - a!.y;
      const length = Math.hypot(wide, high);
      const normal = { x: -high / length, y: wide / length };
      // Flat arcs: a parabola through ends and middle is one within a pixel.
      const at = (t: number, off: number) => {
        const bow = 4 * t * (1 - t);
        return {
          x: a!.x + wide * t + bow * (middle!.x - (a!.x + b!.x) / 2) + normal.x * off,
          y: a!.y + high * t + bow * (middle!.y - (a!.y + b!.y) / 2) + normal.y * off,
        };
      };
      const steps = Array.from({ length: Math.round(length / 2) }, (_, step) => 0.25 + step / length);
      return {
        along: steps.map((t) => [-1, 0, 1].map((off) => at(t, off))),
        across: [at(0.5, 3.2), at(0.5, -3.2)],
      };
    };
    const found: Record<string, { gaps: number; bar: boolean }> = {};
    for (const id of Object.keys(ends)) {
      const { along, across } = await pointsOf(id);
      const colors = await colorsAt([...along.flat(), ...across]);
      const inked = along.map((_, step) =>
        colors.slice(3 * step, 3 * step + 3).some((color) => color !== ground),
      );
      found[id] = {
        gaps: inked.filter((ink, step) => !ink && inked[step - 1]).length,
        bar: colors.slice(-2).every((color) => color !== ground),
      };
    }
    const few = (id: string) => found[id]!.gaps <= 1;
    const many = (id: string) => found[id]!.gaps >= 5;
    expect([few('c1'), few('c2'), few('c10')]).toEqual([true, true, true]);
    expect([many('c3'), many('c6'), many('c8')]).toEqual([true, true, true]);
    expect(Object.keys(found).filter((id) => found[id]!.bar)).toEqual(['c2']);
  });

  it('goes at once where the reader asks for less motion, and gently where not', async () => {
    const moved = async (reducedMotion: boolean) => {
      const other = await newPage();
      const found = await other.evaluate(async (still) => {
        await stagePage.open({ graph: 'sample', reducedMotion: still });
        const { stage } = stagePage;
        // Where a page opens is no journey: the second one is.
        stage.setCamera({ x: 0.5, y: 0.5, ratio: 1 });
        stage.setCamera({ x: 0.3, y: 0.3, ratio: 0.5 });
        const soon = stage.camera().ratio;
        await new Promise((resolve) => setTimeout(resolve, 600));
        return [soon, stage.camera().ratio];
      }, reducedMotion);
      await other.context().close();
      return found;
    };
    expect(await moved(true)).toEqual([0.5, 0.5]);
    const [soon, late] = await moved(false);
    expect([soon === 0.5, late]).toEqual([false, 0.5]);
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
    await other.evaluate(() => stagePage.change({ hiddenEdges: ['harbour/c7'] }));
    await other.waitForTimeout(SETTLED);
    expect(await other.evaluate(() => stagePage.stage.readable())).not.toContain('420');
    await other.context().close();
  });

  it('lets an entity that was dragged go home, also where sizes have changed since', async () => {
    const other = await newPage();
    const places = await other.evaluate(async () => {
      await stagePage.open({ graph: 'sample', reducedMotion: true });
      const { stage, graph } = stagePage;
      const third = graph.findNode(
        (key, { role }) => role === 'entity' && key !== 'lone-rock' && key !== 'nordlink',
      )!;
      const settled = () => new Promise((resolve) => setTimeout(resolve, 250));
      /** Beside two that stay, however near they are seen. */
      const place = () => {
        const [rock, one, two] = ['lone-rock', 'nordlink', third].map((key) => stage.locate(key)!);
        const unit = Math.hypot(two!.x - one!.x, two!.y - one!.y);
        return { x: (rock!.x - one!.x) / unit, y: (rock!.y - one!.y) / unit, radius: rock!.radius / unit };
      };
      const home = place();
      stagePage.change({ places: { 'lone-rock': { x: 10, y: 20 } } });
      await settled();
      const dragged = place();
      stagePage.change({ radii: { 'lone-rock': 30 } });
      await settled();
      const grown = place();
      stagePage.change({ places: {} });
      await settled();
      return { home, dragged, grown, back: place() };
    });
    const { home, dragged, grown, back } = places;
    expect(Math.hypot(dragged.x - home.x, dragged.y - home.y)).toBeGreaterThan(0.2);
    expect(grown.radius).toBeGreaterThan(1.5 * dragged.radius);
    expect(grown.x).toBeCloseTo(dragged.x);
    expect(grown.y).toBeCloseTo(dragged.y);
    expect(back.x).toBeCloseTo(home.x);
    expect(back.y).toBeCloseTo(home.y);
    await other.context().close();
  });

  it('makes another scene in turns where that takes long, beside what is shown, and of several the last', async () => {
    const other = await newPage();
    const found = await other.evaluate(async () => {
      await stagePage.open({ graph: 'news', reducedMotion: true });
      // Every step is a turn of its own.
      const { now } = performance;
      let late = 0;
      performance.now = () => {
        late += 1_000;
        return now.call(performance) + late;
      };
      const id = stagePage.graph.findNode((_, { role }) => role === 'entity')!;
      const radius = () => stagePage.stage.locate(id)!.radius;
      const canvases = () => document.querySelectorAll('#stage > div').length;
      const before = { radius: radius(), canvases: canvases() };
      stagePage.change({ radii: { [id]: 60 } });
      const during = { radius: radius(), canvases: canvases() };
      stagePage.change({ radii: { [id]: 30 } });
      for (let turn = 0; turn < 400 && radius() === before.radius; turn += 1)
        await new Promise((next) => setTimeout(next));
      return { before, during, after: { radius: radius(), canvases: canvases() } };
    });
    const { before, during, after } = found;
    expect(during.radius).toBe(before.radius);
    expect(after.radius).toBeGreaterThan(before.radius);
    expect([before.canvases, after.canvases]).toEqual([1, 1]);
    await other.context().close();
  });

  it('keeps every label on the canvas where a part is brought into sight, and the whole again', async () => {
    for (const size of [SIZE, { width: 390, height: 560 }]) {
      const other = await openPage(browser, script, size);
      const found = await other.evaluate(async ({ width, height }) => {
        await stagePage.open({ graph: 'news', reducedMotion: true, languages: ['vi', 'en'] });
        const settled = () => new Promise((resolve) => setTimeout(resolve, 250));
        const cut = () =>
          stagePage.stage
            .labels()
            .filter(
              ({ left, top, right, bottom }) => left < 0 || top < 0 || right > width || bottom > height,
            );
        const { graph, stage, around } = stagePage;
        const hubs = graph.nodes().sort((a, b) => graph.degree(b) - graph.degree(a));
        const parts: { key: string; labels: number; cut: unknown[] }[] = [];
        for (const key of ['', ...hubs.slice(0, 4), ...hubs.slice(40, 43)]) {
          const keys = key === '' ? [] : around(key);
          stagePage.change({ selected: key === '' ? [] : [key], emphasis: keys });
          stage.fit(keys);
          await settled();
          parts.push({ key, labels: stage.labels().length, cut: cut() });
        }
        return parts;
      }, size);
      for (const part of found) expect(part, JSON.stringify(size)).toMatchObject({ cut: [] });
      expect(Math.min(...found.map(({ labels }) => labels))).toBeGreaterThan(0);
      await other.context().close();
    }
  });

  it('gives a click to the letters of a name, and beside them to the line that runs there', async () => {
    const other = await newPage();
    const found = await other.evaluate(async () => {
      await stagePage.open({ graph: 'sample', reducedMotion: true });
      const { stage } = stagePage;
      // The name is put upon the middle of a line, which runs through it.
      const { x, y } = stage.locate('harbour/c2')!;
      const label = stage.labels().find(({ key }) => key === 'tourism')!;
      const node = stage.locate('tourism')!;
      const scale = (stage.locate('nordlink')!.x - node.x) / (place('nordlink').x - place('tourism').x);
      function place(key: string) {
        return stagePage.graph.getNodeAttributes(key);
      }
      const dx = x - (label.left + label.right) / 2;
      const dy = y - (label.top + label.bottom) / 2;
      stage.carry(
        new Map([['tourism', { x: place('tourism').x + dx / scale, y: place('tourism').y - dy / scale }]]),
      );
      await new Promise((resolve) => setTimeout(resolve, 300));
      return stage.labels().find(({ key }) => key === 'tourism')!;
    });
    const { left, right, top, bottom } = found;
    const hovered = async (y: number) => {
      await other.evaluate(() => {
        stagePage.said.length = 0;
      });
      for (let x = left + 1; x < right; x += 4) {
        await other.mouse.move(x, y);
        await other.evaluate(() => new Promise(requestAnimationFrame));
      }
      return other.evaluate(() => [...new Set(stagePage.said.map(([, key]) => key))]);
    };
    expect(await hovered((top + bottom) / 2)).toEqual(['tourism']);
    expect(await hovered(top + 1)).toEqual(expect.arrayContaining(['tourism', 'harbour/c2']));
    await other.context().close();
  });

  it('selects what a loop goes around, by mouse and by finger, and nothing where it is taken back', async () => {
    const other = await openPage(browser, script, { ...SIZE, touch: true });
    const places = await other.evaluate(async () => {
      await stagePage.open({ graph: 'sample', reducedMotion: true });
      stagePage.change({ outlining: 'lasso' });
      return ['lone-rock', 'anna-berg'].map((key) => stagePage.stage.locate(key)!);
    });
    const loop = ({ x, y }: { x: number; y: number }) =>
      Array.from({ length: 13 }, (_, at) => ({
        x: x - 26 * Math.cos((at * Math.PI) / 6),
        y: y + 26 * Math.sin((at * Math.PI) / 6),
      }));
    const outlined = () =>
      other.evaluate(() => stagePage.said.filter(([name]) => name === 'outline').map(([, keys]) => keys));
    const [rock, anna] = places.map(loop);
    await other.mouse.move(rock![0]!.x, rock![0]!.y);
    await other.mouse.down();
    for (const { x, y } of rock!) await other.mouse.move(x, y);
    expect(await other.locator('.selection-outline polygon').isVisible()).toBe(true);
    await other.mouse.up();
    expect(await outlined()).toEqual([['lone-rock']]);
    expect(await other.locator('.selection-outline polygon').isVisible()).toBe(false);
    const finger = await other.context().newCDPSession(other);
    const touch = (type: string, ...touchPoints: { x: number; y: number }[]) =>
      finger.send('Input.dispatchTouchEvent', { type: type as 'touchStart', touchPoints });
    await touch('touchStart', anna![0]!);
    for (const point of anna!) await touch('touchMove', point);
    await touch('touchEnd');
    expect(await outlined()).toEqual([['lone-rock'], ['anna-berg']]);
    await touch('touchStart', anna![0]!);
    for (const point of anna!) await touch('touchMove', point);
    await touch('touchStart', anna![0]!, rock![0]!);
    await touch('touchEnd');
    expect(await outlined()).toHaveLength(2);
    await other.context().close();
  });

  it('takes away a name that something comes to lie on, and gives it back', async () => {
    const other = await newPage();
    const found = await other.evaluate(async () => {
      await stagePage.open({ graph: 'sample', reducedMotion: true });
      const { stage, change } = stagePage;
      const label = () => stage.labels().find(({ key }) => key === 'lone-rock');
      const cover = label()!;
      let over = [cover];
      change({ covers: () => over });
      stage.covered();
      const meets = (one: typeof cover) =>
        one.left < cover.right && one.right > cover.left && one.top < cover.bottom && one.bottom > cover.top;
      // Words along a slanted line stand beside it even where the upright box around them does not.
      const names = stage.labels().filter(({ key }) => stagePage.graph.hasNode(key));
      const below = names.filter(meets).map(({ text }) => text);
      over = [];
      stage.covered();
      return { below, back: label() !== undefined };
    });
    expect(found).toEqual({ below: [], back: true });
    await other.context().close();
  });

  it('keeps the names at both ends of a selected line off that line', async () => {
    const other = await newPage();
    const crossed = await other.evaluate(async () => {
      await stagePage.open({ graph: 'news', entities: 60, claims: 70, reducedMotion: true });
      const { stage, change, graph } = stagePage;
      const straight = graph.filterEdges(
        (key, _, source, target) =>
          !key.startsWith('about:') &&
          source !== target &&
          graph.inEdges(source, target).length + graph.outEdges(source, target).length === 1,
      );
      const found: string[] = [];
      for (const key of straight.slice(0, 24)) {
        const ends = graph.extremities(key);
        change({ selected: [key], emphasis: [key, ...ends] });
        stage.fit(ends);
        for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
        const [from, to] = ends.map((end) => stage.locate(end)!);
        const names = stage.labels().filter((label) => ends.includes(label.key));
        for (const { text, left, right, top, bottom } of names) {
          for (let share = 0.1; share <= 0.9; share += 0.01) {
            const x = from!.x + (to!.x - from!.x) * share;
            const y = from!.y + (to!.y - from!.y) * share;
            if (x > left && x < right && y > top && y < bottom) {
              found.push(`${key}: ${text}`);
              break;
            }
          }
        }
      }
      return { found, tried: Math.min(24, straight.length) };
    });
    expect(crossed).toEqual({ found: [], tried: 24 });
    await other.context().close();
  });

  it('draws the whole as one small picture, anew only when it has changed, and goes where a point of it is', async () => {
    const other = await newPage();
    const found = await other.evaluate(async (hues) => {
      await stagePage.open({ graph: 'sample', reducedMotion: true });
      const { stage, change } = stagePage;
      const size = { width: 160, height: 120 };
      const settled = () => new Promise((resolve) => setTimeout(resolve, 300));
      const picture = () => {
        const context = new OffscreenCanvas(size.width, size.height).getContext('2d')!;
        stage.overview().draw(context as unknown as CanvasRenderingContext2D);
        const { data } = context.getImageData(0, 0, size.width, size.height);
        const colours = new Set<string>();
        for (let at = 0; at < data.length; at += 4) {
          const [r, g, b] = data.slice(at, at + 3);
          colours.add(`#${[r, g, b].map((part) => part!.toString(16).padStart(2, '0')).join('')}`);
        }
        return hues.filter((hue) => colours.has(hue)).length;
      };
      const whole = { hues: picture(), window: stage.overview().window(size.width, size.height) };
      const version = () => stage.overview().version;
      const before = version();
      let frames = 0;
      const stop = stage.watch(() => {
        frames += 1;
      });
      stage.zoom(4);
      await settled();
      stop();
      const near = { version: version(), frames, window: stage.overview().window(size.width, size.height) };
      stage.overview().lookAt({ x: 40, y: 30 }, size.width, size.height, true);
      await settled();
      const { left, top, width, height } = stage.overview().window(size.width, size.height);
      const middle = { x: left + width / 2, y: top + height / 2 };
      change({ hiddenNodes: stagePage.graph.nodes().filter((key) => key !== 'lone-rock') });
      return { whole, before, near, middle, after: version(), alone: picture() };
    }, LIGHT.hues);
    const { whole, near, before } = found;
    expect(whole.hues).toBeGreaterThan(2);
    expect(whole.window.left).toBeLessThan(160 * 0.06);
    expect(whole.window.left + whole.window.width).toBeGreaterThan(160 * 0.94);
    expect(near.frames).toBeGreaterThan(0);
    expect(near.version).toBe(before);
    expect(near.window.width).toBeLessThan(whole.window.width / 1.5);
    expect(found.middle.x).toBeCloseTo(40, 0);
    expect(found.middle.y).toBeCloseTo(30, 0);
    expect(found.after).toBeGreaterThan(before);
    expect(found.alone).toBe(1);
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
