import { expect, it } from 'vitest';
import { wordsOf } from '../browser.ts';
import { onPage, type Stage } from './scene.ts';

export function voices(stage: () => Stage): void {
  it('puts claims side by side by speaker, the article first, and contradictions above them', () =>
    onPage(stage(), stage().pages.sample, {}, async (page) => {
      await page.getByRole('button', { name: 'Voices' }).click();
      expect(await page.locator('.voice h2').allInnerTexts()).toEqual([
        expect.stringMatching(/^The article itself\s+9 claims$/),
        expect.stringMatching(/^Anna Berg\s+1 claim$/),
        expect.stringMatching(/^Dock workers’ union\s+1 claim$/),
      ]);
      const pair = page.locator('.contradiction');
      expect(await pair.count()).toBe(1);
      expect(await wordsOf(page.locator('#contradictions-heading'))).toBe('1 contradiction');
      await pair.getByRole('button', { name: /union says that the ship/ }).click();
      expect(await wordsOf(page.locator('.card .card-kind'))).toContain('Contradicted');
      expect(await wordsOf(page.locator('.card .claim-group'))).toMatch(/^Contradicted by Anna Berg expects/);
      expect(await page.evaluate(() => location.hash)).toBe('#view=voices&select=harbour/c4');
    }));

  it('speaks of one name or of two together, within the filters', () =>
    onPage(
      stage(),
      stage().pages.sample,
      { hash: '#view=voices&select=quick-tern,tourism&modality=opinion' },
      async (page) => {
        expect(await page.locator('h1').textContent()).toContain('together');
        expect(await page.locator('.voice').count()).toBe(1);
        expect(await wordsOf(page.locator('.voices-none'))).toContain('No two of these claims');
      },
    ));
}
