import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FLAGS, findBrowser } from '../../scripts/browser.mjs';
import { pageCss } from '../../src/server/index.ts';
import { ask, sampleSite } from './sample-site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Runs in the page. */
const FINDINGS = `(async () => {
  const { violations } = await axe.run(document, { resultTypes: ['violations'] });
  const sideways = document.documentElement.scrollWidth - innerWidth;
  return [
    ...violations.map(({ id, nodes }) => id + ': ' + nodes[0].html),
    ...(sideways > 0 ? [sideways + ' pixels too wide'] : []),
  ];
})()`;
const PATHS = [
  'dataset',
  'entities',
  'vocabulary',
  'id/quick-tern',
  'claim/harbour/c4',
  'article/harbour',
  'ns/ex/boosts',
  'evidence/harbour/c3/1',
];

/** The pages of `clew serve`, which need no script: what axe says, and whether a phone has to scroll sideways. */
describe('pages in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ ...(await findBrowser()), args: FLAGS } as Parameters<
      typeof chromium.launch
    >[0]);
  });
  afterAll(() => browser.close());

  it.each([
    { lang: 'en', colorScheme: 'light', viewport: { width: 1200, height: 900 } },
    { lang: 'vi', colorScheme: 'dark', viewport: { width: 360, height: 740 } },
  ] as const)(
    'need no script, satisfy axe and fit: $lang, $colorScheme',
    async ({ lang, colorScheme, viewport }) => {
      const site = sampleSite();
      const context = await browser.newContext({
        colorScheme,
        viewport,
        offline: true,
        bypassCSP: true,
      });
      try {
        const page = await context.newPage();
        for (const path of PATHS) {
          const { text } = await ask(site, `/${path}.${lang}.html`);
          await page.setContent(
            text.replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${pageCss()}</style>`),
          );
          await page.evaluate(axe);
          expect(await page.evaluate(FINDINGS), path).toEqual([]);
        }
      } finally {
        await context.close();
      }
    },
  );
});
