/** The page of an article: paragraph by paragraph what it says in other words, and what is claimed there. */
import { type Html, type HtmlValue, html } from '../../formats/index.ts';
import { edtfText } from '../../graph/index.ts';
import { type Article, type Claim, compareSpans, spanContains } from '../../model/index.ts';
import { claimList, entityLink } from './claim-parts.ts';
import type { PageContext } from './page-context.ts';
import { firstLines, LINES_ON_PAGE } from './paging.ts';
import type { PageParts } from './shell.ts';

export function articlePage(article: Article, context: PageContext): PageParts {
  const { site, words, pageWords } = context;
  const title = context.plainText(article.title, article.id);
  const claims = byParagraph(article);
  // Each paragraph has its place on the page, for others lead there; of very many claims each shows its share.
  const share = Math.max(1, Math.floor(LINES_ON_PAGE / Math.max(1, article.paragraphs.length)));
  const most = article.claims.length <= LINES_ON_PAGE ? LINES_ON_PAGE : share;
  const list = (of: readonly Claim[]) => {
    const { shown, rest } = firstLines(of, context, most);
    return html`${claimList(shown, context)}${rest}`;
  };
  const parts = [
    ...article.paragraphs.map(({ span }, at) => ({
      span,
      html: () => paragraphPart(article, at, claims.get(at) ?? [], list, context),
    })),
    ...article.structure
      .filter(({ span }) => !article.paragraphs.some((paragraph) => compareSpans(paragraph.span, span) === 0))
      .map(({ role, span }) => ({
        span,
        html: () => html`<section class="part is-structure"><p>${words.structures[role]}</p></section>\n`,
      })),
  ].sort((a, b) => compareSpans(a.span, b.span));
  const outside = claims.get(-1) ?? [];
  const named = firstLines(article.entities, context);
  return {
    title,
    summary: words.madeFrom(article.claims.length, article.entities.length, 1),
    iri: site.iris.article(article.id),
    trail: [{ label: pageWords.articles, path: 'dataset' }],
    body: html`<p class="kind">${words.article}</p>
<h1 class="statement">${context.text(article.title, article.id)}</h1>
${facts(article, context)}<p class="ways"><a class="way" href="${articleInViewer(article, context)}">${pageWords.openInGraph}</a></p>
<section class="parts"><h2>${words.paragraphs(article.paragraphs.length)}</h2>
<p class="aside">${words.digestNote}</p>
${parts.map((part) => part.html())}</section>
${outside.length > 0 && html`<section><h2>${words.outsideParagraphs}</h2>\n${list(outside)}</section>\n`}<section><h2>${pageWords.namedHere}</h2>
<ul class="entities">${named.shown.map(({ id }) => html`<li>${entityLink(id, context)}</li>\n`)}</ul>${named.rest}</section>`,
  };
}

/** The viewer's own view of the article. */
function articleInViewer(article: Article, context: PageContext): string {
  const [file, rest] = context.viewer().split('#');
  return `${file}#view=article&read=${encodeURI(article.id)}${rest === undefined ? '' : `&${rest}`}`;
}

function facts(article: Article, context: PageContext): Html {
  const { words, pageWords } = context;
  const { published, url, text, credits } = article;
  const rows: [HtmlValue, HtmlValue][] = [];
  if (published !== undefined) rows.push([pageWords.published, edtfText(published, words)]);
  if (url !== undefined) rows.push([words.openSource, context.iriLink(url)]);
  for (const { role, entity } of credits) rows.push([words.creditRoles[role], entityLink(entity, context)]);
  rows.push([
    pageWords.fingerprint,
    html`<code>${text.sha256}</code>, ${pageWords.length(context.number(text.codePoints))}`,
  ]);
  if (article.titleIsOurs) rows.push(['', words.titleIsOurs]);
  return html`<dl class="facts">${rows.map(([term, value]) => html`<div class="fact"><dt>${term}</dt><dd>${value}</dd></div>\n`)}</dl>\n`;
}

function paragraphPart(
  article: Article,
  at: number,
  claims: readonly Claim[],
  list: (claims: readonly Claim[]) => Html,
  context: PageContext,
): Html {
  const paragraph = article.paragraphs[at]!;
  const structure = article.structure.find(({ span }) => compareSpans(paragraph.span, span) === 0);
  const { words } = context;
  return html`<section class="part" id="paragraph-${at + 1}">
<p class="part-number"><a href="#paragraph-${at + 1}" aria-label="${words.paragraph(at + 1)}">${at + 1}</a></p>
<div>${structure && html`<p class="aside">${words.structures[structure.role]}</p>\n`}<p class="digest">${context.text(paragraph.digest)}</p>
${claims.length > 0 && html`<details><summary>${words.claims(claims.length)}</summary>\n${list(claims)}</details>\n`}</div></section>\n`;
}

/** Claims by the index of their paragraph. */
function byParagraph(article: Article): ReadonlyMap<number, readonly Claim[]> {
  const claims = new Map<number, Claim[]>();
  for (const claim of article.claims) {
    const at = paragraphOf(claim, article);
    const known = claims.get(at);
    if (known === undefined) claims.set(at, [claim]);
    else known.push(claim);
  }
  return claims;
}

/** Index of the paragraph that holds the claim's first evidence; -1 where none does. */
function paragraphOf(claim: Claim, article: Article): number {
  const first = claim.evidence[0];
  return first === undefined
    ? -1
    : article.paragraphs.findIndex((paragraph) => spanContains(paragraph.span, first));
}
