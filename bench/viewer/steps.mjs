// What a reader does on the viewer's page, one row of the bench each.
import { gesturesOn, LONGEST } from './gestures.mjs';
import { handSteps } from './hand-steps.mjs';
import { panelSteps } from './panel-steps.mjs';

/**
 * @typedef {object} Step
 * @property {string} name of its row
 * @property {() => Promise<unknown>} act waits until the page has answered
 * @property {() => Promise<unknown>} [before] not measured
 * @property {() => Promise<unknown>} [after] not measured; puts things back, so that the step can be taken again
 * @property {boolean} [slow] the worker takes seconds over it: only where its row is asked for
 */

/**
 * @param {import('playwright-core').Page} page
 * @param {number} entities in its graph
 * @param {Record<string, string>} [files] of that graph, to open: paths by format
 * @returns {Step[]}
 */
export function steps(page, entities, files = {}) {
  const gestures = gesturesOn(page);
  const { answered, press, go, key, tool, undo, undoable, start, show, unfold, measured, small } = gestures;
  const field = page.locator('[role=combobox]');
  const seek = async () => {
    await field.fill('harbour');
    await page.waitForSelector('[role=option]');
  };
  const looks = () => unfold('Colour and size');
  const choose = async (name, value) => {
    await page.locator('.looks .choice', { hasText: name }).locator('select').selectOption(value);
    await answered();
  };
  const canvas = page.locator('#canvas');
  const hub = 'e0';
  const claim = 'a1/c1';
  /** As far away as there is one. */
  const far = `e${entities - 1}`;

  return [
    {
      name: 'point',
      act: async () => {
        for (let at = 0; at < 8; at += 1) await page.mouse.move(500 + at * 40, 300 + at * 20);
      },
    },
    {
      name: 'zoom',
      act: async () => {
        for (let at = 0; at < 4; at += 1) await page.mouse.wheel(0, -200);
        await answered();
      },
    },
    ...undoable({ name: 'hide a kind', act: () => press(page.locator('.kind-toggle').first()) }),
    ...undoable({ name: 'choose a modality', act: () => press(page.locator('.facet-toggle').nth(1)) }),
    {
      name: 'redo',
      before: async () => {
        await press(page.locator('.facet-toggle').nth(1));
        await undo();
      },
      act: () => press(tool(1)),
      after: undo,
    },
    {
      name: 'show everything',
      before: () => press(page.locator('.facet-toggle').nth(1)),
      act: () => press(page.locator('.legend-foot button').first()),
    },
    {
      name: 'build the index',
      act: async () => {
        // That nothing is found is said once all has been looked through.
        await field.fill('qxzjvkqxzj');
        await page.waitForSelector('.no-hits');
      },
      after: () => field.fill(''),
    },
    {
      name: 'search',
      before: () => field.focus(),
      act: seek,
      after: () => field.fill(''),
    },
    {
      name: 'choose the first hit',
      before: seek,
      act: async () => {
        await field.press('Enter');
        await answered();
      },
      after: start,
    },
    { name: 'table', act: () => show(1), after: () => show(0) },
    { name: 'back to the canvas', before: () => show(1), act: () => show(0) },
    { name: 'who says what', act: () => show(3), after: () => show(0) },
    { name: 'from it to the canvas', before: () => show(3), act: () => show(0) },
    ...[
      ['arrow key', ''],
      ['arrow key: to a claim', `#select=${hub}`],
      ['arrow key: to the next', `#select=${claim}`],
    ].map(([name, from]) => ({
      name,
      before: async () => {
        await go(from);
        await canvas.focus();
      },
      act: () => key('ArrowRight'),
      after: start,
    })),
    {
      name: 'zoom, a hub selected',
      before: () => go(`#select=${hub}`),
      act: async () => {
        await page.mouse.move(700, 400);
        for (let at = 0; at < 4; at += 1) await page.mouse.wheel(0, -200);
        await answered();
      },
      after: start,
    },
    ...undoable({ name: 'start small', before: start, act: small, after: start }),
    ...undoable({
      name: 'bring neighbours in',
      before: async () => {
        await start();
        await small();
        await canvas.focus();
      },
      act: () => key('Enter'),
      after: start,
    }),
    ...[1, 2, 3].flatMap((depth) =>
      undoable({
        name: `around a hub, ${depth}`,
        before: () => go(`#select=${hub}`),
        act: () => press(page.locator('.focus-choice button').nth(depth)),
        after: start,
      }),
    ),
    { name: 'ways between two', before: start, act: () => go(`#select=${hub},${far}`), after: start },
    {
      name: 'more ways',
      before: async () => {
        await go(`#select=${hub},${far}`);
        await page.waitForSelector('.ways > .text-button');
      },
      act: () => press(page.locator('.ways > .text-button').last()),
      after: start,
    },
    {
      name: 'back',
      before: () => go(`#select=${hub}&focus=${hub},2`),
      act: () => page.goBack().then(answered),
    },
    { name: 'forward', act: () => page.goForward().then(answered), after: start },
    ...undoable({
      name: 'brush of the timeline',
      before: start,
      act: async () => {
        const { x, y, width } = await page.locator('.bars').boundingBox();
        await page.mouse.move(x + width * 0.3, y + 10);
        await page.mouse.down();
        for (let at = 0; at < 6; at += 1) await page.mouse.move(x + width * (0.3 + at * 0.05), y + 10);
        await page.mouse.up();
        await answered();
      },
      after: start,
    }),
    ...undoable({
      name: 'range of confidence',
      before: () => unfold('Confidence'),
      act: async () => {
        await page.locator('.confidence input[type=range]').first().focus();
        for (let at = 0; at < 4; at += 1) await page.keyboard.press('ArrowRight');
        await answered();
      },
      after: start,
    }),
    ...['vi', 'en'].map((language) => ({
      name: `in ${language}`,
      act: () => page.locator('.language select').selectOption(language).then(answered),
    })),
    ...['light', 'dark', 'system'].map((theme) => ({
      name: `theme: ${theme}`,
      act: () => press(tool(2)),
    })),
    ...['claims', 'community', 'pageRank', 'betweenness'].map((measure) => ({
      name: `colour by ${measure}`,
      slow: measure === 'betweenness',
      before: looks,
      act: async () => {
        await choose('Colour', measure);
        await measured();
      },
    })),
    { name: 'colour by kind', before: looks, act: () => choose('Colour', 'kind') },
    ...['equal', 'pageRank', 'betweenness', 'claims'].map((measure) => ({
      name: `size by ${measure}`,
      slow: measure === 'betweenness',
      before: looks,
      act: async () => {
        await choose('Size', measure);
        await measured();
        await page.waitForTimeout(2_000);
      },
    })),
    ...undoable({
      name: 'values as nodes',
      before: looks,
      act: async () => {
        await press(page.locator('.looks input[type=checkbox]'));
        await page.waitForTimeout(2_000);
      },
      after: start,
    }),
    ...undoable({
      name: 'run the layout and pause it',
      slow: true,
      before: start,
      act: async () => {
        const run = page.locator('.arranging-tools > .icon-button').nth(2);
        await press(run);
        await page.waitForTimeout(40_000);
        await press(run);
        await page.waitForTimeout(2_000);
      },
      after: start,
    }),
    ...handSteps(page, gestures),
    ...panelSteps(page, gestures),
    ...[
      '.json',
      '.ttl',
      '.trig',
      '.nq',
      '.jsonld',
      '.graphml',
      '.gexf',
      '.nodes.csv',
      '.edges.csv',
      '.svg',
      '.png',
    ].map((format) => ({
      name: `save as ${format}`,
      slow: true,
      before: async () => {
        if ((await page.locator('.kind-toggle').first().getAttribute('aria-pressed')) === 'true')
          await press(page.locator('.kind-toggle').first());
        await press(page.locator('.menu > .icon-button'));
        await press(page.locator('.menu-box button', { hasText: 'Save the graph' }));
        await page.locator('dialog select').selectOption(format);
        await page.locator('dialog input[type=radio]').nth(1).check();
      },
      act: async () => {
        const saved = page.waitForEvent('download', { timeout: LONGEST });
        await press(page.locator('dialog .main-button'));
        await Promise.race([saved, page.locator('dialog [role=alert]').waitFor({ timeout: LONGEST })]);
      },
      after: async () => {
        if (await page.locator('dialog').isVisible()) await page.keyboard.press('Escape');
        await answered();
      },
    })),
    ...Object.entries(files).map(([format, path]) => ({
      name: `open a ${format}`,
      slow: true,
      before: () => press(page.locator('.menu > .icon-button')),
      act: async () => {
        await page.locator('.menu-box .file-chooser').setInputFiles(path);
        // A locator: what is waited for by a selector is held, and with it the graph that it shows.
        await page.locator('.title-file').waitFor({ timeout: LONGEST });
        await page.locator('[data-canvas=ready]').waitFor({ timeout: LONGEST });
        await page.waitForTimeout(3_000);
      },
      after: async () => {
        if (await page.locator('dialog').isVisible()) await page.keyboard.press('Escape');
        await press(page.locator('.title-file .text-button').last());
        await page.locator('[data-canvas=ready]').waitFor();
      },
    })),
  ];
}
