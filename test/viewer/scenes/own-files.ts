import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { announced, canvasReady, wordsOf } from '../browser.ts';
import { auditOf } from './accessibility.ts';
import { onPage, type Stage } from './scene.ts';

const SHIPPED = ['ttl', 'trig', 'nt', 'nq', 'jsonld', 'rdf', 'graphml', 'gexf', 'json'];

const PEOPLE = `@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix : <https://people.example/> .
:mai a foaf:Person ; rdfs:label "Mai"@vi ; foaf:knows :tom , :lan .
:tom a foaf:Person ; rdfs:label "Tom"@en .
:lan a foaf:Person ; rdfs:label "Lan"@vi ; foaf:knows :mai .
`;

const ROADS = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="n" for="node" attr.name="label" attr.type="string"/>
  <graph edgedefault="directed">
    <node id="a"><data key="n">Harbour Road</data></node>
    <node id="b"><data key="n">Mill Lane</data></node>
    <edge source="a" target="b"/>
  </graph>
</graphml>
`;

/** Brings a file by the menu, as somebody who chooses one. */
async function bring(page: Page, name: string, text: string | Buffer): Promise<void> {
  await page.getByRole('button', { name: 'Share and save' }).click();
  await page
    .locator('.menu input[type=file]')
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) });
}

/** Waits until a file's graph is shown. */
async function opened(page: Page, name: string): Promise<void> {
  await page.waitForFunction((title) => document.title === title, name, { timeout: 30_000 });
}

const counts = (page: Page) => wordsOf(page.locator('.page-title p'));

export function ownFiles(stage: () => Stage): void {
  it(
    'shows the shipped article from a file of each format that carries it whole, and goes back',
    { timeout: 240_000 },
    () =>
      onPage(stage(), stage().pages.sample, {}, async (page) => {
        await canvasReady(page);
        for (const ending of SHIPPED) {
          const name = `chinese-ai.${ending}`;
          await bring(page, name, readFileSync(new URL(`../../../exports/${name}`, import.meta.url)));
          await opened(page, name);
          expect([ending, await page.locator('h1').textContent(), await counts(page)]).toEqual([
            ending,
            'Chinese AI under US chip curbs',
            '133 claims about 105 entities, from one article',
          ]);
          await canvasReady(page);
        }
        await page.getByRole('button', { name: /^Back to/ }).click();
        expect(await page.locator('h1').textContent()).not.toContain('Chinese AI');
        await page.goBack();
        await opened(page, 'chinese-ai.json');
        await page.reload();
        await canvasReady(page);
        expect(await page.locator('h1').textContent()).not.toContain('Chinese AI');
      }),
  );

  it('shows what others wrote: things as entities under their own names, their statements as claims', () =>
    onPage(stage(), stage().pages.sample, { hash: '#select=nordlink' }, async (page) => {
      await bring(page, 'people.ttl', PEOPLE);
      await opened(page, 'people.ttl');
      expect(await counts(page)).toBe('3 claims about 3 entities');
      expect(await page.evaluate(() => location.hash)).toBe('#graph=people');
      await expect.poll(() => announced(page)).toContain('people.ttl is open. 3 claims and 3 entities shown');
      await page.getByRole('combobox', { name: 'Search' }).fill('lan');
      await page.getByRole('option').first().click();
      expect(await page.locator('.card h2').textContent()).toBe('Lan');
      await bring(page, 'roads.graphml', ROADS);
      await opened(page, 'roads.graphml');
      expect(await counts(page)).toBe('1 claim about 2 entities');
    }));

  it('says what is being done of the way from a file to its picture', () => {
    const before = `
      window.told = [];
      new MutationObserver(() => {
        const words = document.querySelector('dialog .progress [role=status]')?.textContent;
        if (words && words !== window.told.at(-1)) window.told.push(words);
      }).observe(document, { subtree: true, childList: true, characterData: true });
    `;
    return onPage(stage(), stage().pages.sample, { before }, async (page) => {
      await bring(page, 'people.ttl', PEOPLE);
      await opened(page, 'people.ttl');
      const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
      expect(told).toEqual(['Reading', 'Building the graph', 'Arranging', 'Getting it ready to be shown']);
    });
  });

  it('takes a file that is dropped on the page', () =>
    onPage(stage(), stage().pages.sample, {}, async (page) => {
      await canvasReady(page);
      await page.evaluate((text) => {
        const data = new DataTransfer();
        data.items.add(new File([text], 'people.ttl'));
        for (const type of ['dragenter', 'dragover', 'drop']) {
          document.body.dispatchEvent(
            new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
          );
        }
      }, PEOPLE);
      await opened(page, 'people.ttl');
    }));

  it('says what is wrong with a file and where, and keeps the graph that was shown', () =>
    onPage(stage(), stage().pages.sample, {}, async (page) => {
      const title = await page.title();
      for (const [name, text, said] of [
        ['broken.ttl', `${PEOPLE}:tom foaf:knows .\n`, /^broken\.ttl:7:/],
        ['broken.graphml', ROADS.replace('</graph>', ''), /^broken\.graphml:\d+:\d+: error: /],
        ['latin.ttl', Buffer.from([0x23, 0x0a, 0x20, 0xe9, 0x0a]), /^latin\.ttl:2:2: error: /],
        ['notes.docx', 'x', /nor a graph that can be read here/],
      ] as const) {
        await bring(page, name, text as string);
        expect(await page.getByRole('alert').textContent()).toMatch(said);
        expect(await wordsOf(page.getByRole('dialog'))).toContain('The graph that was shown is still there');
        await page.keyboard.press('Escape');
        await page.waitForSelector('dialog', { state: 'detached' });
        expect(await page.title()).toBe(title);
      }
    }));

  it('can be stopped, and keeps the graph that was shown', () =>
    onPage(stage(), stage().pages.sample, {}, async (page) => {
      const title = await page.title();
      const many = Array.from({ length: 150_000 }, (_, i) => `<urn:a:${i}> <urn:p> <urn:a:${i * 7}> .`);
      await bring(page, 'many.nt', many.join('\n'));
      await page.getByRole('dialog').getByRole('button', { name: 'Stop' }).click();
      await page.waitForSelector('dialog', { state: 'detached' });
      await expect.poll(() => announced(page)).toContain('many.nt was not opened');
      expect(await page.title()).toBe(title);
    }));

  it('has an address that another page opens: that page asks for the file, and shows the view once it has it', async () => {
    let hash = '';
    await onPage(stage(), stage().pages.sample, {}, async (page) => {
      await bring(page, 'people.ttl', PEOPLE);
      await opened(page, 'people.ttl');
      await page.getByRole('combobox', { name: 'Search' }).fill('lan');
      await page.getByRole('option').first().click();
      await page.getByRole('button', { name: 'Table', exact: true }).click();
      await page.getByRole('button', { name: /^Theme/ }).click();
      hash = await page.evaluate(() => location.hash);
      expect(hash).toMatch(/^#view=table&select=[^&]*lan&theme=(?:light|dark)&graph=people$/);
    });
    const asksFor = 'The address asks for a view of “people”, which is a file. Open the file to see it.';
    await onPage(stage(), stage().pages.sample, { hash }, async (page) => {
      // Isolating marks keep the foreign name apart from the sentence.
      const said = await wordsOf(page.locator('.page-title'));
      expect(said.replace(/[\u2066-\u2069]/g, '')).toContain(asksFor);
      expect(await page.locator('.card').count()).toBe(0);
      await bring(page, 'roads.graphml', ROADS);
      await opened(page, 'roads.graphml');
      expect(await page.locator('.card').count()).toBe(0);
      await bring(page, 'people.ttl', PEOPLE);
      await opened(page, 'people.ttl');
      expect(await page.locator('.card h2').textContent()).toBe('Lan');
      expect(await page.evaluate(() => location.hash)).toBe(hash);
    });
    await onPage(stage(), stage().pages.empty, { hash }, async (page) => {
      expect(await wordsOf(page.locator('.empty-page'))).toContain(asksFor);
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'people.ttl', mimeType: '', buffer: Buffer.from(PEOPLE) });
      await opened(page, 'people.ttl');
      await page.waitForSelector('.table-view');
      expect(await page.locator('.card h2').textContent()).toBe('Lan');
      expect(await page.evaluate(() => location.hash)).toBe(hash);
    });
  });

  it('is saved from the export dialog under the names that it came with, whole or what is shown of it', () =>
    onPage(stage(), stage().pages.sample, {}, async (page) => {
      await bring(page, 'people.ttl', PEOPLE);
      await opened(page, 'people.ttl');
      const save = async (format: string, part?: RegExp) => {
        await page.getByRole('button', { name: 'Share and save' }).click();
        await page.getByRole('button', { name: 'Save the graph' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('combobox').selectOption(format);
        if (part !== undefined) await dialog.getByRole('radio', { name: part }).check();
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          dialog.getByRole('button', { name: 'Save', exact: true }).click(),
        ]);
        const text = readFileSync(await download.path(), 'utf8');
        await page.keyboard.press('Escape');
        await page.waitForSelector('dialog', { state: 'detached' });
        return { name: download.suggestedFilename(), text };
      };
      const knows =
        /<https:\/\/people\.example\/(\w+)> <http:\/\/xmlns\.com\/foaf\/0\.1\/knows> <[^>]*\/(\w+)>/g;
      const triples = ({ text }: { text: string }) => [...text.matchAll(knows)].map(([, a, b]) => [a, b]);
      const all = await save('.nq');
      expect(all.name).toBe('people.nq');
      expect(triples(all)).toEqual([
        ['lan', 'mai'],
        ['mai', 'lan'],
        ['mai', 'tom'],
      ]);
      await page.getByRole('combobox', { name: 'Search' }).fill('tom');
      await page.getByRole('option').first().click();
      await page.getByRole('group', { name: 'Steps around it' }).getByRole('button').nth(1).click();
      expect(triples(await save('.nq', /shown/))).toEqual([['mai', 'tom']]);
      expect((await save('.gexf')).text).toContain('Lan');
    }));

  it('is what a page without data asks for', () =>
    onPage(stage(), stage().pages.empty, {}, async (page) => {
      expect(await page.locator('h1').textContent()).toBe('Drop a graph here');
      expect(await auditOf(page)).toEqual([]);
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'people.ttl', mimeType: '', buffer: Buffer.from(PEOPLE) });
      await opened(page, 'people.ttl');
      expect(await counts(page)).toBe('3 claims about 3 entities');
    }));

  it.each([
    ['light', 'en'],
    ['dark', 'vi'],
  ] as const)('has dialogs in which axe finds nothing: %s, %s', (theme, lang) =>
    onPage(stage(), stage().pages.sample, { hash: `#theme=${theme}&lang=${lang}` }, async (page) => {
      await page
        .locator('.frame header')
        .getByRole('button', { name: /save|lưu/i })
        .first()
        .click();
      await page
        .locator('.menu input[type=file]')
        .setInputFiles({ name: 'broken.ttl', mimeType: '', buffer: Buffer.from('x') });
      await page.getByRole('alert').waitFor();
      expect(await auditOf(page)).toEqual([]);
    }),
  );
}
