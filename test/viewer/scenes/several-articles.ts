import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { Article, Dataset } from '../../../src/model/index.ts';
import { sampleArticle, sampleDataset } from '../../fixtures/sample.ts';
import { goTo, pageOf, wordsOf } from '../browser.ts';
import { auditOf } from './accessibility.ts';
import { onPage, type Stage } from './scene.ts';

/** Short notes beside the sample's article: more than a list shows at first. Their harbour has a name in Vietnamese alone. */
const NOTES = 45;
const pier = {
  ...sampleArticle.entities[0]!,
  id: 'pier',
  kind: 'ex:Place',
  label: { vi: 'Bến Đá' },
  mentions: [],
};
const note = (number: number): Article => ({
  ...sampleArticle,
  id: `note-${number}`,
  title: { en: `Note ${number} of the harbour`, vi: `Ghi chú ${number} về bến` },
  published: `2031-0${(number % 3) + 6}`,
  credits: [],
  entities: [...sampleArticle.entities.filter(({ id }) => id === 'nordlink' || id === 'quick-tern'), pier],
  claims: [
    {
      ...sampleArticle.claims[0]!,
      id: 'c1',
      article: `note-${number}`,
      object: { entity: number % 2 === 0 ? 'pier' : 'quick-tern' },
      predicate: number % 2 === 0 ? 'ex:supplies' : 'ex:operates',
      statement: { en: `Note ${number} speaks of Nordlink.` },
    },
  ],
});
const archive: Dataset = {
  ...sampleDataset,
  articles: [sampleArticle, ...Array.from({ length: NOTES }, (_, at) => note(at + 1))],
};

/** Each facet of claims: its heading, a value with its count, and the claims that the table has once it is chosen. */
const FACETS = [
  ['How firmly', 'Opinion', 1],
  ['Yes or no', 'Denied', 2],
  ['Basis', 'Implied', 2],
  ['Predicate', 'Supplies', 23],
  ['Who says it', 'Anna Berg', 1],
  ['Article', 'A new ferry at Lindmar', 11],
] as const;

