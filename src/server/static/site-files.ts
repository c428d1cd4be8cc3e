/** The files of a site for servers that know nothing but files: the pages and data of `clew serve`, byte for byte the same each time. */

import { type Html, html, rawHtml, webAddress } from '../../formats/index.ts';
import { LANGUAGES } from '../../graph/index.ts';
import { compareCodePoints } from '../../model/index.ts';
import type { Documents } from '../documents.ts';
import { encodePath, relativePath } from '../linked/addresses.ts';
import { DATA_FORMATS } from '../linked/data-formats.ts';
import { LIST_PAGES, notFoundPage, PAGE_POLICY, PageContext, pageEnding, partsOf } from '../pages/index.ts';
import { anchorsPage } from './anchors-page.ts';
import { hasOwnFiles } from './homes.ts';
import { apacheRules, netlifyRules, nginxRules } from './server-rules.ts';

/**
 * How the dataset's IRIs are found. `slash`: each has a place of its own, the base ends in `/`. `hash`: all are fragments
 * of one page, the base ends in `#`; no server need be told anything.
 */
export type IriStyle = 'slash' | 'hash';

export interface SiteFile {
  /** Below the site's folder, with `/`. */
  readonly path: string;
  readonly body: string | Uint8Array;
}

/** The language of `.html`; the others are named. */
export const DEFAULT_LANGUAGE = LANGUAGES[0];

/** Every file but the dataset's outputs, which are there already. */
export async function* siteFiles(documents: Documents, iris: IriStyle): AsyncGenerator<SiteFile> {
  const { site } = documents;
  const vocabularies = site.addresses.prefixes.map((prefix) => `ns/${prefix}`);
  // Of a vocabulary whose own file is at hand something is said: it is a thing as well.
  const things = [...new Set([...[...site.paths()].filter(hasOwnFiles), ...vocabularies])];
  things.sort(compareCodePoints);
  for (const path of [...LIST_PAGES, ...things]) yield* pageFiles(path, documents);
  for (const path of things) {
    for (const { ending } of DATA_FORMATS) {
      yield {
        path: `${path}.${ending}`,
        body: (await documents.get({ path, ending }, DEFAULT_LANGUAGE)).body,
      };
    }
    if (iris === 'slash' || path.startsWith('ns/'))
      yield { path: `${path}/index.html`, body: sendOn(path, documents) };
  }
  const description = await documents.get({ path: 'dataset', ending: 'ttl' }, DEFAULT_LANGUAGE);
  yield { path: 'page.css', body: (await documents.css()).body };
  yield { path: 'context.jsonld', body: (await documents.context()).body };
  yield { path: '.well-known/void', body: description.body };
  yield { path: '404.html', body: missing(documents) };
  if (iris === 'hash') {
    yield {
      path: 'index.html',
      body: anchorsPage(site, { language: DEFAULT_LANGUAGE, unnamed: [DEFAULT_LANGUAGE] }),
    };
  } else {
    yield {
      path: 'index.html',
      body: (await documents.get({ path: 'dataset', ending: 'html' }, DEFAULT_LANGUAGE)).body,
    };
    yield { path: '.htaccess', body: apacheRules(site) };
    yield { path: '_redirects', body: netlifyRules(site) };
    yield { path: 'nginx.conf.example', body: nginxRules(site) };
  }
}

/** The page of a path in all languages and parts. */
export async function* pageFiles(path: string, documents: Documents): AsyncGenerator<SiteFile> {
  for (const language of LANGUAGES) {
    const isDefault = language === DEFAULT_LANGUAGE;
    for (let part = 1; part <= partsOf(documents.site, path); part += 1) {
      const name = { path, ending: 'html', part, ...(!isDefault && { language }) };
      const document = await documents.get(name, language);
      yield { path: `${path}${pageEnding(language, [DEFAULT_LANGUAGE], part)}`, body: document.body };
    }
  }
}

/** What a plain file server shows where a thing's own address, a folder, is asked for. */
function sendOn(path: string, { site }: Documents): string {
  const to = relativePath(`${path}/index`, `${path}.html`);
  const canonical = webAddress(site.addresses.iriOf(path));
  const page: Html = html`<!doctype html>
<html lang="${DEFAULT_LANGUAGE}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}">
<title>${path}</title>
${canonical !== undefined && html`<link rel="canonical" href="${canonical}">\n`}${DATA_FORMATS.map(
  ({ ending, mediaType }) =>
    html`<link rel="alternate" type="${mediaType}" href="${relativePath(`${path}/index`, `${path}.${ending}`)}">\n`,
)}<meta http-equiv="refresh" content="0; url=${to}">
<p><a href="${to}">${rawHtml('→')} ${path}</a></p>
</html>
`;
  return page.text;
}

/** Its links begin at the base's own path, for no one knows how deep the address is that is missing. */
function missing({ site }: Documents): string {
  const { pathname } = new URL('.', site.dataset.base);
  const context = new PageContext(site, '', {
    language: DEFAULT_LANGUAGE,
    unnamed: [DEFAULT_LANGUAGE],
    root: encodePath(pathname.slice(1)).replace(/^/, '/'),
  });
  return notFoundPage(pathname, [], context);
}
