/** Lists of all entities, by kind, and of all claims, by article. */
import { html } from '../../formats/index.ts';
import { compareCodePoints } from '../../model/index.ts';
import { claimList, entityLink, kindDot, termLink } from './claim-parts.ts';
import type { PageContext } from './page-context.ts';
import type { PageParts } from './shell.ts';

/** How many entities of one kind, or claims of one article, a list shows. */
const MOST_LISTED = 5000;

export function entitiesPage(context: PageContext): PageParts {
  const { site, words, pageWords } = context;
  return {
    title: pageWords.entities,
    summary: words.entities(site.entities.size),
    wide: true,
    body: html`<h1>${words.entities(site.entities.size)}</h1>
${site.groups.flatMap(({ kinds }) =>
  kinds.map((kind) => {
    const named = [...site.entities.values()]
      .filter((entity) => entity.kind === kind)
      .map(({ id, label }) => ({ id, key: sortKey(context.plainText(label, id)) }))
      .sort((a, b) => compareCodePoints(a.key, b.key) || compareCodePoints(a.id, b.id));
    return html`<section><h2>${kindDot(kind, context)} ${termLink(kind, context, 'line')} <span class="aside">${context.number(named.length)}</span></h2>
<ul class="entities">${named.slice(0, MOST_LISTED).map(({ id }) => html`<li>${entityLink(id, context)}</li>\n`)}</ul>${
      named.length > MOST_LISTED && html`<p class="aside">${pageWords.more(named.length - MOST_LISTED)}</p>`
    }</section>\n`;
  }),
)}`,
  };
}

/** Names stand where readers look them up: without case and accents. By rule, not by locale, so that bytes stay the same. */
function sortKey(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();
}

export function claimsPage(context: PageContext): PageParts {
  const { site, words, pageWords } = context;
  return {
    title: pageWords.claims,
    summary: words.claims(site.claims.byKey.size),
    body: html`<h1>${words.claims(site.claims.byKey.size)}</h1>
${site.dataset.articles.map(
  ({
    id,
    title,
    claims,
  }) => html`<section><h2><a href="${context.page(`article/${id}`)}">${context.text(title, id)}</a> <span class="aside">${words.claims(claims.length)}</span></h2>
${claimList(claims.slice(0, MOST_LISTED), context)}${
  claims.length > MOST_LISTED && html`<p class="aside">${pageWords.more(claims.length - MOST_LISTED)}</p>`
}</section>\n`,
)}`,
  };
}
