import { expect, it } from 'vitest';
import { sampleArticle, sampleDataset } from '../../fixtures/sample.ts';
import { announced, canvasReady, pageOf, wordsOf } from '../browser.ts';
import { SCRIPTS } from '../pages.ts';
import { onPage, type Stage } from './scene.ts';

export function looking(stage: () => Stage): void {
  it('colours by community, which is a filter too, and sizes by a measure; the table has both', () =>
    onPage(stage(), stage().pages.sample, { hash: '#view=table' }, async (page) => {
      await page.getByRole('button', { name: 'Colour and size' }).click();
      await page.getByRole('combobox', { name: 'Colour' }).selectOption('community');
      await page.getByRole('combobox', { name: 'Size' }).selectOption('pageRank');
      await page.getByRole('columnheader', { name: 'PageRank' }).waitFor();
      await page.getByRole('columnheader', { name: 'Community' }).waitFor();
      expect(await page.locator('.size-key li').count()).toBe(3);
      const first = page.getByRole('button', { name: /^Around/ }).first();
      expect(await first.textContent()).toMatch(/^Around .*\d$/);
      await first.click();
      const hash = await page.evaluate(() => location.hash);
      expect(hash).toBe('#view=table&community=1&colour=community&size=pageRank');
      expect(await page.locator('tbody tr').count()).toBeLessThan(10);
      await page.getByRole('button', { name: 'Clear the choice in Communities' }).click();
      expect(await page.locator('tbody tr').count()).toBe(10);
    }));

  it('explains the colours of a quantity step by step', () =>
    onPage(stage(), stage().pages.sample, { hash: '#colour=betweenness&values=nodes' }, async (page) => {
      await canvasReady(page);
      await page.locator('.key-row').first().waitFor();
      const rows = await page.locator('.key-row').allInnerTexts();
      expect(rows[0]).toMatch(/^0%\s+\d+$/);
      expect(rows.map((row) => Number(row.split(/\s+/).at(-1))).reduce((a, b) => a + b)).toBe(10);
    }));

  it('filters by a range of confidence, with or without what has none', () =>
    onPage(stage(), stage().pages.sample, { hash: '#view=table&rows=claims' }, async (page) => {
      await page.getByRole('button', { name: 'Confidence', exact: true }).first().click();
      await page.getByRole('slider', { name: 'Confidence, at least' }).focus();
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowLeft');
      await page.getByRole('checkbox', { name: 'Also 9 claims without an estimate' }).uncheck();
      expect(await page.locator('tbody tr').count()).toBe(1);
      expect(await page.evaluate(() => location.hash)).toContain('confidence=0.95,1');
      await page.getByRole('button', { name: 'Clear the choice in Confidence' }).click();
      expect(await page.locator('tbody tr').count()).toBe(11);
    }));

  it('starts small and grows by predicate, by key and by button, saying how much is shown', () =>
    onPage(stage(), stage().pages.sample, {}, async (page) => {
      await canvasReady(page);
      await page.getByRole('button', { name: 'Start small, and grow from one name' }).click();
      expect(await page.locator('.card h2').textContent()).toContain('Quick Tern');
      expect(await page.evaluate(() => location.hash)).toContain('within=quick-tern');
      const boosts = page.locator('.claim-group', { hasText: 'boosts' });
      expect(await wordsOf(boosts.locator('h3'))).toContain('0 of 2 shown');
      await boosts.getByRole('button', { name: 'Show 2 more' }).click();
      expect(await wordsOf(boosts.locator('h3'))).toContain('2 of 2 shown');
      await page.locator('#canvas').focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => announced(page)).toMatch(/Quick Tern.*: 6 of 6 claims shown/);
      expect(await wordsOf(page.locator('.legend-foot'))).toContain('Only 7 entities');
      await page.keyboard.press('Control+z');
      expect(await page.evaluate(() => location.hash)).toContain(
        'within=anna-berg,coast-post,dock-union,quick-tern,tourism',
      );
    }));

  it('says when a step of growing has reached its limit, to everyone, and goes on with the next', async () => {
    const { viewer, template } = stage();
    const [first] = sampleArticle.entities;
    const others = Array.from({ length: 45 }, (_, at) => ({ ...first!, id: `berth-${at}`, mentions: [] }));
    const claims = others.map(({ id }, at) => ({
      ...sampleArticle.claims.find((claim) => claim.id === 'c10')!,
      id: `c${at + 1}`,
      subject: { entity: first!.id },
      object: { entity: id },
    }));
    const busy = { ...sampleArticle, entities: [...sampleArticle.entities, ...others], claims };
    const address = viewer.write(
      'berths.html',
      await pageOf(template, { ...sampleDataset, articles: [busy] }),
    );
    await onPage(stage(), address, { hash: `#select=${first!.id}&within=${first!.id}` }, async (page) => {
      await canvasReady(page);
      const limit = /No more than 20 claims come in at once/;
      expect(await wordsOf(page.locator('.card'))).not.toMatch(limit);
      await page.locator('#canvas').focus();
      for (const [shown, limited] of [
        [20, true],
        [40, true],
        [45, false],
      ] as const) {
        await page.keyboard.press('Enter');
        await expect.poll(() => announced(page)).toContain(`${shown} of 45 claims shown`);
        expect(limit.test(await announced(page))).toBe(limited);
        expect(limit.test(await wordsOf(page.locator('.card')))).toBe(limited);
      }
      await page.keyboard.press('Control+z');
      await expect.poll(() => wordsOf(page.locator('.card'))).toMatch(limit);
    });
  });

  it('finds more ways, and turns them round', () =>
    onPage(
      stage(),
      stage().pages.sample,
      { hash: '#view=table&select=nordlink,tourism&ways=directed' },
      async (page) => {
        expect(await page.locator('.way').count()).toBe(2);
        expect(await page.getByRole('button', { name: 'More ways' }).count()).toBe(0);
        await page.getByRole('button', { name: 'The other way round' }).click();
        expect(await wordsOf(page.locator('.ways'))).toContain('No shown claims lead');
      },
    ));

  it('shows an overview when asked, whose frame moves the view by pointer and by arrow keys, and not on a phone', () =>
    onPage(stage(), stage().pages.sample, { hash: '#camera=0.5,0.5,0.4' }, async (page) => {
      await canvasReady(page);
      const button = page.getByRole('button', { name: 'Overview' });
      await button.click();
      expect(await page.evaluate(() => location.hash)).toContain('overview=shown');
      const overview = page.getByRole('application', { name: /^Overview/ });
      const box = (await overview.boundingBox())!;
      const camera = async () =>
        /camera=(-?[\d.]+),(-?[\d.]+)/
          .exec(await page.evaluate(() => location.hash))!
          .slice(1)
          .map(Number);
      const frameAt = async () => (await page.locator('.overview-frame').boundingBox())!;
      const before = await frameAt();
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 2 + 30, box.y + box.height / 2 - 20, { steps: 3 });
      await page.mouse.up();
      // On its way there the camera may have rested already.
      await expect.poll(async () => (await camera())[1]).toBeGreaterThan(0.6);
      const [x, y] = await camera();
      expect(x).toBeGreaterThan(0.55);
      const after = await frameAt();
      expect(after.x + after.width / 2).toBeCloseTo(box.x + box.width / 2 + 30, 0);
      expect(after.width).toBeCloseTo(before.width, 0);
      await overview.focus();
      await page.keyboard.press('ArrowLeft');
      await expect.poll(async () => (await camera())[0]).toBeLessThan(x!);
      expect((await camera())[1]).toBeCloseTo(y!, 3);
      await page.setViewportSize({ width: 390, height: 844 });
      await overview.waitFor({ state: 'detached' });
      expect(await button.count()).toBe(0);
    }));

  it('shows right-to-left and East Asian names in their own direction and language', () =>
    onPage(stage(), stage().pages.scripts, { hash: '#select=nordlink' }, async (page) => {
      await canvasReady(page);
      const heading = page.locator('.card h2 bdi');
      expect(await heading.textContent()).toBe(SCRIPTS.ar);
      expect(
        await heading.evaluate((bdi) => [
          getComputedStyle(bdi).direction,
          bdi.getAttribute('lang'),
          bdi.getAttribute('dir'),
        ]),
      ).toEqual(['rtl', 'ar', 'auto']);
      await page.getByRole('button', { name: 'Table', exact: true }).click();
      for (const [lang, text] of Object.entries(SCRIPTS)) {
        const name = page.locator('tbody th bdi', { hasText: text });
        expect(await name.getAttribute('lang')).toBe(lang);
        expect(await name.evaluate((bdi) => getComputedStyle(bdi).direction)).toBe(
          lang === 'ar' || lang === 'he' ? 'rtl' : 'ltr',
        );
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await page.getByRole('combobox', { name: 'Search' }).fill('渡轮');
      expect(await page.getByRole('option').first().textContent()).toContain(SCRIPTS.zh);
    }));
}
