/** The frame of every page: head, bar, trail, the data of the page, and where its IRI and licence stand. */
import { embeddableJson, type Html, type HtmlValue, html, rawHtml, webAddress } from '../../formats/index.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../../graph/index.ts';
import { DATA_FORMATS } from '../linked/data-formats.ts';
import type { PageContext } from './page-context.ts';
import { partLinks, partsOf } from './paging.ts';

export interface PageParts {
  /** Plain text. */
  readonly title: string;
  /** Plain text for search engines; a sentence. */
  readonly summary?: string;
  /** Pages above this one, the dataset's own left out. */
  readonly trail?: readonly { readonly label: HtmlValue; readonly path: string }[];
  readonly body: HtmlValue;
  /** What the page is about, where it is about a thing. */
  readonly iri?: string;
  /** JSON-LD of the thing. */
  readonly jsonLd?: string;
  /** False for pages that no data document stands beside. */
  readonly hasData?: boolean;
  /** Address of the page's one script, a file of this site. */
  readonly script?: string;
  /** Of the page's width. */
  readonly wide?: boolean;
}

/** Policy for pages on servers that set no headers: nothing is loaded but the style sheet, nothing runs. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; font-src data:; img-src 'self'; base-uri 'none'; form-action 'self'";

/** The same for a page with a script of the site's own, which asks the site alone. */
const SCRIPT_POLICY = `${PAGE_POLICY}; script-src 'self'; connect-src 'self'`;

export function renderPage(parts: PageParts, context: PageContext): string {
  const { site, language, pageWords: words } = context;
  const { dataset } = site;
  const siteTitle = context.plainText(dataset.title, dataset.id);
  const own = context.part === 1 ? parts.title : `${parts.title}, ${words.part(context.part)}`;
  const title = own === siteTitle ? siteTitle : `${own} · ${siteTitle}`;
  const trail = parts.trail ?? [];
  const page = html`<!doctype html>
<html lang="${language}" data-theme="auto">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${parts.script === undefined ? PAGE_POLICY : SCRIPT_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
${parts.summary !== undefined && html`<meta name="description" content="${parts.summary}">\n`}${headLinks(parts, context)}<link rel="stylesheet" href="${context.file('page.css')}">
${parts.script !== undefined && html`<script defer src="${parts.script}"></script>\n`}${parts.jsonLd !== undefined && html`<script type="application/ld+json">${rawHtml(embeddableJson(parts.jsonLd))}</script>\n`}</head>
<body>
<a class="skip" href="#text">${words.skip}</a>
<header class="bar">
<a class="home" href="${context.page('dataset')}">${context.text(dataset.title, dataset.id)}</a>
<nav class="places" aria-label="${words.site}">${places(context)}</nav>
${context.path !== '' && html`<nav class="languages" aria-label="${words.languages}">${languageSwitch(context)}</nav>`}
</header>
<main id="text"${parts.wide && rawHtml(' class="is-wide"')}>
${trail.length > 0 && html`<nav class="trail" aria-label="${words.trail}"><ol>${trail.map(({ label, path }) => html`<li><a href="${context.page(path)}">${label}</a></li>`)}</ol></nav>\n`}${parts.body}
${context.path !== '' && partLinks(context)}</main>
<footer${parts.wide && rawHtml(' class="is-wide"')}>
${foot(parts, context)}</footer>
</body>
</html>
`;
  return page.text;
}

function headLinks({ iri, hasData = iri !== undefined }: PageParts, context: PageContext): HtmlValue {
  const { site, path } = context;
  const canonical = iri === undefined ? undefined : webAddress(iri);
  const licence = webAddress(site.dataset.licence);
  return [
    canonical !== undefined && html`<link rel="canonical" href="${canonical}">\n`,
    hasData &&
      DATA_FORMATS.map(
        ({ ending, mediaType, name }) =>
          html`<link rel="alternate" type="${mediaType}" href="${context.file(`${path}.${ending}`)}" title="${name}">\n`,
      ),
    (path === '' ? [] : LANGUAGES).map(
      (language) =>
        html`<link rel="alternate" hreflang="${language}" href="${context.page(path, language, context.part)}">\n`,
    ),
    partHeadLinks(context),
    licence !== undefined && html`<link rel="license" href="${licence}">\n`,
  ];
}

function partHeadLinks(context: PageContext): HtmlValue {
  const { path, part, language, site } = context;
  if (path === '') return false;
  const all = partsOf(site, path);
  const to = (rel: string, target: number) =>
    target >= 1 &&
    target <= all &&
    html`<link rel="${rel}" href="${context.page(path, language, target)}">\n`;
  return [to('prev', part - 1), to('next', part + 1)];
}

function places(context: PageContext): HtmlValue {
  const { site, pageWords: words, path } = context;
  const to = [
    [context.viewer(), words.graphView, undefined],
    [context.page('entities'), words.entities, 'entities'],
    [context.page('claims'), words.claims, 'claims'],
    [context.page('vocabulary'), words.vocabulary, 'vocabulary'],
    ...(site.query ? [[context.file('sparql'), words.query, 'sparql'] as const] : []),
  ] as const;
  return to.map(
    ([href, label, here]) =>
      html`<a href="${href}"${here === path && rawHtml(' aria-current="page"')}>${label}</a>`,
  );
}

function languageSwitch(context: PageContext): HtmlValue {
  return LANGUAGES.map((language) =>
    language === context.language
      ? html`<span aria-current="true" lang="${language}">${LANGUAGE_NAMES[language]}</span>`
      : html`<a href="${context.page(context.path, language, context.part)}" lang="${language}" hreflang="${language}">${LANGUAGE_NAMES[language]}</a>`,
  );
}

function foot({ iri, hasData = iri !== undefined }: PageParts, context: PageContext): Html {
  const { words, pageWords, path, site } = context;
  const licence = webAddress(site.dataset.licence);
  return html`${
    hasData &&
    html`<p>${pageWords.dataNote} ${DATA_FORMATS.map(
      ({ ending, name }, at) =>
        html`${at > 0 && ' · '}<a href="${context.file(`${path}.${ending}`)}">${name}</a>`,
    )}</p>\n`
  }${iri !== undefined && html`<p>${words.address}: <bdi dir="ltr" class="iri">${iri}</bdi></p>\n`}${
    licence !== undefined &&
    html`<p>${pageWords.licence}: <a rel="license noopener noreferrer" href="${licence}"><bdi dir="ltr">${licence.replace(/^https?:\/\//, '')}</bdi></a></p>\n`
  }`;
}