export function severalArticles(stage: () => Stage): void {
  let address: string;
  beforeAll(async () => {
    const { viewer, template } = stage();
    address = viewer.write('archive.html', await pageOf(template, archive));
  });
  const on = (hash: string, act: (page: Page) => Promise<void>) => onPage(stage(), address, { hash }, act);
  const unfold = async (page: Page, name: string) => {
    const heading = page.locator('.side, .legend').getByRole('button', { name, exact: true }).first();
    if ((await heading.getAttribute('aria-expanded')) === 'false') await heading.click();
  };
  const shown = (page: Page) => wordsOf(page.locator('.legend-foot'));

  it.each(FACETS)(
    'have a facet “%s” whose “%s” shows as many as it says, and is cleared',
    (facet, value, count) =>
      on('#view=table&rows=claims', async (page) => {
        await unfold(page, facet);
        await page.getByRole('button', { name: new RegExp(`^${value} ${count}$`) }).click();
        expect(await shown(page)).toContain(`${count} of 56 claims shown`);
        await page.getByRole('button', { name: `Clear the choice in ${facet}` }).click();
        expect(
          await page
            .getByRole('button', { name: new RegExp(`^${value} ${count}$`) })
            .getAttribute('aria-pressed'),
        ).toBe('false');
        expect(await shown(page)).not.toContain('claims shown');
      }),
  );

  it('have facets whose counts say what a further choice would leave, beside kinds and times', () =>
    on('#view=table&rows=claims&article=harbour', async (page) => {
      await unfold(page, 'Predicate');
      expect(await page.getByRole('button', { name: /^Operates 2$/ }).count()).toBe(1);
      await page.getByRole('button', { name: /^Ship/ }).click();
      expect(await page.getByRole('button', { name: /^Operates 0$/ }).count()).toBe(1);
      expect(await page.getByRole('button', { name: /^Supplies 1$/ }).count()).toBe(1);
      await page.keyboard.press('Control+z');
      await page.getByRole('button', { name: 'Clear the choice in Article' }).click();
      expect(await page.getByRole('button', { name: /^Operates 25$/ }).count()).toBe(1);
      // Every third note came out in June: 7 of them speak of supplies, 8 of what is operated.
      await goTo(
        page,
        '#view=table&axis=published&time=2031-06-01,2031-06-30&rows=claims&predicate=ex:supplies',
      );
      expect(await shown(page)).toContain('7 of 56 claims shown');
      expect(await page.getByRole('button', { name: /^Operates 8$/ }).count()).toBe(1);
      await page.getByRole('button', { name: /^Place/ }).click();
      expect(await page.getByRole('button', { name: /^Supplies 0$/ }).count()).toBe(1);
      expect(await page.getByRole('button', { name: /^Operates 8$/ }).count()).toBe(1);
    }));

  it('have a list that is longer than what is listed: searched by letters without accents, shown part by part', () =>
    on('#view=table&rows=claims&lang=vi&article=note-45', async (page) => {
      const rows = page.locator('.facet', { hasText: 'Bài báo' }).locator('.facet-row');
      // What the address chose stands in the list, although it is none of the first.
      expect(await rows.count()).toBe(41);
      expect(await page.locator('.facet-toggle[aria-pressed=true]').textContent()).toContain('Ghi chú 45');
      const field = page.getByRole('searchbox', { name: 'Tìm trong mục Bài báo' });
      await field.fill('GHI CHU 44');
      await expect.poll(() => rows.count()).toBe(2);
      await rows
        .last()
        .getByRole('button')
        .first()
        .click({ position: { x: 8, y: 8 } });
      expect(await shown(page)).toContain('2 trên 56');
      await field.fill('zzz');
      expect(await page.locator('.facet .quiet-note').textContent()).toContain('zzz');
      expect(await auditOf(page)).toEqual([]);
      await field.fill('');
      await page.getByRole('button', { name: 'Hiện thêm 6' }).click();
      expect(await rows.count()).toBe(46);
    }));

  it('have a table that comes part by part: all rows in order, the selected one in sight', () =>
    on('#view=table&rows=claims&select=note-45/c1', async (page) => {
      const names = page.locator('tbody .row-name');
      await expect.poll(() => names.count()).toBe(56);
      const chosen = page.locator('tr.is-selected');
      const inSight = () =>
        chosen.evaluate((row) => {
          const { top, bottom } = row.getBoundingClientRect();
          return top >= 0 && bottom <= window.innerHeight;
        });
      await expect.poll(inSight).toBe(true);
      const sorted = (words: string[], turn: number) =>
        words.sort((a, b) => turn * new Intl.Collator('en', { numeric: true }).compare(a, b));
      for (const turn of [1, -1]) {
        await page.getByRole('button', { name: 'Claim', exact: true }).click();
        const statements = () => page.locator('tbody .sentence').allTextContents();
        await expect.poll(statements).toEqual(sorted(await statements(), turn));
        expect(await names.count()).toBe(56);
      }
    }));

  it('have names in the chosen language, and in another where they have none in it', () =>
    on('#view=table', async (page) => {
      const name = page.locator('tbody th bdi', { hasText: 'Bến Đá' });
      expect(await name.getAttribute('lang')).toBe('vi');
      expect(await page.locator('tbody th bdi', { hasText: 'Nordlink Ferries' }).count()).toBe(1);
      await page.getByRole('combobox', { name: 'Language' }).selectOption('vi');
      expect(await page.locator('tbody th bdi', { hasText: 'Phà Nordlink' }).count()).toBe(1);
      expect(await name.count()).toBe(1);
    }));

  it('are searched for by other names and with a slip of the hand', () =>
    on('#view=table', async (page) => {
      const field = page.getByRole('combobox', { name: 'Search' });
      for (const [typed, found] of [
        ['hãng nordlink', 'Nordlink Ferries'],
        ['nordlnk', 'Nordlink Ferries'],
        ['torism', 'Tourism'],
      ] as const) {
        await field.fill(typed);
        await expect.poll(() => page.getByRole('option').first().textContent()).toContain(found);
      }
    }));

  it('have a digest each: of the claim that is selected, the next one, one from the list, one that is searched for', () =>
    on('#view=table&select=note-7/c1', async (page) => {
      const heading = page.locator('.article-head h2');
      expect(await heading.textContent()).toBe('Note 7 of the harbour');
      expect(await page.locator('.part[data-marked]').getAttribute('id')).toBe('part-note-7-1');
      await page.getByRole('button', { name: 'The next article' }).click();
      expect(await heading.textContent()).toBe('Note 8 of the harbour');
      expect(await page.locator('.card').count()).toBe(0);
      await page.getByRole('combobox', { name: 'Choose an article' }).selectOption('harbour');
      expect(await heading.textContent()).toBe('A new ferry at Lindmar');
      expect(
        await page.getByRole('button', { name: 'The article before' }).getAttribute('aria-disabled'),
      ).toBe('true');
      await page.getByRole('button', { name: 'Hide the reading column' }).click();
      await page.getByRole('combobox', { name: 'Search' }).fill('ghi chu 31');
      await page.getByRole('option', { name: /Note 31 of the harbour.*July 2031/ }).click();
      expect(await heading.textContent()).toBe('Note 31 of the harbour');
      expect(await auditOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Undo' }).click();
      expect(await heading.textContent()).toBe('A new ferry at Lindmar');
    }));
}
