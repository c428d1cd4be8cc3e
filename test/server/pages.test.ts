import { describe, expect, it } from 'vitest';
import { shippedOntologies } from '../../src/cli/commands/serve.ts';
import { html, webAddress } from '../../src/formats/index.ts';
import { type Dataset, isEntityRef } from '../../src/model/index.ts';
import { sampleArticle, sampleDataset } from '../fixtures/sample.ts';
import { readByOxigraph } from '../formats/rdf-judges.ts';
import { ask, sampleSite } from './sample-site.ts';

const documents = sampleSite();
const read = async (path: string, acceptLanguage?: string, from = documents) => {
  const { status, text } = await ask(from, path, { accept: 'text/html', acceptLanguage });
  expect(status, path).toBe(200);
  return text;
};
/** What a reader sees, without marks. */
const words = (page: string) =>
  page
    .replace(/<script[\s\S]*?<\/script>|<head>[\s\S]*?<\/head>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ');

describe('the page of an entity', () => {
  it('tells claims by predicate, with who says them, how firmly, when, and where the words stand', async () => {
    const text = words(await read('/id/quick-tern.html'));
    expect(text).toContain(
      'boosts … Anna Berg expects the Quick Tern to bring tourists. Anna Berg , word for word · Foreseen, not yet so · Paragraph 2',
    );
    expect(text).toContain(
      'The dock union says that the ship will not help tourism. Denied Dock workers’ union , in indirect speech · Held as an opinion · Paragraph 2',
    );
    expect(text).toContain('… operates Nordlink Ferries runs the Quick Tern. May 2031 · Paragraph 1');
  });

  it('comes in the reader’s language, and in the one that its address names', async () => {
    expect(await read('/id/nordlink.html', 'vi-VN,vi;q=0.9,en;q=0.5')).toContain('<html lang="vi"');
    expect(words(await read('/id/nordlink.vi.html', 'en'))).toContain('Phà Nordlink');
    const { headers } = await ask(documents, '/id/nordlink.html', { acceptLanguage: 'fr' });
    expect([headers['Vary'], headers['Content-Language']]).toEqual(['Accept, Accept-Language', 'en']);
  });

  it('opens in the graph with the entity selected', async () => {
    expect(await read('/id/nordlink.html')).toContain('href="../sample.html#select=nordlink"');
    expect(await read('/id/nordlink.vi.html')).toContain('href="../sample.html#select=nordlink&amp;lang=vi"');
  });

  it('carries what is said of it as JSON-LD, its address and its alternates', async () => {
    const page = await read('/id/nordlink.html');
    const [, json] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(page)!;
    const quads = readByOxigraph(json!, 'jsonld', { base_iri: 'https://elsewhere.example/' });
    expect(quads.map(({ subject }) => subject.value)).toContain('https://data.example/sample/id/nordlink');
    expect(page).toContain('<link rel="canonical" href="https://data.example/sample/id/nordlink">');
    expect(page).toContain('<link rel="alternate" type="text/turtle" href="nordlink.ttl" title="Turtle">');
    expect(words(page)).toContain('IRI: https://data.example/sample/id/nordlink');
  });
});

describe('the page of a claim', () => {
  it('says that it is denied, in words and on the predicate', async () => {
    const page = await read('/claim/harbour/c2.html');
    expect(page).toContain('<p class="triple is-denied">');
    expect(words(page)).toContain('Denied: it is said not to be so');
  });

  it('leads through the chain of who said it to the evidence in its paragraph', async () => {
    const text = words(await read('/claim/harbour/c3.html'));
    expect(text).toContain(
      'Anna Berg wrote, word for word in Open letter passed on by Coast Post in indirect speech',
    );
    expect(text).toContain('Paragraph 2 characters 250–280; characters 300–320');
    expect(text).toContain('The mayor expects visitors; a union doubts it.');
    expect(text).toContain('Claims about this claim The union’s view contradicts the mayor’s.');
  });

  it('shows the exact words only where the text is at hand', async () => {
    expect(await read('/claim/harbour/c1.html')).not.toContain('<blockquote');
    const text = `${'x'.repeat(20)}<b>&${'y'.repeat(580)}`;
    const page = await read(
      '/claim/harbour/c1.html',
      'en',
      sampleSite(sampleDataset, { texts: new Map([['harbour', text]]) }),
    );
    expect(page).toContain(`<mark>${'x'.repeat(20)}&lt;b&gt;&amp;${'y'.repeat(16)}</mark></blockquote>`);
  });
});

describe('the page of a class', () => {
  it('tells what is of it, what is claimed of that, and where that is the object', async () => {
    const page = await read('/ns/ex/Ship.html');
    const parts = page.split('<h2>').slice(1);
    expect(parts.map((part) => part.slice(0, part.indexOf('</h2>')))).toEqual([
      'Of this kind',
      'What is claimed of them',
      'Where one of them is the object',
    ]);
    expect(parts[0]).toContain('href="../../id/quick-tern.html"');
    const claims = (part: string) => [...part.matchAll(/claim\/harbour\/(c\d+)\.html/g)].map(([, id]) => id);
    const ends = (end: 'subject' | 'object') =>
      sampleArticle.claims
        .filter(({ [end]: value }) => isEntityRef(value) && ships.has(value.entity))
        .map(({ id }) => id);
    const ships = new Set(
      sampleArticle.entities.filter(({ kind }) => kind === 'ex:Ship').map(({ id }) => id),
    );
    expect(claims(parts[1]!).sort()).toEqual(ends('subject').sort());
    expect(claims(parts[2]!).sort()).toEqual(ends('object').sort());
  });
});

describe('the page of what has none of its own', () => {
  it('names terms as Turtle does, and claims and articles by their words', async () => {
    const site = sampleSite(sampleDataset, { ontologies: shippedOntologies() });
    const page = await read('/evidence/harbour/c3/1.html', 'en', site);
    expect(page).toContain('<a href="../../../ns/clew/Evidence.html"><bdi dir="ltr">clew:Evidence</bdi></a>');
    const claim = sampleArticle.claims.find(({ id }) => id === 'c3')!;
    expect(page).toContain(
      `<a href="../../../claim/harbour/c3.html"><bdi>${claim.statement['en']}</bdi></a>`,
    );
    const target = await read('/evidence/harbour/c3/1/target.html');
    expect(target).toContain(`article/harbour.html"><bdi>${sampleArticle.title['en']}</bdi></a>`);
  });
});

describe('pages', () => {
  it('lead nowhere that is not there', async () => {
    const open = ['/dataset.html', '/dataset.vi.html', '/vocabulary.html', '/entities.html', '/claims.html'];
    const seen = new Set<string>(open);
    const broken: string[] = [];
    for (let at = 0; at < open.length; at += 1) {
      const page = await ask(documents, open[at]!, { accept: 'text/html', acceptLanguage: 'en' });
      if (page.status !== 200) broken.push(open[at]!);
      if (!/html/.test(page.headers['Content-Type'] ?? '')) continue;
      const ids = new Set([...page.text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      for (const [, reference] of page.text.matchAll(/ href="([^"]+)"/g)) {
        const { origin, pathname, hash } = new URL(
          reference!.replaceAll('&amp;', '&'),
          `http://localhost${open[at]}`,
        );
        if (origin !== 'http://localhost') continue;
        if (reference!.startsWith('#') && !ids.has(hash.slice(1))) broken.push(`${open[at]} ${reference}`);
        if (!seen.has(pathname)) open.push(pathname);
        seen.add(pathname);
      }
    }
    expect(broken).toEqual([]);
    expect(seen.size).toBeGreaterThan(300);
  });

  it('hold nothing of the data that a browser could take for a tag or run', async () => {
    const evil = '</script><script>alert(1)</script><img src=x onerror=alert(1)>"\'&';
    const [first, ...others] = sampleArticle.entities;
    const article = {
      ...sampleArticle,
      title: { en: evil },
      entities: [
        { ...first!, label: { en: evil }, description: { en: evil }, aliases: [{ text: evil }] },
        ...others,
      ],
      paragraphs: sampleArticle.paragraphs.map((paragraph) => ({ ...paragraph, digest: { en: evil } })),
      claims: sampleArticle.claims.map((claim) => ({
        ...claim,
        statement: { en: evil },
        qualifiers: [
          { property: 'ex:condition', value: { value: evil } },
          { property: 'ex:by', value: { value: '3', datatype: 'xsd:decimal', unit: evil } },
        ],
        ...(claim.attribution && { attribution: { ...claim.attribution, verb: evil } }),
        ...(claim.id === 'c7' && { object: { value: evil } }),
      })),
    };
    const named = <Term extends object>(terms: Readonly<Record<string, Term>>) =>
      Object.fromEntries(
        Object.entries(terms).map(([id, term]) => [
          id,
          { ...term, label: { en: evil }, definition: { en: evil } },
        ]),
      );
    const { classes, properties } = sampleDataset.ontology;
    const hostile: Dataset = {
      ...sampleDataset,
      title: { en: evil },
      description: { en: evil },
      ontology: { classes: named(classes), properties: named(properties) },
      articles: [article],
    };
    const site = sampleSite(hostile);
    for (const path of [
      'id/anna-berg',
      'claim/harbour/c1',
      'article/harbour',
      'dataset',
      'entities',
      'claims',
      'evidence/harbour/c1/1',
      'claim/harbour/c3',
      'claim/harbour/c7',
      'quantity/harbour/c6/1',
      'vocabulary',
      'ns/ex',
      'ns/ex/Ship',
      'ns/ex/boosts',
      'graph/harbour',
    ]) {
      const page = await read(`/${path}.html`, 'en', site);
      if (!path.startsWith('graph/')) expect(page, path).toContain('&lt;img src=x onerror=alert(1)&gt;');
      expect(page.match(/<script/g)?.length ?? 0, path).toBeLessThanOrEqual(1);
      expect(page).not.toContain('<img');
      expect(page).not.toMatch(/<script>|alert\(1\)<\/script><img/);
    }
  });

  it('show an IRI that a browser would run as text', () => {
    expect(webAddress('javascript:alert(1)')).toBeUndefined();
    expect(webAddress('data:text/html,x')).toBeUndefined();
    expect(webAddress(' https://a.example/')).toBeUndefined();
    expect(webAddress('https://a.example/"onclick=x')).toBeUndefined();
    expect(webAddress('HTTPS://a.example/x')).toBe('HTTPS://a.example/x');
  });

  it('escape whatever a template is given', () => {
    expect(html`<p title="${'"<&>\''}">${['a<b', html`<i>${1}</i>`, undefined, false]}</p>`.text).toBe(
      '<p title="&quot;&lt;&amp;&gt;&#39;">a&lt;b<i>1</i></p>',
    );
  });

  it('are the same bytes each time', async () => {
    expect(await read('/id/nordlink.html', 'en', sampleSite())).toBe(await read('/id/nordlink.html', 'en'));
  });
});
