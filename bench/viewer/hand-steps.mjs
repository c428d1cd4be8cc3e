// What a hand does on the canvas: it points, drags, draws outlines, and moves the frame of the overview.

/** Milliseconds that the camera is on its way, and labels come. */
const JOURNEY = 800;
/** The height of what lies over the canvas's lower edge. */
const TOOLS = 32;

/**
 * @param {import('playwright-core').Page} page
 * @param {import('./gestures.mjs').Gestures} gestures
 * @returns {import('./steps.mjs').Step[]}
 */
export function handSteps(page, { answered, press, undoable, start, small }) {
  const canvas = page.locator('#canvas');
  /** A place on the canvas, by shares of its width and of what is free of its height. */
  const at = async (across, down) => {
    const { x, y, width, height } = await canvas.boundingBox();
    return [x + across * width, y + down * (height - TOOLS)];
  };
  const rests = () => page.waitForTimeout(JOURNEY);
  const drawTo = async (...places) => {
    const [first, ...rest] = places;
    await page.mouse.move(...first);
    await page.mouse.down();
    for (const place of rest) await page.mouse.move(...place, { steps: 6 });
    await page.mouse.up();
    await answered();
    await rests();
  };
  /** The hub in the middle of the canvas, close by, with everything that lies around it. */
  const overHub = async () => {
    await start();
    await small();
    await rests();
    await press(page.locator('.legend-foot button').first());
    await rests();
  };
  const outline = (name, tool, ...places) =>
    undoable({
      name,
      before: async () => {
        await start();
        await press(page.locator('.arranging-tools .icon-button').nth(tool));
      },
      act: async () => drawTo(...(await Promise.all(places.map((place) => at(...place))))),
      after: start,
    });
  const overview = page.locator('.overview');
  const unfoldOverview = async () => {
    if (!(await overview.isVisible())) await press(page.locator('.canvas-tools > .icon-button').first());
  };
  return [
    {
      name: 'point at a hub',
      before: overHub,
      act: async () => {
        await page.mouse.move(...(await at(0.49, 0.5)));
        await page.mouse.move(...(await at(0.5, 0.5)));
        await rests();
      },
      after: start,
    },
    ...undoable({
      name: 'drag a hub',
      before: overHub,
      act: async () => drawTo(await at(0.5, 0.5), await at(0.65, 0.6)),
      after: start,
    }),
    { name: 'pan', before: start, act: async () => drawTo(await at(0.1, 0.3), await at(0.3, 0.4)) },
    {
      name: 'the whole in sight',
      act: async () => {
        await press(page.locator('.canvas-tools > .icon-button').last());
        await rests();
      },
    },
    ...outline('frame over everything', 0, [0.01, 0.1], [0.99, 0.95]),
    ...outline('loop around everything', 1, [0.01, 0.1], [0.99, 0.1], [0.99, 0.95], [0.01, 0.95]),
    {
      name: 'all in sight by the keyboard',
      before: start,
      act: async () => {
        await canvas.focus();
        await page.keyboard.press('Control+a');
        await answered();
      },
      after: start,
    },
    { name: 'overview', act: unfoldOverview },
    {
      name: 'drag the frame of the overview',
      before: unfoldOverview,
      act: async () => {
        const { x, y, width, height } = await overview.boundingBox();
        await drawTo([x + 0.4 * width, y + 0.4 * height], [x + 0.7 * width, y + 0.6 * height]);
      },
      after: start,
    },
  ];
}
