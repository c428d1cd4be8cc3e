// What the steps of a reader are made of: presses, addresses, keys, and taking back what was done.

/** Milliseconds that the worker may take over a measure or a file. */
export const LONGEST = 600_000;

/** @typedef {ReturnType<typeof gesturesOn>} Gestures */

/** @param {import('playwright-core').Page} page */
export function gesturesOn(page) {
  const answered = () => page.evaluate(() => new Promise((done) => setTimeout(done)));
  const press = async (locator) => {
    await locator.click();
    await answered();
  };
  const go = async (hash) => {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await answered();
  };
  const key = async (name) => {
    await page.keyboard.press(name);
    await answered();
  };
  // By their places: to find a button by its name takes the page longer than what it does.
  const tool = (at) => page.locator('.tools > .icon-button').nth(at);
  const undo = () => press(tool(0));
  /** A step that can be taken back, and taking it back. */
  const undoable = ({ name, act, before, after, slow }) => [
    {
      name,
      slow,
      act,
      before,
      after: async () => {
        await undo();
        await after?.();
      },
    },
    {
      name: `undo: ${name}`,
      slow,
      act: undo,
      before: async () => {
        await before?.();
        await act();
      },
      after,
    },
  ];
  const start = () => go('');
  const show = (at) => press(page.locator('.view-switch button').nth(at));
  const unfold = async (name) => {
    const heading = page.locator('.fold-heading', { hasText: name });
    if ((await heading.getAttribute('aria-expanded')) === 'false') await press(heading);
  };
  /** Until the worker has taken the measure; asked seldom, for asking is work of the page too. */
  const measured = async () => {
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('.legend .quiet-note')].every(
          ({ textContent }) => !textContent.includes('Being worked out'),
        ),
      undefined,
      { timeout: LONGEST, polling: 500 },
    );
    await answered();
  };
  const small = () => press(page.locator('.legend-foot button').first());
  return { answered, press, go, key, tool, undo, undoable, start, show, unfold, measured, small };
}
