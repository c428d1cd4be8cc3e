import { expect, it } from 'vitest';
import { LIGHT } from '../../../src/graph/index.ts';
import { sampleArticle, sampleDataset } from '../../fixtures/sample.ts';
import { announced, atRest, canvasReady, goTo, pageOf, threadStart, wordsOf } from '../browser.ts';
import { onPage, type Stage } from './scene.ts';

export function selecting(stage: () => Stage): void {
  it('lists the first claims of a busy entity, and the others when asked', async () => {
    const { viewer, template } = stage();
    const claims = Array.from({ length: 70 }, (_, at) => ({ ...sampleArticle.claims[0]!, id: `c${at + 1}` }));
    const busy = { ...sampleDataset, articles: [{ ...sampleArticle, claims }] };
    const address = viewer.write('busy.html', await pageOf(template, busy));
    await onPage(stage(), address, { hash: '#select=nordlink' }, async (page) => {
      const listed = page.locator('.card .claim-group li');
      await listed.first().waitFor();
      expect(await listed.count()).toBe(60);
      const more = page.locator('.card').getByRole('button', { name: 'Show 10 more' });
      await more.click();
      await more.waitFor({ state: 'detached' });
      expect(await listed.count()).toBe(70);
    });
  });

  it('shows an entity’s claims grouped by predicate, in and out, literals too', () =>
    onPage(stage(), stage().pages.sample, { hash: '#view=table' }, async (page) => {
      await page
        .getByRole('button', { name: /Quick Tern/ })
        .first()
        .click();
      const card = page.locator('.card');
      expect(await card.locator('h2').textContent()).toBe('Quick Tern 🚢');
      expect(await card.locator('h3').allTextContents()).toEqual([
        'boosts …',
        'faster than …',
        'seats …',
        '… operates',
      ]);
      expect(await card.locator('.claim-sentence').count()).toBe(6);
      expect(await card.locator('.tag.is-denied').count()).toBe(1);
      expect(await announced(page)).toContain('Quick Tern');
    }));

  it('shows a claim with who, how firmly, when, polarity, qualifiers and evidence', () =>
    onPage(stage(), stage().pages.sample, { hash: '#select=quick-tern' }, async (page) => {
      await page
        .locator('.card')
        .getByRole('button', { name: /expects the Quick Tern/ })
        .click();
      const facts = page.locator('.card .facts');
      await page.waitForSelector('.card .statement');
      expect(await page.locator('.card h2').textContent()).toBe(
        'Anna Berg expects the Quick Tern to bring tourists.',
      );
      const text = await wordsOf(facts);
      expect(text).toContain('Who says it Anna Berg wrote, word for word in Open letter');
      expect(text).toContain('passed on by Coast Post in indirect speech');
      expect(text).toContain('How firmly Foreseen, not yet so');
      expect(text).toContain('When it was said 3 May 2031');
      expect(text).toContain('Paragraph 2 250–280 300–320');
      expect(text).toContain('https://data.example/sample/claim/harbour/c3');
      expect(await page.locator('.card .claim-group').allInnerTexts()).toEqual([
        expect.stringMatching(/^Contradicted by\s+The dock union says/),
        expect.stringMatching(/^Claims about this claim\s+The union’s view contradicts/),
      ]);
    }));

  it('marks the claim’s paragraph and draws its spans as bars within it', () =>
    onPage(stage(), stage().pages.sample, { hash: '#select=harbour/c3' }, async (page) => {
      const marked = page.locator('.part[data-marked]');
      expect(await marked.getAttribute('id')).toBe('part-harbour-2');
      const spans = await marked
        .locator('.mark-span')
        .evaluateAll((all) =>
          all.map((span) => [span.className.replace('mark-span is-', ''), span.getAttribute('aria-label')]),
        );
      expect(spans).toEqual([
        ['attribution', 'Who says it: characters 202 to 225'],
        ['attribution', 'Who says it: characters 226 to 240'],
        ['evidence', 'Evidence: characters 250 to 280'],
        ['evidence', 'Evidence: characters 300 to 320'],
      ]);
      const left = await marked
        .locator('.mark-span.is-evidence')
        .first()
        .evaluate((span) => (span as HTMLElement).style.left);
      expect(Number.parseFloat(left)).toBeCloseTo((100 * (250 - 202)) / (420 - 202), 3);
    }));

  it('says plainly what is denied, and shows a range with its unit', () =>
    onPage(stage(), stage().pages.sample, { hash: '#select=harbour/c2' }, async (page) => {
      expect(await page.locator('.card .denial').textContent()).toBe('Denied: it is said not to be so');
      // Addresses as a whole: the page adds its camera to them once that rests.
      await goTo(page, '#select=harbour/c6');
      await page.locator('.card h2', { hasText: /^In trials/ }).waitFor();
      expect(await wordsOf(page.locator('.card .facts'))).toContain('20–35\u00a0%');
      for (const [claim, words] of [
        ['c1', /Confidence 95\s?%/],
        ['c5', /Implied.*Confidence 70\s?%/],
      ] as const) {
        await goTo(page, `#select=harbour/${claim}`);
        await expect.poll(() => wordsOf(page.locator('.card .facts'))).toMatch(words);
      }
    }));

  it('lights the claims and names of a paragraph that is pointed at, on the canvas', () =>
    onPage(stage(), stage().pages.sample, {}, async (page) => {
      await canvasReady(page);
      /** Pixels in the full colours of kinds: what recedes has none. */
      const lit = async () => {
        const shot = (await page.locator('.stage').screenshot()).toString('base64');
        return page.evaluate(
          async ({ data, hues }) => {
            const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
            const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
            const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
            context.drawImage(image, 0, 0);
            const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
            const known = new Set(
              hues.map((hue) => {
                const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hue.slice(at, at + 2), 16));
                return (255 * 2 ** 24 + b! * 2 ** 16 + g! * 2 ** 8 + r!) >>> 0;
              }),
            );
            return pixels.reduce((sum, pixel) => sum + (known.has(pixel) ? 1 : 0), 0);
          },
          { data: shot, hues: LIGHT.hues },
        );
      };
      const all = await atRest(page, lit);
      await page.locator('#part-harbour-2').hover();
      await expect.poll(lit).toBeLessThan(all * 0.8);
      expect(await atRest(page, lit)).toBeGreaterThan(0);
      await page.locator('.page-title').hover();
      await expect.poll(lit).toBe(all);
    }));

  it('keeps the outline beside the canvas, the table and the canvas in step, whichever is touched', () =>
    onPage(stage(), stage().pages.sample, {}, async (page) => {
      await canvasReady(page);
      const outlined = page.locator('.digest .claim-sentence[aria-current=true]');
      const unfold = page.locator('#part-harbour-2 .fold-claims');
      await unfold.click();
      const sentence = page
        .locator('#part-harbour-2')
        .getByRole('button', { name: /expects the Quick Tern/ });
      expect(await outlined.count()).toBe(0);
      // From the outline to the canvas: the claim's line is marked there, where its thread begins.
      await sentence.click();
      expect(await sentence.getAttribute('aria-current')).toBe('true');
      const canvas = page.locator('#canvas');
      expect(await canvas.getAttribute('aria-label')).toContain('Anna Berg expects the Quick Tern');
      const line = await threadStart(page);
      await page.keyboard.press('Escape');
      await expect.poll(() => outlined.count()).toBe(0);
      // From the canvas to the outline.
      await page.mouse.click(line.x, line.y);
      await page.waitForSelector('.card.is-claim');
      expect(await outlined.allTextContents()).toEqual([await sentence.textContent()]);
      expect(await page.locator('.part[data-marked]').getAttribute('id')).toBe('part-harbour-2');
      // And from the table to the canvas.
      await page.getByRole('button', { name: 'Table', exact: true }).click();
      await page.getByRole('button', { name: /^Entities/ }).click();
      await page.locator('tbody').getByRole('button', { name: 'Lindmar' }).first().click();
      await page.getByRole('button', { name: 'Graph', exact: true }).click();
      await canvasReady(page);
      expect(await canvas.getAttribute('aria-label')).toContain('Lindmar');
      await page.getByRole('button', { name: 'Table', exact: true }).click();
      expect(await page.locator('tbody tr.is-selected .row-name').allTextContents()).toEqual([
        expect.stringContaining('Lindmar'),
      ]);
    }));

  it('selects what is clicked on the canvas: a line, a name, the empty ground', () =>
    onPage(stage(), stage().pages.sample, { hash: '#select=harbour/c10' }, async (page) => {
      await canvasReady(page);
      // The thread begins at the middle of the claim's line, or at the subject of a claim with a literal.
      const line = await threadStart(page);
      await page.keyboard.press('Escape');
      expect(await page.locator('.card').count()).toBe(0);
      await page.mouse.click(line.x, line.y);
      await page.waitForSelector('.card.is-claim');
      expect(await page.locator('.card h2').textContent()).toBe('Anna Berg is mayor of Lindmar.');
      await goTo(page, '#select=harbour/c7');
      await page.waitForFunction(() => document.querySelector('.card h2')?.textContent?.includes('seats'));
      const node = await threadStart(page);
      await page.mouse.click(node.x, node.y);
      await page.waitForSelector('.card.is-entity');
      expect(await page.locator('.card h2').textContent()).toBe('Quick Tern 🚢');
      await page.mouse.dblclick(node.x, node.y);
      await expect.poll(() => announced(page)).toMatch(/Quick Tern.*: 6 of 6 claims shown/);
      const box = (await page.locator('.stage').boundingBox())!;
      await page.mouse.click(box.x + 4, box.y + box.height - 4);
      await page.waitForSelector('.card', { state: 'detached' });
    }));
}
