/** The page of the dataset itself: what it is, where to begin, and its files. */
import { type Html, html } from '../../formats/index.ts';
import { edtfText } from '../../graph/index.ts';
import { entityLink, kindDot, termLink } from './claim-parts.ts';
import type { PageContext } from './page-context.ts';
import type { PageParts } from './shell.ts';

/** How many entities are named to begin with. */
const FIRST = 24;

export function datasetPage(context: PageContext): PageParts {
  const { site, words, pageWords } = context;
  const { dataset } = site;
  const counts = words.madeFrom(site.claims.byKey.size, site.entities.size, dataset.articles.length);
  const description = context.plainText(dataset.description);
  return {
    title: context.plainText(dataset.title, dataset.id),
    summary: description || counts,
    iri: site.iris.dataset,
    body: html`<p class="kind">${counts}</p>
<h1>${context.text(dataset.title, dataset.id)}</h1>
<p class="lead">${context.text(dataset.description)}</p>
<p class="ways"><a class="way" href="${context.viewer()}">${pageWords.openInGraph}</a></p>
<section><h2>${pageWords.articles}</h2>
<ul class="articles">${dataset.articles.map(
      ({ id, title, published, claims }) =>
        html`<li><a class="sentence" href="${context.page(`article/${id}`)}">${context.text(title, id)}</a><p class="aside">${
          published !== undefined && html`${edtfText(published, words)} · `
        }${words.claims(claims.length)}</p></li>\n`,
    )}</ul></section>
<section><h2>${pageWords.entities}</h2>
<ul class="entities">${mostClaimed(context).map((id) => html`<li>${entityLink(id, context)}</li>\n`)}</ul>
<p><a href="${context.page('entities')}">${words.entities(site.entities.size)}</a></p></section>
<section><h2>${words.kinds}</h2>
<ul class="entities">${site.groups.flatMap(({ kinds }) =>
      kinds.map(
        (kind) =>
          html`<li><span class="entity">${kindDot(kind, context)}${termLink(kind, context, 'line')}</span></li>\n`,
      ),
    )}</ul></section>
<section id="downloads"><h2>${pageWords.downloads}</h2>
${downloads(context)}</section>
<dl class="facts"><div class="fact"><dt>${pageWords.issued}</dt><dd>${edtfText(dataset.issued, words)}</dd></div>
<div class="fact"><dt>${pageWords.modified}</dt><dd>${edtfText(dataset.modified, words)}</dd></div></dl>`,
  };
}

/** Entities with the most claims. */
function mostClaimed({ site }: PageContext): string[] {
  return [...site.entities.keys()]
    .map((id) => ({ id, degree: site.claims.degree(id) }))
    .sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1))
    .slice(0, FIRST)
    .map(({ id }) => id);
}

function downloads(context: PageContext): Html {
  const { site, pageWords } = context;
  return html`<ul class="files">${site.files.map(
    ({ name, bytes }) =>
      html`<li><a href="${context.file(name)}">${name}</a> <span class="aside">${pageWords.bytes(bytes)}</span></li>\n`,
  )}</ul>`;
}
