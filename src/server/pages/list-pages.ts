/** Lists of all entities, by kind, and of all claims, by article. */
import { html } from '../../formats/index.ts';
import { compareCodePoints } from '../../model/index.ts';
import { claimList, entityLink, kindDot, termLink } from './claim-parts.ts';
import type { PageContext } from './page-context.ts';
import { inPart } from './paging.ts';
import type { PageParts } from './shell.ts';

export function entitiesPage(context: PageContext): PageParts {
  const { site, words, pageWords } = context;
  const lists = site.groups.flatMap(({ kinds }) =>
    kinds.map((kind) => {
      const items = site
        .entitiesOf(kind)
        .map(({ id, label }) => ({ id, key: sortKey(context.plainText(label, id)) }))
        .sort((a, b) => compareCodePoints(a.key, b.key) || compareCodePoints(a.id, b.id));
      return { kind, count: items.length, items };
    }),
  );
  return {
    title: pageWords.entities,
    summary: words.entities(site.entities.size),
    wide: true,
    body: html`<h1>${words.entities(site.entities.size)}</h1>
${inPart(lists, context.part).map(
  ({ kind, count, items }) =>
    html`<section><h2>${kindDot(kind, context)} ${termLink(kind, context, 'line')} <span class="aside">${context.number(count)}</span></h2>
<ul class="entities">${items.map(({ id }) => html`<li>${entityLink(id, context)}</li>\n`)}</ul></section>\n`,
)}`,
  };
}

/** Names stand where readers look them up: without case and accents. By rule, not by locale, so that bytes stay the same. */
function sortKey(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();
}

export function claimsPage(context: PageContext): PageParts {
  const { site, words, pageWords } = context;
  const lists = site.dataset.articles.map(({ id, title, claims }) => ({
    id,
    title,
    count: claims.length,
    items: claims,
  }));
  return {
    title: pageWords.claims,
    summary: words.claims(site.claims.byKey.size),
    body: html`<h1>${words.claims(site.claims.byKey.size)}</h1>
${inPart(lists, context.part).map(
  ({ id, title, count, items }) =>
    html`<section><h2><a href="${context.page(`article/${id}`)}">${context.text(title, id)}</a> <span class="aside">${words.claims(count)}</span></h2>
${claimList(items, context)}</section>\n`,
)}`,
  };
}
