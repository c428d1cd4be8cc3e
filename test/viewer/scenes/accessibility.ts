import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { goTo } from '../browser.ts';
import { onPage, type Stage } from './scene.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

const VIEWS = [
  '#',
  '#select=harbour/c3',
  '#select=quick-tern,anna-berg&fold=legend',
  '#select=nordlink&focus=nordlink,2&overview=shown&pin=nordlink,0,0',
  '#select=harbour/c4&within=quick-tern,tourism&colour=community&time=2031-05-01,2031-12-31,undated&confidence=0.5,1,unknown',
  '#view=voices&colour=betweenness&size=pageRank',
  '#view=table&select=harbour/c4',
  '#view=article&select=harbour/c5&rows=claims',
];

/** Puts axe into the page, once: a page that reads it anew compiles it anew. */
async function putAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
}

/** Rules of axe that the page as it stands breaks, each with where. */
export async function auditOf(page: Page): Promise<string[]> {
  await putAxe(page);
  const found = await page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: axe is put into the page as text
    const { violations } = await (window as any).axe.run(document, { resultTypes: ['violations'] });
    return violations as Finding[];
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join('\n  ')}`);
}

export function accessibility(stage: () => Stage): void {
  const cases = (['light', 'dark'] as const).flatMap((theme) =>
    (['en', 'vi'] as const).map((lang) => ({ theme, lang })),
  );

  it.each(cases)('finds nothing: $theme, $lang', ({ theme, lang }) =>
    onPage(stage(), stage().pages.sample, { hash: `#lang=${lang}`, colorScheme: theme }, async (page) => {
      for (const view of VIEWS) {
        await goTo(page, `${view}&lang=${lang}`);
        expect(await auditOf(page), `${view} in ${lang}, ${theme}`).toEqual([]);
      }
    }),
  );

  it.each(cases)(
    'finds nothing where all is unfolded and something is chosen everywhere: $theme, $lang',
    ({ theme, lang }) => {
      const hash = `#view=table&lang=${lang}&hide=ex:Work&modality=asserted,opinion&polarity=positive&colour=community`;
      return onPage(stage(), stage().pages.sample, { hash, colorScheme: theme }, async (page) => {
        const folded = page.locator('.legend .fold-heading[aria-expanded=false]');
        while ((await folded.count()) > 0) await folded.first().click();
        await page.locator('.kind-list .facet-row').first().waitFor();
        expect(await auditOf(page)).toEqual([]);
      });
    },
  );

  it('finds nothing while searching', () =>
    onPage(stage(), stage().pages.sample, {}, async (page) => {
      await page.getByRole('combobox', { name: 'Search' }).fill('nord');
      await page.getByRole('option').first().waitFor();
      await putAxe(page);
      const found = await page.evaluate(
        // biome-ignore lint/suspicious/noExplicitAny: axe is put into the page as text
        async () => ((await (window as any).axe.run(document)).violations as Finding[]).map(({ id }) => id),
      );
      expect(found).toEqual([]);
    }));
}
