// `npm run screenshots [PAGE.html]`: pictures of an exported page for the documentation, in docs/screenshots/.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { FLAGS, findBrowser } from './browser.mjs';

const root = join(import.meta.dirname, '..');
const out = join(root, 'docs', 'screenshots');
const DESK = { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1.5 };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

const page = process.argv[2] ?? firstExport();
if (page === undefined || !existsSync(page)) {
  console.error('no page to photograph: run `npx clew build` first, or name an exported .html file');
  process.exit(1);
}
const address = pathToFileURL(resolve(page)).href;
mkdirSync(out, { recursive: true });
const { executablePath, env } = await findBrowser();
const browser = await chromium.launch({
  executablePath,
  env,
  // Letters where the font has them, not on whole pixels.
  args: [...FLAGS, '--force-color-profile=srgb', '--font-render-hinting=none'],
});
try {
  const { claim, entity, far, related } = await subjects();
  const shots = [
    { name: 'light', hash: '' },
    { name: 'dark', hash: '', dark: true },
    { name: 'vietnamese', hash: `#select=${entity}&lang=vi` },
    { name: 'claim', hash: `#select=${claim}` },
    { name: 'claim-dark', hash: `#select=${claim}`, dark: true },
    { name: 'entity', hash: `#select=${entity}` },
    { name: 'ways', hash: `#select=${far},${entity}` },
    { name: 'ways-dark', hash: `#select=${far},${entity}`, dark: true },
    { name: 'voices', hash: `#view=voices&select=${entity}` },
    { name: 'communities', hash: '#colour=community&size=pageRank&fold=reading', dark: true },
    { name: 'grown', hash: `#select=${entity}&focus=${entity},1&axis=published` },
    { name: 'overview', hash: `#select=${entity}&overview=shown`, dark: true },
    { name: 'table', hash: `#view=table&rows=claims&select=${related}` },
    { name: 'table-dark', hash: `#view=table&rows=claims&select=${related}`, dark: true },
    { name: 'article', hash: `#view=article&select=${claim}` },
    { name: 'embed', query: '?embed', hash: `#select=${entity}&focus=${entity},1` },
    { name: 'phone', hash: '', phone: true },
    { name: 'phone-claim', hash: `#select=${claim}`, phone: true },
    { name: 'phone-dark', hash: `#select=${entity}`, phone: true, dark: true },
  ];
  for (const shot of shots) await photograph(shot);
} finally {
  await browser.close();
}

/** The one page in exports/. */
function firstExport() {
  const folder = join(root, 'exports');
  const name = existsSync(folder) ? readdirSync(folder).find((file) => file.endsWith('.html')) : undefined;
  return name && join(folder, name);
}

async function open({ query = '', hash = '', dark = false, phone = false }) {
  const context = await browser.newContext({
    ...(phone ? PHONE : DESK),
    colorScheme: dark ? 'dark' : 'light',
    locale: 'en-GB',
    reducedMotion: 'reduce',
    offline: true,
  });
  const opened = await context.newPage();
  await opened.goto(address + query + hash);
  await opened.waitForSelector('[data-canvas="ready"], .table-view, .article-view, .voices-view', {
    state: 'attached',
  });
  // The camera, the labels and the thread come to rest.
  await opened.waitForTimeout(1200);
  return opened;
}

/** What is worth showing of any dataset: entities with many claims, a claim with a range or a speaker, a denied one. */
async function subjects() {
  const opened = await open({});
  const found = await opened.evaluate(() => {
    const { dataset } = JSON.parse(document.getElementById('clew-data').textContent).attributes;
    const claims = dataset.articles.flatMap(({ id, claims }) =>
      claims.map((claim) => ({ ...claim, key: `${id}/${claim.id}` })),
    );
    const ends = claims.flatMap(({ subject, object }) => [subject.entity, object.entity]).filter(Boolean);
    const count = (id) => ends.filter((end) => end === id).length;
    const best = (list, weigh) => list.toSorted((a, b) => weigh(b) - weigh(a))[0];
    const isRange = ({ qualifiers }) => qualifiers.some(({ value }) => value.min !== undefined);
    const drawn = claims.filter(({ subject, object }) => subject.entity && object.entity);
    return {
      entity: best([...new Set(ends)], count),
      far: [...new Set(ends)].toSorted((a, b) => count(b) - count(a))[2],
      claim: best(
        drawn,
        (claim) => (isRange(claim) ? 20 : 0) + (claim.attribution ? 2 : 0) + claim.qualifiers.length,
      ).key,
      related: best(
        drawn,
        ({ polarity, modality }) => (polarity === 'negative' ? 2 : 0) + (modality === 'asserted' ? 0 : 1),
      ).key,
    };
  });
  await opened.context().close();
  return found;
}

async function photograph(shot) {
  const opened = await open(shot);
  const path = join(out, `${shot.name}.png`);
  await opened.screenshot({ path });
  console.log(path);
  await opened.context().close();
}
