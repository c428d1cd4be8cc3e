import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Serving, serve } from '../../src/cli/commands/serve.ts';
import { DATA } from '../cli/run-cli.ts';

let server: Serving;
beforeAll(async () => {
  const context = { out: () => {}, err: () => {}, isTerminal: false, env: {} };
  server = await serve(DATA, { port: '0', host: '127.0.0.1' }, context);
});
afterAll(() => server.stop());

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const page = async (query?: string, path = 'sparql', language = 'en') => {
  const search = query === undefined ? '' : `?query=${encodeURIComponent(query)}`;
  const headers = { accept: BROWSER, 'accept-language': language };
  const answer = await fetch(`${server.url}${path}${search}`, { headers });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

describe('the query page', () => {
  it('is for browsers; programs get answers at the same address', async () => {
    const { status, headers, text } = await page();
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*style-src 'self'/);
    expect(text.match(/<script[^>]*>/g)).toEqual(['<script defer src="query.js">']);
    expect(headers.get('content-security-policy')).toContain("script-src 'self'; connect-src 'self'");
    expect(text).not.toMatch(/unsafe-inline/);
    const data = await fetch(`${server.url}sparql?query=ASK%20%7B%7D`, { headers: { accept: 'text/csv' } });
    expect(await data.text()).toBe('true');
  });

  it('shows rows as a table whose IRIs are links to the pages here', async () => {
    const { text } = await page(
      'SELECT ?who ?name { VALUES ?who { <id/openai> } ?who rdfs:label ?name } ORDER BY LANG(?name)',
    );
    expect(text).toContain('<caption>2 rows</caption>');
    expect(text).toContain('<th scope="col">who</th><th scope="col">name</th>');
    expect(text).toContain(
      '<td><a href="id/openai.en.html"><bdi>OpenAI</bdi></a></td><td><bdi lang="en">OpenAI</bdi></td>',
    );
  });

  it('keeps the query in the address and in the field, and everything escaped', async () => {
    const { text } = await page('SELECT ("</textarea><b>x" AS ?x) {}');
    expect(text).toContain('SELECT (&quot;&lt;/textarea&gt;&lt;b&gt;x&quot; AS ?x) {}</textarea>');
    expect(text).toContain('&lt;/textarea&gt;&lt;b&gt;x</bdi>');
    expect(text).not.toContain('<b>x');
  });

  it('shows triples as Turtle, and answers as words', async () => {
    expect((await page('DESCRIBE <id/openai>')).text).toContain('news:leads &lt;id/ai-industry&gt;');
    expect((await page('ASK { <id/openai> a news:Company }')).text).toContain('<p class="lead">Yes</p>');
    expect((await page('SELECT * { <id/none> ?p ?o }')).text).toContain('Nothing fits the query.');
  });

  it('says what is wrong with a query', async () => {
    const { status, text } = await page('SELECT ?s { ?s ?p ?o ?z }');
    expect(status).toBe(400);
    expect(text).toContain('query:1:22: error: “?z” can’t stand here');
  });

  it('says that there are more rows than it shows', async () => {
    expect((await page('SELECT * { ?s ?p ?o }')).text).toContain('the first 1,000 are shown');
  });

  it('puts a saved question into the field, and runs it by the next key; speaks Vietnamese', async () => {
    const { text } = await page(undefined, 'sparql', 'vi');
    expect(text).toContain('<html lang="vi"');
    expect(text).toContain('Có những chip nào, của hãng nào, bị những lệnh hạn chế nào?');
    const href = /href="(sparql\.vi\.html\?query=[^"]*)"/.exec(text)![1]!.replaceAll('&amp;', '&');
    const shown = await (await fetch(`${server.url}${href}`)).text();
    const query = new URL(href, server.url).searchParams.get('query')!;
    expect(shown).toContain('FILTER');
    expect(shown).toContain('<button type="submit" autofocus>');
    expect(shown).not.toContain('<caption>');
    const run = await page(query, 'sparql.vi.html');
    expect(run.text).toMatch(/<caption>\d+ dòng<\/caption>/);
    expect(run.text).not.toContain('autofocus');
  });

  it('is linked from the other pages', async () => {
    expect((await page(undefined, 'dataset.html')).text).toMatch(/<a href="sparql">Query<\/a>/);
  });
});
