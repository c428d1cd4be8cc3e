/** Lists of any length come in parts, each at an address of its own, on the server and as files. */
import { describe, expect, it } from 'vitest';
import type { Claim, Dataset } from '../../src/model/index.ts';
import { LINES_ON_PAGE } from '../../src/server/pages/paging.ts';
import { pageFiles } from '../../src/server/static/site-files.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';
import { ask, sampleSite } from './sample-site.ts';

const MORE = 2 * LINES_ON_PAGE + 7;
const [first] = sampleArticle.claims as [Claim];
const many: Dataset = {
  ...sampleDataset,
  articles: [
    {
      ...sampleArticle,
      claims: [
        ...sampleArticle.claims,
        ...Array.from({ length: MORE }, (_, n) => ({
          ...first,
          id: `many-${n}`,
          statement: { en: `Crossing number ${n}.` },
        })),
      ],
    },
  ],
};
const documents = sampleSite(many);
/** Subject of every claim that was made up. */
const entity = (first.subject as { entity: string }).entity;

/** From one part to the next, as its links say. */
async function walk(start: string): Promise<string[]> {
  const parts: string[] = [];
  for (let at: string | undefined = start; at !== undefined; ) {
    const { status, text, headers } = await ask(documents, at, { accept: 'text/html', acceptLanguage: 'en' });
    expect(status, at).toBe(200);
    parts.push(text);
    const next = /<link rel="next" href="([^"]+)">/.exec(text)?.[1];
    const named = /<([^>]+)>; rel="next"/.exec(headers['Link'] ?? '')?.[1];
    // A list of the site's own is about no thing, and its answer has no links to data.
    if (headers['Link'] !== undefined) expect(named).toBe(next);
    at = next && new URL(next, `http://localhost${at}`).pathname;
    expect(parts.length).toBeLessThan(10);
  }
  return parts;
}

const claimed = (page: string) => [...page.matchAll(/Crossing number (\d+)\./g)].map(([, n]) => Number(n));

describe('a page whose lists are long', () => {
  it.each([
    `/id/${entity}.html`,
    `/id/${entity}.vi.html`,
    '/claims.html',
    '/ns/ex/operates.html',
    '/ns/ex/Company.html',
  ])('comes in parts that hold every claim once: %s', async (path) => {
    const parts = await walk(path);
    expect(parts.length).toBe(3);
    for (const part of parts) {
      expect(part.match(/class="claim-line"/g)!.length).toBeLessThanOrEqual(LINES_ON_PAGE);
    }
    const all = parts.flatMap(claimed).sort((a, b) => a - b);
    expect(all).toEqual(Array.from({ length: MORE }, (_, n) => n));
    expect(parts[1]).toMatch(/rel="prev"[\s\S]*rel="next"/);
    expect(parts[1]).toMatch(/<title>[^<]*, (?:page|trang) 2 · /);
  });

  it('says what the thing is in its first part alone', async () => {
    const [head, second] = await walk(`/id/${entity}.html`);
    expect(head).toContain('<script type="application/ld+json">');
    expect(second).not.toContain('<script type="application/ld+json">');
    expect(second).toContain(`<link rel="alternate" hreflang="vi" href="${entity}.2.vi.html">`);
  });

  it.each(['.0', '.1', '.4', '.01', '.2.2', '.99999999999', '.x'])('has no part %s', async (part) => {
    const { status } = await ask(documents, `/id/${entity}${part}.html`, { accept: 'text/html' });
    expect(status).toBe(404);
  });

  it('has the same parts as files, to which its links lead', async () => {
    const files = new Map<string, string>();
    for (const path of ['claims', `id/${entity}`]) {
      for await (const file of pageFiles(path, documents)) files.set(file.path, `${file.body}`);
    }
    const names = ['', '.2', '.3'].flatMap((part) => [`${part}.html`, `${part}.vi.html`]);
    expect([...files.keys()].sort()).toEqual(
      ['claims', `id/${entity}`].flatMap((path) => names.map((name) => path + name)).sort(),
    );
    const next = /<link rel="next" href="([^"]+)">/.exec(files.get(`id/${entity}.2.vi.html`)!)![1]!;
    expect(next).toBe(`${entity}.3.vi.html`);
    expect(files.get('claims.3.html')).toContain('<link rel="prev" href="claims.2.html">');
  });

  it('of another sort says how many more there are: an article shows each paragraph with its share', async () => {
    const { text } = await ask(documents, '/article/harbour.html', {
      accept: 'text/html',
      acceptLanguage: 'en',
    });
    expect(text.match(/class="claim-line"/g)!.length).toBeLessThanOrEqual(LINES_ON_PAGE);
    for (const at of sampleArticle.paragraphs.keys()) expect(text).toContain(`id="paragraph-${at + 1}"`);
    const shown = claimed(text).length;
    // What is not shown is counted: made-up claims, and those of the sample beside them.
    const more = [...text.matchAll(/and ([\d,]+) more in the data/g)].map(([, n]) =>
      Number(n!.replace(',', '')),
    );
    const all = text.match(/class="claim-line"/g)!.length + more.reduce((sum, n) => sum + n, 0);
    expect([shown > 0, all]).toEqual([true, many.articles[0]!.claims.length]);
  });

  it('is one page where they are short', async () => {
    const { text } = await ask(documents, '/id/coast-post.html', { accept: 'text/html' });
    expect(text).not.toMatch(/rel="(?:next|prev)"|parts-of-page/);
  });
});
