/** Pages for what cannot be had: nothing at this address, or not in the form that was asked for. */
import { html } from '../../formats/index.ts';
import { DATA_FORMATS } from '../linked/data-formats.ts';
import type { PageContext } from './page-context.ts';
import { renderPage } from './shell.ts';

/** @param address as it was asked for; @param near paths of what it may have meant */
export function notFoundPage(address: string, near: readonly string[], context: PageContext): string {
  const { site, pageWords } = context;
  return renderPage(
    {
      title: pageWords.notFound,
      body: html`<h1>${pageWords.notFound}</h1>
<p class="lead">${pageWords.notFoundText(address)}</p>
${
  near.length > 0 &&
  html`<p>${pageWords.perhaps}</p>
<ul class="articles">${near.map((path) => html`<li>${context.iriLink(site.addresses.iriOf(path))}</li>\n`)}</ul>\n`
}<p><a href="${context.page('entities')}">${pageWords.entities}</a> · <a href="${context.page('claims')}">${pageWords.claims}</a> · <a href="${context.page('dataset')}">${pageWords.about}</a></p>`,
    },
    context,
  );
}

/** @param path of the thing that is to be had in other forms */
export function notAcceptablePage(path: string, context: PageContext): string {
  const { pageWords } = context;
  const choices = [
    { href: context.page(path), name: 'HTML', mediaType: 'text/html' },
    ...DATA_FORMATS.map(({ ending, name, mediaType }) => ({
      href: context.file(`${path}.${ending}`),
      name,
      mediaType,
    })),
  ];
  return renderPage(
    {
      title: pageWords.notAcceptable,
      body: html`<h1>${pageWords.notAcceptable}</h1>
<p class="lead">${pageWords.notAcceptableText}</p>
<ul class="files">${choices.map(
        ({ href, name, mediaType }) =>
          html`<li><a href="${href}" type="${mediaType}">${name}</a> <span class="aside">${mediaType}</span></li>\n`,
      )}</ul>`,
    },
    context,
  );
}
