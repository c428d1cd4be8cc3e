import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FLAGS, findBrowser } from '../../scripts/browser.mjs';
import { type Serving, serve } from '../../src/cli/commands/serve.ts';
import { readGraphJson } from '../../src/formats/index.ts';
import { graphToDataset } from '../../src/graph/index.ts';
import { DATA } from '../cli/run-cli.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FINDINGS = `(async () => {
  const { violations } = await axe.run(document, { resultTypes: ['violations'] });
  const sideways = document.documentElement.scrollWidth - innerWidth;
  return [...violations.map(({ id, nodes }) => id + ': ' + nodes[0].html), ...(sideways > 0 ? ['too wide'] : [])];
})()`;

let server: Serving;
let browser: Browser;
beforeAll(async () => {
  const context = { out: () => {}, err: () => {}, isTerminal: false, env: {} };
  server = await serve(DATA, { port: '0', host: '127.0.0.1' }, context);
  const found = await findBrowser();
  browser = await chromium.launch({ ...found, args: FLAGS } as Parameters<typeof chromium.launch>[0]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A page under its own policy; what the console says against it is an error. */
async function onPage(
  path: string,
  options: Parameters<Browser['newContext']>[0],
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(10_000);
  const errors: string[] = [];
  try {
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(server.url + path);
    await work(page);
    // A wrong query is answered 400, which browsers log. Chromium, typing over marked words, tries to keep their look by
    // styles of its own, which the policy refuses; the editor draws the text anew anyway.
    const expected = /status of 400|Refused to apply inline style/;
    expect(errors.filter((text) => !expected.test(text))).toEqual([]);
  } finally {
    await context.close();
  }
}
const asking = (query: string, language = 'en') =>
  `sparql.${language}.html?${new URLSearchParams({ query }).toString()}`;
const editor = (page: Page) => page.locator('.cm-content');

describe('the query page with its script', () => {
  it('completes terms and entities, runs by Ctrl+Enter, and sorts', () =>
    onPage('sparql.en.html', {}, async (page) => {
      await editor(page).click();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('SELECT ?n { <Open');
      const option = page.locator('.cm-tooltip-autocomplete li', { hasText: '<id/openai>' });
      await option.waitFor();
      await option.click();
      await page.keyboard.type(' news:lea');
      const term = page.locator('.cm-tooltip-autocomplete li', { hasText: 'news:leads' });
      await term.waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+a');
      await page.keyboard.type('SELECT ?n { VALUES ?n { 10 9 "" 100 } }'.replace('}', '} '), { delay: 0 });
      await page.keyboard.press('Escape');
      await Promise.all([page.waitForURL(/query=/), page.keyboard.press('Control+Enter')]);
      expect(new URL(page.url()).searchParams.get('query')).toContain('VALUES ?n { 10 9 "" 100 }');
      const cells = () => page.locator('.rows tbody td').allInnerTexts();
      expect(await cells()).toEqual(['10', '9', '', '100']);
      await page.locator('.rows th button').click();
      expect(await cells()).toEqual(['9', '10', '100', '']);
      await page.locator('.rows th button').click();
      expect(await cells()).toEqual(['100', '10', '9', '']);
    }));

  it('marks where a query is wrong, and lets Tab go on', () =>
    onPage(asking('SELECT ?s { ?s ?p ?o ?z }'), {}, async (page) => {
      expect(await page.locator('.cm-wrong').textContent()).toBe('?z');
      expect(await editor(page).getAttribute('aria-invalid')).toBe('true');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Run the query');
    }));

  it.each([
    { lang: 'en', colorScheme: 'light', viewport: { width: 1200, height: 900 } },
    { lang: 'vi', colorScheme: 'dark', viewport: { width: 360, height: 740 } },
  ] as const)('satisfies axe and fits: $lang, $colorScheme', ({ lang, colorScheme, viewport }) =>
    onPage(
      asking('SELECT ?c ?n { ?c a news:Company ; rdfs:label ?n } LIMIT 8', lang),
      { colorScheme, viewport },
      async (page) => {
        await editor(page).waitFor();
        await page.evaluate(axe);
        expect(await page.evaluate(FINDINGS)).toEqual([]);
        const shots = process.env.CLEW_SHOTS;
        if (shots) await page.screenshot({ path: `${shots}/${lang}.png` });
      },
    ),
  );

  it.each([
    ['DESCRIBE <claim/china-ai-2024-08/c24>', ['openai', 'sora']],
    ['SELECT ?c { ?c rdf:subject <id/openai> ; rdf:object <id/sora> }', ['openai', 'sora']],
    [
      'CONSTRUCT { ?s <http://e/made> ?o } { ?c rdf:subject ?s ; rdf:object ?o FILTER(?s = <id/openai> && ?o = <id/sora>) }',
      ['openai', 'sora'],
    ],
  ])('draws in the viewer: %s', async (query, wanted) => {
    const search = new URLSearchParams({ query }).toString();
    expect(await (await fetch(server.url + asking(query))).text()).toContain(`href="sparql/view?${search}"`);
    const answer = await fetch(`${server.url}sparql/view?${search}`);
    expect([answer.status, answer.headers.get('x-frame-options')]).toEqual([200, 'DENY']);
    const page = await answer.text();
    const etag = answer.headers.get('etag')!;
    const again = await fetch(`${server.url}sparql/view?${search}`, { headers: { 'if-none-match': etag } });
    expect([again.status, again.headers.get('etag')]).toEqual([304, etag]);
    const back = /<link rel="up" href="([^"]*)">\n<\/head>/.exec(page)![1]!.replaceAll('&amp;', '&');
    expect(back).toBe(`../sparql.en.html?${search}&edit`);
    const asked = await (await fetch(new URL(back, `${server.url}sparql/view`))).text();
    expect(asked).toContain('<button type="submit" autofocus>');
    const data = /<script type="application\/json" id="clew-data">([\s\S]*?)<\/script>/.exec(page)![1]!;
    const { nodes, edges } = JSON.parse(data) as {
      nodes: { key: string }[];
      edges: { attributes: { evidence?: string } }[];
    };
    expect(nodes.map(({ key }) => key)).toEqual(expect.arrayContaining(wanted));
    expect(edges.length).toBeGreaterThan(0);
    // What the viewer does first: it refuses a graph of which something is missing.
    const dataset = graphToDataset(readGraphJson(data));
    expect(dataset.articles.flatMap(({ claims }) => claims)).toHaveLength(edges.length);
    if (!query.startsWith('CONSTRUCT'))
      expect(edges.map(({ attributes }) => attributes.evidence)).toContain('664-670 724-755');
  });

  it('shows in the viewer what it draws, and nothing else', () =>
    onPage(
      `sparql/view?${new URLSearchParams({ query: 'CONSTRUCT WHERE { ?s news:deployed ?o }' }).toString()}`,
      {},
      async (page) => {
        await page.getByText('1 claim about 3 entities').waitFor();
      },
    ));

  it.each(['SELECT ?s { ?s ?p ?o ?z }', 'ASK {}', 'SELECT (1 AS ?n) {}'])(
    'sends to the query page what it cannot draw: %s',
    async (query) => {
      const search = new URLSearchParams({ query }).toString();
      const answer = await fetch(`${server.url}sparql/view?${search}`, { redirect: 'manual' });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `../sparql.en.html?${search}`]);
      const page = await fetch(new URL(answer.headers.get('location')!, `${server.url}sparql/view`));
      expect([200, 400]).toContain(page.status);
    },
  );

  it('asks for what it knows with an ETag', async () => {
    for (const path of ['query.js', 'query.json']) {
      const answer = await fetch(server.url + path);
      const etag = answer.headers.get('etag')!;
      expect([answer.status, answer.headers.get('x-content-type-options')]).toEqual([200, 'nosniff']);
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
      const again = await fetch(server.url + path, { headers: { 'if-none-match': etag } });
      expect(again.status).toBe(304);
    }
    const names = await fetch(`${server.url}query-names?prefix=bac+ki&lang=vi`);
    expect(((await names.json()) as object[])[0]).toMatchObject({ iri: '<id/beijing>', label: 'Bắc Kinh' });
  });

  it.each([
    ['csv', 'ASK {}', 'text/csv; charset=utf-8'],
    ['tsv', 'ASK {}', 'text/tab-separated-values; charset=utf-8'],
    ['srj', 'ASK {}', 'application/sparql-results+json'],
    ['srx', 'ASK {}', 'application/sparql-results+xml'],
    ['ttl', 'DESCRIBE <id/openai>', 'text/turtle; charset=utf-8'],
    ['nt', 'DESCRIBE <id/openai>', 'application/n-triples'],
    ['rdf', 'DESCRIBE <id/openai>', 'application/rdf+xml'],
    ['jsonld', 'DESCRIBE <id/openai>', 'application/ld+json'],
  ])('offers a result as a file: %s', async (ending, query, type) => {
    const page = await (await fetch(server.url + asking(query))).text();
    const href = `sparql/result.${ending}?${new URLSearchParams({ query }).toString()}`;
    expect(page).toContain(`href="${href}"`);
    const answer = await fetch(server.url + href);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="result.${ending}"`);
  });
});
