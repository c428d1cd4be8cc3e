/** The page of an entity: what it is, what is claimed of it and with it, and where the articles mention it. */
import { type HtmlValue, html } from '../../formats/index.ts';
import { entityIri, type UnitedEntity } from '../../model/index.ts';
import { type ClaimSection, claimSections, kindDot, placesOf, termLink } from './claim-parts.ts';
import type { PageContext } from './page-context.ts';
import { firstLines, inPart } from './paging.ts';
import type { PageParts } from './shell.ts';

/** How many other names are listed. */
const MOST_ALIASES = 24;

export function entityPage(entity: UnitedEntity, context: PageContext): PageParts {
  const { site, words, pageWords } = context;
  const title = context.plainText(entity.label, entity.id);
  const sections = sectionsOf(entity, context);
  const description = context.plainText(entity.description);
  const isFirst = context.part === 1;
  return {
    title,
    ...(description !== '' && { summary: description }),
    iri: entityIri(entity, site.iris),
    trail: [{ label: pageWords.entities, path: 'entities' }],
    body: html`<p class="kind">${kindDot(entity.kind, context)}${termLink(entity.kind, context, 'line')}</p>
<h1>${context.text(entity.label, entity.id)}</h1>
${isFirst && head(entity, context)}<p class="ways"><a class="way" href="${context.viewer(entity.id)}">${pageWords.openInGraph}</a></p>
${sections.length === 0 && html`<p class="aside">${words.noClaims}</p>\n`}${claimSections(inPart(sections, context.part), context)}${isFirst && mentions(entity, context)}`,
  };
}

/** What is claimed of it, with it, by it, and with it in a qualifier; by predicate where it is an end of the claim. */
function sectionsOf({ id }: UnitedEntity, context: PageContext): ClaimSection[] {
  const { site, words, pageWords } = context;
  const { out, in: into, says, qualifies } = site.claims.of(id);
  return [
    ...[...out].map(([predicate, items]) => ({
      title: pageWords.claimedOfIt,
      heading: html`${termLink(predicate, context)} …`,
      items,
    })),
    ...[...into].map(([predicate, items]) => ({
      title: pageWords.claimedWithIt,
      heading: html`… ${termLink(predicate, context)}`,
      items,
    })),
    { title: words.says, items: says },
    { title: words.inQualifiers, items: qualifies },
  ].filter(({ items }) => items.length > 0);
}

function head(entity: UnitedEntity, context: PageContext): HtmlValue {
  const described = context.plainText(entity.description) !== '';
  return html`${described && html`<p class="lead">${context.text(entity.description)}</p>\n`}${names(entity, context)}`;
}

function names(entity: UnitedEntity, context: PageContext): HtmlValue {
  const { words } = context;
  const title = context.plainText(entity.label, entity.id);
  const aliases = new Set([...Object.values(entity.label), ...entity.aliases.map(({ text }) => text)]);
  aliases.delete(title);
  const rows: [string, HtmlValue][] = [];
  if (aliases.size > 0) {
    const shown = [...aliases].slice(0, MOST_ALIASES);
    rows.push([
      words.alsoCalled,
      html`<dd>${shown.map((alias, at) => html`${at > 0 && ', '}<bdi>${alias}</bdi>`)}</dd>`,
    ]);
  }
  for (const [term, iris] of [
    [words.sameAs, entity.sameAs],
    [words.closeMatch, entity.closeMatch],
  ] as const) {
    if (iris.length === 0) continue;
    const shown = (iri: string) => html`<bdi dir="ltr">${iri.replace(/^https?:\/\/(?:www\.)?/, '')}</bdi>`;
    rows.push([term, iris.map((iri) => html`<dd>${context.iriLink(iri, shown(iri))}</dd>`)]);
  }
  if (rows.length === 0) return false;
  return html`<dl class="facts">${rows.map(([term, values]) => html`<div class="fact"><dt>${term}</dt>${values}</div>`)}</dl>\n`;
}

/** The paragraphs that mention it, article by article. */
function mentions(entity: UnitedEntity, context: PageContext): HtmlValue {
  const { site, words } = context;
  if (entity.mentions.length === 0) return false;
  const { shown, rest } = firstLines(entity.articles, context);
  return html`<section class="mentions"><h2>${words.mentions(entity.mentions.length)}</h2>
${shown.map((article) => {
  const spans = entity.mentions.filter((mention) => mention.article === article).map(({ span }) => span);
  const places = placesOf({ article }, spans, context);
  if (places.length === 0) return false;
  return html`<p><a href="${context.page(`article/${article}`)}">${context.text(site.articles.get(article)?.title, article)}</a>: ${places.map(
    ({ paragraph, spans: held }, at) =>
      html`${at > 0 && ', '}<a href="${context.page(`article/${article}`)}${paragraph > 0 && `#paragraph-${paragraph}`}">${paragraph === 0 ? words.outsideParagraphs : words.paragraph(paragraph)}</a>${held.length > 1 && html` <span class="aside">×${held.length}</span>`}`,
  )}</p>\n`;
})}${rest}</section>\n`;
}
