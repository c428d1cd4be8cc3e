// What a reader does in the panels beside the canvas: facets, communities, the axis of the timeline, tables, the article.

/**
 * @param {import('playwright-core').Page} page
 * @param {import('./gestures.mjs').Gestures} gestures
 * @returns {import('./steps.mjs').Step[]}
 */
export function panelSteps(page, { answered, press, undo, undoable, go, start, show, unfold, measured }) {
  const facet = (name) => page.locator('.facet', { hasText: name });
  const choose = (name, at) => press(facet(name).locator('.facet-toggle').nth(at));
  const columns = (rows) => [0, 1, 2, 3].map((column) => [rows, column]);
  return [
    {
      name: 'only one kind',
      act: async () => {
        await page.locator('.kind-row').nth(1).hover();
        await press(page.locator('.kind-row .only').nth(1));
      },
      after: undo,
    },
    { name: 'the speakers', act: () => unfold('Who says it') },
    ...undoable({
      name: 'choose a speaker',
      before: () => unfold('Who says it'),
      act: () => choose('Who says it', 2),
    }),
    ...undoable({
      name: 'choose a community',
      slow: true,
      before: async () => {
        await unfold('Communities');
        await measured();
      },
      act: () => choose('Communities', 0),
    }),
    ...['said', 'published', 'time'].map((axis) => ({
      name: `axis: ${axis}`,
      act: () => page.locator('.timeline-bar select').selectOption(axis).then(answered),
    })),
    { name: 'the article', act: () => show(2), after: () => show(0) },
    ...[...columns('entities'), ...columns('claims')].map(([rows, column], at) => ({
      name: `sort ${rows} by column ${column}`,
      before: async () => {
        await show(1);
        await press(page.locator('.rows-button').nth(at < 4 ? 0 : 1));
      },
      act: () => press(page.locator('th button').nth(column)),
      after: async () => {
        await press(page.locator('.rows-button').first());
        await show(0);
      },
    })),
    {
      name: 'a claim from the card of a hub',
      before: () => go('#select=e0'),
      act: () => press(page.locator('.claim-groups .claim-sentence').nth(3)),
      after: start,
    },
    {
      name: 'nothing selected any more',
      before: () => go('#select=e0'),
      act: () => press(page.locator('.card-bar > .icon-button')),
      after: start,
    },
  ];
}
